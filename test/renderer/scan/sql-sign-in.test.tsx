// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ScanScreen } from '#renderer/scan/scan-screen.tsx'
import { LastDraftProvider } from '#renderer/sql-server/last-draft.tsx'
import type { KeptPassword, ScanProgress, SqlProblem } from '#shared/contract/index.ts'
import { caseView } from '../../support/case-view.ts'
import { type FakeCoreParts, fakeCore } from '../../support/fake-core.ts'
import { renderScreen, type ScreenParts } from '../../support/render-screen.tsx'

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const PASSWORD = 'CANARY 7f3a'
const untrusted: SqlProblem = { instance: 'ERP01', problem: 'certificate-not-trusted', line: 'nobody vouches for its certificate' }
const locked: SqlProblem = { instance: 'ERP01\\SAGE', problem: 'locked', line: 'the login is locked' }
const lost: SqlProblem = { instance: 'ERP02', problem: null, line: 'not read to its end' }

const finished: ScanProgress = {
  kind: 'finished',
  probe: 'sql-server',
  name: 'SQL Server',
  status: 'ok',
  reason: null,
  incomplete: false,
  durationMs: 12,
  done: 1,
  total: 1,
}

/** Each scan ends with the next of these problems; the last stays. */
function show(
  rounds: readonly (readonly SqlProblem[])[],
  props: Partial<Parameters<typeof ScanScreen>[0]> = {},
  { parts = {}, ...more }: ScreenParts & { readonly parts?: FakeCoreParts } = {},
) {
  const left = [...rounds]
  async function* scan(): AsyncGenerator<ScanProgress, void, void> {
    yield finished
    yield { kind: 'case', id: 'case-1', sqlProblems: [...((left.length > 1 ? left.shift() : left[0]) ?? [])] }
  }
  const fake = fakeCore({ scan, ...parts })
  const shown = (
    <LastDraftProvider>
      <ScanScreen id={null} probes={null} {...props} />
    </LastDraftProvider>
  )
  const scans = () => fake.calls.filter(({ name }) => name === 'scan.run').map(({ input }) => input)
  return { ...renderScreen(shown, { ...more, fake }), fake, scans }
}

const type = (label: RegExp | string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const choose = (name: RegExp | string) => fireEvent.click(screen.getByRole('radio', { name }))
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }))
const secret = () => screen.getByLabelText<HTMLInputElement>(/^Password/)

