import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { readAccountExpiry } from '#electron/rotation/dependants/account-expiry.ts'
import { readComponentApplications } from '#electron/rotation/dependants/component-applications.ts'
import { readJournalSpace } from '#electron/rotation/dependants/journal-space.ts'
import { readPreflight } from '#electron/rotation/dependants/read-preflight.ts'
import { unreadFile } from '#electron/rotation/dependants/reading.ts'
import { readStoredCredentials } from '#electron/rotation/dependants/stored-credentials.ts'
import type { ComponentCatalogue } from '#electron/win32/component-catalogue.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import { registryOf } from '../../probes/stand-in-windows.ts'

const NOT_REGISTERED = 0x80040154
const catalogueOf = (list: ReturnType<ComponentCatalogue['list']>): ComponentCatalogue => ({ list: () => list })

describe('component-applications', () => {
  it('names who each runs as, and tells what it could not read', () => {
    const applications = [
      { name: 'Sage', identity: 'ERP01\\erpsync' },
      { name: 'Library', identity: '' },
    ]
    const failures = [{ function: 'get_Value', code: 5, subject: 'Identity' }]
    expect(readComponentApplications(catalogueOf(succeeded({ applications, failures })))).toEqual({
      status: 'read',
      value: [{ kind: 'com-plus-application', name: 'Sage', account: 'ERP01\\erpsync' }],
      gaps: ['get_Value for Identity ended with error 5'],
    })
  })

  it.each([
    [NOT_REGISTERED, 'unsupported'],
    [5, 'denied'],
    [1722, 'failed'],
  ])('ended with %i is %s, and no empty list', (code, status) => {
    expect(readComponentApplications(catalogueOf(refused('CoCreateInstance', code)))).toMatchObject({ status })
  })
})

describe('stored-credentials', () => {
  it('names entries with a user, and never claims to have seen those of others', () => {
    const listed = succeeded([
      { target: 'Domain:target=nas', userName: 'ERP01\\erpsync', lastWritten: new Date(0) },
      { target: 'nobody', userName: '', lastWritten: null },
    ])
    expect(readStoredCredentials({ list: () => listed })).toEqual({
      status: 'read',
      value: [{ kind: 'stored-credential', name: 'Domain:target=nas', account: 'ERP01\\erpsync' }],
      gaps: [expect.stringContaining('present account alone')],
    })
  })

  it('is refused in a session without credentials', () => {
    expect(readStoredCredentials({ list: () => refused('CredEnumerateW', 1312) })).toMatchObject({ status: 'failed' })
  })
})

describe('account-expiry', () => {
  it('tells for each user by itself', () => {
    const answers = {
      never: succeeded({ seconds: null }),
      soon: succeeded({ seconds: 1_772_352_000 }),
      gone: refused('NetUserGetInfo', 2221),
    }
    const accounts = { expirySeconds: (name: string) => answers[name as keyof typeof answers] }
    expect(readAccountExpiry(accounts, ['never', 'soon', 'gone'])).toEqual({
      never: { status: 'read', value: null, gaps: [] },
      soon: { status: 'read', value: '2026-03-01T08:00:00.000Z', gaps: [] },
      gone: { status: 'failed', reason: 'NetUserGetInfo ended with error 2221' },
    })
  })
})

describe('a file that the system refused', () => {
  const errorOf = (code: string) => Object.assign(new Error('refused'), { code, syscall: 'open' })

  it.each([
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['EBUSY', 'failed'],
  ])('with %s is %s', (code, status) => {
    expect(unreadFile('C:\\x', errorOf(code))).toEqual({ status, reason: `C:\\x could not be read: ${code}` })
  })

  it('is only absent where it is not there, and no fault of our own', () => {
    expect(unreadFile('C:\\x', errorOf('ENOENT'))).toBeNull()
    expect(() => unreadFile('C:\\x', new TypeError('ours'))).toThrow('ours')
  })
})

describe('journal-space', () => {
  it('asks the nearest folder that exists', async () => {
    const here = await readJournalSpace(tmpdir())
    const below = await readJournalSpace(join(tmpdir(), 'not', 'there', 'yet'))
    expect(here.status === 'read' && here.value > 0).toBe(true)
    expect(below.status).toBe('read')
  })
})

describe('readings of a preflight', () => {
  it('are told each for itself: what one refuses leaves the others', async () => {
    const readings = await readPreflight({
      registry: registryOf({}),
      credentialNames: { list: () => refused('CredEnumerateW', 1312) },
      componentCatalogue: catalogueOf(refused('CoCreateInstance', NOT_REGISTERED)),
      accountExpiry: { expirySeconds: () => succeeded({ seconds: null }) },
      domainAccounts: {
        place: async () => refused('DsGetDcNameW', 1355),
        account: async () => succeeded(null),
        lockoutThreshold: async () => succeeded(0),
      },
      systemDirectory: join(tmpdir(), 'no-windows'),
      journalFolder: tmpdir(),
      users: ['erpsync'],
      domainUsers: ['ACME\\erpsync'],
      keychain: undefined,
      policyRights: undefined,
      sqlServers: [],
    })
    const statuses = Object.fromEntries(
      Object.entries(readings).flatMap(([name, reading]) => (reading && 'status' in reading ? [[name, reading.status]] : [])),
    )
    expect(statuses).toEqual({
      webServer: 'read',
      journalSpace: 'read',
      distributedComponents: 'failed',
      componentApplications: 'unsupported',
      storedCredentials: 'failed',
      mappedDrives: 'failed',
      serviceDependencies: 'failed',
    })
    expect(readings.accountExpiry).toEqual({ erpsync: { status: 'read', value: null, gaps: [] } })
    expect(readings.domainAccounts).toEqual({ 'ACME\\erpsync': { status: 'failed', reason: 'DsGetDcNameW ended with error 1355' } })
    expect(readings.sqlServers).toEqual([])
  })
})
