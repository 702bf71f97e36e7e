import { useCallback, useEffect, useMemo, useState } from 'react'

import type { About, Language, Settings } from '#shared/contract/index.ts'
import type { CoreClient } from '../client/core-client.ts'
import { languageOf } from './first-words.ts'
import { fetchScreen } from './screens.tsx'
import type { SettingsState } from './settings-context.tsx'
import { firstScreen } from './use-history.ts'

/** What the core said before anything could be shown. */
export interface Loaded {
  readonly settings: Settings
  readonly about: About
  readonly language: Language
  readonly catalogue: { readonly [key: string]: string }
}

/** What has to be there before the first screen. */
export interface Beginning {
  readonly language: Language
  readonly catalogue: { readonly [key: string]: string }
  readonly settings: SettingsState
}

/** What was asked for before the page was drawn first, and what of it had come by then. */
export interface EarlyStart {
  readonly asked: Promise<Loaded>
  readonly loaded: Loaded | null
}

/** Asks for settings and texts once; null until they are there. `failed`: they could not be had although somebody answers. */
export function useBeginning(
  core: CoreClient,
  early?: EarlyStart,
): {
  readonly beginning: Beginning | null
  readonly failed: boolean
  readonly retry: () => void
} {
  const [loaded, setLoaded] = useState<Loaded | null>(early?.loaded ?? null)
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another try, and the early start stays what it was
  useEffect(() => {
    let wanted = true
    setFailed(false)
    const asked = round === 0 && early !== undefined ? early.asked : loadBeginning(core)
    asked.then(
      (found) => {
        if (wanted) setLoaded(found)
      },
      () => {
        if (wanted) setFailed(true)
      },
    )
    return () => {
      wanted = false
    }
  }, [core, round])

  const save = useCallback(
    async (change: Partial<Settings>) => {
      const settings = await core.app.saveSettings(change)
      const language = languageOf(settings.language, navigator.language)
      const catalogue = await core.app.texts({ language })
      // Words and settings change in one step: no page is ever half in one language.
      setLoaded((before) => (before === null ? null : { ...before, settings, language, catalogue }))
    },
    [core],
  )
  const retry = useCallback(() => setRound((before) => before + 1), [])
  const beginning = useMemo(() => {
    if (loaded === null) return null
    const { language, catalogue, settings, about } = loaded
    return { language, catalogue, settings: { settings, about, save } }
  }, [loaded, save])
  return { beginning, failed, retry }
}

/** The language that the person most likely has is asked for at once: one way to the core and back less. */
export async function loadBeginning(core: CoreClient): Promise<Loaded> {
  const likely = languageOf('system', navigator.language)
  const [settings, about, texts] = await Promise.all([
    core.app.settings({}),
    core.app.about({}),
    core.app.texts({ language: likely }),
    fetchScreen(firstScreen()),
  ])
  const language = languageOf(settings.language, navigator.language)
  return { settings, about, language, catalogue: language === likely ? texts : await core.app.texts({ language }) }
}
