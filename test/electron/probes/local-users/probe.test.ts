import { describe, expect, it } from 'vitest'

import { localUsersProbe } from '#electron/probes/local-users/probe.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { accountPartsOf, contextOf, type StandInAccounts, serviceManagerOf, windowsOf } from '../stand-in-windows.ts'

const DOMAIN = 'S-1-5-21-1-2-3'

function read(accounts: StandInAccounts, parts: Partial<Windows> = {}, profile: Partial<Profile> = {}) {
  const windows = windowsOf({ ...accountPartsOf(accounts), ...parts })
  const now = () => new Date('2026-03-01T08:15:00Z')
  return localUsersProbe.read(contextOf(windows, { now, profile: { ...emptyProfile, ...profile } }))
}

const CONTROLLER: Windows['membership'] = {
  role: () => succeeded({ kind: 'domain-controller', dnsName: 'acme.example', netbiosName: 'ACME' }),
  join: () => refused('NetGetJoinInformation', 5),
}

/** Accounts of a domain by relative identifier. */
const NAMES = new Map([
  [1001, 'svc_erp'],
  [1002, 'clerk'],
  [1003, 'guard'],
  [1200, 'Staff'],
  [512, 'Domain Admins'],
  [518, 'Schema Admins'],
  [519, 'Enterprise Admins'],
  [1101, 'chief'],
])

const sidOf = (name: string) => {
  const bare = name.slice(name.indexOf('\\') + 1)
  const identifier = [...NAMES].find(([, known]) => known === bare)?.[0]
  return succeeded(bare === 'Administrators' ? 'S-1-5-32-544' : identifier === undefined ? null : `${DOMAIN}-${identifier}`)
}
const nameOf = (sid: string) => {
  const name = NAMES.get(Number(sid.slice(sid.lastIndexOf('-') + 1)))
  return succeeded(name === undefined ? null : `ACME\\${name}`)
}

async function usersOf(
  reading: ReturnType<typeof read>,
): Promise<{ readonly names: readonly string[]; readonly notes: readonly string[] }> {
  const settled = await reading
  if (settled.status !== 'ok') throw new Error(settled.reason)
  return { names: settled.facts.users.map((user) => user.name).sort(), notes: settled.notes ?? [] }
}

function readController(accounts: StandInAccounts, parts: Partial<Windows> = {}, profile: Partial<Profile> = {}) {
  const service = {
    listed: { name: 'Sync', displayName: 'Sync', state: 'running' },
    configuration: { startMode: 'auto', imagePath: 'C:\\sync.exe', account: 'ACME\\svc_erp' },
  } as const
  const services = serviceManagerOf([service])
  return read({ domainSid: DOMAIN, ...accounts }, { membership: CONTROLLER, accounts: { sidOf, nameOf }, services, ...parts }, profile)
}

const DIRECTORY: StandInAccounts = {
  users: Object.fromEntries(
    [...NAMES].filter(([, name]) => name !== 'Staff' && !name.endsWith('Admins')).map(([id, name]) => [name, { sid: `${DOMAIN}-${id}` }]),
  ),
  groups: {
    Administrators: [
      { sid: `${DOMAIN}-1002`, name: 'ACME\\clerk', kind: 'user' },
      { sid: `${DOMAIN}-1200`, name: 'ACME\\Staff', kind: 'group' },
      { sid: 'S-1-5-21-9-9-9-1101', name: 'OTHER\\chief', kind: 'user' },
    ],
  },
  rights: { SeServiceLogonRight: [`${DOMAIN}-1003`, 'S-1-5-32-544'] },
  domainGroups: { 'Domain Admins': ['chief'] },
}

/** The same with every group of administrators in it. */
const WHOLE_DIRECTORY: StandInAccounts = {
  ...DIRECTORY,
  domainGroups: { 'Domain Admins': ['chief'], 'Schema Admins': [], 'Enterprise Admins': [] },
}

