import type { AccountChanges, ServerName } from '../../win32/account-changes.ts'
import type { Win32Result } from '../../win32/result.ts'
import type { UserAccount, UserAccounts } from '../../win32/user-accounts.ts'
import { failureOf, NO_SUCH_USER, USER_EXISTS, unknown, windowsCode } from './account-codes.ts'
import { type Acted, acted, notDone } from './acted.ts'
import type { SecretText } from './secret-text.ts'

/** UF_ constants of lmaccess.h. */
const SCRIPT = 0x1
export const ACCOUNT_DISABLED = 0x2
export const LOCKED = 0x10
const PASSWORD_NOT_REQUIRED = 0x20
const NORMAL_ACCOUNT = 0x200
const PASSWORD_DOES_NOT_EXPIRE = 0x10000
const PASSWORD_EXPIRED = 0x800000

/** What Windows itself sets and takes away while nobody touches the account. */
const CHANGING_BY_ITSELF = LOCKED | PASSWORD_EXPIRED

/** A service cannot answer when its password expires; the first flag has to be there by the rules of NetUserAdd. */
const NEW_USER_FLAGS = SCRIPT | NORMAL_ACCOUNT | PASSWORD_DOES_NOT_EXPIRE

/** Begins the comment of every user that is made here: only such a one is ever removed. */
const MADE_HERE = 'ERP Sync Security Checkup: '

/** MAXCOMMENTSZ of lmcons.h, in characters. */
const MAX_COMMENT_CHARACTERS = 256

/** A user of this machine in the words of a call. */
export interface LocalUser {
  readonly name: string
  readonly server: ServerName
  readonly computer: string
}

interface LifecyclePorts {
  readonly users: Pick<UserAccounts, 'account'>
  readonly changes: AccountChanges
}

/** How a user of this machine begins and ends. */
export interface AccountLifecycle {
  create(user: LocalUser, password: SecretText, comment: string): Acted
  remove(user: LocalUser): Acted
  disable(user: LocalUser): Acted
}

export function accountLifecycle(ports: LifecyclePorts): AccountLifecycle {
  return {
    create: (user, password, comment) => create(ports, user, password, commentOf(comment)),
    remove: (user) => remove(ports, user),
    disable: (user) => disable(ports, user),
  }
}

const commentOf = (comment: string): string => `${MADE_HERE}${comment}`.slice(0, MAX_COMMENT_CHARACTERS)

function create({ users, changes }: LifecyclePorts, { name, server }: LocalUser, password: SecretText, comment: string): Acted {
  const before = users.account(name)
  if (!before.ok) return notDone(windowsCode(before.failure.code))
  if (before.value !== null && before.value.comment !== comment) return notDone(windowsCode(USER_EXISTS))
  // One that is left of an interrupted run may have an earlier password.
  const made = password.use((text) =>
    before.value === null ? changes.add(server, { name, comment, flags: NEW_USER_FLAGS }, text) : changes.setPassword(server, name, text),
  )
  if (!made.ok) return failureOf(made.failure)
  const after = changes.created(server, name)
  if (!after.ok) return unknown(windowsCode(after.failure.code))
  const { flags, administrator } = after.value
  if (administrator) return unknown('new-user-is-administrator')
  const isAsWanted =
    after.value.comment === comment &&
    (flags & NEW_USER_FLAGS) === NEW_USER_FLAGS &&
    (flags & (ACCOUNT_DISABLED | PASSWORD_NOT_REQUIRED)) === 0
  return isAsWanted ? acted : unknown('new-user-not-as-wanted')
}

function remove({ users, changes }: LifecyclePorts, { name, server }: LocalUser): Acted {
  const before = users.account(name)
  if (!before.ok) return notDone(windowsCode(before.failure.code))
  if (before.value === null) return acted
  if (!before.value.comment.startsWith(MADE_HERE)) return notDone('user-not-made-here')
  const removed = changes.remove(server, name)
  const after = users.account(name)
  if (after.ok && after.value === null) return acted
  if (!removed.ok) return failureOf(removed.failure)
  return unknown(after.ok ? 'user-still-there' : windowsCode(after.failure.code))
}

const isDisabled = ({ flags }: UserAccount): boolean => (flags & ACCOUNT_DISABLED) !== 0

function disable({ users, changes }: LifecyclePorts, { name, server }: LocalUser): Acted {
  const before = there(users.account(name))
  if (!before.ok) return notDone(before.code)
  if (isDisabled(before.account)) return acted
  const wanted = before.account.flags | ACCOUNT_DISABLED
  const set = changes.setFlags(server, name, wanted)
  if (!set.ok) return failureOf(set.failure)
  const after = there(users.account(name))
  if (!after.ok) return unknown(after.code)
  if (!isDisabled(after.account)) return unknown('user-still-enabled')
  return ((after.account.flags ^ wanted) & ~CHANGING_BY_ITSELF) === 0 ? acted : unknown('user-flags-changed')
}

type There = { readonly ok: true; readonly account: UserAccount } | { readonly ok: false; readonly code: string }

function there(found: Win32Result<UserAccount | null>): There {
  if (!found.ok) return { ok: false, code: windowsCode(found.failure.code) }
  return found.value === null ? { ok: false, code: windowsCode(NO_SUCH_USER) } : { ok: true, account: found.value }
}
