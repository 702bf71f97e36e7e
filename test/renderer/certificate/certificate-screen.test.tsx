// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CertificateScreen } from '#renderer/certificate/certificate-screen.tsx'
import type { CoreClient } from '#renderer/client/core-client.ts'
import type { CaseView, ItemView } from '#shared/contract/index.ts'
import { caseView } from '../../support/case-view.ts'
import { type FakeCore, fakeCore } from '../../support/fake-core.ts'
import { type RenderedScreen, renderScreen, type ScreenParts } from '../../support/render-screen.tsx'

const saved: string[] = []

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T12:00:00Z'), toFake: ['Date'] })
  Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => undefined })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download)
  })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
  saved.length = 0
})

const button = (name: RegExp | string) => screen.getByRole('button', { name })
const region = (name: string) => screen.getByRole('region', { name })
const settled = (change: Partial<ItemView>): CaseView => {
  const view = caseView({ profile: { ...caseView().profile, organization: 'Example', preparedBy: 'Dana' } })
  return { ...view, checklists: view.checklists.map((list) => ({ ...list, items: list.items.map((item) => ({ ...item, ...change })) })) }
}

async function openCertificate(view: CaseView = caseView(), parts: ScreenParts = {}): Promise<RenderedScreen> {
  const rendered = renderScreen(<CertificateScreen id={view.id} />, { fake: fakeCore({ cases: [view] }), ...parts })
  await screen.findByRole('heading', { level: 1 })
  return rendered
}

const asked = ({ fake }: RenderedScreen, name: string) => fake.calls.filter((call) => call.name === name).map(({ input }) => input)

describe('before printing', () => {
  it('names what is open, worst first, and leads to it', async () => {
    const { visited } = await openCertificate()
    const links = within(region('Before you print it')).getAllByRole('listitem')
    expect(links[0]!.textContent).toContain('GoToAssist is removed')
    expect(region('Before you print it').textContent).toContain('4 items are not settled.')
    fireEvent.click(button('GoToAssist is removed'))
    expect(visited).toEqual([{ screen: 'checklists', id: 'case-1', item: 'gotoassist-removed' }])
  })

  it.each([
    ['everything is judged', { verdict: 'pass' as const }, /this is worth printing/],
    ['all gaps are accepted', { verdict: 'fail' as const, acceptedUntil: '2026-12-31' }, /5 accepted risks stand on the page/],
  ])('says that nothing is left to do where %s', async (_name, change, words) => {
    await openCertificate(settled(change))
    expect(region('Before you print it').textContent).toMatch(words)
  })

  it('says which details are missing on the page, and leads to them', async () => {
    const { visited } = await openCertificate()
    expect(region('Before you print it').textContent).toContain('No organisation is entered')
    expect(region('Before you print it').textContent).toContain('Nobody is entered as having prepared it.')
    fireEvent.click(button('Enter the details'))
    expect(visited).toEqual([{ screen: 'setup', id: 'case-1' }])
  })

  it('shows the worst five of many until all are wanted', async () => {
    const view = caseView()
    const [first] = view.checklists
    const items = Array.from({ length: 7 }, (_, index) => ({ ...first!.items[0]!, id: `gap-${index}`, title: `Gap ${index}` }))
    await openCertificate({ ...view, checklists: [{ ...first!, items }] })
    expect(screen.queryByRole('button', { name: 'Gap 6' })).toBeNull()
    fireEvent.click(button('Show 2 more'))
    expect(button('Gap 6')).toBeDefined()
  })
})

