import type { ClipboardReach, DisplayReach, Surroundings } from './surroundings.ts'

/** Ways that hand a secret over, best first. */
export const HAND_OVER_WAYS = ['into-field', 'clipboard', 'protected-window'] as const
export type HandOverWay = (typeof HAND_OVER_WAYS)[number]

/** Why a way is closed; stable keys, each of which has a text for the person. */
export type RefusalReason =
  | 'host-crosses-wire'
  | 'host-has-no-window'
  | 'no-desktop'
  | 'program-not-known'
  | 'field-not-proven'
  | 'window-not-proven'
  | `display-${Exclude<DisplayReach, 'local'>}`
  | `clipboard-${Exclude<ClipboardReach, 'local'>}`

export interface RefusedWay {
  readonly way: HandOverWay
  readonly reason: RefusalReason
}

/**
 * What to do.
 *
 * `pause-share`: the person ends the sharing or the remote session and asks again. `elsewhere`: the secret never crosses the wire of this
 * host; the desktop app or a terminal on this machine hands it over.
 */
export interface HandOverChoice {
  readonly way: HandOverWay | 'pause-share' | 'elsewhere'
  /** every way that is closed, best first, whatever was chosen */
  readonly refused: readonly RefusedWay[]
  /** What the person does before: whoever controls this machine from elsewhere could make the field show what is in it. */
  readonly advice: 'turn-remote-control-off' | null
}

/** Chooses the best open way; nothing is ever drawn where the sharing could happen elsewhere. */
export function chooseHandOver(surroundings: Surroundings): HandOverChoice {
  const reasons = HAND_OVER_WAYS.map((way) => ({ way, reason: refusalOf(way, surroundings) }))
  const refused = reasons.filter((one): one is RefusedWay => one.reason !== null)
  const open = reasons.find(({ reason }) => reason === null)?.way
  const way = open ?? (surroundings.host === 'loopback' ? 'elsewhere' : 'pause-share')
  const isWatched = surroundings.remoteTools === null || surroundings.remoteTools.length > 0 || surroundings.display !== 'local'
  return { way, refused, advice: open !== undefined && isWatched ? 'turn-remote-control-off' : null }
}

function refusalOf(way: HandOverWay, surroundings: Surroundings): RefusalReason | null {
  const { host, display, clipboard, field } = surroundings
  if (host === 'loopback') return 'host-crosses-wire'
  switch (way) {
    case 'into-field':
      if (field === 'no-desktop') return 'no-desktop'
      if (field === 'program-not-known') return field
      return field === 'not-proven' ? 'field-not-proven' : null
    case 'clipboard':
      if (field === 'no-desktop') return 'no-desktop'
      return clipboard === 'local' ? null : `clipboard-${clipboard}`
    case 'protected-window':
      if (host !== 'desktop') return 'host-has-no-window'
      if (display !== 'local') return `display-${display}`
      return surroundings.protectedWindow === 'not-proven' && !surroundings.sharePaused ? 'window-not-proven' : null
  }
}
