// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AnswerView, ItemView } from '#shared/contract/index.ts'
import { caseView, itemView } from '../../support/case-view.ts'
import type { ScreenParts } from '../../support/render-screen.tsx'
import { openChecklists } from './open-checklists.tsx'

const TODAY = '2026-03-02'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(`${TODAY}T12:00:00Z`), toFake: ['Date'] })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const every: ItemView['possibleAnswers'] = ['confirmed', 'denied', 'not-applicable', 'kept', 'accepted-risk']

async function openItem(more: Partial<ItemView> = {}, parts: ScreenParts & { readonly preparedBy?: string } = {}) {
  const view = caseView(parts.preparedBy === undefined ? {} : { profile: { ...caseView().profile, preparedBy: parts.preparedBy } })
  const [first, ...others] = view.checklists
  const item = itemView('x', { title: 'The item', verdict: 'attention', possibleAnswers: every, ...more })
  const opened = await openChecklists({ ...view, checklists: [{ ...first!, items: [item] }, ...others] }, { ...parts, item: 'x' })
  return { ...opened, sent: () => opened.fake.calls.filter(({ name }) => name === 'cases.answer').map(({ input }) => input) }
}

const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(new RegExp(`^${label}`)), { target: { value } })
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save the answer' }))
const form = () => screen.getByRole('form', { name: 'Give an answer' })

describe('answer form', () => {
  it('offers only what means something here, each with what it does', async () => {
    await openItem({ possibleAnswers: ['confirmed', 'accepted-risk'] })
    const radios = screen.getAllByRole('radio')
    expect(radios.length).toBe(2)
    expect(form().textContent).toContain('The item counts as passed, with your name.')
    expect(form().textContent).not.toContain('It is not so')
  })

  it('says that an item takes no answer', async () => {
    await openItem({ possibleAnswers: [] })
    expect(screen.queryByRole('form')).toBeNull()
    expect(screen.getByText(/takes no answer now/)).toBeDefined()
  })

  it('saves, shows the answer, says what the item is now and goes back to its top', async () => {
    const { sent } = await openItem()
    choose(/^Confirmed/)
    write('Note', ' seen in the settings ')
    write('Your name', 'Dana Weber')
    save()
    await waitFor(() => expect(screen.getByRole('list', { name: 'Answers given' }).textContent).toContain('Dana Weber'))
    expect(sent()).toEqual([
      { id: 'case-1', language: 'en', check: 'x', answer: { kind: 'confirmed', by: 'Dana Weber', note: 'seen in the settings' } },
    ])
    await waitFor(() => expect(screen.getAllByText('Answer saved. “The item” is now: Open.').length).toBe(2))
    expect(document.activeElement?.id).toBe('item-title')
  })

  it.each([
    ['who prepared this checkup', { preparedBy: 'Pat Profile', settings: { preparedBy: 'Sam Settings' } }, 'Pat Profile'],
    ['the settings', { settings: { preparedBy: 'Sam Settings' } }, 'Sam Settings'],
  ])('takes the name from %s', async (_name, parts, expected) => {
    await openItem({}, parts)
    expect((screen.getByLabelText(/^Your name/) as HTMLInputElement).value).toBe(expected)
  })

  it('says what is missing, goes to the first of it and saves nothing', async () => {
    const { sent } = await openItem()
    save()
    expect(screen.getByText('Choose what you say.')).toBeDefined()
    expect(screen.getByText('Enter your name.')).toBeDefined()
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0])
    choose(/^Kept/)
    write('Your name', 'Dana')
    save()
    expect(screen.getByText('Say why it is kept.')).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText(/^Note/))
    expect(sent()).toEqual([])
  })

  it.each([
    ['today', TODAY, true],
    ['365 days from today', '2027-03-02', true],
    ['366 days from today', '2027-03-03', false],
    ['yesterday', '2026-03-01', false],
    ['never', '', false],
  ])('accepts a risk until %s: %s → %s', async (_name, until, isSaved) => {
    const { sent } = await openItem()
    expect(screen.queryByLabelText(/^Accepted until/)).toBeNull()
    choose(/^Risk accepted/)
    write('Accepted until', until)
    write('Your name', 'Dana')
    save()
    if (isSaved) await waitFor(() => expect(sent()).toEqual([expect.objectContaining({ answer: expect.objectContaining({ until }) })]))
    else expect(screen.getByText(/^Choose (a date from today to 2027-03-02|the date on which)/)).toBeDefined()
    expect(sent().length).toBe(isSaved ? 1 : 0)
  })

  it('keeps what was entered and says why it was refused', async () => {
    const { fake } = await openItem()
    fake.failNext('cases.answer', { code: 'REFUSED', line: 'This answer cannot be used.' })
    choose(/^Confirmed/)
    write('Note', 'mine')
    write('Your name', 'Dana')
    save()
    expect((await within(form()).findByRole('alert')).textContent).toContain('This answer cannot be used.')
    expect((screen.getByLabelText(/^Note/) as HTMLTextAreaElement).value).toBe('mine')
  })
})