describe('a sign-in that is chosen first', () => {
  it('reads nothing before somebody says so, and then as whoever runs the program', async () => {
    const { scans, visited } = show([[]], { ask: true })
    expect(scans()).toEqual([])
    press('Sign in and read ERP01')
    await waitFor(() => expect(visited).toEqual([{ screen: 'setup', id: 'case-1' }]))
    const sql = { server: null, signIn: { kind: 'integrated' }, trustCertificate: false }
    expect(scans()).toEqual([{ id: null, probes: null, sql, language: 'en' }])
  })

  it('sends login and password once, and leaves no password in the page', async () => {
    const { scans, visited } = show([[]], { ask: true })
    choose(/With a SQL login/)
    type(/^SQL login/, ' audit ')
    fireEvent.input(secret(), { target: { value: PASSWORD } })
    const [input] = [secret()]
    expect([input.type, input.autocomplete, input.getAttribute('value')]).toEqual(['password', 'off', null])
    expect(document.body.innerHTML).not.toContain(PASSWORD)
    press('Sign in and read ERP01')
    expect(input.value).toBe('')
    await waitFor(() => expect(visited).toHaveLength(1))
    expect(scans()).toMatchObject([{ sql: { signIn: { kind: 'sql-login', login: 'audit', password: PASSWORD } } }])
    expect(JSON.stringify(visited)).not.toContain('CANARY')
  })

  it('takes Enter in the field of the password', async () => {
    const { scans } = show([[]], { ask: true })
    choose(/As another Windows account/)
    type(/^Windows account/, 'NORTH\\robin')
    fireEvent.input(secret(), { target: { value: PASSWORD } })
    fireEvent.keyDown(secret(), { key: 'Enter' })
    const signIn = { kind: 'windows-account', account: 'NORTH\\robin', password: PASSWORD }
    await waitFor(() => expect(scans()).toMatchObject([{ sql: { signIn } }]))
  })

  it('says what is missing, goes there, and forgives as soon as it is typed', async () => {
    const { scans } = show([[]], { ask: true })
    fireEvent.change(screen.getByLabelText('SQL Server'), { target: { value: 'other' } })
    choose(/With a SQL login/)
    press('Sign in and read ERP01')
    for (const problem of ['Enter the name of the SQL Server.', 'Enter the login.', /^Enter the password\./]) {
      expect(screen.getByText(problem)).toBeDefined()
    }
    expect(document.activeElement).toBe(screen.getByLabelText(/^Name of the SQL Server/))
    type(/^Name of the SQL Server/, 'ERP01\\SAGE')
    expect(screen.queryByText('Enter the name of the SQL Server.')).toBeNull()
    expect(screen.getByText('Enter the login.')).toBeDefined()
    expect(scans()).toEqual([])
  })

  it('offers the instances that are known', async () => {
    const sqlInstances = [
      { name: 'ERP01', version: '15.0.2000.5' },
      { name: 'other', version: null },
    ]
    const { scans } = show([[]], { ask: true }, { parts: { sqlInstances } })
    await screen.findByRole('option', { name: 'ERP01 (version 15.0.2000.5)' })
    fireEvent.change(screen.getByLabelText('SQL Server'), { target: { value: 'known:other' } })
    press('Sign in and read ERP01')
    await waitFor(() => expect(scans()).toMatchObject([{ sql: { server: 'other' } }]))
  })

  it('empties the field of a password that nobody sends', () => {
    vi.useFakeTimers()
    show([[]], { ask: true })
    choose(/With a SQL login/)
    fireEvent.input(secret(), { target: { value: PASSWORD } })
    vi.advanceTimersByTime(119_000)
    expect(secret().value).toBe(PASSWORD)
    vi.advanceTimersByTime(2_000)
    expect(secret().value).toBe('')
  })

  it('comes back with the words of the core where it is refused, and asks for the password again', async () => {
    const { fake, scans, visited } = show([[]], { ask: true })
    fake.failNext('scan.run', { code: 'REFUSED', line: 'This is no name of a SQL Server.' })
    choose(/With a SQL login/)
    type(/^SQL login/, 'audit')
    fireEvent.input(secret(), { target: { value: PASSWORD } })
    press('Sign in and read ERP01')
    expect((await screen.findByRole('alert')).textContent).toContain('This is no name of a SQL Server.')
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
    expect(screen.getByLabelText<HTMLInputElement>(/^SQL login/).value).toBe('audit')
    expect(secret().value).toBe('')
    fireEvent.input(secret(), { target: { value: PASSWORD } })
    press('Sign in and read ERP01')
    await waitFor(() => expect(visited).toHaveLength(1))
    expect(scans()).toHaveLength(2)
  })

  it.each([
    ['to the start', null, { screen: 'start' }],
    ['to the item', 'case-1', { screen: 'checklists', id: 'case-1', item: 'sql-read-only' }],
  ])('is cancelled, and goes back %s', async (_name, id, route) => {
    const { visited, scans } = show([[]], { ask: true, id, item: 'sql-read-only' }, { parts: { cases: [caseView()] } })
    press('Cancel')
    expect(visited).toEqual([route])
    expect(scans()).toEqual([])
  })

  it('takes no password in the browser, says why, and has the command for the terminal', async () => {
    const { scans } = show([[]], { ask: true }, { about: { host: 'loopback' } })
    expect(screen.queryByRole('radio')).toBeNull()
    expect(document.querySelector('input[type=password]')).toBeNull()
    expect(screen.getByText(/A password cannot be given in the browser/)).toBeDefined()
    expect(screen.getByText('erp-checkup collect --sql-login LOGIN --sql-keep-password --out server.json')).toBeDefined()
    press('Sign in and read ERP01')
    await waitFor(() => expect(scans()).toMatchObject([{ sql: { signIn: { kind: 'integrated' } } }]))
  })
})

