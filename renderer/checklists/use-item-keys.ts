import { useLayoutEffect } from 'react'

import { readSingleKey } from '../app/single-key.ts'

/** Fields, dialogs and lists of choices keep their keys. */
const ownKeys =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="tablist"]'

export interface ItemKeys {
  /** -1 before, 1 after */
  readonly move: (by: -1 | 1) => void
  /** null: nothing is open */
  readonly close: (() => void) | null
  /** null: there is nothing to take back */
  readonly undo: (() => void) | null
}

/**
 * Keys of the checklists: j and k, or the arrows on a row, go from item to item; Escape closes; Ctrl+Z takes an answer back.
 *
 * Nothing is taken away from fields, dialogs and the browser's own shortcuts. The letters obey the switch for single keys.
 */
export function useItemKeys(keys: ItemKeys): void {
  const { move, close, undo } = keys
  // Before the page is seen: no key that somebody presses on it is lost.
  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : document.body
      if (event.defaultPrevented || target.closest(ownKeys) !== null) return
      const act = actOf(event, target, { move, close, undo })
      if (act === null) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [move, close, undo])
}

function actOf(event: KeyboardEvent, target: Element, { move, close, undo }: ItemKeys): (() => void) | null {
  if (event.altKey || event.shiftKey) return null
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'z' ? undo : null
  const onRow = target.closest('[data-item]') !== null
  if (event.key === 'Escape') return close
  if (event.key === 'ArrowDown' && onRow) return () => move(1)
  if (event.key === 'ArrowUp' && onRow) return () => move(-1)
  if ((event.key !== 'j' && event.key !== 'k') || !readSingleKey(window.localStorage)) return null
  return () => move(event.key === 'j' ? 1 : -1)
}
