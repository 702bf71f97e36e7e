import { useEffect, useState } from 'react'

/** Gives the focus back to what had it, once the part that took it – a dialog – is gone and nothing else has the focus. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Not at once: focus that leaves a dialog before it is gone keeps the page behind it hidden from screen readers.
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    },
    [before],
  )
}
