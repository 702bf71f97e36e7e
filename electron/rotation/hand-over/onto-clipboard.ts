import type { Clipboard, GivenClipboard } from '#electron/win32/clipboard.ts'
import type { Win32Failure } from '#electron/win32/result.ts'
import type { HeldSecret } from './held-secret.ts'

/** Long enough to paste, short enough to be gone before the next thing is copied by mistake. */
export const CLIPBOARD_HOLDS_MS = 20_000

/** While another program holds the clipboard, taking back is tried again, for half a minute. */
const AGAIN_AFTER_MS = 1_000
const MOST_TRIES = 30

/** Bytes of chance beside the text, by which it is known again. */
const MARK_BYTES = 16

export type ClipboardOutcome =
  | { readonly kind: 'given'; readonly clearsAfterMs: number }
  /** `failure.code` 5: another program does not let the clipboard go. */
  | { readonly kind: 'refused'; readonly failure: Win32Failure }

/** How it ended. `left`: Windows refused to the end, so the person has to copy something else over it. */
export type ClipboardEnd = { readonly kind: 'emptied' | 'replaced' } | { readonly kind: 'left'; readonly failure: Win32Failure }

export interface ClipboardPorts {
  readonly clipboard: Clipboard
  readonly randomBytes: (count: number) => Uint8Array
  /** Runs something later; gives what calls it off. */
  readonly later: (durationMs: number, run: () => void) => () => void
}

export interface ClipboardWay {
  give(secret: HeldSecret, onEnd: (end: ClipboardEnd) => void): ClipboardOutcome
  /** Takes back what is still there, if need be with patience. Nothing there: nothing happens. */
  takeBack(): void
  /** The same for the end of the process, after which nothing can be tried again. */
  takeBackAtOnce(): void
}

/** Puts one secret at a time on the clipboard and takes it back. */
export function createClipboardWay({ clipboard, randomBytes, later }: ClipboardPorts): ClipboardWay {
  let given: { readonly content: GivenClipboard; readonly onEnd: (end: ClipboardEnd) => void; callOff: () => void } | null = null

  const end = (result: ClipboardEnd): void => {
    const ended = given
    given = null
    ended?.callOff()
    ended?.onEnd(result)
  }
  const tryBack = (triesLeft: number): void => {
    if (given === null) return
    const taken = clipboard.takeBack(given.content)
    if (taken.ok) end({ kind: taken.value })
    else if (triesLeft === 0) end({ kind: 'left', failure: taken.failure })
    else given.callOff = later(AGAIN_AFTER_MS, () => tryBack(triesLeft - 1))
  }
  return {
    give: (secret, onEnd) => {
      tryBack(0)
      const content = secret.use((utf16) => clipboard.give(utf16, randomBytes(MARK_BYTES)))
      if (!content.ok) return { kind: 'refused', failure: content.failure }
      given = { content: content.value, onEnd, callOff: later(CLIPBOARD_HOLDS_MS, () => tryBack(MOST_TRIES)) }
      return { kind: 'given', clearsAfterMs: CLIPBOARD_HOLDS_MS }
    },
    takeBack: () => {
      given?.callOff()
      tryBack(MOST_TRIES)
    },
    takeBackAtOnce: () => tryBack(0),
  }
}
