import { loginQuestions, userQuestion } from '#electron/rotation/server/sql-login-questions.ts'
import { serverQueries } from '#electron/sql/catalogue-queries.ts'
import { type ChangingState, type KeptLogin, type KeptUser, keptLogin, localTime, runBatch } from './changing-statements.ts'
import type { LoginRequest } from './requests.ts'
import type { TdsAnswer, TdsServerParts } from './server.ts'
import type { ResultSet, ServerError } from './tokens.ts'

type Value = string | number | null
type Row = Readonly<Record<string, Value>>

export interface ChangingServer extends ChangingState {
  /** instead of an answer to a question, by its text */
  readonly refusedQuestions: Map<string, number>
  connection: { encrypted: string; transport: string } | null
  sight: { definitions: Value; logins: Value; state: Value }
  refusal: { windows_only: Value; definitions: Value; connects: Value; denials: Value; closed: Value }
  sessions: number
  replicas: readonly string[]
  readonly parts: Pick<TdsServerParts, 'signIn' | 'answer'>
}

/** Who may do everything here. */
export const ADMINISTRATOR = { login: 'sa', password: 'Der Verwalter dieses Servers 1' } as const

const AT_FIRST_MS = Date.parse('2026-11-23T12:00:00.000Z')
const LOGIN_FAILED: ServerError = { number: 18_456 }

/** A server whose logins, passwords and users really change, by the statements that it is sent. */
export function createChangingServer(
  logins: Readonly<Record<string, Partial<KeptLogin>>>,
  databases: readonly string[] = [],
): ChangingServer {
  const server: ChangingServer = {
    logins: new Map(Object.entries(logins).map(([name, login]) => [name, keptLogin(login)])),
    databases: new Map(databases.map((name) => [name, new Map<string, KeptUser>()])),
    mishaps: new Map(),
    refusedQuestions: new Map(),
    policy: () => null,
    connection: { encrypted: 'TRUE', transport: 'TCP' },
    sight: { definitions: 1, logins: 1, state: 1 },
    refusal: { windows_only: 0, definitions: 1, connects: 1, denials: 0, closed: 0 },
    sessions: 0,
    replicas: [],
    clockMs: AT_FIRST_MS,
    parts: {
      signIn: (request) => signIn(server, request),
      answer: (text, parameters) => answer(server, text, parameters),
    },
  }
  return server
}

/** As the client is told it: of everything but the password only where that is right. */
function signIn({ logins, refusal }: ChangingServer, { user, password }: LoginRequest): ServerError | null {
  if (user === ADMINISTRATOR.login) return password === ADMINISTRATOR.password ? null : LOGIN_FAILED
  const login = logins.get(user)
  if (login?.type !== 'S' || login.password !== password || refusal.windows_only === 1) return LOGIN_FAILED
  if (login.disabled) return { number: 18_470 }
  return login.refusedWith === null ? null : { number: login.refusedWith }
}

const table = (...rows: readonly Row[]): ResultSet => ({
  columns: Object.keys(rows[0] ?? { nothing: null }),
  rows: rows.map((row) => Object.values(row)),
})

function answer(server: ChangingServer, text: string, parameters: Readonly<Record<string, string>>): TdsAnswer {
  const refused = server.refusedQuestions.get(text)
  if (refused !== undefined) return { number: refused }
  const rows = rowsOf(server, text, parameters)
  if (rows !== null) return table(...rows)
  // What the client library and the product set for their connection has no result.
  if (/^\s*set /i.test(text)) return { columns: [], rows: [] }
  return runBatch(server, text)
}

/** Null: it is no question. */
function rowsOf(server: ChangingServer, text: string, { login = '', sid = '' }: Readonly<Record<string, string>>): readonly Row[] | null {
  const kept = server.logins.get(login)
  switch (text) {
    case loginQuestions.connection:
      return server.connection === null ? [] : [server.connection]
    case loginQuestions.login:
      return kept === undefined ? [] : [loginRow(server, login, kept)]
    case loginQuestions.sight:
      return [server.sight]
    case loginQuestions.sessions:
      return [{ sessions: server.sessions }]
    case loginQuestions.refusal:
      return kept?.type === 'S' ? [{ ...server.refusal, disabled: Number(kept.disabled) }] : []
    case serverQueries.replicas:
      return server.replicas.map((name) => ({ name }))
    default: {
      const users = [...server.databases].find(([name]) => text === userQuestion(name))?.[1]
      const user = users?.get(sid)
      return users === undefined ? null : user === undefined ? [] : [{ ...user }]
    }
  }
}

function loginRow({ clockMs }: ChangingServer, name: string, { type, sid, disabled, policy, more, setAt }: KeptLogin): Row {
  const own = Number(name === ADMINISTRATOR.login)
  const isChecked = type === 'S' ? Number(policy) : null
  return { type, sid, disabled: Number(disabled), policy: isChecked, own, set_at: setAt, asked_at: localTime(clockMs), more }
}
