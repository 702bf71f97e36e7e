// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { StoredPasswordsScreen } from '#renderer/stored-passwords/stored-passwords-screen.tsx'
import type { HandOverEvent, HandOverWays, Language, StoredPassword } from '#shared/contract/index.ts'
import { type FakeCore, fakeCore } from '../../support/fake-core.ts'
import { type FakeHandOverParts, quietWays } from '../../support/fake-hand-over.ts'
import { renderScreen } from '../../support/render-screen.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const entry = (state: StoredPassword['state'], name: string): StoredPassword => ({
  generation: name.repeat(16),
  server: 'ERP01',
  kind: 'windows',
  login: 'ERP01\\erpsync',
  state,
  storedAt: '2026-03-02T10:15:00.000Z',
  keepUntil: null,
})
const stored = [entry('current', 'ab'), entry('next', 'ef'), entry('previous', 'cd'), entry('unfinished', '01')]

const OPENER = 'Take it over: ERP01\\erpsync, In use, abababab'
const end = (outcome: 'done' | 'refused' | 'warning', line: string, next: string | null = null): HandOverEvent => ({
  kind: 'end',
  outcome,
  line,
  next,
})

/** A hand-over whose events a test tells one by one; it ends when it is taken back. */
function told() {
  const events: HandOverEvent[] = []
  let news = Promise.withResolvers<void>()
  let signal: AbortSignal | undefined
  const give: NonNullable<FakeHandOverParts['give']> = async function* (given) {
    signal = given
    for (;;) {
      const event = events.shift()
      if (event === undefined) await news.promise
      else {
        yield event
        if (event.kind === 'end') return
      }
    }
  }
  const tell = (event: HandOverEvent) =>
    act(async () => {
      events.push(event)
      news.resolve()
      news = Promise.withResolvers<void>()
      await Promise.resolve()
    })
  return { give, tell, isAborted: () => signal?.aborted }
}

async function openDialog(handOver: FakeHandOverParts, language: Language = 'en') {
  const fake = fakeCore({ stored, handOver })
  renderScreen(<StoredPasswordsScreen />, { fake, language })
  const opener = await screen.findByRole('button', { name: language === 'en' ? OPENER : /^Übernehmen: .*In Verwendung/ })
  opener.focus()
  fireEvent.click(opener)
  return { fake, opener, dialog: await screen.findByRole('dialog') }
}

const inputsOf = ({ calls }: FakeCore, name: string): readonly unknown[] =>
  calls.filter((call) => call.name === `handOver.${name}`).map(({ input }) => input)
const button = (dialog: HTMLElement, name: string) => within(dialog).findByRole('button', { name })
const status = (dialog: HTMLElement): string => within(dialog).getByRole('status').textContent ?? ''

const AB = { kind: 'stored', generation: 'ab'.repeat(16) }
const NO_WAY: HandOverWays = {
  ...quietWays,
  chosen: null,
  line: 'Pause the screen share.',
  open: [],
  closed: [
    { way: 'clipboard', reason: 'It is shared.' },
    { way: 'protected-window', reason: 'It is not proven.' },
  ],
  whenPaused: { way: 'protected-window', line: 'It is shown in a window.' },
}

