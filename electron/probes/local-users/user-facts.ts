import type { Facts } from '#shared/facts/index.ts'
import type { UserAccount } from '../../win32/user-accounts.ts'

/** UF_ constants of lmaccess.h. */
const ACCOUNT_DISABLED = 0x2
const LOCKED_OUT = 0x10
const PASSWORD_NOT_REQUIRED = 0x20
const PASSWORD_CANNOT_CHANGE = 0x40
const PASSWORD_DOES_NOT_EXPIRE = 0x10000

/** The age that Windows gives where it knows none. */
const AGE_NOT_KNOWN = 0xffffffff

/** No password is older than Windows itself: an earlier time comes of an age that was counted from the beginning of all time. */
const EARLIEST_PASSWORD = Date.UTC(1990, 0, 1)

/** A user as the facts tell it; `now` is the time of the reading, which ages are counted back from. */
export function describeUser(account: UserAccount, now: Date): Facts['local-users']['users'][number] {
  const has = (flag: number): boolean => (account.flags & flag) !== 0
  return {
    name: account.name,
    sid: account.sid,
    fullName: account.fullName,
    comment: account.comment,
    enabled: !has(ACCOUNT_DISABLED),
    lockedOut: has(LOCKED_OUT),
    passwordRequired: !has(PASSWORD_NOT_REQUIRED),
    passwordExpires: !has(PASSWORD_DOES_NOT_EXPIRE),
    passwordLastSet: passwordLastSet(account, now),
    lastLogon: account.lastLogonSeconds === 0 ? null : new Date(account.lastLogonSeconds * 1000).toISOString(),
    cannotChangePassword: has(PASSWORD_CANNOT_CHANGE),
    ...(account.badPasswordCount === null ? {} : { badPasswordCount: account.badPasswordCount }),
  }
}

/** A password that was never set, or must be changed at the next sign-in, has no age: Windows gives zero. */
function passwordLastSet({ passwordAgeSeconds }: UserAccount, now: Date): string | null {
  if (passwordAgeSeconds === AGE_NOT_KNOWN || passwordAgeSeconds === 0) return null
  const time = now.getTime() - passwordAgeSeconds * 1000
  return time >= EARLIEST_PASSWORD ? new Date(time).toISOString() : null
}
