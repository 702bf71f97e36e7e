import type { Win32Result } from '../../win32/result.ts'
import type { UserAccount } from '../../win32/user-accounts.ts'
import { DISABLED, LOCKED_OUT, LOGON_FAILURE, NO_SUCH_USER, windowsCode } from './account-codes.ts'
import { ACCOUNT_DISABLED, LOCKED } from './account-lifecycle.ts'
import { type Acted, acted } from './acted.ts'

/** A password older than this was never set: Windows counted from the beginning of all time. */
const OLDEST_PASSWORD_SECONDS = 50 * 366 * 24 * 60 * 60

/** A password that was never set, or has to be changed at the next sign-in, has no age: Windows gives zero or far too much. */
export function ageOf({ passwordAgeSeconds, passwordExpired }: UserAccount): number | null {
  if (passwordAgeSeconds === 0 && passwordExpired) return null
  return passwordAgeSeconds > OLDEST_PASSWORD_SECONDS ? null : passwordAgeSeconds
}

export function noSignIn(code: number | string, proves: 'wrong-password' | 'nothing' = 'nothing'): Acted {
  return { kind: 'no-sign-in', code: typeof code === 'number' ? windowsCode(code) : code, proves }
}

/**
 * Signs in once, and only where that can tell something; null: there is no such account.
 *
 * ERROR_LOGON_FAILURE means an unknown user just as well as a wrong password, so the account is looked at before: one that is not there,
 * locked or disabled is told without a try. Whoever was signed in must be that account, not the guest who may stand in for others.
 */
export async function signInOnce(account: UserAccount | null, signIn: () => Promise<Win32Result<string>>): Promise<Acted> {
  if (account === null) return noSignIn(NO_SUCH_USER)
  const { flags, sid } = account
  if ((flags & LOCKED) !== 0) return noSignIn(LOCKED_OUT)
  if ((flags & ACCOUNT_DISABLED) !== 0) return noSignIn(DISABLED)
  const signedIn = await signIn()
  if (signedIn.ok) return signedIn.value === sid ? acted : noSignIn('signed-in-as-other')
  const { code, function: refusedBy } = signedIn.failure
  return noSignIn(code, refusedBy === 'LogonUserW' && code === LOGON_FAILURE ? 'wrong-password' : 'nothing')
}
