import { Connection, type ConnectionConfiguration, Request, TYPES } from 'tedious'

import { connectProblem, errorCodesOf } from './connect-problem.ts'
import type { SqlConnected, SqlFailure, SqlParameters, SqlResult, SqlRow, SqlSession } from './session.ts'
import type { SqlSignIn } from './sign-in.ts'

/** A server that has no answer to the question will hardly have one to its end: nobody waits long for that. */
const CANCEL_MS = 1000

export interface SqlConnectRequest {
  readonly address: { readonly host: string; readonly port: number }
  readonly signIn: Exclude<SqlSignIn, { readonly kind: 'integrated' }>
  /** A person decided to take whatever certificate the server has. */
  readonly trustCertificate: boolean
  readonly limits?: Partial<SqlLimits>
}

/** In milliseconds. */
export interface SqlLimits {
  /** from the first packet to the end of the sign-in */
  readonly connectMs: number
  readonly queryMs: number
}

/** A server in the same house answers within milliseconds; a busy one, or one that wakes a database, within seconds. */
const LIMITS: SqlLimits = { connectMs: 15_000, queryMs: 30_000 }

/**
 * Opens one encrypted connection. The library's own debug events are never listened to: they would hold the password.
 *
 * Without encryption there is no connection: the password would cross the wire as good as readable.
 */
export async function connectSqlServer(request: SqlConnectRequest): Promise<SqlConnected> {
  const limits = { ...LIMITS, ...request.limits }
  const connection = new Connection(configurationOf(request, limits))
  const numbers: number[] = []
  connection.on('errorMessage', ({ number }) => numbers.push(number))
  // An error after the sign-in ends the request that is under way, which tells it; nobody else has to know.
  connection.on('error', () => undefined)
  try {
    await new Promise<void>((resolve, reject) => {
      connection.connect((error) => (error ? reject(error) : resolve()))
    })
  } catch (error) {
    connection.close()
    // The last message is that of the refusal itself; earlier ones tell of changed languages and databases.
    return { ok: false, problem: connectProblem(numbers.at(-1) ?? null, errorCodesOf(error)) }
  }
  return { ok: true, session: sessionOf(connection) }
}

function configurationOf({ address, signIn, trustCertificate }: SqlConnectRequest, limits: SqlLimits): ConnectionConfiguration {
  return {
    server: address.host,
    authentication:
      signIn.kind === 'sql-login'
        ? { type: 'default', options: { userName: signIn.login, password: signIn.password } }
        : { type: 'ntlm', options: { domain: signIn.domain, userName: signIn.user, password: signIn.password } },
    options: {
      port: address.port,
      encrypt: true,
      trustServerCertificate: trustCertificate,
      connectTimeout: limits.connectMs,
      requestTimeout: limits.queryMs,
      cancelTimeout: CANCEL_MS,
      maxRetriesOnTransientErrors: 0,
      appName: 'ERP Sync Security Checkup',
      database: 'master',
      useColumnNames: false,
      rowCollectionOnRequestCompletion: false,
    },
  }
}

/** One question at a time: a second waits for the first. */
function sessionOf(connection: Connection): SqlSession {
  let last: Promise<unknown> = Promise.resolve()
  return {
    query: (text, parameters = {}) => {
      const answer = last.then(() => ask(connection, text, parameters))
      last = answer
      return answer
    },
    close: () => connection.close(),
  }
}

function ask(connection: Connection, text: string, parameters: SqlParameters): Promise<SqlResult<readonly SqlRow[]>> {
  return new Promise((resolve) => {
    const rows: SqlRow[] = []
    let number: number | undefined
    const request = new Request(text, (error) => {
      connection.off('errorMessage', onMessage)
      resolve(error ? { ok: false, failure: failureOf(error, number) } : { ok: true, value: rows })
    })
    const onMessage = (message: { readonly number: number }): void => {
      number = message.number
    }
    connection.on('errorMessage', onMessage)
    request.on('row', (columns: readonly { readonly value: unknown; readonly metadata: { readonly colName: string } }[]) => {
      rows.push(Object.fromEntries(columns.map(({ metadata, value }) => [metadata.colName, textOf(value)])))
    })
    for (const [name, value] of Object.entries(parameters)) request.addParameter(name, TYPES.NVarChar, value)
    try {
      // A batch of its own keeps what it sets for the connection; only parameters need the other way.
      if (Object.keys(parameters).length === 0) connection.execSqlBatch(request)
      else connection.execSql(request)
    } catch {
      // The library throws where the connection has gone in the meantime.
      connection.off('errorMessage', onMessage)
      resolve({ ok: false, failure: { kind: 'connection' } })
    }
  })
}

function failureOf(error: Error, number: number | undefined): SqlFailure {
  const codes = errorCodesOf(error)
  if (codes.includes('ETIMEOUT')) return { kind: 'time-limit' }
  if (number !== undefined && codes[0] === 'EREQUEST') return { kind: 'server', number }
  const code = codes.at(-1)
  return { kind: 'connection', ...(code === undefined ? {} : { code }) }
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? '1' : '0'
  return String(value)
}
