import { useEffect, useRef, useState } from 'react'

/** What a person is asked about before it goes. When the question is gone, focus is back on the button that asked it. */
export function useAsked<Item>() {
  const [asked, setAsked] = useState<Item | null>(null)
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    if (asked === null && opener.current instanceof HTMLElement) opener.current.focus()
  }, [asked])
  const ask = (item: Item) => {
    opener.current = document.activeElement
    setAsked(item)
  }
  return { asked, ask, forget: () => setAsked(null) }
}
