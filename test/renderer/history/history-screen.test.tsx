// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CoreClient } from '#renderer/client/core-client.ts'
import { HistoryScreen } from '#renderer/history/history-screen.tsx'
import type { CaseLine } from '#shared/contract/index.ts'
import { caseLine, caseView } from '../../support/case-view.ts'
import { type FakeCore, fakeCore } from '../../support/fake-core.ts'
import { type RenderedScreen, renderScreen, type ScreenParts } from '../../support/render-screen.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T12:00:00Z'), toFake: ['Date'] })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const kept = (id: string, at: string) => ({ id, at, grade: { id: 'gaps' as const, word: `Grade of ${id}` } })

/** A fake core whose history has these lines. */
function fakeWith(lines: readonly Partial<CaseLine>[], damaged: readonly string[] = []): FakeCore {
  const fake = fakeCore()
  let rest = lines.map((line) => caseLine(caseView(), line))
  const list: CoreClient['cases']['list'] = async (...input) => {
    await fake.core.cases.list(...input)
    return { cases: rest, damaged: [...damaged] }
  }
  const remove: CoreClient['cases']['remove'] = async (input, ...options) => {
    const done = await fake.core.cases.remove(input, ...options)
    rest = rest.filter(({ id }) => id !== input.id)
    return done
  }
  return { ...fake, core: { ...fake.core, cases: { ...fake.core.cases, list, remove } } }
}

async function openHistory(fake: FakeCore, parts: ScreenParts = {}): Promise<RenderedScreen> {
  const rendered = renderScreen(<HistoryScreen />, { ...parts, fake })
  await waitFor(() => expect(screen.queryByText('Loading …')).toBeNull())
  return rendered
}

const card = (server: string) => screen.getByRole('region', { name: server })
const button = (name: RegExp | string) => screen.getByRole('button', { name })

