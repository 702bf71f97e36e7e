import { createContext, use } from 'react'

import type { About, Settings } from '#shared/contract/index.ts'

export interface SettingsState {
  readonly settings: Settings
  /** what this program runs on; read once at its start */
  readonly about: About
  /** keeps a change and shows it at once, the language too; rejects where it could not be kept */
  readonly save: (change: Partial<Settings>) => Promise<void>
}

const SettingsContext = createContext<SettingsState | null>(null)

export const SettingsProvider = SettingsContext

export function useSettings(): SettingsState {
  const state = use(SettingsContext)
  if (state === null) throw new Error('there are no settings above this component')
  return state
}
