import type { Ledger } from './ledger.ts'
import { loginOf, plannedLogin } from './ledger.ts'

/** With it Windows refuses a change with an old password that is not the one (ERROR_INVALID_PASSWORD), and counts it like a sign-in. */
export const WRONG_OLD_PASSWORD = 'windows-86'

/** Somebody else may try at the same time: with so few tries left none is ours to take. */
const MARGIN_KEPT = 2

/** One wrong password of ours is a finding; a second one teaches nothing more. */
const FAILING_SIGN_INS = 1

/**
 * Whether a sign-in that may fail can be tried.
 *
 * A threshold that nobody could read counts as the smallest.
 */
export function signInAllowed(ledger: Ledger, login: string): boolean {
  const { lockOut } = plannedLogin(ledger, login)
  const { failedSignIns } = loginOf(ledger, login)
  if (failedSignIns >= FAILING_SIGN_INS || lockOut === 'unknown') return false
  return lockOut === 'none' || lockOut.threshold - lockOut.badPasswords - failedSignIns > MARGIN_KEPT
}
