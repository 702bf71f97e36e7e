// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SetupScreen } from '#renderer/setup/setup-screen.tsx'
import { checks } from '#shared/checks/index.ts'
import type { Suggestion } from '#shared/contract/index.ts'
import { caseView } from '../../support/case-view.ts'
import { type FakeCore, fakeCore } from '../../support/fake-core.ts'
import { renderScreen, type ScreenParts } from '../../support/render-screen.tsx'

afterEach(cleanup)

const suggestions: readonly Suggestion[] = [
  { field: 'erpProduct', values: ['sage-100'], because: 'The program Sage 100 is installed.' },
  { field: 'windowsAccount', values: ['ERP01\\svc-wsp'], because: 'The services log on as this account.' },
  { field: 'remoteAccessUsers', values: ['cimremote'], because: 'Named as if made for the vendor.' },
]

async function show(fake: FakeCore = fakeCore({ cases: [caseView()] }), more: ScreenParts = {}) {
  const rendered = renderScreen(<SetupScreen id="case-1" />, { fake, ...more })
  await screen.findByRole('heading', { level: 1 })
  return rendered
}

const section = (name: string) => within(screen.getByRole('region', { name }))
const field = (name: RegExp | string) => screen.getByLabelText<HTMLInputElement>(name)
const write = (name: RegExp | string, value: string) => fireEvent.change(field(name), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const saveIt = () => press('Save and go to the checklists')

describe('setup', () => {
  it('keeps what was told and goes on to the checklists', async () => {
    const { fake, visited } = await show()
    write(/Name of the organisation/, ' Example Trading ')
    fireEvent.click(section('Remote-access users').getByRole('radio', { name: 'There are none' }))
    write(/Next review/, '2026-06-02')
    press('Add a sync tool')
    write('Windows account', 'ERP01\\svc-wsp')
    write(/^Name\b(?! of)/, 'ERP Driver')
    saveIt()
    await waitFor(() => expect(visited).toEqual([{ screen: 'checklists', id: 'case-1' }]))
    expect(fake.stored('case-1')?.profile).toMatchObject({
      organization: 'Example Trading',
      remoteAccessUsers: [],
      nextReview: '2026-06-02',
      reviewEveryMonths: 3,
      syncTools: [{ name: 'ERP Driver', kind: 'erp-driver', windowsAccount: 'ERP01\\svc-wsp' }],
    })
  })

  it('says in words what is missing, leads there, and keeps nothing until it is mended', async () => {
    const { fake, visited } = await show()
    fireEvent.click(section('Remote-access users').getByRole('radio', { name: 'Yes, these' }))
    saveIt()
    expect(await screen.findByText('Write the name of the organisation: the certificate needs it.')).toBeDefined()
    expect(screen.getByText(/Write at least one user/)).toBeDefined()
    expect(screen.getByText('2 fields need your attention.')).toBeDefined()
    expect(document.activeElement).toBe(field(/Name of the organisation/))
    expect(field(/Name of the organisation/).getAttribute('aria-invalid')).toBe('true')
    expect(fake.calls.some(({ name }) => name === 'cases.saveProfile')).toBe(false)
    write(/Name of the organisation/, 'Example')
    fireEvent.click(section('Remote-access users').getByRole('radio', { name: 'There are none' }))
    saveIt()
    await waitFor(() => expect(visited).toHaveLength(1))
  })

  it('shows why it could not be kept, with everything as it was typed', async () => {
    const { fake, visited } = await show()
    write(/Name of the organisation/, 'Example')
    fake.failNext('cases.saveProfile', { code: 'STORE', line: 'The disk is full.' })
    saveIt()
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
    expect(field(/Name of the organisation/).value).toBe('Example')
    expect(visited).toEqual([])
  })

  it('offers guesses with their reason and takes over none by itself', async () => {
    const { fake } = await show(fakeCore({ cases: [caseView()], suggestions }))
    expect(await screen.findByText('The program Sage 100 is installed.')).toBeDefined()
    write(/Name of the organisation/, 'Example')
    saveIt()
    await waitFor(() => expect(fake.stored('case-1')?.profile.organization).toBe('Example'))
    expect(fake.stored('case-1')?.profile).toMatchObject({ erp: { product: '' }, syncTools: [] })
    expect(fake.stored('case-1')?.profile).not.toHaveProperty('remoteAccessUsers')
  })

  it('takes a guess over with one press and leads to its field', async () => {
    await show(fakeCore({ cases: [caseView()], suggestions }))
    fireEvent.click(await screen.findByRole('button', { name: 'Use Sage 100' }))
    expect(field('Product').value).toBe('sage-100')
    expect(document.activeElement).toBe(field('Product'))
    expect(screen.queryByRole('button', { name: 'Use Sage 100' })).toBeNull()
  })

  it('takes all guesses over at once on request', async () => {
    await show(fakeCore({ cases: [caseView()], suggestions }))
    fireEvent.click(await screen.findByRole('button', { name: 'Use all 3' }))
    expect(field('Product').value).toBe('sage-100')
    expect(field('Windows account').value).toBe('ERP01\\svc-wsp')
    expect(field('Users made for the vendor').value).toBe('cimremote')
    expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull()
  })

  it('shows in a suggestion what a name hides, and takes the name over as it is', async () => {
    const hostile: Suggestion = { field: 'remoteAccessUsers', values: ['ven\u202Erod'], because: 'Seen.' }
    await show(fakeCore({ cases: [caseView()], suggestions: [hostile] }))
    const button = await screen.findByRole('button', { name: /ven\[U\+202E\]rod/ })
    expect(button.textContent).not.toContain('\u202E')
    fireEvent.click(button)
    expect((screen.getByLabelText(/Users made for the vendor/) as HTMLTextAreaElement).value).toContain('ven\u202Erod')
  })

  it('is complete without guesses where they cannot be had', async () => {
    const fake = fakeCore({ cases: [caseView()] })
    fake.failNext('cases.suggestions')
    await show(fake)
    expect(screen.getByRole('button', { name: 'Save and go to the checklists' })).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('asks for the days of a deployment only while there is one', async () => {
    await show()
    expect(screen.queryByLabelText('First day of the deployment')).toBeNull()
    fireEvent.click(section('Deployment').getByRole('radio', { name: 'Being deployed' }))
    expect(screen.getByLabelText('First day of the deployment')).toBeDefined()
  })

  it('fills in the day that the interval leads to with one press', async () => {
    await show()
    write(/Review every/, '24')
    press(/^Take /)
    expect(field(/Next review/).value).toMatch(new RegExp(`^${new Date().getFullYear() + 2}-`))
    expect(screen.queryByRole('button', { name: /^Take / })).toBeNull()
  })

  it('removes a tool and keeps the other', async () => {
    const view = caseView()
    const tools = [{ name: 'One' }, { name: 'Two' }]
    const { fake } = await show(fakeCore({ cases: [{ ...view, profile: { ...view.profile, organization: 'E', syncTools: tools } }] }))
    press('Remove the sync tool One')
    saveIt()
    await waitFor(() => expect(fake.stored('case-1')?.profile.syncTools.map(({ name }) => name)).toEqual(['Two']))
  })

  it('marks a sample server', async () => {
    await show(fakeCore({ cases: [caseView({ source: 'sample', sample: 'A typical server' })] }))
    expect(screen.getByRole('note').textContent).toContain('A typical server')
  })

  it('says so where the case is gone', async () => {
    renderScreen(<SetupScreen id="gone" />, { fake: fakeCore() })
    expect((await screen.findByRole('alert')).textContent).toContain('There is no such case.')
  })

  /** Where a step of a check sends a person: "Setup > heading > field", up to the end of the sentence or a value. */
  const steps = (language: 'en' | 'de') => {
    const word = language === 'en' ? 'Setup' : 'Einrichtung'
    const texts = JSON.stringify(checks.map(({ definition }) => definition.texts[language]))
    return [...new Set([...texts.matchAll(new RegExp(`${word} > ([^.,:;()“”„"]+)`, 'g'))].map((match) => match[1] ?? ''))]
  }
  it.each(['en', 'de'] as const)('has every heading and field that the steps of the checks name (%s)', async (language) => {
    const view = caseView()
    await show(fakeCore({ cases: [{ ...view, profile: { ...view.profile, syncTools: [{ name: 'A' }] } }] }), { language })
    const seen = (document.body.textContent ?? '').toLowerCase()
    const named = steps(language).map((place) => place.split(' > '))
    expect(named.length).toBeGreaterThan(4)
    const missing = named.flatMap(([heading = '', name = '']) => {
      const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent.toLowerCase())
      const isHeading = headings.some((each) => heading.toLowerCase().startsWith(each))
      const label = screen.queryAllByText((text) => text !== '' && name.startsWith(text))
      return isHeading && (name === '' || label.length > 0) ? [] : [`${heading} > ${name}`]
    })
    expect(missing).toEqual([])
    expect(seen).toContain(language === 'en' ? 'moved away' : 'umgezogen')
  })
})