describe('instances that could not be read', () => {
  it('are told with the next step, and a person goes on without them', async () => {
    const { visited } = show([[locked, lost]])
    expect(await screen.findByText('2 SQL Server instances could not be read')).toBeDefined()
    expect(screen.getByText(/The login is locked after too many wrong passwords\./)).toBeDefined()
    expect(screen.getByText(/let a database administrator unlock it/)).toBeDefined()
    expect(screen.getByText('not read to its end')).toBeDefined()
    expect(screen.getByText(/^Partly read/)).toBeDefined()
    expect(visited).toEqual([])
    press('Continue')
    expect(visited).toEqual([{ screen: 'setup', id: 'case-1' }])
  })

  it('are told in German', async () => {
    show([[locked]], {}, { language: 'de' })
    expect(await screen.findByText(/Die Anmeldung ist nach zu vielen falschen Passwörtern gesperrt\./)).toBeDefined()
  })

  it('are read once more by another sign-in, alone, and then it goes on', async () => {
    const { scans, visited } = show([[locked], []])
    fireEvent.click(await screen.findByText('Sign in to SQL Server in another way'))
    expect(screen.queryByRole('checkbox')).toBeNull()
    choose(/With a SQL login/)
    type(/^SQL login/, 'audit')
    fireEvent.input(secret(), { target: { value: PASSWORD } })
    press('Sign in and read')
    await waitFor(() => expect(visited).toEqual([{ screen: 'setup', id: 'case-1' }]))
    expect(scans()).toMatchObject([{ sql: null }, { id: 'case-1', probes: ['sql-server'], sql: { signIn: { login: 'audit' } } }])
  })

  it('offer trust only for a certificate that nobody vouches for, each time anew', async () => {
    const { scans } = show([[untrusted]])
    fireEvent.click(await screen.findByText('Sign in to SQL Server in another way'))
    const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Trust the certificate of ERP01 for this reading' })
    expect(box().checked).toBe(false)
    expect(screen.getByText(/The snapshot notes that you decided so/)).toBeDefined()
    press('Sign in and read')
    await waitFor(() => expect(scans()).toHaveLength(2))
    fireEvent.click(await screen.findByText('Sign in to SQL Server in another way'))
    fireEvent.click(box())
    press('Sign in and read')
    await waitFor(() => expect(scans()).toHaveLength(3))
    expect(scans()).toMatchObject([{ sql: null }, { sql: { trustCertificate: false } }, { sql: { trustCertificate: true } }])
    await screen.findByText('Sign in to SQL Server in another way')
    expect(box().checked).toBe(false)
  })

  it('are known when an item is checked again, with what was chosen before but for the password', async () => {
    const view = caseView({ sqlProblems: [untrusted] })
    show([[]], { ask: true, id: 'case-1', probes: ['sql-server'], item: 'sql-read-only' }, { parts: { cases: [view] } })
    expect(await screen.findByText('1 SQL Server instance could not be read')).toBeDefined()
    expect(screen.getByRole('checkbox')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Sign in and read' })).toBeDefined()
  })
})

describe('a password that was to be kept', () => {
  const ended = (password: KeptPassword) =>
    async function* scan(): AsyncGenerator<ScanProgress, void, void> {
      yield finished
      yield { kind: 'case', id: 'case-1', sqlProblems: [], password }
    }

  it('holds nobody up where it is kept, and is told', async () => {
    const line = 'The password of audit is kept in the keychain for ERP01.'
    const { visited } = show([], {}, { parts: { scan: ended({ isKept: true, line }) } })
    await waitFor(() => expect(visited).toEqual([{ screen: 'setup', id: 'case-1' }]))
    expect((await screen.findByRole('log')).textContent).toContain(line)
  })

  it('is seen before it goes on where it is not', async () => {
    const line = 'The password of audit was not kept: The keychain is locked. Unlock it.'
    const { visited } = show([], {}, { parts: { scan: ended({ isKept: false, line }) } })
    expect(await screen.findByText(line)).toBeDefined()
    expect(screen.queryByText(/could not be read in full/)).toBeNull()
    expect(visited).toEqual([])
    press('Continue')
    expect(visited).toEqual([{ screen: 'setup', id: 'case-1' }])
  })
})