describe('local-users', () => {
  it('reads every user of the machine', () => {
    const reading = read({ users: { Administrator: { sid: `${DOMAIN}-500` }, svc: { sid: `${DOMAIN}-1001` } } })
    expect(reading).toMatchObject({ status: 'ok', facts: { users: [{ name: 'Administrator', sid: `${DOMAIN}-500` }, { name: 'svc' }] } })
    expect(reading).not.toHaveProperty('incomplete')
  })

  it('keeps the others where one user refuses, and is incomplete', () => {
    expect(read({ users: { closed: 5, svc: {} } })).toMatchObject({
      status: 'ok',
      incomplete: true,
      facts: { users: [{ name: 'svc' }] },
      notes: ['user closed is left out: NetUserGetInfo for closed ended with error 5'],
    })
  })

  it('is incomplete where the list ends early', () => {
    const { users } = accountPartsOf({ users: { svc: {} } })
    const names = () => succeeded({ rows: ['svc', 'gone'], cutShort: { function: 'NetUserEnum', code: 1722 } })
    expect(read({}, { users: { ...users, names } })).toMatchObject({
      status: 'ok',
      incomplete: true,
      facts: { users: [{ name: 'svc' }] },
      notes: ['the list of users may not be all: NetUserEnum ended with error 1722'],
    })
  })

  it.each([
    { name: 'the list', accounts: { users: 5 }, status: 'denied', reason: 'NetUserEnum ended with error 5' },
    { name: 'the list', accounts: { users: 1722 }, status: 'failed', reason: 'NetUserEnum ended with error 1722' },
    { name: 'every user', accounts: { users: { a: 5, b: 5 } }, status: 'denied', reason: 'NetUserGetInfo for a ended with error 5' },
  ])('has no facts, rather than no users, where $name refuses', ({ accounts, status, reason }) => {
    expect(read(accounts)).toEqual({ status, reason })
  })

  it('reads of a domain only who is named by groups, services and rights, and that is whole', async () => {
    const reading = await readController(WHOLE_DIRECTORY)
    expect(reading).toMatchObject({
      status: 'ok',
      facts: { lookedFor: [] },
      notes: ['of the domain, only the accounts that groups, services, rights and the profile name are listed'],
    })
    expect(reading).not.toHaveProperty('incomplete')
    expect((await usersOf(reading)).names).toEqual(['chief', 'clerk', 'guard', 'svc_erp'])
  })

  it('asks the domain for whom the profile names, and tells whom it asked for', async () => {
    const users = { ...(WHOLE_DIRECTORY.users as object), vendor: { sid: `${DOMAIN}-1300` } }
    const remoteAccessUsers = ['Vendor', 'gone', 'ACME\\svc_erp', 'OTHER\\stranger']
    const reading = await readController({ ...WHOLE_DIRECTORY, users: { ...users, Vendor: users.vendor } }, {}, { remoteAccessUsers })
    expect(reading).toMatchObject({ status: 'ok', facts: { lookedFor: ['Vendor', 'gone', 'svc_erp'] } })
    expect(reading).not.toHaveProperty('incomplete')
    expect((await usersOf(reading)).names).toEqual(['Vendor', 'chief', 'clerk', 'guard', 'svc_erp'])
  })

  it('did not look for a name that refused', async () => {
    const users = { ...(WHOLE_DIRECTORY.users as object), vendor: 5 }
    const reading = await readController({ ...WHOLE_DIRECTORY, users }, {}, { remoteAccessUsers: ['vendor', 'gone'] })
    expect(reading).toMatchObject({ status: 'ok', incomplete: true, facts: { lookedFor: ['gone'] } })
  })

  it('asks a server for nobody by name: its list is whole', async () => {
    expect(await read({ users: { svc: {} } }, {}, { remoteAccessUsers: ['gone'] })).not.toHaveProperty('facts.lookedFor')
  })

  it('does not take a user of the same name with another SID', async () => {
    const users = { ...(DIRECTORY.users as object), clerk: { sid: `${DOMAIN}-4444` } }
    expect((await usersOf(readController({ ...DIRECTORY, users }))).names).toEqual(['chief', 'guard', 'svc_erp'])
  })

  it.each([
    { name: 'groups', accounts: { groups: 5 }, parts: {}, left: ['chief', 'guard', 'svc_erp'] },
    { name: 'rights', accounts: { rights: 5 }, parts: {}, left: ['chief', 'clerk', 'svc_erp'] },
    {
      name: 'services',
      accounts: {},
      parts: { services: { connect: () => refused('OpenSCManagerW', 5) } },
      left: ['chief', 'clerk', 'guard'],
    },
  ])('says that it does not know whom $name of a controller name', async ({ name, accounts, parts, left }) => {
    const { names, notes } = await usersOf(readController({ ...DIRECTORY, ...accounts }, parts))
    expect(notes).toContainEqual(expect.stringContaining(`accounts that ${name} name are not known`))
    expect(names).toEqual(left)
  })

  it('has no facts where it cannot tell a controller from a server, or the domain', () => {
    const role = () => refused('DsRoleGetPrimaryDomainInformation', 1722)
    const system = { ...windowsOf().system, version: () => refused('RtlGetVersion', 127) }
    expect(read({}, { membership: { role, join: role }, system })).toMatchObject({ status: 'failed' })
    const domainGroups = { ...accountPartsOf({}).domainGroups, domainSid: () => refused('NetUserModalsGet', 5) }
    expect(readController(DIRECTORY, { domainGroups })).toMatchObject({ status: 'denied' })
  })
})
