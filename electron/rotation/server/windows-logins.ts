import type { Answer } from '#shared/rotation/events.ts'
import type { PlannedLogin } from '#shared/rotation/plan.ts'
import type { SignInKind } from '../../win32/account-sign-in.ts'
import type { AccountHands } from './accounts.ts'
import type { DomainAccountHands } from './accounts-domain.ts'
import { type Acted, acted, notDone } from './acted.ts'
import { accountOf, bareName, type LoginHands, type PasswordQuestion } from './login-hands.ts'
import { type SecretOf, withSecret } from './outcome.ts'
import { grantOnce, type RightsHands } from './rights-once.ts'
import type { WhichPassword } from './which-password.ts'

export interface WindowsLoginPorts {
  readonly accounts: AccountHands
  readonly domainAccounts: DomainAccountHands
  readonly rights: RightsHands
  readonly secretOf: SecretOf
  readonly whichPassword: WhichPassword
  /** comment of a user that this change makes, by which it is known again */
  readonly mark: string
  readonly now: () => Date
}

const SECOND_MS = 1000

/**
 * For so long after a change the controllers of a domain also take the password before it, where NTLM signs somebody in over the network.
 *
 * Microsoft's default of OldPasswordAllowedPeriod, in seconds.
 */
const FORMER_TAKEN_SECONDS = 60 * 60

/** Local Windows accounts, which are changed, and those of a domain, which a person changes and which are verified here. */
export function createWindowsLogins(ports: WindowsLoginPorts): LoginHands {
  const { accounts, rights, secretOf, mark } = ports
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
      if (intent.check === 'sign-in') return await signIn(ports, login, intent.generation)
      const exists = await handsOf(ports, login).exists(nameOf(login, intent.generation))
      // That there is no controller to ask says nothing of an account: what holds in its domain its services prove as they start.
      if (exists === null && isOfDomain(login)) return acted
      return exists === true ? acted : notDone(exists === false ? 'windows-2221' : 'account-not-read')
    },
    retire: (login) => accounts.disableUser(oldUser(login)),
    remove: (login) => accounts.removeUser(newUser(login)),
    exists: (login) => handsOf(ports, login).exists(nameOf(login, 1)),
    whichPassword: (login, question) => whichPassword(ports, login, question),
  }
}

const isOfDomain = ({ account }: PlannedLogin): boolean => account === 'domain'

/** An account of a domain is never looked up by its bare name: one of this machine may have the same. */
const nameOf = (login: PlannedLogin, generation: number | undefined): string =>
  isOfDomain(login) ? accountOf(login, generation) : bareName(accountOf(login, generation))

const handsOf = ({ accounts, domainAccounts }: WindowsLoginPorts, login: PlannedLogin): DomainAccountHands =>
  isOfDomain(login) ? domainAccounts : accounts

/** As whatever holds it signs in: a service where there is one, else a task, else anything. */
function kindOf({ holders }: PlannedLogin): SignInKind {
  const has = (kind: string): boolean => holders.some((holder) => holder.kind === kind)
  return has('service') ? 'service' : has('scheduled-task') ? 'batch' : 'network'
}

function signIn(ports: WindowsLoginPorts, login: PlannedLogin, generation: number | undefined): Promise<Acted> {
  return withSecret(ports.secretOf, { login: login.key, ...(generation === undefined ? {} : { generation }) }, (secret) =>
    handsOf(ports, login).signIn(nameOf(login, generation), secret, kindOf(login)),
  )
}

function whichPassword(ports: WindowsLoginPorts, login: PlannedLogin, question: PasswordQuestion): Promise<Answer> {
  const passwordAge = (): Promise<number | null> => handsOf(ports, login).passwordAge(nameOf(login, 1))
  return ports.whichPassword({
    question,
    isNewUser: login.change.kind === 'new-user',
    passwordSetAt: async () => {
      const ageSeconds = await passwordAge()
      return ageSeconds === null ? null : new Date(ports.now().getTime() - ageSeconds * SECOND_MS)
    },
    signIn: async (generation) => {
      const result = await signIn(ports, login, generation)
      const mayBeFormer = isOfDomain(login) && kindOf(login) === 'network'
      if (result.kind !== 'done' || !mayBeFormer || ((await passwordAge()) ?? 0) > FORMER_TAKEN_SECONDS) return result
      return { kind: 'no-sign-in', code: 'former-password-taken', proves: 'nothing' }
    },
  })
}
