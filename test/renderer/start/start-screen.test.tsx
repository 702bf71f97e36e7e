// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { StartScreen } from '#renderer/start/start-screen.tsx'
import { caseView } from '../../support/case-view.ts'
import { fakeCore } from '../../support/fake-core.ts'
import { renderScreen, type ScreenParts } from '../../support/render-screen.tsx'

afterEach(cleanup)

const show = (parts: ScreenParts = {}) => renderScreen(<StartScreen />, parts)
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const snapshotFile = (content: BlobPart = '{}') => new File([content], 'erp02.json', { type: 'application/json' })
const fileInput = () => screen.getByLabelText('Open a snapshot', { selector: 'input' })
const dropPlace = () => screen.getByRole('region', { name: 'Open a snapshot' })

describe('check this server', () => {
  it('begins to read this server', () => {
    const { visited } = show()
    fireEvent.click(button('Check this server'))
    expect(visited).toEqual([{ screen: 'scan', id: null, probes: null }])
  })

  it('leads to the sign-in to SQL Server first, where this machine can be read', () => {
    const { visited } = show()
    fireEvent.click(button('SQL Server sign-in …'))
    expect(visited).toEqual([{ screen: 'scan', id: null, probes: null, ask: true }])
    cleanup()
    show({ about: { canRead: false } })
    expect(screen.queryByRole('button', { name: 'SQL Server sign-in …' })).toBeNull()
  })

  it('is off on a machine without Windows and says why', () => {
    const { visited } = show({ about: { canRead: false, machine: 'LAPTOP', elevated: null } })
    const off = button('Check this server')
    fireEvent.click(off)
    expect(visited).toEqual([])
    expect(off.getAttribute('aria-disabled')).toBe('true')
    const reason = document.getElementById(off.getAttribute('aria-describedby') ?? '')
    expect(reason?.textContent).toContain('LAPTOP does not run Windows')
    expect(screen.queryByText(/without administrator rights/)).toBeNull()
  })

  it.each([
    ['is missing', false, true],
    ['is there', true, false],
    ['cannot be told', null, false],
  ])('warns of what stays unknown only where the administrator’s token %s', (_name, elevated, warns) => {
    show({ about: { elevated } })
    expect(screen.queryByText('This program runs without administrator rights.') !== null).toBe(warns)
  })
})

describe('missing rights', () => {
  it('are got by starting the program otherwise where it cannot start itself again', () => {
    show({ about: { elevated: false, canElevate: false } })
    expect(screen.getByText(/Run as administrator/)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Restart as administrator' })).toBeNull()
  })

  it('are asked for by a button where it can, and a refusal of that is told', async () => {
    const { fake } = show({ about: { elevated: false, canElevate: true } })
    fake.failNext('app.restartElevated', { code: 'REFUSED', line: 'Windows refused.' })
    fireEvent.click(button('Restart as administrator'))
    expect((await screen.findByRole('alert')).textContent).toBe('Windows refused.')
    expect(fake.calls.find(({ name }) => name === 'app.restartElevated')?.input).toEqual({ language: 'en' })
  })
})

describe('open a snapshot', () => {
  it('hands the file to the core and goes on to its setup', async () => {
    const { visited, fake } = show()
    fireEvent.change(fileInput(), { target: { files: [snapshotFile('{"a":1}')] } })
    await waitFor(() => expect(visited).toEqual([{ screen: 'setup', id: 'opened' }]))
    expect(fake.calls.find(({ name }) => name === 'cases.openSnapshot')?.input).toEqual({
      name: 'erp02.json',
      text: '{"a":1}',
      language: 'en',
    })
  })

  it('understands a file that PowerShell wrote in UTF-16', async () => {
    const { fake } = show()
    const bytes = new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])
    fireEvent.change(fileInput(), { target: { files: [snapshotFile(bytes)] } })
    await waitFor(() => expect(fake.calls.find(({ name }) => name === 'cases.openSnapshot')?.input).toMatchObject({ text: '{}' }))
  })

  it('shows why a file is refused', async () => {
    const { visited, fake } = show()
    fake.failNext('cases.openSnapshot', { code: 'REFUSED', line: 'erp02.json is no snapshot.' })
    fireEvent.change(fileInput(), { target: { files: [snapshotFile()] } })
    expect((await screen.findByRole('alert')).textContent).toContain('erp02.json is no snapshot.')
    expect(visited).toEqual([])
  })

  it('refuses a file that is too large before reading it', async () => {
    const { fake } = show()
    const large = snapshotFile()
    Object.defineProperty(large, 'size', { value: 128 * 1024 * 1024 + 1 })
    fireEvent.change(fileInput(), { target: { files: [large] } })
    expect((await screen.findByRole('alert')).textContent).toContain('too large')
    expect(fake.calls.some(({ name }) => name === 'cases.openSnapshot')).toBe(false)
  })

  it('takes a dropped file', async () => {
    const { visited } = show()
    fireEvent.drop(dropPlace(), { dataTransfer: { files: [snapshotFile()] } })
    await waitFor(() => expect(visited).toEqual([{ screen: 'setup', id: 'opened' }]))
  })

  it('says why nothing can be dropped on a window with administrator rights', () => {
    const { fake } = show({ about: { host: 'desktop', elevated: true } })
    expect(within(dropPlace()).getByText(/Files cannot be dropped here/)).toBeDefined()
    fireEvent.drop(dropPlace(), { dataTransfer: { files: [snapshotFile()] } })
    expect(fake.calls.some(({ name }) => name === 'cases.openSnapshot')).toBe(false)
  })
})

