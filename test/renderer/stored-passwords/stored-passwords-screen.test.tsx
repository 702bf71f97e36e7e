// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { CoreClient } from '#renderer/client/core-client.ts'
import { StoredPasswordsScreen } from '#renderer/stored-passwords/stored-passwords-screen.tsx'
import type { Language, StoredPassword } from '#shared/contract/index.ts'
import { type FakeCore, type FakeCoreParts, fakeCore } from '../../support/fake-core.ts'
import { renderScreen } from '../../support/render-screen.tsx'

afterEach(cleanup)

const password = (change: Partial<StoredPassword>): StoredPassword => ({
  generation: 'ab'.repeat(16),
  server: 'ERP01',
  kind: 'windows',
  login: 'ERP01\\erpsync',
  state: 'current',
  storedAt: '2026-03-02T10:15:00.000Z',
  keepUntil: null,
  ...change,
})

const stored = [
  password({}),
  password({ generation: 'cd'.repeat(16), state: 'previous', keepUntil: '2026-03-09T10:15:00.000Z' }),
  password({ generation: 'ef'.repeat(16), kind: 'sql-server', login: 'ERP01\\SAGE/wsp_sync', state: 'next' }),
  password({ generation: '01'.repeat(16), kind: null, login: 'strange', state: 'unfinished', storedAt: null }),
]

async function open(fake: FakeCore, language: Language = 'en'): Promise<void> {
  renderScreen(<StoredPasswordsScreen />, { fake, language })
  await waitFor(() => expect(screen.queryByRole('status', { name: '' })?.textContent ?? '').not.toMatch(/Loading|geladen/))
  await waitFor(() => expect(fake.calls.length).toBeGreaterThan(0))
}

const openWith = async (parts: FakeCoreParts, language?: Language): Promise<FakeCore> => {
  const fake = fakeCore(parts)
  await open(fake, language)
  return fake
}

/** A core whose keychain gives this answer. */
function answering(name: 'list' | 'remove', answer: unknown): FakeCore {
  const fake = fakeCore({ stored })
  const replaced = async (): Promise<never> => answer as never
  const core: CoreClient = { ...fake.core, vault: { ...fake.core.vault, [name]: replaced } }
  return { ...fake, core }
}

const locked = { kind: 'problem', line: 'The keychain is locked.', next: 'Unlock it.' }
const card = (login: string): Promise<HTMLElement> => screen.findByRole('region', { name: login })
const deleteButtons = (): readonly string[] =>
  screen.getAllByRole('button', { name: /^Delete/ }).map((button) => button.getAttribute('aria-label') ?? '')

describe('stored passwords', () => {
  it('lists what is stored by login, with state, times and a name for each entry', async () => {
    await openWith({ stored })
    const windows = (await card('ERP01\\erpsync')).textContent
    for (const part of ['Windows account · ERP01', 'In use', 'Used before', 'March 2, 2026', 'March 9, 2026', 'abababab', 'cdcdcdcd']) {
      expect(windows).toContain(part)
    }
    expect((await card('ERP01\\SAGE/wsp_sync')).textContent).toMatch(/SQL Server login · ERP01.*Ready for the change/)
    expect((await card('strange')).textContent).toMatch(/Login · ERP01.*Interrupted.*not completely/)
    expect(deleteButtons()).toEqual([
      'Delete: ERP01\\erpsync, In use, abababab',
      'Delete: ERP01\\erpsync, Used before, cdcdcdcd',
      'Delete: ERP01\\SAGE/wsp_sync, Ready for the change, efefefef',
      'Delete: strange, Interrupted, 01010101',
    ])
    expect(screen.getByText(/never shows a password/)).toBeDefined()
  })

  it('says the same in German', async () => {
    await openWith({ stored }, 'de')
    expect((await card('ERP01\\erpsync')).textContent).toMatch(/Windows-Konto · ERP01.*In Verwendung.*Vorher verwendet.*Wird gelöscht nach/)
    expect(document.body.textContent).not.toMatch(/stored-passwords\/|\{\{/)
  })

  it('says where nothing is stored', async () => {
    await openWith({ stored: [] })
    expect(await screen.findByText('No passwords are stored here')).toBeDefined()
  })

  it.each([
    { count: 1, line: /^1 entry was written/ },
    { count: 3, line: /^3 entries were written/ },
  ])('says that $count entries are left alone', async ({ count, line }) => {
    await openWith({ unreadable: count })
    expect(await screen.findByText(line)).toBeDefined()
  })

  it.each([
    { storedIn: 'keychain', warnings: 0 },
    { storedIn: 'elsewhere', warnings: 1 },
  ] as const)('warns where the program alone holds them ($storedIn)', async ({ storedIn, warnings }) => {
    await openWith({ stored, storedIn })
    await card('strange')
    expect(screen.queryAllByText(/held by this program only until it ends/)).toHaveLength(warnings)
  })

  it('deletes one entry once that is confirmed, and the focus stays on the page', async () => {
    const fake = await openWith({ stored })
    await card('strange')
    fireEvent.click(screen.getByRole('button', { name: /^Delete.*Used before/ }))
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete the password of ERP01\\erpsync?' })
    expect(dialog.textContent).toContain('way back')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(deleteButtons()).toHaveLength(3))
    expect(fake.calls.filter(({ name }) => name === 'vault.remove').map(({ input }) => input)).toEqual([
      { generation: 'cd'.repeat(16), state: 'previous', language: 'en' },
    ])
    expect(document.activeElement?.tagName).toBe('H1')
  })

  it.each([
    { button: /^Delete.*In use/, warning: 'uses this password now' },
    { button: /^Delete.*Ready for the change/, warning: 'may use it already' },
    { button: /^Delete.*Interrupted/, warning: 'Nothing relies on it' },
  ])('says what deleting means ($warning), and deletes nothing where a person takes it back', async ({ button, warning }) => {
    const fake = await openWith({ stored })
    await card('strange')
    const opener = screen.getByRole('button', { name: button })
    opener.focus()
    fireEvent.click(opener)
    const dialog = await screen.findByRole('alertdialog')
    expect(dialog.textContent).toContain(warning)
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(fake.calls.some(({ name }) => name === 'vault.remove')).toBe(false)
    expect(document.activeElement).toBe(opener)
  })

  it('says that an entry has changed meanwhile', async () => {
    const fake = answering('remove', { kind: 'changed' })
    await open(fake)
    await card('strange')
    fireEvent.click(screen.getByRole('button', { name: /^Delete.*Ready for the change/ }))
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }))
    expect((await screen.findAllByText(/was not deleted/)).length).toBeGreaterThan(0)
    await waitFor(() => expect(fake.calls.filter(({ name }) => name === 'vault.list')).toHaveLength(2))
  })

  it.each(['list', 'remove'] as const)('says what is wrong with the keychain and what to do (%s)', async (name) => {
    renderScreen(<StoredPasswordsScreen />, { fake: answering(name, locked) })
    if (name === 'remove') {
      await card('strange')
      fireEvent.click(screen.getByRole('button', { name: /^Delete.*Ready for the change/ }))
      fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }))
    }
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toMatch(/cannot be used.*The keychain is locked\..*Unlock it\./)
    fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    if (name === 'remove') await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  it('offers to try again where the core fails', async () => {
    const fake = fakeCore({ stored })
    fake.failNext('vault.list')
    renderScreen(<StoredPasswordsScreen />, { fake })
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await card('strange')).toBeDefined()
  })
})
