import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ProbeReading } from '#electron/probes/probe.ts'
import { type Facts, factSchemas } from '#shared/facts/index.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'
import type { ServiceSeed } from './programs/seed-services.ts'

const run = promisify(execFile)
const sources = join(import.meta.dirname, 'programs')

type AccountProbe = 'account-policy' | 'local-users' | 'local-groups' | 'user-rights' | 'account-groups'
type Readings = { readonly [Id in AccountProbe]: ProbeReading<Facts[Id]> }
interface Outcome {
  readonly readings: Readings
  /** Buffers and handles that were not given back, by library. */
  readonly outstanding: Readonly<Record<string, number>>
}

/** Users of the crowded server, and how many of them one page of its list holds. */
const CROWD = 10_000
const USERS_PER_PAGE = 96

/** Libraries to compile: what they stand in for and with which definitions. */
const LIBRARIES = {
  'member.dll': ['netapi32'],
  'controller.dll': ['netapi32', '-DCONTROLLER'],
  'crowd.dll': ['netapi32', `-DCROWD=${CROWD}`],
  'denied.dll': ['netapi32', '-DREFUSE=5'],
  'unreachable.dll': ['netapi32', '-DREFUSE=1722'],
  'policy.dll': ['advapi32'],
  'denied-policy.dll': ['advapi32', '-DREFUSE=0xC0000022'],
  'authz-made.dll': ['authz'],
} as const

const MADE = { 'advapi32.dll': 'policy.dll', 'authz.dll': 'authz-made.dll' }

const serviceOf = (name: string, account: string): ServiceSeed => ({
  name,
  displayName: name,
  startType: 3,
  imagePath: 'C:\\x.exe',
  account,
})
const SERVICES = [
  serviceOf('One', 'ACME\\svc_erp'),
  serviceOf('Two', 'acme\\svc_erp'),
  serviceOf('Three', 'ACME\\svc_denied'),
  serviceOf('Four', 'LOST\\svc_lost'),
]

const OWN = 'S-1-5-21-9-9-9'

