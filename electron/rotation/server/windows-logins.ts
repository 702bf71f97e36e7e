import type { PlannedLogin } from '#shared/rotation/plan.ts'
import type { AccountHands } from './accounts.ts'
import { type Acted, acted, notDone } from './acted.ts'
import { accountOf, bareName, type LoginHands } from './login-hands.ts'
import { type SecretOf, withSecret } from './outcome.ts'
import { grantOnce, type RightsHands } from './rights-once.ts'
import type { SecretText } from './secret-text.ts'
import type { WhichPassword } from './which-password.ts'

export interface WindowsLoginPorts {
  readonly accounts: AccountHands
  readonly rights: RightsHands
  readonly secretOf: SecretOf
  readonly whichPassword: WhichPassword
  /** comment of a user that this change makes, by which it is known again */
  readonly mark: string
  readonly now: () => Date
}

const SECOND_MS = 1000

/** Local Windows accounts. Those of a domain are changed by a person, and only looked at here. */
export function createWindowsLogins({ accounts, rights, secretOf, whichPassword, mark, now }: WindowsLoginPorts): LoginHands {
  const oldUser = (login: PlannedLogin): string => bareName(accountOf(login, 0))
  const newUser = (login: PlannedLogin): string => bareName(accountOf(login, 1))
  return {
    setPassword: async (login, intent) => {
      const user = bareName(accountOf(login, intent.generation))
      return await withSecret(secretOf, intent, async (next) => {
        if (intent.how !== 'change') return await accounts.resetPassword(user, next)
        return await withSecret(secretOf, { login: login.key, generation: 0 }, (old) => accounts.changePassword(user, old, next))
      })
    },
    create: (login, intent) => withSecret(secretOf, intent, (secret) => accounts.createUser(newUser(login), secret, mark)),
    grantRights: async (login) => {
      const wanted = login.change.kind === 'new-user' ? login.change.rights : []
      for (const right of wanted) {
        const granted = await grantOnce(rights, newUser(login), right)
        if (granted.kind !== 'done') return granted
      }
      return acted
    },
    denyRemoteDesktop: (login) => rights.denyRemoteDesktop(newUser(login)),
    verify: async (login, intent) => {
      // What holds in a domain only its services prove, as they start.
      if (login.account === 'domain') return acted
      const user = bareName(accountOf(login, intent.generation))
      if (intent.check === 'sign-in') return await withSecret(secretOf, intent, (secret) => signIn(accounts, login, user, secret))
      const exists = await accounts.exists(user)
      return exists === true ? acted : notDone(exists === false ? 'windows-2221' : 'account-not-read')
    },
    retire: (login) => accounts.disableUser(oldUser(login)),
    remove: (login) => accounts.removeUser(newUser(login)),
    exists: async (login) => (login.account === 'domain' ? null : await accounts.exists(newUser(login))),
    whichPassword: (login, question) => {
      const user = bareName(accountOf(login, 1))
      return whichPassword({
        question,
        isNewUser: login.change.kind === 'new-user',
        passwordSetAt: async () => {
          const ageSeconds = await accounts.passwordAge(user)
          return ageSeconds === null ? null : new Date(now().getTime() - ageSeconds * SECOND_MS)
        },
        signIn: (generation) =>
          withSecret(secretOf, { login: login.key, generation }, (secret) =>
            signIn(accounts, login, bareName(accountOf(login, generation)), secret),
          ),
      })
    },
  }
}

/** As whatever holds it signs in: a service where there is one, else a task, else anything. */
function signIn(accounts: AccountHands, { holders }: PlannedLogin, user: string, secret: SecretText): Promise<Acted> {
  const has = (kind: string): boolean => holders.some((holder) => holder.kind === kind)
  return accounts.signIn(user, secret, has('service') ? 'service' : has('scheduled-task') ? 'batch' : 'network')
}
