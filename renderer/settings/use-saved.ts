import { useState } from 'react'

import type { Settings } from '#shared/contract/index.ts'
import { useAnnounce } from '../app/announce.tsx'
import { useSettings } from '../app/settings-context.tsx'
import { type Failure, failureOf } from '../client/core-client.ts'
import { useTexts } from '../texts/text-context.tsx'

/** The last change that was kept, and what takes it back; taken back, the same brings it again. */
interface Saved {
  readonly name: keyof Settings
  readonly opposite: Partial<Settings>
  readonly isUndone: boolean
}

interface Saving {
  /** null: nothing was changed yet */
  readonly last: Saved | null
  readonly failure: Failure | null
  /** keeps one setting at once */
  readonly change: <Name extends keyof Settings>(name: Name, value: Settings[Name]) => void
  /** takes the last change back, or brings it again */
  readonly undo: () => void
  /** tries again what could not be kept */
  readonly retry: () => void
}

/** Keeps every change at once, and the way back. */
export function useSaved(): Saving {
  const { settings, save } = useSettings()
  const { text } = useTexts()
  const announce = useAnnounce()
  const [last, setLast] = useState<Saved | null>(null)
  const [failed, setFailed] = useState<{ readonly failure: Failure; readonly again: () => void } | null>(null)

  async function keep(name: keyof Settings, wanted: Partial<Settings>, isUndone: boolean): Promise<void> {
    const opposite: Partial<Settings> = { [name]: settings[name] }
    try {
      await save(wanted)
      setFailed(null)
      setLast({ name, opposite, isUndone })
      announce(text(isUndone ? 'settings/undone' : 'settings/saved', { name: text(`settings/${name}`) }))
    } catch (error) {
      setFailed({ failure: failureOf(error, text('common/fault')), again: () => void keep(name, wanted, isUndone) })
    }
  }

  return {
    last,
    failure: failed?.failure ?? null,
    change: (name, value) => {
      if (settings[name] !== value) void keep(name, { [name]: value }, false)
    },
    undo: () => {
      if (last !== null) void keep(last.name, last.opposite, !last.isUndone)
    },
    retry: () => failed?.again(),
  }
}
