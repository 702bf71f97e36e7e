import type { Win32Failure } from '../../win32/result.ts'
import type { Acted } from './acted.ts'

/**
 * Codes of winerror.h and lmerr.h that say that Windows does not take the new password.
 *
 * 2245 (NERR_PasswordTooShort) is the one answer for length, history, complexity, minimum age and password filters alike, so nothing
 * more is read into it.
 */
const REFUSED: ReadonlySet<number> = new Set([1324, 1325, 2203, 2245])

/** Codes with which the account database answers that it did nothing, and those of a call that was never sent. */
const NOT_DONE: ReadonlySet<number> = new Set([
  5, 50, 86, 87, 120, 124, 126, 127, 1314, 1317, 1323, 1326, 1327, 1328, 1329, 1330, 1331, 1332, 1351, 1355, 1385, 1723, 1727, 1793, 1907,
  1909, 2202, 2221, 2224, 2226, 2351,
])

/** Sign-ins that Windows refuses although the password was right: it has expired or has to be changed first. */
const RIGHT_BUT_REFUSED: ReadonlySet<string> = new Set(['windows-1330', 'windows-1907', 'sql-18487', 'sql-18488'])

/** The sign-in that Windows refuses for a wrong password (ERROR_LOGON_FAILURE), and for an unknown user alike. */
export const LOGON_FAILURE = 1326

/** ERROR_ACCOUNT_LOCKED_OUT, ERROR_ACCOUNT_DISABLED and NERR_UserNotFound, told without a sign-in. */
export const LOCKED_OUT = 1909
export const DISABLED = 1331
export const NO_SUCH_USER = 2221

/** NERR_UserExists. */
export const USER_EXISTS = 2224

export const windowsCode = (code: number): string => `windows-${code}`

/** What a call that writes accounts came to; a code that nobody foresaw, such as that of a cut connection, leaves it open. */
export function failureOf({ code }: Win32Failure): Acted {
  if (REFUSED.has(code)) return { kind: 'refused', code: windowsCode(code) }
  return { kind: 'failed', code: windowsCode(code), outcome: NOT_DONE.has(code) ? 'not-done' : 'unknown' }
}

export const unknown = (code: string): Acted => ({ kind: 'failed', code, outcome: 'unknown' })

/** Whether a sign-in shows that the password is the right one. Documented for these codes; all others say nothing of it. */
export const provesPassword = (result: Acted): boolean =>
  result.kind === 'done' || (result.kind === 'no-sign-in' && RIGHT_BUT_REFUSED.has(result.code))

/**
 * Sign-ins after which the account has one wrong password more: those with the code that says so (ERROR_LOGON_FAILURE; 18456 of SQL
 * Server, which has Windows count where its policy is on), and those of which nobody knows how they ended.
 *
 * Every other refusal comes after the password was found right (1327 to 1331, 1385, 1793, 1907) or without looking at it (1909, 18486).
 */
const COUNTED: ReadonlySet<string> = new Set([windowsCode(LOGON_FAILURE), 'sql-18456'])

export const countsAsWrong = (result: Acted): boolean =>
  (result.kind === 'no-sign-in' && COUNTED.has(result.code)) || (result.kind === 'failed' && result.outcome === 'unknown')

/** Refusals that a look at the account told, before any sign-in. */
const TOLD_BEFORE: ReadonlySet<string> = new Set([LOCKED_OUT, DISABLED, NO_SUCH_USER].map(windowsCode))

/** Whether a password may have been compared at all. */
export function wasTried(result: Acted): boolean {
  if (result.kind === 'failed') return result.outcome === 'unknown'
  return result.kind === 'done' || (result.kind === 'no-sign-in' && !TOLD_BEFORE.has(result.code))
}
