/** How long a copied password may lie on the clipboard: long enough to paste it once. */
export const CLIPBOARD_LIMIT_MS = 20_000

/** From then on nothing of the password is remembered, not even to compare it with the clipboard. */
const COMPARED_FOR_MS = 60_000

/**
 * What became of a copied password.
 *
 * `kept`: it may still be on the clipboard, because the page was not in front or may not look; `replaced`: something else is there, which
 * is left alone.
 */
export type ClipboardState = 'copied' | 'refused' | 'cleared' | 'replaced' | 'kept'

export interface ClipboardGuard {
  /** empties the clipboard because a person asks for it, whatever it holds */
  readonly clear: () => void
  /** ends the guard without another word; a clipboard that still holds the password is emptied where the page may */
  readonly leave: () => void
  /** ends the guard and leaves the clipboard to the next one */
  readonly forget: () => void
}

/** Copies a password and takes it off the clipboard again: after a while, once the page is in front, and only if it is still there. */
export function copyGuarded(password: string, tell: (state: ClipboardState) => void): ClipboardGuard {
  let held: string | null = password
  let isLeft = false
  const timers: ReturnType<typeof setTimeout>[] = []

  function finish(state: ClipboardState): void {
    held = null
    for (const timer of timers) clearTimeout(timer)
    window.removeEventListener('focus', onFocus)
    if (!isLeft) tell(state)
  }
  /** A page in the background may not touch the clipboard: it tries again when it is in front. */
  async function emptyIfInFront(): Promise<void> {
    if (held === null || !document.hasFocus()) return
    const state = await emptied(held)
    if (held !== null) finish(state)
  }
  function onFocus(): void {
    void emptyIfInFront()
  }
  function onTime(): void {
    window.addEventListener('focus', onFocus)
    onFocus()
  }

  const written = navigator.clipboard.writeText(password).then(
    () => {
      if (isLeft) return
      tell('copied')
      timers.push(setTimeout(onTime, CLIPBOARD_LIMIT_MS), setTimeout(finish, COMPARED_FOR_MS, 'kept'))
    },
    () => finish('refused'),
  )
  return {
    clear: () => {
      navigator.clipboard.writeText('').then(
        () => finish('cleared'),
        () => finish('kept'),
      )
    },
    leave: () => {
      isLeft = true
      void written.then(emptyIfInFront).finally(() => finish('kept'))
    },
    forget: () => {
      isLeft = true
      finish('replaced')
    },
  }
}

/** Empties the clipboard if it holds the password. */
async function emptied(password: string): Promise<ClipboardState> {
  try {
    if ((await navigator.clipboard.readText()) !== password) return 'replaced'
    await navigator.clipboard.writeText('')
    return 'cleared'
  } catch {
    // The browser says only that it may not: that is the answer.
    return 'kept'
  }
}
