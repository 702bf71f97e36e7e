// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'

import type { Route } from '#renderer/app/route-context.tsx'
import { useHostCommands } from '#renderer/app/use-host-commands.ts'

function listen() {
  const routes: Route[] = []
  const go = (route: Route): void => void routes.push(route)
  function Listener() {
    useHostCommands(go)
    return null
  }
  const { unmount } = render(<Listener />)
  const say = (data: unknown, source: Window | null = window): void => {
    window.dispatchEvent(new MessageEvent('message', { data, source }))
  }
  return { routes, say, unmount }
}

const going = (place: unknown) => ({ kind: 'erp-checkup:go', place })

describe('useHostCommands', () => {
  afterEach(cleanup)

  it.each([{ screen: 'start' }, { screen: 'history' }, { screen: 'settings' }, { screen: 'about' }, { screen: 'setup', id: 'erp01-1a' }])(
    'goes to $screen',
    (place) => {
      const { routes, say } = listen()
      say(going(place))
      expect(routes).toEqual([place])
    },
  )

  it.each([
    { name: 'a screen that the menu does not have', data: going({ screen: 'scan', id: null, probes: null }) },
    { name: 'a case without an id', data: going({ screen: 'setup' }) },
    { name: 'a message of another kind', data: { kind: 'other', place: { screen: 'about' } } },
    { name: 'text', data: 'erp-checkup:go' },
    { name: 'nothing', data: null },
  ])('takes no notice of $name', ({ data }) => {
    const { routes, say } = listen()
    say(data)
    expect(routes).toEqual([])
  })

  it('takes no notice of a frame or another window', () => {
    const { routes, say } = listen()
    const frame = document.body.appendChild(document.createElement('iframe'))
    say(going({ screen: 'about' }), frame.contentWindow)
    say(going({ screen: 'about' }), null)
    expect(routes).toEqual([])
  })

  it('stops listening when the page goes', () => {
    const { routes, say, unmount } = listen()
    unmount()
    say(going({ screen: 'about' }))
    expect(routes).toEqual([])
  })
})
