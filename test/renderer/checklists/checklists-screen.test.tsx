// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { screenShortcuts } from '#renderer/app/shortcuts.ts'
import { ChecklistsScreen } from '#renderer/checklists/checklists-screen.tsx'
import { screenTexts } from '#shared/texts/screens/index.ts'
import { caseView, itemView } from '../../support/case-view.ts'
import { fakeCore } from '../../support/fake-core.ts'
import { renderScreen } from '../../support/render-screen.tsx'
import { openChecklists, openedTitle } from './open-checklists.tsx'

afterEach(cleanup)

const GAP = 'GoToAssist is removed'
const QUESTION = 'The remote-access user is removed'

const row = (name: RegExp | string) => screen.getByRole('button', { name })
const focusedItem = () => document.activeElement?.getAttribute('data-item') ?? null
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })

describe('checklists screen', () => {
  it('shows grade, coverage and every checklist with its outcome in words', async () => {
    await openChecklists()
    expect(within(screen.getByRole('region', { name: 'Result' })).getByText('Gaps')).toBeDefined()
    expect(screen.getByText(/2 of 5 verified/)).toBeDefined()
    const card = screen.getByRole('region', { name: 'Remote access' })
    expect(within(card).getByText('1 gap, 1 open, 1 not verified')).toBeDefined()
    expect(within(card).getByText('Gaps')).toBeDefined()
  })

  it('names the worst open item as the next step, before one that comes first in the list', async () => {
    const view = caseView()
    const [first, ...others] = view.checklists
    const late = itemView('late', { title: 'A critical gap', verdict: 'fail', severity: 'critical', checklist: 'remote-access' })
    await openChecklists({ ...view, checklists: [{ ...first!, items: [...first!.items, late] }, ...others] })
    const next = screen.getByRole('region', { name: 'Next step' })
    expect(within(next).getByRole('heading', { level: 3 }).textContent).toBe('A critical gap')
    fireEvent.click(within(next).getByRole('button'))
    expect(openedTitle()).toBe('A critical gap')
  })

  it.each([
    ['everything is settled', { verdict: 'pass' as const, acceptedUntil: null }, /Nothing is left to do here/],
    ['only an accepted gap is left', { verdict: 'fail' as const, acceptedUntil: '2026-12-31' }, /Accepted risks stay/],
  ])('says that nothing is left to do where %s', async (_name, more, words) => {
    const view = caseView()
    const checklists = view.checklists.map((checklist) => ({ ...checklist, items: checklist.items.map((item) => ({ ...item, ...more })) }))
    await openChecklists({ ...view, checklists })
    expect(screen.getByRole('region', { name: 'Next step' }).textContent).toMatch(words)
  })

  it('reads a row as verdict and title, with the sentence as its description', async () => {
    await openChecklists()
    const button = row(`Gap ${GAP}`)
    expect(document.getElementById(button.getAttribute('aria-describedby')!)?.textContent).toContain('can be reached without anybody')
  })

  it('hides what is settled when only what is to do is wanted, and says so', async () => {
    await openChecklists()
    fireEvent.click(row('To do (4)'))
    expect(screen.queryByRole('button', { name: /Passed/ })).toBeNull()
    expect(screen.getByText('Nothing to do in this checklist.')).toBeDefined()
    await waitFor(() => expect(screen.getByText('4 items to do are shown.')).toBeDefined())
    fireEvent.click(row('All items'))
    expect(row(/^Passed/)).toBeDefined()
  })

  it('keeps an accepted gap in the list of all and out of what is to do', async () => {
    const view = caseView()
    const [first, ...others] = view.checklists
    const items = first!.items.map((item) => (item.title === GAP ? { ...item, acceptedUntil: '2026-12-31' } : item))
    await openChecklists({ ...view, checklists: [{ ...first!, items }, ...others] })
    expect(screen.getByText('Risk accepted until December 31, 2026')).toBeDefined()
    fireEvent.click(row('To do (3)'))
    expect(screen.queryByRole('button', { name: `Gap ${GAP}` })).toBeNull()
  })

  it('makes a pack that does not apply one line, and keeps one of the three as a card with its reason', async () => {
    const view = caseView()
    const none = { outcome: 'not-applicable' as const, outcomeWord: 'Not applicable', countsInWords: '1 not applicable' }
    const pack = { ...view.checklists[1]!, ...none, id: 'connector-transit', title: 'Pack: connector', reason: 'No connector is here.' }
    const third = { ...view.checklists[2]!, ...none, id: 'unused-sync-tool', title: 'Unused', reason: 'The tool is in use.' }
    await openChecklists({ ...view, checklists: [view.checklists[0]!, pack, third] })
    expect(screen.queryByRole('region', { name: 'Pack: connector' })).toBeNull()
    expect(screen.getByText('Pack: connector: No connector is here.')).toBeDefined()
    expect(within(screen.getByRole('region', { name: 'Unused' })).getByText('The tool is in use.')).toBeDefined()
  })

  it('says what could not be read, which answers count for nothing and that rights were missing', async () => {
    await openChecklists(caseView({ elevated: false, answerProblems: ['Dana’s answer has expired.'] }))
    expect(screen.getByText(/without administrator rights/)).toBeDefined()
    expect(screen.getByText('1 part of the server could not be read')).toBeDefined()
    expect(screen.getByText('Remote Desktop settings: access denied')).toBeDefined()
    expect(screen.getByText('Dana’s answer has expired.')).toBeDefined()
  })

  it.each([
    ['this server', 'live', true],
    ['the file of a server', 'file', false],
  ] as const)('offers the missing rights for %s: %s', async (_name, source, isOffered) => {
    await openChecklists(caseView({ elevated: false, source }), { about: { elevated: false, canElevate: true } })
    expect(screen.queryByRole('button', { name: 'Restart as administrator' }) !== null).toBe(isOffered)
  })

  it('says that a case is gone, and asks again', async () => {
    const fake = fakeCore({ cases: [caseView()] })
    fake.failNext('cases.view', { code: 'NOT_FOUND', line: 'There is no such case.' })
    renderScreen(<ChecklistsScreen id="case-1" />, { fake })
    expect((await screen.findByRole('alert')).textContent).toContain('There is no such case.')
    fireEvent.click(row('Try again'))
    expect(await screen.findByRole('heading', { level: 1, name: 'Checklists' })).toBeDefined()
  })

  it('says that an item of the address does not exist, and shows the rest', async () => {
    await openChecklists(caseView(), { item: 'gone-since' })
    expect(screen.getByText(/no item called “gone-since”/)).toBeDefined()
    expect(row(`Gap ${GAP}`)).toBeDefined()
  })

  it('speaks German', async () => {
    await openChecklists(caseView(), { language: 'de' })
    expect(screen.getByRole('heading', { level: 1, name: 'Checklisten' })).toBeDefined()
    expect(screen.getByRole('region', { name: 'Nächster Schritt' })).toBeDefined()
  })
})

