import type { ConnectProblem } from './connect-problem.ts'

/** What SQL Server, or the way to it, answered instead of rows. */
export interface SqlFailure {
  readonly kind: /** the server answered with an error of its own; `number` says which */
    | 'server'
    /** there was no answer in time */
    | 'time-limit'
    /** the connection is gone, or what came was no answer of SQL Server */
    | 'connection'
  /** number of sys.messages; absent where the server did not answer */
  readonly number?: number
  /** code of the operating system or the client library, e.g. ECONNRESET */
  readonly code?: string
}

export type SqlResult<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: SqlFailure }

/**
 * Columns by name, each as text: a query asks for nothing whose text could be read in two ways.
 *
 * `valueText` says what becomes of each type; the ODBC of Windows writes binary without `0x` and dates in its own way.
 */
export type SqlRow = Readonly<Record<string, string | null>>

export type SqlParameters = Readonly<Record<string, string>>

/**
 * What keeps others from reading along, as the client itself knows it.
 *
 * `tls`: it encrypted the connection before it signed in, and would have none without. `inside`: through memory of this machine that
 * SQL Server shares with its programs, so that nothing crosses a network.
 */
export type SqlProtection = 'tls' | 'inside'

/** One connection of one login. A reading changes nothing; what changes something asks for a session of its own. */
export interface SqlSession {
  /** absent: the client cannot tell, and only the server can */
  readonly protection?: SqlProtection
  /** Rows of the last result set; parameters are `nvarchar`, by their name without the @. */
  query(text: string, parameters?: SqlParameters): Promise<SqlResult<readonly SqlRow[]>>
  /** Ends the connection whatever it is doing. */
  close(): void
}

/** A session, or why there is none. */
export type SqlConnected = { readonly ok: true; readonly session: SqlSession } | { readonly ok: false; readonly problem: ConnectProblem }

/** One English line for a record: what failed and by which number or code, never a text of the server, which is localised. */
export function describeSqlFailure({ kind, number, code }: SqlFailure): string {
  if (kind === 'server') return `SQL Server answered with error ${number ?? 0}`
  const detail = code === undefined ? '' : ` (${code})`
  return kind === 'time-limit' ? `SQL Server did not answer in time${detail}` : `the connection to SQL Server was lost${detail}`
}
