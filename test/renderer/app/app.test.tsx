// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import type { Connection, ConnectionState } from '#renderer/client/connection.ts'
import type { Settings } from '#shared/contract/index.ts'
import { screenTexts } from '#shared/texts/screens/index.ts'
import { caseView } from '../../support/case-view.ts'
import { type FakeCore, fakeCore } from '../../support/fake-core.ts'
import { fakeMedia } from '../../support/fake-media.ts'

// Screens are loaded late, and the machine may be busy; a wait ends as soon as the screen is there.
configure({ asyncUtilTimeout: 10_000 })

beforeEach(() => {
  fakeMedia(['(min-width: 60rem)'])
  window.history.replaceState(null, '')
  window.localStorage.clear()
  window.scrollTo = () => undefined
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

interface Shown {
  readonly fake: FakeCore
  readonly retried: () => number
  readonly become: (state: ConnectionState) => void
}

function show(parts: { readonly settings?: Partial<Settings>; readonly state?: ConnectionState; readonly fake?: FakeCore } = {}): Shown {
  const fake = parts.fake ?? fakeCore({ settings: parts.settings ?? {}, cases: [caseView()] })
  let state = parts.state ?? 'open'
  let retries = 0
  const listeners = new Set<() => void>()
  const connection: Connection = {
    core: fake.core,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    retry: () => {
      retries += 1
    },
  }
  render(<App connection={connection} firstWords={screenTexts} />)
  return {
    fake,
    retried: () => retries,
    become: (next) =>
      act(() => {
        state = next
        for (const listener of listeners) listener()
      }),
  }
}

const title = (name: string) => screen.findByRole('heading', { level: 1, name })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

describe('app', () => {
  it('shows the start and names the window after it', async () => {
    show()
    await title('Check a server')
    expect(document.title).toBe('Check a server – ERP Sync Security Checkup')
    expect(document.documentElement.lang).toBe('en')
  })

  it('moves focus to the title of the page that a person goes to, and marks it in the navigation', async () => {
    show()
    await title('Check a server')
    expect(document.activeElement).toBe(document.body)
    press('Settings')
    const heading = await title('Settings')
    await waitFor(() => expect(document.activeElement).toBe(heading))
    expect(screen.getByRole('button', { name: 'Settings' }).getAttribute('aria-current')).toBe('page')
  })

  it('goes to the title, and makes no step back of it, where the page is open already', async () => {
    show()
    const heading = await title('Check a server')
    const steps = window.history.length
    press('Start')
    expect(document.activeElement).toBe(heading)
    expect(window.history.length).toBe(steps)
  })

  it('goes back with the window’s own Back', async () => {
    show()
    await title('Check a server')
    press('Settings')
    await title('Settings')
    window.history.back()
    await title('Check a server')
  })

  it('keeps the open server in the navigation while other pages are open', async () => {
    show()
    await title('Check a server')
    expect(screen.queryByRole('button', { name: 'Checklists' })).toBeNull()
    fireEvent.click(await screen.findByRole('button', { name: 'Continue with ERP01' }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Checklists' }).getAttribute('aria-current')).toBe('page'))
    press('Settings')
    await title('Settings')
    expect(screen.getByRole('button', { name: 'Checklists' })).toBeDefined()
  })

  it('skips to the content', async () => {
    show()
    await title('Check a server')
    fireEvent.click(screen.getByRole('link', { name: 'Skip to the content' }))
    expect(document.activeElement).toBe(screen.getByRole('main'))
  })

  it('hides what lies beside the open server in presenter mode, and keeps the mode', async () => {
    const { fake } = show()
    await title('Check a server')
    press('Presenter mode')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'History' })).toBeNull())
    expect(screen.getByRole('button', { name: 'Leave presenter mode' }).getAttribute('aria-pressed')).toBe('true')
    expect(screen.queryByRole('heading', { name: 'Recent servers' })).toBeNull()
    expect(fake.calls.find(({ name }) => name === 'app.saveSettings')?.input).toEqual({ presenter: true })
  })

  it('says so when a setting cannot be kept, and stays as it was', async () => {
    const { fake } = show()
    await title('Check a server')
    fake.failNext('app.saveSettings')
    press('Presenter mode')
    await waitFor(() => expect(screen.getAllByText('The setting could not be kept.').length).toBeGreaterThan(0))
    expect(screen.getByRole('button', { name: 'History' })).toBeDefined()
  })

  it('speaks German where that was chosen', async () => {
    show({ settings: { language: 'de' } })
    await title('Einen Server prüfen')
    expect(document.documentElement.lang).toBe('de')
  })

  it('folds the navigation away on a narrow window', async () => {
    fakeMedia([])
    show()
    await title('Check a server')
    expect(screen.queryByRole('navigation')).toBeNull()
    press('Menu')
    fireEvent.click(within(screen.getByRole('navigation')).getByRole('button', { name: 'Settings' }))
    await title('Settings')
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  it('stays beside a screen that breaks, and shows it again on request', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const { fake } = show()
    await title('Check a server')
    const { list } = fake.core.cases
    Object.assign(fake.core.cases, {
      // no list at all: drawing it throws
      list: async () => ({ cases: null, damaged: [] }),
    })
    press('Settings')
    await title('Settings')
    press('Start')
    await title('Something in this program went wrong')
    expect(screen.getByRole('navigation')).toBeDefined()
    Object.assign(fake.core.cases, { list })
    press('Try again')
    await title('Check a server')
  })
})

describe('shortcuts', () => {
  const key = (init: KeyboardEventInit, target: Element = document.body) => fireEvent.keyDown(target, init)

  it('open their list with ?, as a table', async () => {
    show()
    await title('Check a server')
    key({ key: '?', shiftKey: true })
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(within(dialog).getByRole('rowheader', { name: 'Alt + 2' })).toBeDefined()
    expect(within(dialog).getByRole('cell', { name: 'Go to History' })).toBeDefined()
  })

  it('leave ? alone inside a field', async () => {
    show()
    await title('Check a server')
    const field = document.body.appendChild(document.createElement('input'))
    key({ key: '?', shiftKey: true }, field)
    field.remove()
    key({ key: 'x' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('leave ? alone once it was turned off, and the button still opens the list', async () => {
    show()
    await title('Check a server')
    press('Keyboard shortcuts')
    const dialog = await screen.findByRole('dialog')
    fireEvent.click(within(dialog).getByRole('checkbox'))
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    key({ key: '?', shiftKey: true })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it.each([
    ['Alt + 4 to the fourth page', { code: 'Digit4', altKey: true }, 'Settings'],
    ['Alt Gr + 4 to nothing', { code: 'Digit4', altKey: true, ctrlKey: true }, 'Check a server'],
    ['4 to nothing', { code: 'Digit4', key: '4' }, 'Check a server'],
  ])('take %s', async (_name, init, expected) => {
    show()
    await title('Check a server')
    key(init)
    await title(expected)
  })
})

describe('connection', () => {
  it('says that it is connecting before anything else is known', () => {
    show({ state: 'connecting' })
    expect(screen.getByRole('status').textContent).toBe('Connecting …')
  })

  it('keeps the page while a lost connection comes back', async () => {
    const { become } = show()
    await title('Check a server')
    become('lost')
    expect(screen.getByText('The connection to the program is lost. Trying again …')).toBeDefined()
    await title('Check a server')
    become('open')
    expect(screen.queryByText('The connection to the program is lost. Trying again …')).toBeNull()
  })

  it('says that the program has ended and how to go on', async () => {
    const { become, retried } = show()
    await title('Check a server')
    become('ended')
    await title('The program has ended')
    expect(screen.getByText(/Start it again/)).toBeDefined()
    press('Try again')
    expect(retried()).toBe(1)
  })

  it('says so where the first answer is a failure, and asks again on request', async () => {
    const fake = fakeCore()
    fake.failNext('app.settings')
    show({ fake })
    await title('Something in this program went wrong')
    press('Try again')
    await title('Check a server')
  })
})
