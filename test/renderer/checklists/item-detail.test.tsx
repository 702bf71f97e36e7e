// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseView, ItemView } from '#shared/contract/index.ts'
import { caseView, itemView } from '../../support/case-view.ts'
import { openChecklists } from './open-checklists.tsx'

afterEach(cleanup)

const part = (name: string) => screen.getByRole('region', { name })
const button = (name: RegExp | string) => screen.getByRole('button', { name })

/** A case whose first checklist holds this item alone. */
function caseWith(item: ItemView, more: Partial<CaseView> = {}): CaseView {
  const view = caseView(more)
  const [first, ...others] = view.checklists
  return { ...view, checklists: [{ ...first!, items: [item] }, ...others] }
}

const piece = (subject: string, verdict: ItemView['verdict'] | null = 'fail') => ({
  probe: 'services',
  probeName: 'Services',
  subject,
  detail: `detail of ${subject}`,
  verdict,
})

const rows = () =>
  within(part('What was found'))
    .getAllByRole('rowheader')
    .map((cell) => cell.querySelector('bdi')?.textContent)

describe('item', () => {
  it('tells verdict, sentence, severity, who and how long, and why it matters', async () => {
    await openChecklists(caseView(), { item: 'gotoassist-removed' })
    const article = screen.getByRole('article')
    expect(article.textContent).toContain('GoToAssist Customer is installed and can be reached')
    expect(article.textContent).toContain('You, the administrator')
    expect(article.textContent).toContain('Minutes')
    expect(part('Why it matters').textContent).toContain('Whoever holds the vendor’s account')
  })

  it('numbers the steps, with what restarts, how to undo it and a command that can be copied', async () => {
    const written: string[] = []
    const clipboard = { writeText: async (text: string) => void written.push(text) }
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })
    await openChecklists(caseView(), { item: 'gotoassist-removed' })
    const steps = within(part('What to do')).getAllByRole('listitem')
    expect(steps.length).toBe(2)
    expect(steps[0]!.textContent).toContain('Restarts: Nothing restarts.')
    expect(steps[0]!.textContent).toContain('How to undo it: Install it again from the vendor.')
    expect(steps[1]!.textContent).toContain("Get-Service -Name 'GoToAssist*'")
    fireEvent.click(button('Copy: command of step 2'))
    await waitFor(() => expect(written).toEqual(["Get-Service -Name 'GoToAssist*'"]))
  })

  it('saves a script for SQL Server as a file that its tools read, and no other command', async () => {
    const script = 'ALTER ROLE [db_owner] DROP MEMBER [Größe’s];\n-- done'
    const step = (shell: 't-sql' | 'cmd', text: string) => ({ text: `${shell} step`, restarts: null, undo: null, command: { shell, text } })
    await openChecklists(caseWith(itemView('x', { steps: [step('cmd', 'net user'), step('t-sql', script)] })), { item: 'x' })
    const saved: { readonly name: string; readonly blob: Blob }[] = []
    const blobs: Blob[] = []
    URL.createObjectURL = (blob) => {
      blobs.push(blob as Blob)
      return 'blob:x'
    }
    URL.revokeObjectURL = () => undefined
    HTMLAnchorElement.prototype.click = function click() {
      saved.push({ name: this.download, blob: blobs.at(-1)! })
    }
    expect(screen.getAllByRole('button', { name: /^Save as a file/ })).toHaveLength(1)
    fireEvent.click(button('Save as a file: script of step 2'))
    expect(saved.map(({ name }) => name)).toEqual(['x-2.sql'])
    const bytes = Buffer.from(await saved[0]!.blob.arrayBuffer())
    expect(bytes.toString('utf8')).toBe('\uFEFFALTER ROLE [db_owner] DROP MEMBER [Größe’s];\r\n-- done\r\n')
  })

  it('tells which SQL Server could not be read, where the item rests on it', async () => {
    const sqlProblems = [{ instance: 'ERP01', problem: 'browser-silent', line: 'silent' }]
    await openChecklists(caseWith(itemView('x', { reads: ['sql-server'] }), { sqlProblems }), { item: 'x' })
    expect(screen.getByText(/SQL Server Browser, which tells the port of a named instance, did not answer/)).toBeDefined()
    expect(screen.getByText(/Give the port instead, as HOST,PORT/)).toBeDefined()
    cleanup()
    await openChecklists(caseWith(itemView('x', { reads: ['services'] }), { sqlProblems }), { item: 'x' })
    expect(screen.queryByText(/SQL Server Browser/)).toBeNull()
  })

  it('keeps the rules of judging folded until they are wanted', async () => {
    await openChecklists(caseView(), { item: 'gotoassist-removed' })
    const folded = screen.getByText('How it is judged').closest('details')
    expect(folded?.open).toBe(false)
    expect(folded?.textContent).toContain('services and programs of GoToAssist')
  })

  it('opens a reference in a new window that learns nothing of this one, and shows its address to be copied', async () => {
    await openChecklists(caseView(), { item: 'gotoassist-removed' })
    const link = screen.getByRole('link', { name: /Vendor’s page on removal/ })
    expect([link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]).toEqual([
      'https://support.example.com/remove',
      '_blank',
      'noreferrer',
    ])
    expect(part('Read more').textContent).toContain('https://support.example.com/remove')
    expect(button('Copy: address of “Vendor’s page on removal”')).toBeDefined()
  })
})