describeWith('wine', 'accounts', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

  async function read(libraries: Readonly<Record<string, string>>): Promise<Outcome> {
    expect(await workspace.runWine(['read.mjs', 'readings.json', JSON.stringify(libraries)])).toMatchObject({ status: 0, stderr: '' })
    const outcome: Outcome = JSON.parse(await readFile(join(workspace.folder, 'readings.json'), 'utf8'))
    for (const [id, reading] of Object.entries(outcome.readings)) {
      if (reading.status === 'ok') expect(factSchemas[id as AccountProbe].safeParse(reading.facts).error).toBeUndefined()
    }
    return outcome
  }

  beforeAll(async () => {
    workspace = await openWineWorkspace({
      bundle: {
        read: new URL('./programs/read-accounts.ts', import.meta.url),
        seed: new URL('./programs/seed-services.ts', import.meta.url),
      },
    })
    await writeFile(join(workspace.folder, 'services.json'), JSON.stringify(SERVICES))
    expect(await workspace.runWine(['seed.mjs', 'services.json'])).toMatchObject({ status: 0, stderr: '' })
  })

  afterAll(async () => {
    await workspace?.close()
  })

  it('are not known on this Windows, which answers most calls with nothing', async () => {
    const { readings } = await read({})
    expect(readings).toEqual({
      'account-policy': { status: 'failed', reason: 'NetUserModalsGet for level 0 ended with error 2140' },
      'local-users': { status: 'failed', reason: expect.stringMatching(/^NetUserGetInfo for \S+ ended with error 2140$/) },
      'local-groups': { status: 'failed', reason: 'NetLocalGroupEnum ended with error 259' },
      'user-rights': { status: 'failed', reason: 'LsaEnumerateAccountsWithUserRight ended with error 259' },
      'account-groups': { status: 'ok', facts: { accounts: [] } },
    })
  })

  describeWith('mingw-w64', 'of made libraries', () => {
    beforeAll(async () => {
      for (const [library, [area, ...definitions]] of Object.entries(LIBRARIES)) {
        const options = ['-D_WIN32_WINNT=0x0A00', '-shared', '-w', ...definitions]
        await run('x86_64-w64-mingw32-gcc', [...options, join(sources, `accounts-${area}.c`), '-o', join(workspace.folder, library)])
      }
    })

    it('are read page by page, and every buffer is given back', async () => {
      const { readings, outstanding } = await read({ ...MADE, 'netapi32.dll': 'member.dll' })
      expect(outstanding).toEqual({ 'netapi32.dll': 0, 'advapi32.dll': 0, 'authz.dll': 0 })
      expect(readings['account-policy']).toEqual({
        status: 'ok',
        facts: {
          minPasswordLength: 14,
          minPasswordAgeDays: 0.5,
          passwordHistory: 24,
          maxPasswordAgeDays: null,
          lockoutThreshold: 10,
          lockoutMinutes: 15,
        },
      })
      expect(readings['local-users']).toEqual(MEMBER_USERS)
      expect(readings['local-groups']).toEqual(MEMBER_GROUPS)
    })

    it('are read to the last of ten thousand, each once, and every buffer is given back', async () => {
      const { readings, outstanding } = await read({ ...MADE, 'netapi32.dll': 'crowd.dll' })
      expect(outstanding).toEqual({ 'netapi32.dll': 0, 'advapi32.dll': 0, 'authz.dll': 0 })
      const users = readings['local-users']
      if (users.status !== 'ok') throw new Error(users.reason)
      expect(users).not.toHaveProperty('incomplete')
      expect(users).not.toHaveProperty('notes')
      // Each carries the number of the page that its name came on.
      expect(users.facts.users.map(({ name, sid, comment }) => `${name} ${sid} ${comment}`)).toEqual(
        Array.from({ length: CROWD }, (_, index) => `user ${index} ${OWN}-${2000 + index} page ${Math.floor(index / USERS_PER_PAGE) + 1}`),
      )
    })

    it('have rights, each with its holders, and groups that their domain resolves', async () => {
      const { readings } = await read({ ...MADE, 'netapi32.dll': 'member.dll' })
      const rights = readings['user-rights']
      if (rights.status !== 'ok') throw new Error(rights.reason)
      expect(rights.incomplete).toBe(true)
      expect(rights.notes).toEqual([
        expect.stringMatching(/^the holders of SeSyncAgentPrivilege are not known: .* ended with error 0xC0020017$/),
        expect.stringMatching(/^the holders of SeTcbPrivilege are not known: .* ended with error 5; missing right: POLICY_/),
      ])
      const { SeNetworkLogonRight, SeDenyRemoteInteractiveLogonRight, ...others } = rights.facts.rights
      const orphan = { sid: 'S-1-5-21-8-8-8-1234', name: null }
      expect(SeNetworkLogonRight).toEqual([{ sid: 'S-1-5-32-544', name: 'BUILTIN\\Administrators' }, orphan])
      expect(SeDenyRemoteInteractiveLogonRight).toEqual([{ sid: `${OWN}-1001`, name: 'ACME\\svc_erp' }, orphan])
      expect(Object.keys(others)).not.toContain('SeDelegateSessionUserImpersonatePrivilege')
      expect(others).toMatchObject({ SeRemoteInteractiveLogonRight: [], SeDebugPrivilege: [] })
      const groups = readings['account-groups']
      if (groups.status !== 'ok') throw new Error(groups.reason)
      const [resolved, ...rest] = [...groups.facts.accounts].sort((one, other) => (one.sid > other.sid ? -1 : 1))
      expect(resolved).toMatchObject({ name: 'ACME\\svc_erp', sid: `${OWN}-1001`, complete: true, groups: { length: 699 } })
      expect(resolved?.groups).toContain('S-1-5-21-7-7-7-3001')
      expect(resolved?.groups).not.toContain('S-1-5-21-7-7-7-3002')
      expect(rest).toEqual([
        { name: 'LOST\\svc_lost', sid: 'S-1-5-21-8-8-8-1002', complete: false, groups: ['S-1-5-32-546', 'S-1-5-32-555'] },
      ])
      expect([...(groups.notes ?? [])].sort()).toEqual([
        expect.stringMatching(
          /^account ACME\\svc_denied is left out: AuthzInitializeContextFromSid for \S+ ended with error 5; missing right: /,
        ),
        expect.stringMatching(
          /^domain groups of LOST\\svc_lost are not known: AuthzInitializeContextFromSid for \S+ ended with error 1355$/,
        ),
      ])
    })

    it('of a domain controller are its administrators and the users that are named there', async () => {
      const { readings, outstanding } = await read({ ...MADE, 'netapi32.dll': 'controller.dll' })
      expect(outstanding).toEqual({ 'netapi32.dll': 0, 'advapi32.dll': 0, 'authz.dll': 0 })
      const groups = readings['local-groups']
      if (groups.status !== 'ok') throw new Error(groups.reason)
      expect(groups.facts.groups.slice(-3)).toEqual([
        {
          name: 'Domain Admins',
          sid: `${OWN}-512`,
          members: [
            { name: 'ACME\\chief', sid: `${OWN}-1101`, kind: 'user' },
            { name: 'ACME\\Nested Admins', sid: `${OWN}-1200`, kind: 'group' },
          ],
        },
        { name: 'Schema Admins', sid: `${OWN}-518`, members: [] },
        { name: 'Nested Admins', sid: `${OWN}-1200`, members: [{ name: 'ACME\\deputy', sid: `${OWN}-1102`, kind: 'user' }] },
      ])
      expect(groups.notes).toContainEqual(expect.stringMatching(/^group S-1-5-21-9-9-9-519 is left out: NetGroupGetUsers .* error 5/))
      const users = readings['local-users']
      if (users.status !== 'ok') throw new Error(users.reason)
      expect(users.incomplete).toBe(true)
      expect(users.facts.users.map(({ name, sid }) => `${name} ${sid}`).sort()).toEqual([
        `chief ${OWN}-1101`,
        `deputy ${OWN}-1102`,
        `svc_denied ${OWN}-1003`,
        `svc_erp ${OWN}-1001`,
      ])
    })

    it.each([
      { name: 'access', library: 'denied.dll', status: 'denied', code: 'error 5; missing right: membership in Administrators' },
      { name: 'a server that answers', library: 'unreachable.dll', status: 'failed', code: 'error 1722' },
    ])('have no facts without $name', async ({ library, status, code }) => {
      const { readings, outstanding } = await read({ 'netapi32.dll': library, 'advapi32.dll': 'denied-policy.dll' })
      for (const id of ['account-policy', 'local-users', 'local-groups'] as const) {
        expect(readings[id]).toEqual({ status, reason: expect.stringContaining(`ended with ${code}`) })
      }
      expect(readings['user-rights']).toEqual({
        status: 'denied',
        reason: expect.stringMatching(/^LsaOpenPolicy ended with error 5; missing right: POLICY_/),
      })
      expect(outstanding).toEqual({ 'netapi32.dll': 0, 'advapi32.dll': 0 })
    })
  })
})

