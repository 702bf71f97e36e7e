import { laterBy } from './intent.ts'
import type { ClosedReason } from './keys.ts'
import { isNewUser, isTouched, type Ledger, type LoginLedger, loginsInOrder } from './ledger.ts'
import type { PlannedLogin } from './plan.ts'
import { isUntouched } from './work.ts'

/** Why a way is closed: for which login, and until when where that is known. */
export interface Closed {
  readonly reason: ClosedReason
  readonly login: string | null
  readonly until: string | null
}

/** Which ways are open; a way is open if and only if nothing closes it. */
export interface OpenWays {
  readonly ways: 'both' | 'forward' | 'back' | 'none'
  readonly forwardClosed: readonly Closed[]
  readonly backClosed: readonly Closed[]
}

const HOUR_MS = 3_600_000

const forAll = (reason: ClosedReason): readonly Closed[] => [{ reason, login: null, until: null }]

function whyForwardClosed(ledger: Ledger): readonly Closed[] {
  if (isOver(ledger)) return forAll('finished')
  return ledger.preflight === 'failed' ? forAll('preflight-failed') : []
}

const isOver = ({ outcome }: Ledger): boolean => outcome === 'complete' || outcome === 'cancelled'

/** What stands against setting the old password again, or giving it to the holders again. */
function whyLoginClosed(planned: PlannedLogin, login: LoginLedger, at: string): readonly Closed[] {
  if (!isTouched(planned, login)) return []
  const closed = (reason: ClosedReason, until: string | null = null): Closed => ({ reason, login: planned.key, until })
  const moved = Object.values(login.holders).some((held) => held !== 0)
  if (isNewUser(planned)) return moved && !login.oldAvailable ? [closed('old-password-unknown')] : []
  const inWindow = planned.holders.some(({ key, kind }) => kind === 'sync-tool-window' && login.holders[key] !== 0)
  const reasons: readonly Closed[] = [
    ...(login.oldAvailable ? [] : [closed('old-password-unknown')]),
    ...(inWindow ? [closed('entered-at-vendor')] : []),
  ]
  return login.held === 0 ? reasons : [...reasons, ...whyPolicyForbids(planned, login, at, closed)]
}

function whyPolicyForbids(
  { minimumAgeHours, historyCount }: PlannedLogin,
  { changedAt }: LoginLedger,
  at: string,
  closed: (reason: ClosedReason, until?: string | null) => Closed,
): readonly Closed[] {
  const until = changedAt === null || minimumAgeHours === null ? null : laterBy(changedAt, minimumAgeHours * HOUR_MS)
  return [
    ...(minimumAgeHours === null ? [closed('minimum-age-unknown')] : []),
    ...(until !== null && Date.parse(at) < Date.parse(until) ? [closed('minimum-age', until)] : []),
    ...(historyCount === null ? [closed('history-unknown')] : []),
    ...(historyCount !== null && historyCount > 0 ? [closed('history')] : []),
  ]
}

function whyBackClosed(ledger: Ledger, at: string): readonly Closed[] {
  if (isOver(ledger)) return forAll('finished')
  if (ledger.session === 'gone') return forAll('call-ended')
  if (isUntouched(ledger)) return forAll('nothing-done')
  return loginsInOrder(ledger).flatMap(([planned, login]) => whyLoginClosed(planned, login, at))
}

/**
 * Which ways are open at a time in UTC, and why the others are not.
 *
 * An age or a history that nobody could read closes the way back. On the way back itself, forward means to set everything anew.
 */
export function openAt(ledger: Ledger, at: string): OpenWays {
  const forwardClosed = whyForwardClosed(ledger)
  const backClosed = ledger.direction === 'back' && !isOver(ledger) ? [] : whyBackClosed(ledger, at)
  const [forward, back] = [forwardClosed.length === 0, backClosed.length === 0]
  return { ways: forward && back ? 'both' : forward ? 'forward' : back ? 'back' : 'none', forwardClosed, backClosed }
}
