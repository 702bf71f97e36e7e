import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import type { Arrival } from './arrival.tsx'
import type { Navigation, Route } from './route-context.tsx'

interface Entry {
  readonly erpCheckup: { readonly depth: number; readonly route: Route }
}

/** Where the person is, kept in the window's history without ever showing in its address: its own *Back* works. */
export function useHistory(arrival: Arrival): Navigation {
  const [entry, setEntry] = useState<Entry['erpCheckup']>(() => entryOf(window.history.state) ?? { depth: 0, route: { screen: 'start' } })
  const place = useRef(entry)

  useEffect(() => {
    const onPop = (event: PopStateEvent) => {
      const found = entryOf(event.state) ?? { depth: 0, route: { screen: 'start' } as const }
      place.current = found
      arrival.pending = true
      setEntry(found)
    }
    window.addEventListener('popstate', onPop)
    return () => window.removeEventListener('popstate', onPop)
  }, [arrival])

  const go = useCallback(
    (route: Route) => {
      if (JSON.stringify(route) === JSON.stringify(place.current.route)) {
        document.querySelector<HTMLElement>('main h1')?.focus()
        return
      }
      // Going back to a scan would read the server again: the page after it takes its place.
      const isInPlace = place.current.route.screen === 'scan'
      const next = { depth: place.current.depth + (isInPlace ? 0 : 1), route }
      place.current = next
      if (isInPlace) window.history.replaceState({ erpCheckup: next } satisfies Entry, '')
      else window.history.pushState({ erpCheckup: next } satisfies Entry, '')
      arrival.pending = true
      setEntry(next)
    },
    [arrival],
  )
  const back = useCallback(() => {
    if (place.current.depth > 0) window.history.back()
    else go({ screen: 'start' })
  }, [go])

  return useMemo(() => ({ route: entry.route, go, back }), [entry, go, back])
}

/** The screen that the page begins with: that of its last visit, where it was only loaded again. */
export function firstScreen(): Route['screen'] {
  return entryOf(window.history.state)?.route.screen ?? 'start'
}

/** The window keeps the state over a reload; only what this program wrote there counts. */
function entryOf(state: unknown): Entry['erpCheckup'] | null {
  if (typeof state !== 'object' || state === null || !('erpCheckup' in state)) return null
  return (state as Entry).erpCheckup
}
