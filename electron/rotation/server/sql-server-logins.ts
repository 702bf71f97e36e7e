import type { PlannedLogin } from '#shared/rotation/plan.ts'
import { acted, notDone } from './acted.ts'
import { accountOf, type LoginHands } from './login-hands.ts'
import { type SecretOf, withSecret } from './outcome.ts'
import type { SqlHands } from './sql-logins.ts'
import type { WhichPassword } from './which-password.ts'

export interface SqlLoginPorts {
  readonly sql: SqlHands
  readonly secretOf: SecretOf
  readonly whichPassword: WhichPassword
}

interface Place {
  readonly instance: string
  readonly login: string
}

/** `INSTANCE/login` of a key; the name of a login may hold a slash, that of an instance does not. */
function placeOf(login: PlannedLogin, generation: number | undefined): Place {
  const full = accountOf(login, generation)
  const slash = full.indexOf('/')
  return { instance: full.slice(0, slash), login: full.slice(slash + 1) }
}

const READER = /^db_datareader: (.+)$/

/** The databases that a plan lets the new login read. */
const databasesOf = ({ change }: PlannedLogin): readonly string[] =>
  change.kind === 'new-user' ? change.rights.flatMap((right) => READER.exec(right)?.[1] ?? []) : []

/** Logins of SQL Server that keep a password of their own. */
export function createSqlServerLogins({ sql, secretOf, whichPassword }: SqlLoginPorts): LoginHands {
  return {
    setPassword: (login, intent) => {
      const { instance, login: name } = placeOf(login, intent.generation)
      return withSecret(secretOf, intent, (secret) => sql.setPassword(instance, name, secret))
    },
    create: (login, intent) => {
      const { instance, login: name } = placeOf(login, 1)
      return withSecret(secretOf, intent, (secret) => sql.createLogin(instance, name, secret, { databases: databasesOf(login) }))
    },
    grantRights: (login) => {
      const { instance, login: name } = placeOf(login, 1)
      return sql.grantRights(instance, name, { databases: databasesOf(login) })
    },
    denyRemoteDesktop: async () => acted,
    verify: async (login, intent) => {
      const { instance, login: name } = placeOf(login, intent.generation)
      if (intent.check === 'sign-in') return await withSecret(secretOf, intent, (secret) => sql.signIn(instance, name, secret))
      const exists = await sql.exists(instance, name)
      return exists === true ? acted : notDone(exists === false ? 'sql-15151' : 'sql-not-read')
    },
    retire: (login) => {
      const { instance, login: name } = placeOf(login, 0)
      return sql.disableLogin(instance, name)
    },
    remove: (login) => {
      const { instance, login: name } = placeOf(login, 1)
      return sql.removeLogin(instance, name, databasesOf(login))
    },
    exists: (login) => {
      const { instance, login: name } = placeOf(login, 1)
      return sql.exists(instance, name)
    },
    whichPassword: (login, question) => {
      const { instance, login: name } = placeOf(login, 1)
      return whichPassword({
        question,
        isNewUser: login.change.kind === 'new-user',
        passwordSetAt: () => sql.passwordSetAt(instance, name),
        signIn: (generation) => withSecret(secretOf, { login: login.key, generation }, (secret) => sql.signIn(instance, name, secret)),
      })
    },
  }
}
