import { describe, expect, it } from 'vitest'

import { readDomainAdministrators } from '#electron/probes/domain-administrators.ts'
import { isDomainController } from '#electron/probes/domain-controller.ts'
import { createNotebook } from '#electron/probes/reading.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { accountPartsOf, type StandInAccounts, windowsOf } from './stand-in-windows.ts'

const DOMAIN = 'S-1-5-21-1-2-3'

const NAMES: Readonly<Record<string, string>> = {
  [`${DOMAIN}-512`]: 'ACME\\Domänen-Admins',
  [`${DOMAIN}-518`]: 'ACME\\Schema-Admins',
  [`${DOMAIN}-519`]: 'ACME\\Organisations-Admins',
  [`${DOMAIN}-1200`]: 'ACME\\Inner',
}

const accounts: Windows['accounts'] = {
  nameOf: (sid) => succeeded(NAMES[sid] ?? null),
  sidOf: (name) => succeeded(Object.entries(NAMES).find(([, known]) => known === name)?.[0] ?? null),
}

const FOREST: StandInAccounts = {
  domainSid: DOMAIN,
  users: { chief: { sid: `${DOMAIN}-1101` }, deputy: { sid: `${DOMAIN}-1102` } },
  domainGroups: { 'Domänen-Admins': ['chief', 'Inner'], 'Schema-Admins': [], 'Organisations-Admins': [], Inner: ['deputy', 'Inner'] },
}

function read(standIn: StandInAccounts, parts: Partial<Windows> = {}) {
  const notebook = createNotebook()
  const groups = readDomainAdministrators(windowsOf({ ...accountPartsOf(standIn), accounts, ...parts }), notebook)
  const reading = notebook.reading(null)
  return { groups, notes: reading.status === 'ok' ? (reading.notes ?? []) : [] }
}

describe('domain-administrators', () => {
  it('reads the three groups by SID and what is nested in them, in circles too', () => {
    const inner = { name: 'ACME\\Inner', sid: `${DOMAIN}-1200`, kind: 'group' }
    expect(read(FOREST)).toEqual({
      groups: [
        { name: 'Domänen-Admins', sid: `${DOMAIN}-512`, members: [{ name: 'ACME\\chief', sid: `${DOMAIN}-1101`, kind: 'user' }, inner] },
        { name: 'Schema-Admins', sid: `${DOMAIN}-518`, members: [] },
        { name: 'Organisations-Admins', sid: `${DOMAIN}-519`, members: [] },
        { name: 'Inner', sid: `${DOMAIN}-1200`, members: [{ name: 'ACME\\deputy', sid: `${DOMAIN}-1102`, kind: 'user' }, inner] },
      ],
      notes: [],
    })
  })

  it('says which groups belong to another domain of the forest', () => {
    const { groups, notes } = read(FOREST, {
      accounts: { ...accounts, nameOf: (sid) => succeeded(sid.endsWith('-512') ? (NAMES[sid] ?? null) : null) },
    })
    expect(groups.map((group) => group.sid)).toEqual([`${DOMAIN}-512`])
    expect(notes).toContain(`group ${DOMAIN}-519 is left out: it is not of this domain`)
  })

  it.each([
    {
      name: 'one group refuses',
      standIn: { ...FOREST, domainGroups: { ...FOREST.domainGroups, 'Schema-Admins': 5 } },
      note: 'group S-1-5-21-1-2-3-518 is left out',
    },
    {
      name: 'there are other domains',
      standIn: { ...FOREST, forestDomains: 2 },
      note: 'administrators from other domains of the forest are not listed',
    },
    {
      name: 'a member is nobody',
      standIn: { ...FOREST, domainGroups: { ...FOREST.domainGroups, Inner: ['ghost'] } },
      note: 'member ghost of a group',
    },
  ])('says so where $name', ({ standIn, note }) => {
    const { groups, notes } = read(standIn)
    expect(groups.length).toBeGreaterThanOrEqual(3)
    expect(notes).toEqual([expect.stringContaining(note)])
  })

  it.each([
    { name: 'the SID of the domain', parts: { domainSid: () => refused('NetUserModalsGet', 5) }, groups: 0 },
    { name: 'the number of domains', parts: { forestDomains: () => refused('DsEnumerateDomainTrustsW', 1722) }, groups: 4 },
  ])('says so where $name is refused', ({ parts, groups }) => {
    const domainGroups = { ...accountPartsOf(FOREST).domainGroups, ...parts }
    const outcome = read(FOREST, { domainGroups })
    expect([outcome.groups.length, outcome.notes.length]).toEqual([groups, 1])
  })

  it('leaves out the groups whose names are refused', () => {
    const { groups, notes } = read(FOREST, { accounts: { ...accounts, nameOf: () => refused('LookupAccountSidW', 1722) } })
    expect(groups).toEqual([])
    expect(notes).toEqual([512, 518, 519].map((id) => `group ${DOMAIN}-${id} is left out: LookupAccountSidW ended with error 1722`))
  })

  it('ends where groups never end', () => {
    const endless: StandInAccounts = { ...FOREST, users: {} }
    let next = 2000
    const domainGroups = {
      ...accountPartsOf(endless).domainGroups,
      members: () => {
        next += 1
        return succeeded({ rows: [`g${next}`], cutShort: null })
      },
    }
    const made: Windows['accounts'] = {
      nameOf: (sid) => succeeded(`ACME\\${sid}`),
      sidOf: (name) => succeeded(`${DOMAIN}-${name.replace(/\D/g, '')}`),
    }
    const { groups, notes } = read(endless, { domainGroups, accounts: made })
    expect(groups).toHaveLength(200)
    expect(notes).toEqual(['more than 200 groups of domain administrators: the rest is left out'])
  })
})

describe('domain-controller', () => {
  it.each([
    {
      name: 'by its role',
      role: succeeded({ kind: 'domain-controller', dnsName: null, netbiosName: null } as const),
      kind: 'server',
      answer: true,
    },
    { name: 'by its product type', role: refused('DsRole', 1722), kind: 'domain-controller', answer: true },
    { name: 'as none', role: refused('DsRole', 1722), kind: 'server', answer: false },
  ] as const)('is known $name', ({ role, kind, answer }) => {
    const windows = windowsOf({
      membership: { role: () => role, join: () => refused('NetGetJoinInformation', 5) },
      system: { ...windowsOf().system, version: () => succeeded({ build: 20348, kind }) },
    })
    expect(isDomainController(windows)).toEqual({ ok: true, value: answer })
  })
})
