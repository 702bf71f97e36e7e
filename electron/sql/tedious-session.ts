import { Connection, type ConnectionConfiguration, Request, TYPES } from 'tedious'

import { connectProblem, decisiveNumber, errorCodesOf } from './connect-problem.ts'
import type { SqlConnected, SqlFailure, SqlParameters, SqlResult, SqlRow, SqlSession } from './session.ts'
import type { SqlSignIn } from './sign-in.ts'
import { valueText } from './value-text.ts'

/** A server that has no answer to the question will hardly have one to its end: nobody waits long for that. */
const CANCEL_MS = 1000

/**
 * What our own limits give beyond those of the library, which come first and say more.
 *
 * The library counts to the first packet of an answer and starts anew at every redirection: a server that stops in the middle of a row,
 * or sends its client in circles, would be waited for without end.
 */
const GRACE_MS = 2 * CANCEL_MS

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
  /** from the question to the last row */
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
  const failure = await signIn(connection, limits)
  if (failure === null) return { ok: true, session: sessionOf(connection, limits) }
  connection.close()
  if (failure === LATE) return { ok: false, problem: { kind: 'time-limit' } }
  return { ok: false, problem: connectProblem(decisiveNumber(numbers), errorCodesOf(failure)) }
}

const LATE = 'late'

/** What went wrong; null: signed in. */
function signIn(connection: Connection, { connectMs }: SqlLimits): Promise<Error | typeof LATE | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(LATE), connectMs + GRACE_MS)
    connection.connect((error) => {
      clearTimeout(timer)
      resolve(error ?? null)
    })
  })
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
function sessionOf(connection: Connection, limits: SqlLimits): SqlSession {
  let last: Promise<unknown> = Promise.resolve()
  return {
    protection: 'tls',
    query: (text, parameters = {}) => {
      const answer = last.then(() => ask({ connection, text, parameters, limits }))
      last = answer
      return answer
    },
    close: () => connection.close(),
  }
}

interface Question {
  readonly connection: Connection
  readonly text: string
  readonly parameters: SqlParameters
  readonly limits: SqlLimits
}

function ask({ connection, text, parameters, limits }: Question): Promise<SqlResult<readonly SqlRow[]>> {
  return new Promise((resolve) => {
    let rows: SqlRow[] = []
    let isWhole = false
    let number: number | undefined
    const start = performance.now()
    const onMessage = (message: { readonly number: number }): void => {
      number = message.number
    }
    const finish = (result: SqlResult<readonly SqlRow[]>): void => {
      clearTimeout(timer)
      connection.off('errorMessage', onMessage)
      connection.off('end', onEnd)
      resolve(result)
    }
    // Whoever closes the connection does not get an answer from the library.
    const onEnd = (): void => finish({ ok: false, failure: { kind: 'connection' } })
    const timer = setTimeout(() => {
      finish({ ok: false, failure: { kind: 'time-limit' } })
      // Half an answer is still under way: nothing that comes next could be told from it.
      connection.close()
    }, limits.queryMs + GRACE_MS)
    const request = new Request(text, (error) => {
      // Behind the limit it is our own calling back that ends a connection.
      if (error) finish({ ok: false, failure: failureOf(error, { number, isLate: performance.now() - start >= limits.queryMs }) })
      else finish(isWhole ? { ok: true, value: rows } : { ok: false, failure: CUT_SHORT })
    })
    const onDone = (_rowCount: number | undefined, more: boolean): void => {
      isWhole = !more
    }
    request.on('done', onDone)
    request.on('doneProc', onDone)
    connection.on('errorMessage', onMessage)
    connection.on('end', onEnd)
    request.on('columnMetadata', () => {
      rows = []
    })
    request.on('row', (columns: readonly ColumnValue[]) => {
      rows.push(Object.fromEntries(columns.map(({ metadata, value }) => [metadata.colName, valueText(value, metadata.type.name)])))
    })
    for (const [name, value] of Object.entries(parameters)) request.addParameter(name, TYPES.NVarChar, value)
    try {
      // A batch of its own keeps what it sets for the connection; only parameters need the other way.
      if (Object.keys(parameters).length === 0) connection.execSqlBatch(request)
      else connection.execSql(request)
    } catch {
      // The library throws where the connection has gone in the meantime.
      finish({ ok: false, failure: { kind: 'connection' } })
    }
  })
}

/** The library takes a message that ends behind any row for the whole answer: fewer rows would be fewer rights. */
const CUT_SHORT: SqlFailure = { kind: 'connection', code: 'CUT_SHORT' }

interface ColumnValue {
  readonly value: unknown
  readonly metadata: { readonly colName: string; readonly type: { readonly name: string } }
}

function failureOf(error: Error, { number, isLate }: { readonly number: number | undefined; readonly isLate: boolean }): SqlFailure {
  const codes = errorCodesOf(error)
  if (codes.includes('ETIMEOUT')) return { kind: 'time-limit' }
  if (number !== undefined && codes[0] === 'EREQUEST') return { kind: 'server', number }
  if (isLate) return { kind: 'time-limit' }
  const code = codes.at(-1)
  return { kind: 'connection', ...(code === undefined ? {} : { code }) }
}
