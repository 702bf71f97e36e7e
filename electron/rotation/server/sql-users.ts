import type { SqlResult, SqlSession } from '../../sql/session.ts'
import { type Acted, acted, notDone } from './acted.ts'
import { change, inSession, loginState, type SqlPorts } from './sql-acts.ts'
import { userQuestion } from './sql-login-questions.ts'
import { codeOf, unknown } from './sql-outcomes.ts'
import { dropLoginStatement, dropUserBatch, nameFault, readOnlyUserBatch, sidOf } from './sql-statements.ts'

/** What the new login of a password change may do. */
export interface SqlRights {
  /** the databases that it may read */
  readonly databases: readonly string[]
}

/** Who a login is inside of a database. */
interface DatabaseUser {
  readonly name: string
  readonly isReader: boolean
  readonly connects: boolean
  readonly hasMore: boolean
}

/** The database is not there, said of its name and of a view that every database has. */
const NO_DATABASE: ReadonlySet<number | undefined> = new Set([208, 911])

async function userIn(session: SqlSession, database: string, sid: string): Promise<SqlResult<DatabaseUser | null>> {
  const answer = await session.query(userQuestion(database), { sid })
  if (!answer.ok) return answer
  const [row] = answer.value
  if (row === undefined) return { ok: true, value: null }
  const { name, readers, connects, more } = row
  return { ok: true, value: { name: name ?? '', isReader: readers === '1', connects: connects === '1', hasMore: more !== '0' } }
}

const mayReadOnly = (user: DatabaseUser | null): boolean => user?.isReader === true && user.connects && !user.hasMore

/** Lets a login of this password change read each of the databases, in one batch each, and nothing else. */
export async function grantRights(ports: SqlPorts, instance: string, login: string, { databases }: SqlRights): Promise<Acted> {
  const fault = nameFault(login, ...databases)
  if (fault !== null) return notDone(fault)
  const sid = sidOf(ports.run, login)
  return await inSession(ports, instance, async (session) => {
    const state = await loginState(session, login)
    if (!state.ok) return notDone(codeOf(state.failure))
    if (state.value === null) return notDone('sql-no-such-login')
    return state.value.sid === sid ? await mapUsers(session, login, sid, databases) : notDone('sql-not-ours')
  })
}

/** One database after the other; the first that refuses ends it. */
export async function mapUsers(session: SqlSession, login: string, sid: string, databases: readonly string[]): Promise<Acted> {
  return await inTurn(databases, async (database) => {
    const before = await userIn(session, database, sid)
    if (!before.ok) return notDone(codeOf(before.failure))
    if (mayReadOnly(before.value)) return null
    if (before.value !== null && (before.value.hasMore || !before.value.connects)) return notDone('sql-other-rights')
    return await change(session, readOnlyUserBatch(database, login, before.value?.name ?? null), async () => {
      const after = await userIn(session, database, sid)
      return after.ok ? mayReadOnly(after.value) : null
    })
  })
}

/**
 * Takes away what `createLogin` and `grantRights` of the same password change made, and nothing else.
 *
 * The login goes first: where it is still signed in nothing is taken away. Its users are known by its SID without it.
 */
export async function removeLogin(ports: SqlPorts, instance: string, login: string, databases: readonly string[]): Promise<Acted> {
  const fault = nameFault(login, ...databases)
  if (fault !== null) return notDone(fault)
  const sid = sidOf(ports.run, login)
  return await inSession(ports, instance, async (session) => {
    const state = await loginState(session, login)
    if (!state.ok) return notDone(codeOf(state.failure))
    if (state.value !== null && state.value.sid !== sid) return notDone('sql-not-ours')
    const dropped = state.value === null ? null : await dropLogin(session, login)
    if (dropped !== null && dropped.kind !== 'done') return dropped
    const users = await inTurn(databases, (database) => dropUser(session, database, sid))
    return users.kind === 'failed' && dropped !== null ? unknown(users.code) : users
  })
}

async function dropLogin(session: SqlSession, login: string): Promise<Acted> {
  return await change(session, dropLoginStatement(login), async () => {
    const after = await loginState(session, login)
    return after.ok ? after.value === null : null
  })
}

async function dropUser(session: SqlSession, database: string, sid: string): Promise<Acted | null> {
  const before = await userIn(session, database, sid)
  if (!before.ok) return NO_DATABASE.has(before.failure.number) ? null : notDone(codeOf(before.failure))
  if (before.value === null) return null
  return await change(session, dropUserBatch(database, before.value.name), async () => {
    const after = await userIn(session, database, sid)
    return after.ok ? after.value === null : null
  })
}

/** Null of `act`: there was nothing to do. What was done before a refusal stays, and a later try goes on behind it. */
async function inTurn(databases: readonly string[], act: (database: string) => Promise<Acted | null>): Promise<Acted> {
  let hasChanged = false
  for (const database of databases) {
    const outcome = await act(database)
    if (outcome?.kind === 'failed' && hasChanged) return { ...outcome, outcome: 'unknown' }
    if (outcome !== null && outcome.kind !== 'done') return outcome
    hasChanged ||= outcome !== null
  }
  return acted
}
