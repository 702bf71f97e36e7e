import { type SqlToken, tokensOf } from '../t-sql-lexer.ts'
import type { TdsAnswer } from './server.ts'
import type { ResultSet, ServerError } from './tokens.ts'

/** A login as it is now. */
export interface KeptLogin {
  type: 'S' | 'U' | 'R'
  sid: string
  password: string
  disabled: boolean
  policy: boolean
  /** roles and permissions beside the one to connect */
  more: number
  setAt: string | null
  /** what the right password is answered with; null: the login comes in */
  refusedWith: number | null
}

/** A user as it is now, by the SID of its login. */
export interface KeptUser {
  name: string
  readers: number
  connects: number
  more: number
}

export type Statement = 'ALTER LOGIN' | 'CREATE LOGIN' | 'DROP LOGIN' | 'CREATE USER' | 'ALTER ROLE' | 'DROP USER'

/** What becomes of a statement instead of its success; `after`: the change takes place all the same. */
export type Mishap = { readonly number: number; readonly after?: true } | { readonly end: 'hang-up' | 'never'; readonly after?: true }

/** What statements change, and what befalls them. */
export interface ChangingState {
  readonly logins: Map<string, KeptLogin>
  readonly databases: Map<string, Map<string, KeptUser>>
  /** of statements of this kind, in one database or in each; until it is taken out again */
  readonly mishaps: Map<Statement | `${Statement} ${string}`, Mishap>
  /** the policy of Windows; null: it takes the password */
  policy: (password: string, login: string) => number | null
  /** the server's local time; every change takes ten milliseconds */
  clockMs: number
}

const CHANGE_MS = 10

export const keptLogin = (more: Partial<KeptLogin> = {}): KeptLogin => ({
  type: 'S',
  sid: '0x0102030405060708090A0B0C0D0E0F10',
  password: 'the old one, as it was',
  disabled: false,
  policy: true,
  more: 0,
  setAt: '2025-05-17T18:22:41.250',
  refusedWith: null,
  ...more,
})

export const localTime = (ms: number): string => new Date(ms).toISOString().slice(0, -1)

const NO_DATABASE: ServerError = { number: 911 }

/** One statement after the other; what one of them refuses undoes the batch. */
export function runBatch(server: ChangingState, text: string): TdsAnswer {
  const tokens = tokensOf(text)
  if (tokens[0]?.value.toUpperCase() !== 'EXECUTE') return runAll(server, tokens, '')
  const [, database, , , , procedure, inner] = tokens
  const users = server.databases.get(database?.value ?? '')
  if (procedure?.value !== 'sp_executesql') return { number: 102 }
  if (users === undefined) return NO_DATABASE
  const before = structuredClone(users)
  const outcome = runAll(server, tokensOf(inner?.value ?? ''), database?.value ?? '')
  if (typeof outcome === 'object' && 'number' in outcome) server.databases.set(database?.value ?? '', before)
  return outcome
}

const NO_RESULT: ResultSet = { columns: [], rows: [] }

function runAll(server: ChangingState, tokens: readonly SqlToken[], database: string): TdsAnswer {
  for (const statement of statementsIn(tokens)) {
    const words = statement.map(({ kind, value }) => (kind === 'word' ? value.toUpperCase() : ''))
    if (['SET', 'BEGIN', 'COMMIT'].includes(words[0] ?? '')) continue
    const kind = `${words[0]} ${words[1]}` as Statement
    const mishap = server.mishaps.get(`${kind} ${database}`) ?? server.mishaps.get(kind)
    if (mishap?.after === true) execute(server, kind, statement, database)
    if (mishap !== undefined) return 'number' in mishap ? saying(mishap.number, statement) : mishap.end
    const error = execute(server, kind, statement, database)
    if (error !== null) return saying(error, statement)
  }
  return NO_RESULT
}

/** An error that repeats what was sent, as some of the real ones do. */
const saying = (number: number, statement: readonly SqlToken[]): ServerError => ({
  number,
  message: `Fehler bei: ${statement.map(({ value }) => value).join(' ')}`,
})

function statementsIn(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const statements: SqlToken[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'sign' && token.value === ';') statements.push([])
    else statements.at(-1)?.push(token)
  }
  return statements.filter(({ length }) => length > 0)
}

/** Null: done; else the number of the error. */
function execute(server: ChangingState, kind: Statement, statement: readonly SqlToken[], database: string): number | null {
  const { logins } = server
  const name = statement[2]?.value ?? ''
  const users = server.databases.get(database)
  switch (kind) {
    case 'ALTER LOGIN':
      return alterLogin(server, name, statement)
    case 'CREATE LOGIN':
      return createLogin(server, name, statement)
    case 'DROP LOGIN':
      return logins.delete(name) ? null : 15_151
    case 'CREATE USER': {
      const sid = logins.get(statement[5]?.value ?? '')?.sid
      if (sid === undefined) return 15_007
      if ([...(users?.values() ?? [])].some((user) => user.name === name)) return 15_023
      users?.set(sid, { name, readers: 0, connects: 1, more: 0 })
      return null
    }
    case 'ALTER ROLE': {
      const user = [...(users?.values() ?? [])].find((each) => each.name === statement[5]?.value)
      if (user === undefined) return 15_151
      if (name === 'db_datareader') user.readers = 1
      else user.more += 1
      return null
    }
    case 'DROP USER': {
      const sid = [...(users ?? [])].find(([, user]) => user.name === name)?.[0]
      return sid !== undefined && users?.delete(sid) === true ? null : 15_151
    }
    default:
      return 102
  }
}

/** What stands behind `NAME =`. */
function option(statement: readonly SqlToken[], name: string): SqlToken | undefined {
  const index = statement.findIndex(({ kind, value }) => kind === 'word' && value.toUpperCase() === name)
  return index < 0 ? undefined : statement[index + 2]
}

function alterLogin(server: ChangingState, name: string, statement: readonly SqlToken[]): number | null {
  const login = server.logins.get(name)
  if (login?.type !== 'S') return 15_151
  if (statement[3]?.value.toUpperCase() === 'DISABLE') {
    login.disabled = true
    return null
  }
  const password = option(statement, 'PASSWORD')
  if (password?.kind !== 'text') return 102
  const refused = login.policy ? server.policy(password.value, name) : null
  if (refused !== null) return refused
  login.password = password.value
  login.setAt = nextTime(server)
  return null
}

function createLogin(server: ChangingState, name: string, statement: readonly SqlToken[]): number | null {
  const [password, sid] = [option(statement, 'PASSWORD'), option(statement, 'SID')]
  if (password?.kind !== 'text' || sid?.kind !== 'number') return 102
  if (server.logins.has(name)) return 15_025
  if (name.includes('\\')) return 15_006
  const policy = option(statement, 'CHECK_POLICY')?.value === 'ON'
  const refused = policy ? server.policy(password.value, name) : null
  if (refused !== null) return refused
  server.logins.set(name, keptLogin({ sid: sid.value, password: password.value, policy, setAt: nextTime(server) }))
  return null
}

function nextTime(server: ChangingState): string {
  server.clockMs += CHANGE_MS
  return localTime(server.clockMs)
}
