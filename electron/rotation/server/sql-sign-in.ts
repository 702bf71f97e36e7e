import type { SqlRow } from '../../sql/session.ts'
import { type Acted, acted, notDone } from './acted.ts'
import type { SecretText } from './secret-text.ts'
import { ask, faultOf, type SqlPorts, textOf } from './sql-acts.ts'
import { loginQuestions } from './sql-login-questions.ts'
import { noSignIn } from './sql-outcomes.ts'

const LOGIN_FAILED = 18_456

/**
 * Signs in as a SQL login over a new connection, and out again.
 *
 * SQL Server answers with 18456 to a wrong password, and as well to a login that it does not know, that is disabled while the password
 * is wrong, that may not connect, or to every SQL login where it takes Windows accounts alone; which of them, it keeps from the client
 * (MSSQLSERVER_18456: the client always gets state 1). So it proves a wrong password only where an administrator's session then sees that
 * none of the others is the case. A disabled (18470), locked (18486), expired (18487) login, one that must change its password (18488) or
 * whose database is closed (4060, 4064) proves nothing: those come with the right password, or before it is compared.
 */
export async function signIn(ports: SqlPorts, instance: string, login: string, password: SecretText): Promise<Acted> {
  const fault = faultOf(password)
  if (fault !== null) return notDone(fault)
  const connected = await password.use((utf16le) => ports.openAs(instance, login, textOf(utf16le)))
  if (connected.ok) {
    connected.session.close()
    return acted
  }
  const outcome = noSignIn(connected.problem)
  if (connected.problem.number !== LOGIN_FAILED || outcome.kind !== 'no-sign-in') return outcome
  return { ...outcome, proves: (await isPasswordAlone(ports, instance, login)) === true ? 'wrong-password' : 'nothing' }
}

/** Null: nobody can be asked. */
async function isPasswordAlone(ports: SqlPorts, instance: string, login: string): Promise<boolean | null> {
  return await ask(ports, instance, async (session) => {
    const answer = await session.query(loginQuestions.refusal, { login })
    return answer.ok && answer.value.length === 1 && answer.value.every(leavesThePassword)
  })
}

/** Denials count only as far as they are seen, so everything has to be. */
function leavesThePassword({ windows_only, definitions, disabled, connects, denials, closed }: SqlRow): boolean {
  const isSeen = definitions === '1'
  return isSeen && windows_only === '0' && disabled === '0' && connects === '1' && denials === '0' && closed === '0'
}