describe('history', () => {
  it('tells server, organisation, result and dates of each case', async () => {
    await openHistory(fakeWith([{}]))
    const words = card('ERP01').textContent
    for (const part of ['Example Trading', 'Gaps', '1 gap', '3 open', 'June 2, 2026']) expect(words).toContain(part)
  })

  it.each([
    ['sample', 'Sample: made-up data'],
    ['file', 'From a file'],
  ] as const)('marks a case from a %s', async (source, mark) => {
    await openHistory(fakeWith([{ source }, { id: 'live', server: 'LIVE', source: 'live' }]))
    expect(card('ERP01').textContent).toContain(mark)
    expect(card('LIVE').textContent).not.toContain(mark)
  })

  it.each([
    ['yesterday', '2026-03-01', 'March 1, 2026 – overdue'],
    ['today', '2026-03-02', 'March 2, 2026'],
    ['at no time', null, 'no date set'],
  ])('tells a review that is due %s', async (_name, nextReview, words) => {
    await openHistory(fakeWith([{ nextReview }]))
    expect(card('ERP01').textContent).toContain(words)
    expect(card('ERP01').textContent?.includes('overdue')).toBe(words.includes('overdue'))
  })

  it('opens a case', async () => {
    const { visited } = await openHistory(fakeWith([{ id: 'case-7', server: 'ERP07' }]))
    fireEvent.click(button('Open ERP07'))
    expect(visited).toEqual([{ screen: 'checklists', id: 'case-7' }])
  })

  it('names damaged records and shows the rest', async () => {
    await openHistory(fakeWith([{}], ['case-2.json', 'case-3.json']))
    expect(screen.getByText('2 records could not be read. They are kept as they are:')).toBeDefined()
    expect(screen.getByText('case-3.json')).toBeDefined()
    expect(card('ERP01')).toBeDefined()
  })

  it('says what to do where nothing is kept', async () => {
    const { visited } = await openHistory(fakeWith([]))
    expect(screen.getByText('Nothing here yet')).toBeDefined()
    fireEvent.click(button('Go to the start'))
    expect(visited).toEqual([{ screen: 'start' }])
  })

  it('says that it could not be read, and tries again', async () => {
    const fake = fakeWith([{}])
    fake.failNext('cases.list', { code: 'STORE', line: 'The records could not be read.' })
    await openHistory(fake)
    expect(screen.getByRole('alert').textContent).toContain('The records could not be read.')
    fireEvent.click(button('Try again'))
    await waitFor(() => expect(card('ERP01')).toBeDefined())
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('speaks German', async () => {
    await openHistory(fakeWith([{ source: 'sample', checkups: [kept('one', '2026-02-01T09:00:00Z')] }]), { language: 'de' })
    expect(screen.getByRole('heading', { level: 1, name: 'Verlauf' })).toBeDefined()
    expect(card('ERP01').textContent).toContain('Beispiel: erfundene Daten')
    expect(card('ERP01').textContent).toContain('1 aufbewahrte Prüfung')
  })
})

describe('removing', () => {
  const removals = (fake: FakeCore) => fake.calls.filter(({ name }) => name === 'cases.remove').map(({ input }) => input)

  it('asks first, says what is lost, and removes that one only', async () => {
    const fake = fakeWith([{ checkups: [kept('one', '2026-02-01T09:00:00Z')] }, { id: 'case-2', server: 'ERP02' }])
    await openHistory(fake)
    fireEvent.click(button('Remove ERP01 from the history'))
    const dialog = screen.getByRole('alertdialog', { name: 'Remove ERP01?' })
    expect(dialog.textContent).toContain('1 kept checkup are deleted')
    expect(removals(fake)).toEqual([])
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'ERP01' })).toBeNull())
    expect(removals(fake)).toEqual([{ id: 'case-1', language: 'en' }])
    expect(card('ERP02')).toBeDefined()
    expect(document.activeElement?.textContent).toBe('History')
    expect(screen.getAllByText('ERP01 was removed from the history.').length).toBeGreaterThan(0)
  })

  it('leaves everything as it is when it is cancelled', async () => {
    const fake = fakeWith([{}])
    await openHistory(fake)
    fireEvent.click(button('Remove ERP01 from the history'))
    expect(screen.getByRole('alertdialog').textContent).toContain('What was read and all answers are deleted.')
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(removals(fake)).toEqual([])
  })

  it('keeps the case on the screen where it could not be removed', async () => {
    const fake = fakeWith([{}])
    await openHistory(fake)
    fake.failNext('cases.remove', { code: 'STORE', line: 'The record could not be deleted.' })
    fireEvent.click(button('Remove ERP01 from the history'))
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }))
    expect((await screen.findByText('The record could not be deleted.')).closest('[role="alert"]')).not.toBeNull()
    expect(card('ERP01')).toBeDefined()
  })
})

describe('choosing two checkups', () => {
  const checkups = [kept('newer', '2026-02-20T09:00:00Z'), kept('older', '2025-11-20T09:00:00Z')]
  const choose = (label: string, id: string) => fireEvent.change(screen.getByLabelText(label), { target: { value: id } })

  it('compares the newest kept one with the present unless told otherwise', async () => {
    const { visited } = await openHistory(fakeWith([{ checkups }]))
    fireEvent.click(button('Show what changed on ERP01'))
    expect(visited).toEqual([{ screen: 'changes', id: 'case-1', before: 'newer', after: null }])
  })

  it('compares any two', async () => {
    const { visited } = await openHistory(fakeWith([{ checkups }]))
    choose('Before', 'older')
    choose('After', 'newer')
    fireEvent.click(button('Show what changed on ERP01'))
    expect(visited).toEqual([{ screen: 'changes', id: 'case-1', before: 'older', after: 'newer' }])
  })

  it('does not compare one with itself', async () => {
    const { visited } = await openHistory(fakeWith([{ checkups }]))
    choose('After', 'newer')
    expect(screen.getByText('Choose two different ones.')).toBeDefined()
    fireEvent.click(button('Show what changed on ERP01'))
    expect(visited).toEqual([])
  })

  it('says that there is nothing to compare where none is kept', async () => {
    await openHistory(fakeWith([{ checkups: [] }]))
    expect(card('ERP01').textContent).toContain('No checkup is kept yet')
    expect(screen.queryByRole('button', { name: /Show what changed/ })).toBeNull()
  })
})
