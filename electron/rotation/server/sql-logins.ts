import { type Acted, acted, notDone } from './acted.ts'
import type { SecretText } from './secret-text.ts'
import { change, faultOf, inSession, type LoginState, loginState, NOT_READ_BACK, type SqlPorts, setSecret } from './sql-acts.ts'
import { codeOf, unknown } from './sql-outcomes.ts'
import { liveSessions, loginExists, passwordSetAt, replicas } from './sql-readings.ts'
import { signIn } from './sql-sign-in.ts'
import { createLoginStatement, disableLoginStatement, nameFault, setPasswordStatement, sidOf } from './sql-statements.ts'
import { grantRights, mapUsers, removeLogin, type SqlRights } from './sql-users.ts'

/**
 * What a password change does to the logins of SQL Server. Every act is read back, and can be done twice.
 *
 * An instance is named as its login key names it. Codes are `sql-` with a number of sys.messages, with the kind of a connect problem
 * (`sql-connect-…`), or with a word of our own; shared/texts/rotation-codes-sql.ts has a line for each.
 */
export interface SqlHands {
  setPassword(instance: string, login: string, next: SecretText): Promise<Acted>
  /** Refuses a login that was there before; one that a try of the same password change made gets the password and its rights. */
  createLogin(instance: string, login: string, next: SecretText, rights: SqlRights): Promise<Acted>
  /** of a login that this password change made */
  grantRights(instance: string, login: string, rights: SqlRights): Promise<Acted>
  /** of a login that this password change made; one that is gone already is done */
  removeLogin(instance: string, login: string, databases: readonly string[]): Promise<Acted>
  /** Sessions that are open go on. */
  disableLogin(instance: string, login: string): Promise<Acted>
  /** null: cannot be told, here and below */
  exists(instance: string, login: string): Promise<boolean | null>
  passwordSetAt(instance: string, login: string): Promise<Date | null>
  signIn(instance: string, login: string, password: SecretText): Promise<Acted>
  liveSessions(instance: string, login: string): Promise<number | null>
  /** names of the other servers on which the login has to change as well, by hand */
  replicas(instance: string): Promise<readonly string[] | null>
}

export function createSqlHands(ports: SqlPorts): SqlHands {
  return {
    setPassword: (instance, login, next) => setPassword(ports, instance, login, next),
    createLogin: (instance, login, next, rights) => createLogin(ports, { instance, login, next, rights }),
    grantRights: (instance, login, rights) => grantRights(ports, instance, login, rights),
    removeLogin: (instance, login, databases) => removeLogin(ports, instance, login, databases),
    disableLogin: (instance, login) => disableLogin(ports, instance, login),
    exists: (instance, login) => loginExists(ports, instance, login),
    passwordSetAt: (instance, login) => passwordSetAt(ports, instance, login),
    signIn: (instance, login, password) => signIn(ports, instance, login, password),
    liveSessions: (instance, login) => liveSessions(ports, instance, login),
    replicas: (instance) => replicas(ports, instance),
  }
}

async function setPassword(ports: SqlPorts, instance: string, login: string, next: SecretText): Promise<Acted> {
  const fault = nameFault(login) ?? faultOf(next)
  if (fault !== null) return faultyPassword(fault)
  return await inSession(ports, instance, async (session) => {
    const before = await loginState(session, login)
    if (!before.ok) return notDone(codeOf(before.failure))
    if (before.value === null || !before.value.isSqlLogin) return notDone('sql-no-such-login')
    return await setSecret(session, newPassword(login, next, before.value))
  })
}

/** Known by the time at which it was set: no two changes of one login have the same. */
const newPassword = (login: string, password: SecretText, before: LoginState): Parameters<typeof setSecret>[1] => ({
  login,
  password,
  statement: (text) => setPasswordStatement(login, text),
  hasHappened: (after) => after !== null && after.setAt !== null && after.setAt !== before.setAt,
})

interface NewLogin {
  readonly instance: string
  readonly login: string
  readonly next: SecretText
  readonly rights: SqlRights
}

async function createLogin(ports: SqlPorts, { instance, login, next, rights }: NewLogin): Promise<Acted> {
  const fault = nameFault(login, ...rights.databases) ?? faultOf(next)
  if (fault !== null) return faultyPassword(fault)
  const sid = sidOf(ports.run, login)
  return await inSession(ports, instance, async (session) => {
    const before = await loginState(session, login)
    if (!before.ok) return notDone(codeOf(before.failure))
    if (before.value !== null && before.value.sid !== sid) return notDone('sql-login-exists')
    const outcome = await setSecret(
      session,
      before.value === null
        ? { login, password: next, statement: (text) => createLoginStatement(login, text, sid), hasHappened: (after) => after?.sid === sid }
        : newPassword(login, next, before.value),
    )
    if (outcome.kind !== 'done') return outcome
    const made = await loginState(session, login)
    if (!made.ok || made.value === null || !made.value.isPolicyChecked || made.value.isDisabled) return unknown(NOT_READ_BACK)
    if (made.value.hasMore) return unknown('sql-other-rights')
    const mapped = await mapUsers(session, login, sid, rights.databases)
    // The login is there, whatever its rights are.
    return mapped.kind === 'failed' ? unknown(mapped.code) : mapped
  })
}

async function disableLogin(ports: SqlPorts, instance: string, login: string): Promise<Acted> {
  const fault = nameFault(login)
  if (fault !== null) return notDone(fault)
  return await inSession(ports, instance, async (session) => {
    const before = await loginState(session, login)
    if (!before.ok) return notDone(codeOf(before.failure))
    if (before.value === null || !before.value.isSqlLogin) return notDone('sql-no-such-login')
    if (before.value.isDisabled) return acted
    // Nobody could enable it again with the account that made the change.
    if (before.value.isOwn) return notDone('sql-own-login')
    return await change(session, disableLoginStatement(login), async () => {
      const after = await loginState(session, login)
      return after.ok && after.value !== null ? after.value.isDisabled : null
    })
  })
}

const NAME_FAULT = 'sql-name-characters'

/** A password that is never sent is refused as SQL Server would refuse it. */
const faultyPassword = (fault: string): Acted => (fault === NAME_FAULT ? notDone(fault) : { kind: 'refused', code: fault })
