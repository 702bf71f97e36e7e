// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ChangesScreen } from '#renderer/history/changes-screen.tsx'
import type { Comparison } from '#shared/contract/index.ts'
import { fakeCore } from '../../support/fake-core.ts'
import { type RenderedScreen, renderScreen, type ScreenParts } from '../../support/render-screen.tsx'

afterEach(cleanup)

type Item = Comparison['items'][number]

const changed = (id: string, more: Partial<Item>): Item => ({
  id,
  title: `Title of ${id}`,
  before: 'pass',
  after: 'pass',
  direction: 'same',
  evidence: [],
  ...more,
})

const comparison = (more: Partial<Comparison> = {}): Comparison => ({
  before: { server: 'ERP01', at: '2026-02-20T09:00:00Z', grade: 'good' },
  after: { server: 'ERP01', at: '2026-03-02T09:00:00Z', grade: null },
  notes: [],
  items: [
    changed('better', { before: 'fail', after: 'pass', direction: 'better' }),
    changed('worse', {
      before: 'pass',
      after: 'fail',
      direction: 'worse',
      evidence: [
        { change: 'added', subject: 'AnyDesk', detail: 'installed' },
        { change: 'removed', subject: 'TeamViewer', detail: 'service' },
        { change: 'changed', subject: 'WinRM', detail: 'now open to all' },
      ],
    }),
    changed('new', { before: null, after: 'attention' }),
    changed('gone', { before: 'attention', after: null }),
  ],
  ...more,
})

async function openChanges(given: Comparison, parts: ScreenParts = {}): Promise<RenderedScreen> {
  const fake = parts.fake ?? fakeCore({ comparison: given })
  const rendered = renderScreen(<ChangesScreen id="case-1" before="kept-1" after={null} />, { ...parts, fake })
  await waitFor(() => expect(screen.queryByText('Loading …')).toBeNull())
  return rendered
}

const item = (id: string) => screen.getByRole('article', { name: `Title of ${id}` })
const button = (name: string) => screen.getByRole('button', { name })

describe('changes', () => {
  it('asks for the two that were chosen and shows when each was and its grade', async () => {
    const { fake } = await openChanges(comparison())
    expect(fake.calls).toEqual([{ name: 'reports.compare', input: { id: 'case-1', before: 'kept-1', after: null, language: 'en' } }])
    const [before, after] = screen.getAllByRole('term').map((term) => term.parentElement?.textContent)
    expect(before).toMatch(/^Before.*February 20, 2026.*ERP01Good$/)
    expect(after).toMatch(/^After.*March 2, 2026.*ERP01no grade$/)
  })

  it('puts what got worse first', async () => {
    await openChanges(comparison())
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      '1 item got worse',
      '1 item got better',
      '2 items changed without another verdict',
    ])
    expect(screen.getByText('1 worse, 1 better, 2 otherwise changed')).toBeDefined()
  })

  it('tells both verdicts in words, also where an item was not judged on one side', async () => {
    await openChanges(comparison())
    expect(item('worse').querySelector('p')?.textContent).toBe('fromPassedtoGap')
    expect(item('new').querySelector('p')?.textContent).toBe('fromnot judgedtoOpen')
    expect(item('gone').querySelector('p')?.textContent).toBe('fromOpentonot judged')
  })

  it('tells what came, went and changed', async () => {
    await openChanges(comparison())
    const lines = within(item('worse')).getAllByRole('listitem')
    expect(lines.map((line) => line.textContent)).toEqual([
      'AddedAnyDesk installed',
      'GoneTeamViewer service',
      'ChangedWinRM now open to all',
    ])
    expect(item('better').textContent).toContain('The evidence is the same')
  })

  it('shows ten of many pieces until all are wanted', async () => {
    const evidence = Array.from({ length: 13 }, (_, index) => ({ change: 'added' as const, subject: `thing-${index}`, detail: '' }))
    await openChanges(comparison({ items: [changed('long', { evidence })] }))
    expect(within(item('long')).getAllByRole('listitem').length).toBe(10)
    fireEvent.click(button('Show 3 more'))
    expect(within(item('long')).getAllByRole('listitem').length).toBe(13)
  })

  it('opens an item that is judged now, and none that is not', async () => {
    const { visited } = await openChanges(comparison())
    fireEvent.click(button('Open the item “Title of worse”'))
    expect(visited).toEqual([{ screen: 'checklists', id: 'case-1', item: 'worse' }])
    expect(screen.queryByRole('button', { name: 'Open the item “Title of gone”' })).toBeNull()
  })

  it('swaps the two, and leads back', async () => {
    const { visited } = await openChanges(comparison())
    fireEvent.click(button('Swap before and after'))
    fireEvent.click(button('Back to the history'))
    expect(visited).toEqual([{ screen: 'changes', id: 'case-1', before: null, after: 'kept-1' }, { screen: 'history' }])
  })

  it('says that nothing changed', async () => {
    await openChanges(comparison({ items: [] }))
    expect(screen.getByText('Nothing changed')).toBeDefined()
    expect(screen.queryAllByRole('article')).toEqual([])
  })

  it('says why the two may not be comparable', async () => {
    await openChanges(comparison({ notes: ['The two are of different servers.'] }))
    expect(screen.getByText('Keep in mind')).toBeDefined()
    expect(screen.getByText('The two are of different servers.')).toBeDefined()
  })

  it('says that a kept checkup is gone', async () => {
    const fake = fakeCore()
    fake.failNext('reports.compare', { code: 'NOT_FOUND', line: 'There is no such checkup.' })
    await openChanges(comparison(), { fake })
    expect(screen.getByRole('alert').textContent).toContain('There is no such checkup.')
  })

  it('speaks German', async () => {
    await openChanges(comparison(), { language: 'de' })
    expect(screen.getByRole('heading', { level: 1, name: 'Was sich geändert hat' })).toBeDefined()
    expect(screen.getByRole('heading', { level: 2, name: '1 Punkt ist schlechter geworden' })).toBeDefined()
  })
})