describe('samples', () => {
  it('say what they teach and open at their checklists', async () => {
    const { visited } = show()
    fireEvent.click(button('Choose a sample'))
    fireEvent.click(await screen.findByRole('button', { name: /A typical server.*What is usual/ }))
    await waitFor(() => expect(visited).toEqual([{ screen: 'checklists', id: 'sample-typical' }]))
  })
})

describe('recent servers', () => {
  it('tell a first-time user what will stand here', async () => {
    show()
    expect(await screen.findByText('Nothing has been checked yet')).toBeDefined()
  })

  it('come newest first and are gone on with', async () => {
    const older = caseView({ id: 'older', server: 'ERP-OLD', evaluatedAt: '2026-01-01T00:00:00Z' })
    const newer = caseView({ id: 'newer', server: 'ERP-NEW', evaluatedAt: '2026-02-01T00:00:00Z' })
    const { visited } = show({ fake: fakeCore({ cases: [older, newer] }) })
    const rows = await screen.findAllByRole('button', { name: /Continue with/ })
    expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual(['Continue with ERP-NEW', 'Continue with ERP-OLD'])
    fireEvent.click(rows[1] ?? document.body)
    expect(visited).toEqual([{ screen: 'checklists', id: 'older' }])
  })

  it('stop at five and lead to all of them', async () => {
    const cases = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => caseView({ id, server: id }))
    const { visited } = show({ fake: fakeCore({ cases }) })
    expect(await screen.findAllByRole('button', { name: /Continue with/ })).toHaveLength(5)
    fireEvent.click(button('Show all 6 servers'))
    expect(visited).toEqual([{ screen: 'history' }])
  })

  it('name records that are damaged', async () => {
    show({ fake: fakeCore({ damaged: ['erp09.json'] }) })
    expect(await screen.findByText(/erp09\.json/)).toBeDefined()
  })

  it('say so where they cannot be listed, and try again on request', async () => {
    const fake = fakeCore({ cases: [caseView()] })
    fake.failNext('cases.list', { code: 'STORE', line: 'The folder cannot be read.' })
    show({ fake })
    expect((await screen.findByRole('alert')).textContent).toContain('The folder cannot be read.')
    fireEvent.click(button('Try again'))
    expect(await screen.findByRole('button', { name: 'Continue with ERP01' })).toBeDefined()
  })

  it('are not shown to others in presenter mode', () => {
    show({ settings: { presenter: true }, fake: fakeCore({ cases: [caseView()] }) })
    expect(screen.queryByRole('heading', { name: 'Recent servers' })).toBeNull()
  })
})
