import { literal } from '#shared/sql-login/t-sql.ts'
import type { Odbc, OdbcConnection, OdbcFailure } from '../win32/odbc.ts'
import type { ConnectProblem, ConnectProblemKind } from './connect-problem.ts'
import type { SqlServerAddress } from './server-name.ts'
import type { SqlConnected, SqlFailure, SqlSession } from './session.ts'

/** The newest first; the last is part of Windows. */
const DRIVERS = [
  'ODBC Driver 18 for SQL Server',
  'ODBC Driver 17 for SQL Server',
  'ODBC Driver 13.1 for SQL Server',
  'ODBC Driver 13 for SQL Server',
  'ODBC Driver 11 for SQL Server',
  'SQL Server Native Client 11.0',
  'SQL Server',
] as const

/** In seconds, as ODBC counts them. */
const LIMITS = { connectS: 15, queryS: 30 } as const

/** Classes of SQLSTATE: the connection is none, or is one no longer. */
const CONNECTION_STATE = /^(?:08|HYT01)/
const TIME_LIMIT_STATE = /^HYT0/

/** What drivers tell as native error without a server: codes of Windows sockets and of SChannel (winerror.h). */
const CLIENT_CODES: ReadonlyMap<number, ConnectProblemKind> = new Map([
  [53, 'no-such-host'],
  [11_001, 'no-such-host'],
  [11_004, 'no-such-host'],
  [10_061, 'port-closed'],
  [1225, 'port-closed'],
  [17, 'port-closed'],
  [2, 'port-closed'],
  [10_060, 'time-limit'],
  [258, 'time-limit'],
  [121, 'time-limit'],
  [-1, 'no-such-instance'],
  [0x80090325 | 0, 'certificate-not-trusted'],
  [0x80090322 | 0, 'certificate-other-name'],
  [0x80090328 | 0, 'certificate-expired'],
  [0x80090331 | 0, 'tls-too-old'],
  [18_452, 'windows-refused'],
  [18_456, 'windows-refused'],
  [18_470, 'disabled'],
  [4060, 'database-closed'],
  [4064, 'database-closed'],
  [17_892, 'logon-trigger'],
])

/** Signs in as whoever runs this program, through the newest driver that is installed. */
export function connectOdbc(odbc: Odbc, address: SqlServerAddress, trustCertificate: boolean): SqlConnected {
  const installed = odbc.drivers()
  const driver = installed.ok ? DRIVERS.find((name) => installed.value.includes(name)) : undefined
  if (driver === undefined) return { ok: false, problem: { kind: 'server-error', code: 'no ODBC driver' } }
  const connected = odbc.connect(connectionString(driver, address, trustCertificate), LIMITS.connectS)
  return connected.ok ? { ok: true, session: sessionOf(connected.value) } : { ok: false, problem: problemOf(connected.failure) }
}

/** Nothing in it is secret: the system signs in. Names of servers have none of the characters that could end a value. */
function connectionString(driver: string, { host, instance, port }: SqlServerAddress, trustCertificate: boolean): string {
  const place = port === null ? `${host}${instance === null ? '' : `\\${instance}`}` : `tcp:${host},${port}`
  const values = {
    Driver: `{${driver}}`,
    Server: place,
    Database: 'master',
    Trusted_Connection: 'Yes',
    Encrypt: 'Yes',
    TrustServerCertificate: trustCertificate ? 'Yes' : 'No',
    APP: 'ERP Sync Security Checkup',
  }
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(';')
}

function sessionOf(connection: OdbcConnection): SqlSession {
  return {
    query: async (text, parameters = {}) => {
      const declared = Object.entries(parameters).map(([name, value]) => `DECLARE @${name} nvarchar(4000) = ${literal(value)};\n`)
      const answer = connection.query(declared.join('') + text, LIMITS.queryS)
      return answer.ok ? answer : { ok: false, failure: failureOf(answer.failure) }
    },
    close: () => connection.close(),
  }
}

function failureOf({ state, native }: OdbcFailure): SqlFailure {
  if (TIME_LIMIT_STATE.test(state)) return { kind: 'time-limit', code: state }
  if (CONNECTION_STATE.test(state)) return { kind: 'connection', code: state }
  return { kind: 'server', number: native }
}

function problemOf({ state, native }: OdbcFailure): ConnectProblem {
  const kind = CLIENT_CODES.get(native)
  if (kind !== undefined) return CONNECTION_STATE.test(state) ? { kind, code: `${state} ${native}` } : { kind, number: native }
  if (TIME_LIMIT_STATE.test(state)) return { kind: 'time-limit', code: state }
  return { kind: CONNECTION_STATE.test(state) ? 'lost' : 'server-error', code: `${state} ${native}` }
}
