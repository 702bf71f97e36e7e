import { randomBytes } from 'node:crypto'

import type { ConnectProblem } from '#electron/sql/connect-problem.ts'
import { parseServerName, type SqlServerAddress } from '#electron/sql/server-name.ts'
import type { SqlRow, SqlSession } from '#electron/sql/session.ts'
import { connectSqlServer, type SqlLimits } from '#electron/sql/tedious-session.ts'
import { sqlServerVariables } from '../support/needs.ts'

/** An empty SQL Server that may be changed, and the password of its administrator. */
export interface Place {
  readonly address: SqlServerAddress
  readonly password: string
}

/** The one that the variables name; half of it is a mistake of who set them, and no reason to leave the tests out. */
export function placeOf(environment: NodeJS.ProcessEnv): Place {
  const { [sqlServerVariables.place]: name = '', [sqlServerVariables.password]: password = '' } = environment
  const address = parseServerName(name)
  if (address === null || address.port === null || password === '') {
    throw new Error(`${sqlServerVariables.place} has to be HOST,PORT and ${sqlServerVariables.password} the password of sa`)
  }
  return { address, password }
}

export interface Credentials {
  readonly login: string
  readonly password: string
}

/** Long enough for every policy, with characters of four kinds. */
export function newPassword(): string {
  return `aA1!${randomBytes(18).toString('base64url')}`
}

const DEFAULT_PORT = 1433

export async function signIn(
  { address }: Place,
  credentials: Credentials,
  more: { readonly trustCertificate?: boolean; readonly limits?: Partial<SqlLimits> } = {},
): Promise<SqlSession | ConnectProblem> {
  const connected = await connectSqlServer({
    address: { host: address.host, port: address.port ?? DEFAULT_PORT },
    signIn: { kind: 'sql-login', ...credentials },
    trustCertificate: true,
    ...more,
  })
  return connected.ok ? connected.session : connected.problem
}

/** A session that has to come about. */
export async function sessionAs(place: Place, credentials: Credentials, limits?: Partial<SqlLimits>): Promise<SqlSession> {
  const outcome = await signIn(place, credentials, limits === undefined ? {} : { limits })
  if ('kind' in outcome) throw new Error(`${credentials.login} could not sign in: ${JSON.stringify(outcome)}`)
  return outcome
}

/** Of a container that has just been started, until it takes its administrator. */
const STARTS_WITHIN_MS = 180_000
const PAUSE_MS = 2000
/** Databases are made, saved and restored. */
const STATEMENT_MS = 120_000

export async function waitForServer(place: Place): Promise<SqlSession> {
  const until = performance.now() + STARTS_WITHIN_MS
  for (;;) {
    const outcome = await signIn(place, { login: 'sa', password: place.password }, { limits: { queryMs: STATEMENT_MS } })
    if (!('kind' in outcome)) return outcome
    if (performance.now() > until) throw new Error(`no SQL Server came up: ${JSON.stringify(outcome)}`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

/** Runs statements that have to succeed. */
export async function run(session: SqlSession, ...statements: readonly string[]): Promise<readonly SqlRow[]> {
  let rows: readonly SqlRow[] = []
  for (const statement of statements) {
    const answer = await session.query(statement)
    if (!answer.ok)
      throw new Error(`${JSON.stringify(answer.failure)}: ${statement.replaceAll(/PASSWORD = N'(?:[^']|'')*'/g, 'PASSWORD = …')}`)
    rows = answer.value
  }
  return rows
}