describe('answers for single things', () => {
  const tools = ['AnyDesk', 'TeamViewer', 'WinRM']
  const box = (name: string) => screen.getByRole('checkbox', { name })

  it('asks for which things, and sends those in the order of the evidence', async () => {
    const { sent } = await openItem({ listsSubjects: true, subjects: tools })
    choose(/^Kept/)
    write('Note', 'ours')
    write('Your name', 'Dana')
    save()
    expect(screen.getByText('Choose at least one thing.')).toBeDefined()
    fireEvent.click(box('WinRM'))
    fireEvent.click(box('AnyDesk'))
    expect(screen.getByText('2 of 3 selected')).toBeDefined()
    save()
    await waitFor(() =>
      expect(sent()).toEqual([expect.objectContaining({ answer: expect.objectContaining({ subjects: ['AnyDesk', 'WinRM'] }) })]),
    )
  })

  it('selects all and none', async () => {
    await openItem({ listsSubjects: true, subjects: tools })
    const all = box('Select all (3)')
    fireEvent.click(all)
    expect(tools.every((tool) => (box(tool) as HTMLInputElement).checked)).toBe(true)
    fireEvent.click(all)
    expect(screen.getByText('0 of 3 selected')).toBeDefined()
  })

  it('finds one of hundreds by searching, and selects all of them, shown or not', async () => {
    await openItem({ listsSubjects: true, subjects: Array.from({ length: 300 }, (_, index) => `tool-${index}`) })
    expect(screen.queryByRole('checkbox', { name: 'tool-299' })).toBeNull()
    expect(screen.getByText(/^250 more are not shown/)).toBeDefined()
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search the things' }), { target: { value: 'TOOL-299' } })
    expect(box('tool-299')).toBeDefined()
    fireEvent.click(box('Select all (300)'))
    expect(screen.getByText('300 of 300 selected')).toBeDefined()
  })

  it('asks for none where the check lists things but has seen none', async () => {
    const { sent } = await openItem({ listsSubjects: true, subjects: [] })
    choose(/^Confirmed/)
    write('Your name', 'Dana')
    save()
    await waitFor(() => expect(sent()).toEqual([expect.objectContaining({ answer: { kind: 'confirmed', by: 'Dana', note: '' } })]))
  })
})

describe('answers given', () => {
  const given: AnswerView = {
    kind: 'accepted-risk',
    by: 'Dana Weber',
    at: '2026-02-27T09:30:00Z',
    note: 'replaced in summer',
    until: '2026-06-30',
    subjects: ['AnyDesk', 'TeamViewer'],
    counts: true,
    problem: null,
  }

  it('shows who said what, until when, for which things and why', async () => {
    await openItem({ answers: [given] })
    const words = screen.getByRole('list', { name: 'Answers given' }).textContent
    expect(words).toContain('Risk accepted until June 30, 2026')
    expect(words).toContain('Dana Weber')
    expect(words).toContain('For 2 things: AnyDesk and TeamViewer')
    expect(words).toContain('replaced in summer')
    expect(words).not.toContain('Counts for nothing')
  })

  it('says which one counts for nothing, and why', async () => {
    await openItem({ answers: [{ ...given, counts: false, problem: 'It ended on 2026-02-28.' }] })
    expect(screen.getByText('Counts for nothing: It ended on 2026-02-28.')).toBeDefined()
  })

  it('removes one, announces it and leaves the other', async () => {
    const { fake } = await openItem({ answers: [given, { ...given, by: 'Sam Other', at: '2026-02-28T09:30:00Z' }] })
    fireEvent.click(screen.getByRole('button', { name: 'Remove the answer “Risk accepted” by Dana Weber' }))
    await waitFor(() => expect(screen.getAllByText(/The answer was removed/).length).toBe(2))
    expect(fake.calls.at(-1)).toEqual({
      name: 'cases.removeAnswer',
      input: { id: 'case-1', language: 'en', check: 'x', at: '2026-02-27T09:30:00Z' },
    })
    const list = screen.getByRole('list', { name: 'Answers given' })
    expect(list.textContent).toContain('Sam Other')
    expect(list.textContent).not.toContain('Dana Weber')
  })
})