describe('taking a stored password over', () => {
  it('is offered for each entry that holds one', async () => {
    renderScreen(<StoredPasswordsScreen />, { fake: fakeCore({ stored }) })
    const offered = await screen.findAllByRole('button', { name: /^Take it over/ })
    expect(offered.map((each) => each.getAttribute('aria-label'))).toEqual([
      OPENER,
      'Take it over: ERP01\\erpsync, Ready for the change, efefefef',
      'Take it over: ERP01\\erpsync, Used before, cdcdcdcd',
    ])
  })

  it('says what will happen, offers the chosen way first, and folds away why others are closed', async () => {
    const { fake, dialog } = await openDialog({ ways: [{ ...quietWays, advice: 'First turn remote control off.' }] })
    expect(within(dialog).getByRole('heading', { name: 'Take over the password of ERP01\\erpsync' })).toBeDefined()
    await button(dialog, 'Put it on the clipboard')
    const names = within(dialog)
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
    expect(names).toEqual(['Put it on the clipboard', 'Show it in the protected window', 'Close'])
    expect(dialog.textContent).toMatch(/First turn remote control off\..*It goes to the clipboard\..*It is shown in a window\./)
    const folded = within(dialog).getByText('Why 1 way is closed now').closest('details')
    expect([folded?.open, folded?.textContent]).toEqual([false, expect.stringContaining('Into the password boxNobody knows the program.')])
    expect(within(dialog).queryByRole('checkbox')).toBeNull()
    expect(inputsOf(fake, 'ways')).toEqual([{ language: 'en', secret: AB }])
    expect(inputsOf(fake, 'give')).toEqual([])
  })

  it('goes to the clipboard, counts its seconds down without saying each, and announces how it ended', async () => {
    const { give, tell } = told()
    const { fake, dialog } = await openDialog({ give })
    const way = await button(dialog, 'Put it on the clipboard')
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    way.focus()
    fireEvent.click(way)
    await tell({ kind: 'step', line: 'Paste it now.', clearsAfterMs: 20_000 })
    expect(inputsOf(fake, 'give')).toEqual([{ language: 'en', secret: AB, way: 'clipboard', sharePaused: false }])
    expect(status(dialog)).toContain('Paste it now.The clipboard is emptied in 20 seconds.')
    clock.mockReturnValue(19_000)
    const timer = within(dialog).getByRole('timer')
    await waitFor(() =>
      expect([timer.textContent, timer.getAttribute('aria-live')]).toEqual(['The clipboard is emptied in 1 second.', 'off']),
    )
    clock.mockRestore()
    expect([way.textContent, document.activeElement]).toEqual(['Take it back now', way])
    await tell(end('done', 'The clipboard was emptied.'))
    expect(status(dialog)).toBe('The clipboard was emptied.')
    expect([way.textContent, document.activeElement]).toEqual(['Put it on the clipboard', way])
    expect(inputsOf(fake, 'ways')).toHaveLength(2)
  })

  it('goes one way at a time, and takes it back with the same button', async () => {
    const { give, tell } = told()
    const { fake, dialog } = await openDialog({ give })
    fireEvent.click(await button(dialog, 'Show it in the protected window'))
    const other = await button(dialog, 'Put it on the clipboard')
    expect(other.getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(other)
    fireEvent.click(await button(dialog, 'Take it back now'))
    expect([inputsOf(fake, 'give').length, inputsOf(fake, 'end').length]).toEqual([1, 1])
    await tell(end('refused', 'The window was closed.', 'Try again.'))
    expect(status(dialog)).toBe('The window was closed.Try again.')
  })

  it('opens the window once the person says that the share is paused', async () => {
    const { give, tell } = told()
    const { fake, dialog } = await openDialog({ ways: [NO_WAY], give })
    await within(dialog).findByText('Pause the screen share.')
    expect(within(dialog).queryByRole('button', { name: /protected window/ })).toBeNull()
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'The share is paused: nobody else sees this screen now' }))
    fireEvent.click(await button(dialog, 'Show it in the protected window'))
    await tell(end('done', 'It was shown.'))
    expect(inputsOf(fake, 'give')).toEqual([{ language: 'en', secret: AB, way: 'protected-window', sharePaused: true }])
  })

  it('looks again where no way was open', async () => {
    const { dialog } = await openDialog({ ways: [{ ...NO_WAY, whenPaused: null }, quietWays] })
    fireEvent.click(await button(dialog, 'Look again'))
    await button(dialog, 'Put it on the clipboard')
    expect(within(dialog).queryByText('Pause the screen share.')).toBeNull()
  })

  it('keeps the focus in the dialog when the way that was gone is closed', async () => {
    const { give, tell } = told()
    const { dialog } = await openDialog({ ways: [quietWays, { ...quietWays, open: quietWays.open.slice(0, 1) }], give })
    const way = await button(dialog, 'Show it in the protected window')
    way.focus()
    fireEvent.click(way)
    await tell(end('refused', 'A capture shows it.'))
    await waitFor(() => expect(within(dialog).queryByRole('button', { name: /protected window/ })).toBeNull())
    expect(dialog.contains(document.activeElement)).toBe(true)
  })

  it.each([
    { name: 'Close', leave: async (dialog: HTMLElement) => fireEvent.click(await button(dialog, 'Close')) },
    { name: 'Escape', leave: async (dialog: HTMLElement) => fireEvent.keyDown(dialog, { key: 'Escape' }) },
  ])('takes everything back when it is closed ($name), says what could not be, and the focus is where it was', async ({ leave }) => {
    const { give, tell, isAborted } = told()
    const { fake, opener, dialog } = await openDialog({ give, endLine: 'It is still on the clipboard.' })
    fireEvent.click(await button(dialog, 'Put it on the clipboard'))
    await tell({ kind: 'step', line: 'Paste it now.', clearsAfterMs: 20_000 })
    await leave(dialog)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect([isAborted(), inputsOf(fake, 'end')]).toEqual([true, [{ language: 'en' }]])
    expect((await screen.findAllByText('It is still on the clipboard.')).length).toBeGreaterThan(0)
    await waitFor(() => expect(document.activeElement).toBe(opener))
  })

  it('says in the browser why not here and where', async () => {
    const { dialog } = await openDialog({ ways: [{ kind: 'elsewhere', line: 'Never to a browser.', next: 'Open the app.' }] })
    expect((await within(dialog).findByText('Never to a browser.')).parentElement?.textContent).toBe('Never to a browser.Open the app.')
    expect(
      within(dialog)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Close'])
  })

  it.each(['ways', 'give'] as const)('says that the core failed, and offers to try again (%s)', async (name) => {
    const fake = fakeCore({ stored })
    fake.failNext(`handOver.${name}`)
    renderScreen(<StoredPasswordsScreen />, { fake })
    fireEvent.click(await screen.findByRole('button', { name: OPENER }))
    const dialog = await screen.findByRole('dialog')
    if (name === 'give') fireEvent.click(await button(dialog, 'Put it on the clipboard'))
    await within(dialog).findByRole('alert')
    fireEvent.click(await button(dialog, 'Try again'))
    const way = await button(dialog, 'Put it on the clipboard')
    await waitFor(() => expect(way.getAttribute('aria-disabled')).not.toBe('true'))
  })

  it('speaks German', async () => {
    const { give, tell } = told()
    const { dialog } = await openDialog({ ways: [NO_WAY], give }, 'de')
    fireEvent.click(await within(dialog).findByRole('checkbox'))
    fireEvent.click(await button(dialog, 'Im geschützten Fenster zeigen'))
    await tell({ kind: 'step', line: 'Jetzt einfügen.', clearsAfterMs: 20_000 })
    for (const part of ['Das Passwort von ERP01\\erpsync übernehmen', 'Warum 2 Wege', 'Die Zwischenablage wird in 20 Sekunden geleert.']) {
      expect(dialog.textContent).toContain(part)
    }
    expect(dialog.textContent).not.toMatch(/hand-over\/|\{\{/)
  })
})
