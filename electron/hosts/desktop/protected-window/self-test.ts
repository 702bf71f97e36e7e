import type { BlockPattern } from './block-pattern.ts'
import type { Capture } from './capture.ts'
import { findPattern, lightPlane, type Presence } from './find-pattern.ts'

/** Why the protection of the window is not proven; stable keys. */
export type UnprovenReason =
  | 'nothing-captured'
  | 'ordinary-window-not-seen'
  | 'protected-window-seen'
  | 'protected-window-not-painted'
  | 'no-affinity'

export type ProtectionProof = { readonly kind: 'proven' } | { readonly kind: 'not-proven'; readonly reason: UnprovenReason }

export interface SelfTestPorts {
  /** every screen */
  capture(): Promise<readonly Capture[]>
  /** What the protected page itself painted; no capture of the screen. */
  painted(): Promise<Capture>
  /** Whether Windows says that captures get nothing of the window; what it does not say is a no. */
  hasAffinity(): boolean
  wait(durationMs: number): Promise<void>
}

/** The pattern of the ordinary window and that of the protected one. */
export interface TwoPatterns {
  readonly ordinary: BlockPattern
  readonly protectedOne: BlockPattern
}

/** Protection holds from the next composition of the screen on, which is this much later at most. */
const SETTLE_MS = 300
const PAUSE_MS = 150

/** A slow machine needs some time until both windows are painted. */
const MOST_CAPTURES = 12

/** One picture may have been taken in a lucky moment. */
const CLEAN_CAPTURES = 2

/**
 * Proves that captures show what is on screen and do not show the protected window.
 *
 * A capture without the ordinary pattern proves nothing, however black it is. One in which the protected pattern could be ends the test.
 */
export async function testProtection(ports: SelfTestPorts, patterns: TwoPatterns): Promise<ProtectionProof> {
  await ports.wait(SETTLE_MS)
  let clean = 0
  let missing: UnprovenReason = 'nothing-captured'
  for (let taken = 0; taken < MOST_CAPTURES && clean < CLEAN_CAPTURES; taken += 1) {
    if (taken > 0) await ports.wait(PAUSE_MS)
    if (!ports.hasAffinity()) return notProven('no-affinity')
    if (presence([await ports.painted()], patterns.protectedOne) !== 'there') {
      missing = 'protected-window-not-painted'
      continue
    }
    const screens = await ports.capture()
    if (presence(screens, patterns.protectedOne) !== 'absent') return notProven('protected-window-seen')
    if (presence(screens, patterns.ordinary) === 'there') clean += 1
    else {
      clean = 0
      missing = screens.some(({ bitmap }) => bitmap.data.length > 0) ? 'ordinary-window-not-seen' : 'nothing-captured'
    }
  }
  if (clean < CLEAN_CAPTURES) return notProven(missing)
  return ports.hasAffinity() ? { kind: 'proven' } : notProven('no-affinity')
}

function notProven(reason: UnprovenReason): ProtectionProof {
  return { kind: 'not-proven', reason }
}

const STRENGTH: { readonly [presence in Presence]: number } = { absent: 0, unclear: 1, there: 2 }

/** The strongest sign on any of the screens. */
function presence(screens: readonly Capture[], pattern: BlockPattern): Presence {
  return screens
    .map(({ bitmap, sizes }) => findPattern(lightPlane(bitmap), pattern, sizes))
    .reduce((strongest, one) => (STRENGTH[one] > STRENGTH[strongest] ? one : strongest), 'absent' as Presence)
}
