/** A shortcut of one screen, for the list of shortcuts; `what` is a key of the texts. */
export interface ScreenShortcut {
  readonly keys: string
  readonly what: string
}

/** Shortcuts beyond those of every page. Single letters are off where `?` alone is off. */
export const screenShortcuts: readonly ScreenShortcut[] = [
  { keys: 'J, ↓', what: 'checklists/keys/next' },
  { keys: 'K, ↑', what: 'checklists/keys/previous' },
  { keys: 'Enter', what: 'checklists/keys/open' },
  { keys: 'Esc', what: 'checklists/keys/close' },
  { keys: 'Ctrl + Z', what: 'checklists/keys/undo' },
]