const USER = { comment: '', enabled: true, lockedOut: false, passwordRequired: true, passwordExpires: true, cannotChangePassword: false }

const MEMBER_USERS = {
  status: 'ok',
  incomplete: true,
  facts: {
    users: [
      {
        ...USER,
        name: 'Administrator',
        sid: `${OWN}-500`,
        fullName: '',
        comment: 'Vordefiniertes Konto für die Verwaltung',
        passwordExpires: false,
        passwordLastSet: '2026-02-28T08:15:00.000Z',
        lastLogon: '2026-03-01T08:15:00.000Z',
        badPasswordCount: 3,
      },
      {
        ...USER,
        name: 'Gast',
        sid: `${OWN}-501`,
        fullName: '',
        enabled: false,
        passwordRequired: false,
        cannotChangePassword: true,
        passwordLastSet: null,
        lastLogon: null,
      },
      {
        ...USER,
        name: 'svc_erp',
        sid: `${OWN}-1001`,
        fullName: 'ERP-Abgleich Zürich №1 ✓',
        lockedOut: true,
        passwordLastSet: '2026-03-01T08:14:00.000Z',
        lastLogon: null,
        badPasswordCount: 0,
      },
      { ...USER, name: 'never', sid: `${OWN}-1005`, fullName: '', passwordLastSet: null, lastLogon: null, badPasswordCount: 0 },
    ],
  },
  notes: ['user denied is left out: NetUserGetInfo for denied ended with error 5; missing right: membership in Administrators'],
}

const nameless = (sid: string) => ({ name: sid, sid, kind: 'unknown' })

const MEMBER_GROUPS = {
  status: 'ok',
  incomplete: true,
  facts: {
    groups: [
      {
        name: 'Administrators',
        sid: 'S-1-5-32-544',
        members: [
          { name: 'ERP01\\Administrator', sid: `${OWN}-500`, kind: 'user' },
          { name: 'TRUSTED\\Domänen-Admins', sid: 'S-1-5-21-7-7-7-512', kind: 'group' },
          nameless('S-1-5-21-8-8-8-1234'),
          nameless('S-1-5-21-7-7-7-77'),
          { name: 'BUILTIN\\Remote Desktop Users', sid: 'S-1-5-32-555', kind: 'group' },
          { name: 'ERP01\\svc_erp', sid: `${OWN}-1001`, kind: 'user' },
        ],
      },
      { name: 'Remote Desktop Users', sid: 'S-1-5-32-555', members: [] },
      {
        name: 'Nameless',
        sid: `${OWN}-1300`,
        members: [nameless(`${OWN}-500`), nameless('S-1-5-21-7-7-7-512'), nameless('S-1-5-21-8-8-8-1234')],
      },
      { name: 'Guests', sid: 'S-1-5-32-546', members: [] },
    ],
  },
  notes: [
    'the names of members of Nameless are not known: NetLocalGroupGetMembers for Nameless ended with error 1789',
    'group Closed is left out: NetLocalGroupGetMembers for Closed ended with error 5; missing right: membership in Administrators',
    'group Unlucky is left out: NetLocalGroupGetMembers for Unlucky ended with error 1722',
  ],
}
