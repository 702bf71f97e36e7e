import { serverQueries } from '../../sql/catalogue-queries.ts'
import type { SqlResult, SqlRow } from '../../sql/session.ts'
import { ask, loginState, type SqlPorts } from './sql-acts.ts'
import { loginQuestions } from './sql-login-questions.ts'

/** Whether there is a SQL login of this name; null: nobody could be asked, or who was asked does not see every login. */
export async function loginExists(ports: SqlPorts, instance: string, login: string): Promise<boolean | null> {
  return await ask(ports, instance, async (session) => {
    const state = await loginState(session, login)
    if (!state.ok) return null
    if (state.value !== null) return state.value.isSqlLogin
    const sight = await first(session.query(loginQuestions.sight))
    return sight?.definitions === '1' || sight?.logins === '1' ? false : null
  })
}

/**
 * When the password was set, on the clock of this program; null: SQL Server does not tell.
 *
 * SQL Server keeps it in its own local time. Its age on that clock is counted back from now, so that neither the zone nor a clock that is
 * wrong there makes a difference. Across a change between summer and winter time it is an hour off.
 */
export async function passwordSetAt(ports: SqlPorts, instance: string, login: string): Promise<Date | null> {
  return await ask(ports, instance, async (session) => {
    const state = await loginState(session, login)
    if (!state.ok || state.value === null) return null
    const ageMs = Date.parse(`${state.value.askedAt}Z`) - Date.parse(`${state.value.setAt}Z`)
    return Number.isNaN(ageMs) ? null : new Date(ports.now().getTime() - ageMs)
  })
}

/** Sessions that go on with the old password until they end; null: they are not shown. */
export async function liveSessions(ports: SqlPorts, instance: string, login: string): Promise<number | null> {
  return await ask(ports, instance, async (session) => {
    const sight = await first(session.query(loginQuestions.sight))
    if (sight?.state !== '1') return null
    const counted = await first(session.query(loginQuestions.sessions, { login }))
    return counted?.sessions ? Number(counted.sessions) : null
  })
}

/** Other servers of an availability group, each of which keeps logins of its own; null: they are not shown. */
export async function replicas(ports: SqlPorts, instance: string): Promise<readonly string[] | null> {
  return await ask(ports, instance, async (session) => {
    const sight = await first(session.query(loginQuestions.sight))
    if (sight?.definitions !== '1') return null
    const answer = await session.query(serverQueries.replicas)
    return answer.ok ? answer.value.flatMap(({ name }) => name ?? []) : null
  })
}

async function first(asked: Promise<SqlResult<readonly SqlRow[]>>): Promise<SqlRow | undefined> {
  const answer = await asked
  return answer.ok ? answer.value[0] : undefined
}
