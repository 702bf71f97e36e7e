// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'

import { SignInForm } from '#renderer/sql-server/sign-in-form.tsx'
import type { SqlAccess, StoredSqlLogins } from '#shared/contract/index.ts'
import { fakeCore } from '../../support/fake-core.ts'
import { renderScreen, type ScreenParts } from '../../support/render-screen.tsx'

afterEach(cleanup)

const PASSWORD = 'CANARY 7f3a'

const stored: StoredSqlLogins = {
  kind: 'stored',
  logins: [
    { instance: 'ERP01\\SAGE', login: 'audit', isHere: true },
    { instance: 'ERP01\\SAGE', login: 'wsp_sync', isHere: true },
    { instance: 'ERP02', login: 'other', isHere: false },
  ],
  canKeep: true,
}
const locked: StoredSqlLogins = { kind: 'problem', line: 'The keychain is locked.', next: 'Unlock it.' }

function show(sqlStored: StoredSqlLogins, parts: ScreenParts = {}) {
  const read: SqlAccess[] = []
  const form = <SignInForm problems={[]} action="Read" onRead={(access) => read.push(access)} />
  renderScreen(form, { ...parts, fake: fakeCore({ sqlStored }) })
  return { read: () => read.splice(0) }
}

const press = () => fireEvent.click(screen.getByRole('button', { name: 'Read' }))
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const radios = () => screen.queryAllByRole('radio').map((radio) => (radio as HTMLInputElement).value)
const where = (value: string) => fireEvent.change(screen.getByLabelText('SQL Server'), { target: { value } })
const type = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const keep = () => screen.queryByRole<HTMLInputElement>('checkbox', { name: /^Keep the password in the keychain/ })

/** The answer of the core has arrived. */
const settled = () => screen.findByRole('radio', { name: /whose password is stored/ })

describe('a login whose password is stored', () => {
  it('signs in without a field for a password', async () => {
    const { read } = show(stored)
    await settled()
    choose(/whose password is stored/)
    expect(document.querySelector('input[type=password]')).toBeNull()
    expect(keep()).toBeNull()
    press()
    fireEvent.change(screen.getByLabelText(/^SQL login/), { target: { value: 'wsp_sync' } })
    press()
    const at = { server: null, trustCertificate: false }
    expect(read()).toEqual([
      { ...at, signIn: { kind: 'stored', login: 'audit' } },
      { ...at, signIn: { kind: 'stored', login: 'wsp_sync' } },
    ])
  })

  it('is offered for the SQL Server alone that it is stored for', async () => {
    const { read } = show(stored)
    await settled()
    choose(/whose password is stored/)
    where('other')
    expect(radios()).toEqual(['integrated', 'sql-login', 'windows-account'])
    type(/^Name of the SQL Server/, 'erp02')
    const logins = within(screen.getByLabelText(/^SQL login/)).getAllByRole('option')
    expect(logins.map(({ textContent }) => textContent)).toEqual(['other'])
    press()
    type(/^Name of the SQL Server/, 'erp03')
    press()
    expect(read().map(({ server, signIn }) => [server, signIn])).toEqual([
      ['erp02', { kind: 'stored', login: 'other' }],
      ['erp03', { kind: 'integrated' }],
    ])
  })

  it('can be chosen in the browser, where no password is typed', async () => {
    const { read } = show({ ...stored, canKeep: false }, { about: { host: 'loopback' } })
    await settled()
    expect(radios()).toEqual(['integrated', 'stored'])
    expect(screen.getByText(/One that is in the keychain does not cross it/)).toBeDefined()
    choose(/whose password is stored/)
    expect(document.querySelector('input[type=password]')).toBeNull()
    expect(screen.getByText(/the command below takes and keeps the new one/)).toBeDefined()
    press()
    expect(read()).toMatchObject([{ signIn: { kind: 'stored', login: 'audit' } }])
  })

  it('is told in German', async () => {
    show(stored, { language: 'de' })
    expect(await screen.findByRole('radio', { name: /deren Passwort gespeichert ist/ })).toBeDefined()
  })
})

describe('a password that is typed', () => {
  const enter = () => {
    choose(/^With a SQL login A login/)
    type(/^SQL login/, 'audit')
    type(/^Password/, PASSWORD)
  }
  const signIn = { kind: 'sql-login', login: 'audit', password: PASSWORD }

  it('is kept where a person says so, each time anew', async () => {
    const { read } = show(stored)
    await settled()
    enter()
    expect(keep()?.checked).toBe(false)
    press()
    type(/^Password/, PASSWORD)
    fireEvent.click(keep() as HTMLInputElement)
    press()
    expect(read().map((access) => access.signIn)).toEqual([signIn, { ...signIn, keep: true }])
    expect(document.body.innerHTML).not.toContain('CANARY')
  })

  it('is not kept for a Windows account', async () => {
    show(stored)
    await settled()
    choose(/As another Windows account/)
    expect(keep()).toBeNull()
  })

  it('signs in all the same where the keychain cannot be used, with the reason and the next step', async () => {
    const { read } = show(locked)
    enter()
    expect(await screen.findByText('The password cannot be kept: The keychain is locked. Unlock it.')).toBeDefined()
    expect(keep()).toBeNull()
    press()
    expect(read()).toMatchObject([{ signIn }])
  })

  it('is not kept where nothing is', async () => {
    show({ ...stored, canKeep: false })
    await settled()
    enter()
    expect(keep()).toBeNull()
  })
})