describe('going through the items', () => {
  it('moves focus into the opened item and back to its row when it is closed', async () => {
    const { went } = await openChecklists()
    fireEvent.click(row(`Gap ${GAP}`))
    expect(document.activeElement?.textContent).toBe(GAP)
    expect(row(`Gap ${GAP}`).getAttribute('aria-current')).toBe('true')
    press('Escape')
    expect(openedTitle()).toBeNull()
    expect(focusedItem()).toBe('gotoassist-removed')
    expect(went).toEqual([
      { screen: 'checklists', id: 'case-1', item: 'gotoassist-removed' },
      { screen: 'checklists', id: 'case-1' },
    ])
  })

  it('goes from row to row with j, k and the arrows, and stops at the ends', async () => {
    await openChecklists()
    press('j')
    expect(focusedItem()).toBe('gotoassist-removed')
    press('j')
    expect(focusedItem()).toBe('remote-user-removed')
    press('ArrowDown')
    expect(focusedItem()).toBe('rdp-restricted')
    press('ArrowUp')
    press('k')
    press('k')
    expect(focusedItem()).toBe('gotoassist-removed')
    expect(openedTitle()).toBeNull()
  })

  it('opens the neighbour when an item is open', async () => {
    await openChecklists(caseView(), { item: 'gotoassist-removed' })
    press('j')
    expect(openedTitle()).toBe(QUESTION)
    fireEvent.click(row('Previous item'))
    expect(openedTitle()).toBe(GAP)
  })

  it.each([
    ['a field is typed in', {}],
    ['Ctrl is held', { ctrlKey: true }],
    ['Alt is held', { altKey: true }],
  ])('leaves the letter alone where %s', async (name, more) => {
    await openChecklists(caseView(), { item: 'gotoassist-removed' })
    if (name === 'a field is typed in') screen.getByRole('textbox', { name: 'Note' }).focus()
    press('j', more)
    expect(openedTitle()).toBe(GAP)
  })

  it('leaves letters alone where single keys are switched off, and keeps Escape', async () => {
    window.localStorage.setItem('erp-checkup-single-key', 'off')
    await openChecklists(caseView(), { item: 'gotoassist-removed' })
    press('j')
    expect(openedTitle()).toBe(GAP)
    press('Escape')
    expect(openedTitle()).toBeNull()
    window.localStorage.clear()
  })
})

describe('list of shortcuts', () => {
  it.each(['en', 'de'] as const)('names every key of the checklists in %s', (language) => {
    expect(screenShortcuts.map(({ keys }) => keys)).toEqual(['J, ↓', 'K, ↑', 'Enter', 'Esc', 'Ctrl + Z'])
    expect(screenShortcuts.filter(({ what }) => screenTexts[language][what] === undefined)).toEqual([])
  })
})

describe('taking an answer back', () => {
  const answered = caseView({ undo: 'the answer to “Sign-in”' })

  it.each([
    ['the button', () => fireEvent.click(row('Undo: the answer to “Sign-in”'))],
    ['Ctrl+Z', () => press('z', { ctrlKey: true })],
  ])('works with %s and is announced', async (_name, act) => {
    const { fake } = await openChecklists(answered)
    act()
    await waitFor(() => expect(screen.getAllByText('Taken back: the answer to “Sign-in”').length).toBe(2))
    expect(fake.calls.filter(({ name }) => name === 'cases.undoAnswer')).toEqual([
      { name: 'cases.undoAnswer', input: { id: 'case-1', language: 'en' } },
    ])
    expect(row('Undo').getAttribute('aria-disabled')).toBe('true')
  })

  it('leaves Ctrl+Z to the field that is typed in', async () => {
    const { fake } = await openChecklists(answered, { item: 'gotoassist-removed' })
    screen.getByRole('textbox', { name: 'Note' }).focus()
    press('z', { ctrlKey: true })
    expect(fake.calls.some(({ name }) => name === 'cases.undoAnswer')).toBe(false)
  })

  it('does nothing where there is nothing to take back', async () => {
    const { fake } = await openChecklists()
    press('z', { ctrlKey: true })
    fireEvent.click(row('Undo'))
    expect(fake.calls.some(({ name }) => name === 'cases.undoAnswer')).toBe(false)
  })

  it('says in one line that it could not be kept', async () => {
    const { fake } = await openChecklists(answered)
    fake.failNext('cases.undoAnswer', { code: 'STORE', line: 'The record could not be written.' })
    fireEvent.click(row(/^Undo/))
    expect((await screen.findByRole('alert')).textContent).toContain('The record could not be written.')
  })
})
