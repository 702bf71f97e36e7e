import { literal } from '#shared/sql-login/t-sql.ts'
import type { Odbc, OdbcConnection, OdbcFailure } from '../win32/odbc.ts'
import { type ConnectProblem, type ConnectProblemKind, connectProblem } from './connect-problem.ts'
import type { SqlServerAddress } from './server-name.ts'
import type { SqlConnected, SqlFailure, SqlParameters, SqlProtection, SqlSession } from './session.ts'
import type { SqlSignIn } from './sign-in.ts'

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
export async function connectOdbc(odbc: Odbc, address: SqlServerAddress, trustCertificate: boolean): Promise<SqlConnected> {
  const driver = newestDriver(odbc)
  if (driver === undefined) return { ok: false, problem: { kind: 'server-error', code: 'no ODBC driver' } }
  const inside = address.isHere === true ? await odbc.connect(sharedMemoryString(driver, address, AS_MYSELF), LIMITS.connectS) : null
  if (inside?.ok) return { ok: true, session: sessionOf(inside.value, 'inside') }
  // Refused by the server itself: another way in would be refused as well.
  if (inside !== null && !isUnreached(inside.failure)) return { ok: false, problem: problemOf(inside.failure) }
  const connected = await odbc.connect(connectionString(driver, address, trustCertificate), LIMITS.connectS)
  return connected.ok ? { ok: true, session: sessionOf(connected.value) } : { ok: false, problem: problemOf(connected.failure) }
}

/** There is nobody at the other end; every other failure may have come after the password was sent. */
const NOBODY_THERE = '08001'

/**
 * Signs in as a login of SQL Server itself without a network; null: SQL Server is elsewhere, or this way is closed.
 *
 * It is the only way to an instance whose TCP is switched off, and asks for no certificate. A sign-in that was refused is not tried
 * again on another way: it would count twice. SECURITY: the password stands in the text for the driver, which stays on this machine.
 */
export async function connectInside(
  odbc: Odbc,
  address: SqlServerAddress,
  { login, password }: Extract<SqlSignIn, { readonly kind: 'sql-login' }>,
): Promise<SqlConnected | null> {
  const driver = address.isHere === true ? newestDriver(odbc) : undefined
  if (driver === undefined) return null
  const inside = await odbc.connect(sharedMemoryString(driver, address, { UID: braced(login), PWD: braced(password) }), LIMITS.connectS)
  if (inside.ok) return { ok: true, session: sessionOf(inside.value, 'inside') }
  const { failure } = inside
  if (failure.state === NOBODY_THERE) return null
  return { ok: false, problem: isUnreached(failure) ? problemOf(failure) : connectProblem(failure.native, []) }
}

/** A value in which nothing ends it: a closing brace stands twice. */
const braced = (value: string): string => `{${value.replaceAll('}', '}}')}}`

function newestDriver(odbc: Odbc): string | undefined {
  const installed = odbc.drivers()
  return installed.ok ? DRIVERS.find((name) => installed.value.includes(name)) : undefined
}

function isUnreached({ state }: OdbcFailure): boolean {
  return CONNECTION_STATE.test(state) || TIME_LIMIT_STATE.test(state)
}

type ConnectionValues = Readonly<Record<string, string>>

const AS_MYSELF: ConnectionValues = { Trusted_Connection: 'Yes' }

/**
 * The way through the memory that SQL Server shares with programs of its own machine.
 *
 * Nothing of it crosses a network, so it needs neither encryption nor the certificate, which is mostly one that SQL Server made for
 * itself. It can be switched off: then the network is the way.
 */
function sharedMemoryString(driver: string, { instance }: SqlServerAddress, signIn: ConnectionValues): string {
  return parametersOf(driver, `lpc:.${instance === null ? '' : `\\${instance}`}`, { ...signIn, Encrypt: 'No' })
}

/** Nothing in it is secret: the system signs in. Names of servers have none of the characters that could end a value. */
function connectionString(driver: string, { host, instance, port }: SqlServerAddress, trustCertificate: boolean): string {
  const place = port === null ? `${host}${instance === null ? '' : `\\${instance}`}` : `tcp:${host},${port}`
  return parametersOf(driver, place, { ...AS_MYSELF, Encrypt: 'Yes', TrustServerCertificate: trustCertificate ? 'Yes' : 'No' })
}

function parametersOf(driver: string, place: string, more: ConnectionValues): string {
  const values = {
    Driver: `{${driver}}`,
    Server: place,
    Database: 'master',
    ...more,
    APP: 'ERP Sync Security Checkup',
  }
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(';')
}

function sessionOf(connection: OdbcConnection, protection?: SqlProtection): SqlSession {
  return {
    ...(protection === undefined ? {} : { protection }),
    query: async (text, parameters = {}) => {
      const answer = await connection.query(withParameters(text, parameters), LIMITS.queryS)
      return answer.ok ? answer : { ok: false, failure: failureOf(answer.failure) }
    },
    close: () => connection.close(),
  }
}

/**
 * In a batch of its own, as the other client library sends it: an impersonation ends with it whatever happens inside, while in the
 * outer batch an error that no CATCH sees would leave the session to the other login.
 */
function withParameters(text: string, parameters: SqlParameters): string {
  const names = Object.keys(parameters)
  if (names.length === 0) return text
  const declared = names.map((name) => `@${name} nvarchar(4000)`).join(', ')
  const values = Object.entries(parameters).map(([name, value]) => `@${name} = ${literal(value)}`)
  return `EXECUTE sys.sp_executesql ${literal(text)}, ${literal(declared)}, ${values.join(', ')};`
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
