import { useEffect, useRef, useState } from 'react'

import { useAnnounce } from '../app/announce.tsx'
import { failureOf } from '../client/core-client.ts'
import { useTexts } from '../texts/text-context.tsx'

/** What a person types in a window of the system, never here. */
export interface Typing {
  readonly open: () => void
  /** the window is there */
  readonly isOpen: boolean
  /** what came of it last, one sentence; null: it was not opened */
  readonly came: string | null
}

interface Asking {
  /** opens the window for what has this name */
  readonly ask: (name: string) => Promise<{ readonly done: boolean; readonly line: string }>
  readonly onDone: () => void
}

/** One window at a time; what came of each is kept by name. */
export function useTyped({ ask, onDone }: Asking): (name: string) => Typing {
  const announce = useAnnounce()
  const { text } = useTexts()
  const [opened, setOpened] = useState<string | null>(null)
  const [came, setCame] = useState<Readonly<Record<string, string>>>({})
  const isHere = useRef(true)

  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  async function open(name: string): Promise<void> {
    setOpened(name)
    const { done, line } = await ask(name).catch((error: unknown) => ({ done: false, line: failureOf(error, text('common/fault')).line }))
    if (!isHere.current) return
    setOpened(null)
    setCame((before) => ({ ...before, [name]: line }))
    announce(line)
    if (done) onDone()
  }

  return (name) => ({
    open: () => {
      if (opened === null) void open(name)
    },
    isOpen: opened === name,
    came: came[name] ?? null,
  })
}
