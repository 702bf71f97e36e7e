/** Names of all messages between this process, the preload script and the page; there are no others. */
export const channels = {
  /** page → preload → main: one end of a channel, on which the core answers */
  port: 'erp-checkup:port',
  /** main → preload → page: the place that was chosen in the menu */
  go: 'erp-checkup:go',
} as const

/** By this name in its window the page knows that the preload script listens. */
export const PORT_MARK = 'erpCheckupPort'

/** Where the menu leads in the page; the page's own routes of these names. */
export type PagePlace = { readonly screen: 'start' | 'history' | 'settings' | 'about' } | { readonly screen: 'setup'; readonly id: string }

const PLAIN_SCREENS: readonly unknown[] = ['start', 'history', 'settings', 'about']

export function isPagePlace(value: unknown): value is PagePlace {
  if (typeof value !== 'object' || value === null || !('screen' in value)) return false
  if (value.screen === 'setup') return 'id' in value && typeof value.id === 'string' && /^[a-z0-9-]{1,64}$/.test(value.id)
  return PLAIN_SCREENS.includes(value.screen)
}
