import { chooseHandOver, type HandOverChoice, type HandOverWay } from './choose.ts'
import { type HeldSecret, holdSecret, type UnusableSecret } from './held-secret.ts'
import { type FieldOutcome, type TypingPorts, typeOnceReady } from './into-field.ts'
import { type ClipboardEnd, type ClipboardOutcome, type ClipboardPorts, createClipboardWay } from './onto-clipboard.ts'
import type { ExpectedField } from './prove-field.ts'
import { type DisplayReach, type Surroundings, type Told, withTold } from './surroundings.ts'

/** The window of the desktop host that captures do not show; `draw` resolves when the person has seen it or it was refused. */
export interface SecretWindow {
  /** `isSharePaused`: the person says that nobody else sees the screen now. */
  draw(text: string, isSharePaused: boolean): Promise<DrawOutcome>
  /** Takes it off the screen now. */
  close(): void
}

/** Why nothing was drawn: what the test of the protection found, where the screen is shown, or that there was nothing to draw on. */
export type WindowRefusal =
  | 'nothing-captured'
  | 'ordinary-window-not-seen'
  | 'protected-window-seen'
  | 'protected-window-not-painted'
  | 'no-affinity'
  | `display-${Exclude<DisplayReach, 'local'>}`
  | 'no-main-window'
  | 'no-window'
  | 'closed'

export type DrawOutcome = { readonly kind: 'drawn' } | { readonly kind: 'refused'; readonly reason: WindowRefusal }

export interface HandOverPorts {
  readonly typing: TypingPorts
  readonly clipboard: ClipboardPorts
  /** Null: this host has none. */
  readonly window: SecretWindow | null
  /** Read anew for each step: a client may connect at any moment. */
  readonly surroundings: () => Surroundings
}

/** The way was closed when it was to be gone. */
export interface ClosedWay {
  readonly kind: 'closed'
  readonly choice: HandOverChoice
}

/** One secret on its way; a try that failed may be followed by another one, until `end`. */
export interface OpenHandOver {
  choose(): HandOverChoice
  /** Waits that long for the person to go to the field. */
  intoField(expected: ExpectedField, waitForMs: number): Promise<FieldOutcome | ClosedWay>
  ontoClipboard(onEnd: (end: ClipboardEnd) => void): ClipboardOutcome | ClosedWay
  draw(): Promise<DrawOutcome | ClosedWay>
  /** Takes back what is on screen and clipboard and wipes the secret. */
  end(): void
}

export interface HandOverDesk {
  /** How a secret would be handed over now; for asking before one is read. */
  choose(told: Told): HandOverChoice
  /** Takes the bytes (UTF-8) over and wipes them. One secret at a time: `busy` until the one before has ended. */
  open(utf8: Uint8Array, told?: Told): OpenHandOver | UnusableSecret | 'busy'
  /** For the end of the process: takes everything back at once. */
  close(): void
}

/** Nobody needs longer to find a field; whoever walked away left the secret behind. */
const OPEN_FOR_MS = 5 * 60_000

/** Hands secrets over, one at a time. */
export function createHandOverDesk(ports: HandOverPorts): HandOverDesk {
  const clipboard = createClipboardWay(ports.clipboard)
  let current: OpenHandOver | null = null
  return {
    choose: (told) => chooseHandOver(withTold(ports.surroundings(), told)),
    open: (utf8, told = {}) => {
      if (current !== null) {
        utf8.fill(0)
        return 'busy'
      }
      const secret = holdSecret(utf8)
      if (typeof secret === 'string') return secret
      const callOff = ports.clipboard.later(OPEN_FOR_MS, () => opened.end())
      const end = (): void => {
        if (current !== opened) return
        current = null
        callOff()
        clipboard.takeBack()
        ports.window?.close()
        secret.wipe()
      }
      const opened: OpenHandOver = {
        ...ways({ ...ports, surroundings: () => withTold(ports.surroundings(), told) }, clipboard, secret),
        end,
      }
      current = opened
      return opened
    },
    close: () => {
      current?.end()
      clipboard.takeBackAtOnce()
    },
  }
}

function ways(ports: HandOverPorts, clipboard: ReturnType<typeof createClipboardWay>, secret: HeldSecret): Omit<OpenHandOver, 'end'> {
  const closed = (way: HandOverWay): ClosedWay | null => {
    const choice = chooseHandOver(ports.surroundings())
    const isOpen = secret.length() > 0 && choice.refused.every((refused) => refused.way !== way)
    return isOpen ? null : { kind: 'closed', choice }
  }
  return {
    choose: () => chooseHandOver(ports.surroundings()),
    intoField: async (expected, waitForMs) => closed('into-field') ?? (await typeOnceReady(ports.typing, expected, secret, waitForMs)),
    ontoClipboard: (onEnd) => closed('clipboard') ?? clipboard.give(secret, onEnd),
    draw: async () => {
      const refusal = closed('protected-window')
      if (refusal !== null) return refusal
      return ports.window === null
        ? { kind: 'refused', reason: 'no-window' }
        : await ports.window.draw(secret.text(), ports.surroundings().sharePaused)
    },
  }
}
