import { useLayoutEffect } from 'react'

/** What the keys do; pages are those of the navigation in its order. */
export interface ShortcutActions {
  readonly pages: readonly (() => void)[]
  readonly presenter: () => void
  readonly back: () => void
  readonly list: () => void
  /** a single key is in the way of people who speak to their machine or whose screen reader uses it: they turn it off */
  readonly singleKey: boolean
}

/** Listens for the shortcuts of every page: Alt with a digit, P or the left arrow, and `?` outside of fields. */
export function useShortcuts(actions: ShortcutActions): void {
  // Before the page is seen: no key that somebody presses on it is lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? undefined : actionOf(event, actions)
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [actions])
}

function actionOf(event: KeyboardEvent, actions: ShortcutActions): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey) return undefined
  if (event.altKey) {
    if (event.shiftKey) return undefined
    if (event.code === 'KeyP') return actions.presenter
    if (event.code === 'ArrowLeft') return actions.back
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    return digit === undefined ? undefined : actions.pages[Number(digit) - 1]
  }
  return event.key === '?' && actions.singleKey && !isField(event.target) && !isDialogOpen() ? actions.list : undefined
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable || target.closest('input, textarea, select, [role="textbox"], [role="combobox"], [role="listbox"]') !== null
  )
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
}