describe('preview', () => {
  const page = `<!doctype html><html lang="de"><head><title>Seite</title><style>p { color: red }</style></head>
    <body><p>The page</p><a href="#place">to the place</a><p id="place">Place</p><script>window.ran = true</script></body></html>`

  /** A fake core whose pages are real HTML. */
  function fakeWithPage(): FakeCore {
    const fake = fakeCore({ cases: [caseView()] })
    const render: CoreClient['reports']['render'] = async (input, ...options) => {
      const file = await fake.core.reports.render(input, ...options)
      return { ...file, base64: Buffer.from(page).toString('base64') }
    }
    return { ...fake, core: { ...fake.core, reports: { ...fake.core.reports, render } } }
  }

  const inside = () => screen.getByTitle<HTMLIFrameElement>('Preview of the page').contentDocument!

  it('shows the page in a frame that has no address and runs no script', async () => {
    await openCertificate(caseView(), { fake: fakeWithPage() })
    await screen.findByTitle('Preview of the page')
    expect(inside().body.textContent).toContain('The page')
    expect(inside().documentElement.lang).toBe('de')
    const frame = screen.getByTitle('Preview of the page')
    expect(frame.hasAttribute('src') || frame.hasAttribute('srcdoc')).toBe(false)
    expect(frame.getAttribute('sandbox')).toBe('allow-same-origin allow-modals')
    expect('ran' in window).toBe(false)
  })

  it('keeps a link of the page inside the frame', async () => {
    await openCertificate(caseView(), { fake: fakeWithPage() })
    await screen.findByTitle('Preview of the page')
    // The frame is there a moment before its page is.
    await waitFor(() => expect(inside().getElementById('place')).not.toBeNull())
    const scrolled: string[] = []
    inside().getElementById('place')!.scrollIntoView = () => void scrolled.push('place')
    const wasFollowed = fireEvent.click(inside().querySelector('a')!)
    expect([wasFollowed, scrolled]).toEqual([false, ['place']])
  })

  it('makes the page anew in another language and for another paper', async () => {
    const rendered = await openCertificate()
    fireEvent.change(screen.getByLabelText('Language of the page'), { target: { value: 'de' } })
    fireEvent.change(screen.getByLabelText('Paper'), { target: { value: 'letter' } })
    await waitFor(() => expect(asked(rendered, 'reports.render').at(-1)).toMatchObject({ format: 'html', language: 'de', paper: 'letter' }))
  })

  it('says that it could not be made, and tries again', async () => {
    const fake = fakeCore({ cases: [caseView()] })
    fake.failNext('reports.render')
    await openCertificate(caseView(), { fake })
    expect((await screen.findByRole('alert')).textContent).toContain('Something in this program went wrong.')
    expect(button('Print').getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(button('Try again'))
    expect(await screen.findByTitle('Preview of the page')).toBeDefined()
  })

  it('prints the page and not the window around it', async () => {
    await openCertificate()
    const frame = await screen.findByTitle<HTMLIFrameElement>('Preview of the page')
    const printed: string[] = []
    Object.assign(frame.contentWindow!, { print: () => printed.push('page'), focus: () => undefined })
    fireEvent.click(button('Print'))
    expect(printed).toEqual(['page'])
  })
})

describe('saving', () => {
  it.each([
    ['Save as PDF', 'checkup.pdf', 'reports.render'],
    ['Save as Web page', 'checkup.html', 'reports.render'],
    ['Save as Spreadsheet', 'checkup.csv', 'reports.render'],
    ['Save as Data file', 'checkup.json', 'reports.render'],
    ['Save as Snapshot', 'snapshot.json', 'reports.snapshot'],
    ['Save a calendar entry', 'review.ics', 'reports.calendar'],
  ])('%s hands over %s and says so', async (name, file, procedure) => {
    const rendered = await openCertificate()
    await screen.findByTitle('Preview of the page')
    fireEvent.click(button(name))
    await waitFor(() => expect(saved).toEqual([file]))
    await waitFor(() => expect(screen.getAllByText(`Saving ${file}`).length).toBe(2))
    expect(asked(rendered, procedure).at(-1)).toMatchObject({ id: 'case-1' })
  })

  it('takes the paper and the language that were chosen', async () => {
    const rendered = await openCertificate()
    fireEvent.change(screen.getByLabelText('Language of the page'), { target: { value: 'de' } })
    fireEvent.change(screen.getByLabelText('Paper'), { target: { value: 'letter' } })
    fireEvent.click(button('Save as PDF'))
    await waitFor(() => expect(saved).toEqual(['checkup.pdf']))
    expect(asked(rendered, 'reports.render').filter((input) => (input as { format: string }).format === 'pdf')).toEqual([
      { id: 'case-1', format: 'pdf', paper: 'letter', language: 'de' },
    ])
  })

  it('says in one line why a file could not be made, and saves nothing', async () => {
    const { fake } = await openCertificate()
    fake.failNext('reports.snapshot', { code: 'STORE', line: 'The record could not be read.' })
    fireEvent.click(button('Save as Snapshot'))
    expect((await within(region('Save')).findByRole('alert')).textContent).toContain('The record could not be read.')
    expect(saved).toEqual([])
  })
})

describe('history and next review', () => {
  it('keeps the checkup and says so', async () => {
    const rendered = await openCertificate()
    fireEvent.click(button('Keep this checkup'))
    await waitFor(() => expect(screen.getAllByText('This checkup is kept in the history.').length).toBe(2))
    expect(asked(rendered, 'cases.keepCheckup')).toEqual([{ id: 'case-1', language: 'en' }])
  })

  it.each([
    ['in the future', '2026-06-02', 'Due on June 2, 2026.'],
    ['today', '2026-03-02', 'Due on March 2, 2026.'],
    ['yesterday', '2026-03-01', 'Was due on March 1, 2026.'],
    ['unknown', null, 'No date is set. The calendar entry proposes one.'],
  ])('tells a review that is due %s', async (_name, nextReview, words) => {
    await openCertificate(caseView({ nextReview }))
    expect(region('Next review').textContent).toContain(words)
  })
})
