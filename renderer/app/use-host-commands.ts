import { useEffect } from 'react'

import type { Route } from './route-context.tsx'

/** What the desktop window posts to its own page when a place was chosen in its menu. */
const GO = 'erp-checkup:go'

const PLAIN_SCREENS = ['start', 'history', 'settings', 'about'] as const

/** Follows the menu of the desktop window; in a browser nobody sends anything. */
export function useHostCommands(go: (route: Route) => void): void {
  useEffect(() => {
    const onMessage = (event: MessageEvent<unknown>) => {
      // Only this window itself: neither a frame in it nor a window that opened it.
      const route = event.source === window ? routeIn(event.data) : null
      if (route !== null) go(route)
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [go])
}

function routeIn(message: unknown): Route | null {
  if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== GO || !('place' in message)) return null
  const { place } = message
  if (typeof place !== 'object' || place === null || !('screen' in place)) return null
  if (place.screen === 'setup') return 'id' in place && typeof place.id === 'string' ? { screen: 'setup', id: place.id } : null
  const screen = PLAIN_SCREENS.find((known) => known === place.screen)
  return screen === undefined ? null : { screen }
}