describe('what an item rests on', () => {
  it('leads to the details where these were judged, and only there', async () => {
    const { went } = await openChecklists(caseWith(itemView('x', { evidence: [{ ...piece('nextReview'), probe: 'profile' }] })), {
      item: 'x',
    })
    fireEvent.click(button('Change the details'))
    expect(went).toEqual([{ screen: 'setup', id: 'case-1' }])
    cleanup()
    await openChecklists(caseWith(itemView('x', { evidence: [piece('Spooler')] })), { item: 'x' })
    expect(screen.queryByRole('button', { name: 'Change the details' })).toBeNull()
  })

  it.each([
    ['leads to the password change where that helps', 'windows-user-designated', 'fail', true],
    ['does not where it changes nothing', 'gotoassist-removed', 'fail', false],
    ['does not where the item does not apply', 'sql-user-designated', 'not-applicable', false],
  ] as const)('%s', async (_name, item, verdict, leads) => {
    const { went } = await openChecklists(caseWith(itemView(item, { verdict })), { item })
    const change = screen.queryByRole('button', { name: 'Change passwords' })
    if (change !== null) fireEvent.click(change)
    expect(went).toEqual(leads ? [{ screen: 'rotation', id: 'case-1' }] : [])
  })

  it('goes to the answer from the top', async () => {
    await openChecklists(caseWith(itemView('x', { possibleAnswers: ['confirmed'] })), { item: 'x' })
    fireEvent.click(button('Give an answer'))
    expect(document.activeElement).toBe(screen.getByRole('radio'))
  })
})

describe('evidence', () => {
  it('puts what decides the verdict before what only shows the surroundings', async () => {
    const evidence = [piece('surroundings', null), piece('fine', 'pass'), piece('bad', 'fail'), piece('question', 'attention')]
    await openChecklists(caseWith(itemView('x', { evidence })), { item: 'x' })
    expect(rows()).toEqual(['bad', 'question', 'fine', 'surroundings'])
    expect(part('What was found').textContent).toContain('for information')
  })

  it('says that no single finding stands behind it', async () => {
    await openChecklists(caseWith(itemView('x')), { item: 'x' })
    expect(part('What was found').textContent).toContain('No single finding stands behind this.')
    expect(screen.queryByRole('table')).toBeNull()
  })

  const many = Array.from({ length: 2000 }, (_, index) => piece(`service-${index + 1}`))

  it('draws 2,000 rows a page at a time', async () => {
    await openChecklists(caseWith(itemView('x', { evidence: many })), { item: 'x' })
    expect(rows().length).toBe(25)
    expect(part('What was found').textContent).toContain('1 to 25 of 2,000')
    expect(button('Previous page').getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(button('Next page'))
    expect(rows()[0]).toBe('service-26')
  })

  it('searches all of it, not only the page that is shown', async () => {
    await openChecklists(caseWith(itemView('x', { evidence: many })), { item: 'x' })
    fireEvent.click(button('Next page'))
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search what was found' }), { target: { value: 'SERVICE-1999' } })
    await waitFor(() => expect(rows()).toEqual(['service-1999']))
    expect(screen.getByText('1 finding of 2,000 matches')).toBeDefined()
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'absent' } })
    await waitFor(() => expect(screen.getByText('Nothing matches “absent”.')).toBeDefined())
  })

  it('offers no search and no pages for a few rows', async () => {
    await openChecklists(caseWith(itemView('x', { evidence: many.slice(0, 7) })), { item: 'x' })
    expect(screen.queryByRole('searchbox')).toBeNull()
    expect(screen.queryByRole('navigation')).toBeNull()
  })
})

describe('check again', () => {
  it('reads what the item looks at and comes back to it', async () => {
    const { went } = await openChecklists(caseView({ source: 'live' }), { item: 'gotoassist-removed' })
    fireEvent.click(button('Check again'))
    expect(went).toEqual([{ screen: 'scan', id: 'case-1', probes: ['services', 'programs'], item: 'gotoassist-removed' }])
  })

  it('asks for the sign-in first where SQL Server is read, and says so', async () => {
    const { went } = await openChecklists(caseWith(itemView('x', { reads: ['sql-server'] }), { source: 'live' }), { item: 'x' })
    expect(screen.getByText(/Asks first how to sign in to SQL Server, because no password is kept/)).toBeDefined()
    fireEvent.click(button('Check again'))
    expect(went).toEqual([{ screen: 'scan', id: 'case-1', probes: ['sql-server'], item: 'x', ask: true }])
  })

  it.each([
    ['a sample', { source: 'sample' as const }, {}, {}, /sample server/],
    ['a file', { source: 'file' as const }, {}, {}, /comes from a file/],
    ['a computer without Windows', { source: 'live' as const }, { canRead: false }, {}, /does not run Windows/],
    ['an item that only a person can judge', { source: 'live' as const }, {}, { reads: [] }, /rests on what people say/],
  ])('cannot be done for %s, and says why', async (_name, view, about, item, reason) => {
    const { went } = await openChecklists(caseWith(itemView('x', item), view), { item: 'x', about })
    const again = button('Check again')
    expect(again.getAttribute('aria-disabled')).toBe('true')
    expect(document.getElementById(again.getAttribute('aria-describedby')!)?.textContent).toMatch(reason)
    fireEvent.click(again)
    expect(went).toEqual([])
  })
})
