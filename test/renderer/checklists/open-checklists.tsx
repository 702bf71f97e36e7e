import { screen, waitFor } from '@testing-library/react'
import { useMemo, useState } from 'react'
import { NavigationProvider, type Route } from '#renderer/app/route-context.tsx'
import { ChecklistsScreen } from '#renderer/checklists/checklists-screen.tsx'
import type { CaseView } from '#shared/contract/index.ts'
import { caseView } from '../../support/case-view.ts'
import { type FakeCore, fakeCore } from '../../support/fake-core.ts'
import { type RenderedScreen, renderScreen, type ScreenParts } from '../../support/render-screen.tsx'

/** The screen as it is walked through: where it sends the person inside the checklists is where it then is. */
function Walked({ id, first, onGo }: { readonly id: string; readonly first: string | undefined; readonly onGo: (route: Route) => void }) {
  const [item, setItem] = useState(first)
  const navigation = useMemo(
    () => ({
      route: { screen: 'start' } as const,
      go: (route: Route) => {
        onGo(route)
        if (route.screen === 'checklists') setItem(route.item)
      },
      back: () => undefined,
    }),
    [onGo],
  )
  return (
    <NavigationProvider navigation={navigation}>
      <ChecklistsScreen id={id} item={item} />
    </NavigationProvider>
  )
}

export interface OpenedChecklists extends RenderedScreen {
  readonly fake: FakeCore
  /** everywhere that the screen sent the person */
  readonly went: readonly Route[]
}

/** Opens a case at its checklists, or at one of its items, and waits until it is there. */
export async function openChecklists(
  view: CaseView = caseView(),
  parts: ScreenParts & { readonly item?: string } = {},
): Promise<OpenedChecklists> {
  const fake = parts.fake ?? fakeCore({ cases: [view] })
  const went: Route[] = []
  // Nothing is laid out here, so nothing can be scrolled to.
  Element.prototype.scrollIntoView = () => undefined
  const rendered = renderScreen(<Walked id={view.id} first={parts.item} onGo={(route) => went.push(route)} />, { ...parts, fake })
  await screen.findByRole('heading', { level: 1 })
  if (parts.item !== undefined && view.checklists.some(({ items }) => items.some(({ id }) => id === parts.item))) {
    await waitFor(() => {
      if (document.activeElement?.id !== 'item-title') throw new Error('the opened item has no focus yet')
    })
  }
  return { ...rendered, fake, went }
}

/** The heading of the item that is open; null: none is. */
export function openedTitle(): string | null {
  return document.getElementById('item-title')?.textContent ?? null
}
