import { performance } from 'node:perf_hooks'

import { type AccountChanges, createAccountChanges } from '../../win32/account-changes.ts'
import { type AccountSignIn, createAccountSignIn, type SignInKind } from '../../win32/account-sign-in.ts'
import type { NativeAccess } from '../../win32/library.ts'
import type { Win32Result } from '../../win32/result.ts'
import { createSystemInformation, type SystemInformation } from '../../win32/system-information.ts'
import { createUserAccounts, type UserAccounts } from '../../win32/user-accounts.ts'
import { failureOf, unknown, windowsCode } from './account-codes.ts'
import { accountLifecycle, type LocalUser } from './account-lifecycle.ts'
import { ageOf, noSignIn, signInOnce } from './account-sign-in.ts'
import { type Acted, acted, notDone } from './acted.ts'
import type { SecretText } from './secret-text.ts'

/** Changes the users of this machine, each by its bare name; of another machine or a domain it changes none. */
export interface AccountHands {
  /** As the user would, with the old password; an old one that is wrong counts against the lock-out. */
  changePassword(user: string, old: SecretText, next: SecretText): Promise<Acted>
  /** As an administrator; what was encrypted with the old password may be lost. */
  resetPassword(user: string, next: SecretText): Promise<Acted>
  /** Creates an ordinary user of no group, marked as made here. One that was made here with the same comment gets the password. */
  createUser(user: string, next: SecretText, comment: string): Promise<Acted>
  /** Removes a user that was made here, and no other. */
  removeUser(user: string): Promise<Acted>
  disableUser(user: string): Promise<Acted>
  /** null: it could not be told */
  exists(user: string): Promise<boolean | null>
  /** Seconds since the password was set, by the server's own clock; null: it could not be told. */
  passwordAge(user: string): Promise<number | null>
  /** One sign-in, of the kind for which the account has the right, and out again at once. */
  signIn(user: string, password: SecretText, kind: SignInKind): Promise<Acted>
}

export interface AccountPorts {
  readonly system: Pick<SystemInformation, 'computerName'>
  readonly users: Pick<UserAccounts, 'account'>
  readonly changes: AccountChanges
  readonly logOn: AccountSignIn
  /** milliseconds of a clock that nobody sets */
  readonly elapsedMs: () => number
}

/** Windows tells ages in whole seconds, and time passes between a change and the look at it. */
const AGE_TOLERANCE_SECONDS = 2

/** The hands on this machine. */
export function openAccountHands(native: NativeAccess): AccountHands {
  return createAccountHands({
    system: createSystemInformation(native),
    users: createUserAccounts(native),
    changes: createAccountChanges(native),
    logOn: createAccountSignIn(native),
    elapsedMs: () => performance.now(),
  })
}

export function createAccountHands(ports: AccountPorts): AccountHands {
  const { changes, logOn, users } = ports
  const lifecycle = accountLifecycle(ports)
  /** Does something with a user of this machine; names of other machines and domains are refused. */
  const onUser = async (name: string, work: (user: LocalUser) => Acted | Promise<Acted>): Promise<Acted> => {
    const user = localUser(ports, name)
    return user.ok ? await work(user.value) : notDone(user.code)
  }
  return {
    changePassword: (name, old, next) =>
      onUser(name, (user) =>
        setAndLook(ports, user, () => old.use((before) => next.use((after) => changes.changePassword(user.server, name, before, after)))),
      ),
    resetPassword: (name, next) =>
      onUser(name, (user) => setAndLook(ports, user, () => next.use((after) => changes.setPassword(user.server, name, after)))),
    createUser: (name, next, comment) => onUser(name, (user) => lifecycle.create(user, next, comment)),
    removeUser: (name) => onUser(name, lifecycle.remove),
    disableUser: (name) => onUser(name, lifecycle.disable),
    exists: async (name) => {
      const found = users.account(name)
      return found.ok ? found.value !== null : null
    },
    passwordAge: async (name) => {
      const found = users.account(name)
      return found.ok && found.value !== null ? ageOf(found.value) : null
    },
    signIn: (name, password, kind) =>
      onUser(name, async ({ computer }) => {
        const found = users.account(name)
        if (!found.ok) return noSignIn(found.failure.code)
        return await signInOnce(found.value, () => password.useUntil((text) => logOn.signIn(computer, name, text, kind)))
      }),
  }
}

/** Characters that no name of a local user has, and by which a name says that it is of somewhere else. */
const NOT_LOCAL = /[\\/@]/

type Named = { readonly ok: true; readonly value: LocalUser } | { readonly ok: false; readonly code: string }

// SECURITY: a call without a user name means the caller, one without a server the caller's domain.
function localUser({ system }: AccountPorts, name: string): Named {
  if (name === '' || NOT_LOCAL.test(name)) return { ok: false, code: 'account-not-local' }
  const computer = system.computerName()
  if (!computer.ok) return { ok: false, code: windowsCode(computer.failure.code) }
  if (computer.value === '') return { ok: false, code: 'account-not-local' }
  return { ok: true, value: { name, computer: computer.value, server: `\\\\${computer.value}` } }
}

/** Sets a password and looks at its age: it must have been set since the call began. */
function setAndLook({ users, elapsedMs }: AccountPorts, { name }: LocalUser, set: () => Win32Result<null>): Acted {
  const begunMs = elapsedMs()
  const result = set()
  if (!result.ok) return failureOf(result.failure)
  const found = users.account(name)
  if (!found.ok) return unknown(windowsCode(found.failure.code))
  const age = found.value === null ? null : ageOf(found.value)
  const passedSeconds = (elapsedMs() - begunMs) / 1000
  return age !== null && age <= passedSeconds + AGE_TOLERANCE_SECONDS ? acted : unknown('password-age-unchanged')
}
