import { describe, expect, it } from 'vitest'

import { createAccountDirectory } from '#shared/accounts/directory.ts'
import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/remote-user-removed/definition.ts'
import { rule } from '#shared/checks/remote-user-removed/rule.ts'
import type { Facts } from '#shared/facts/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { createSyncTools } from '#shared/sync-tool/create-sync-tools.ts'
import { judge, localUser, type Situation, service, testHost } from '../../support/world.ts'

const check = pair(definition, rule)

type User = Facts['local-users']['users'][number]
type Member = Facts['local-groups']['groups'][number]['members'][number]

const DOMAIN = 'S-1-5-21-900-800-700'
const member: Facts['host'] = { ...testHost, membership: 'domain', domain: 'corp.example', netbiosDomain: 'CORP' }
const controller: Facts['host'] = { ...member, membership: 'domain-controller' }

function groups(administrators: readonly Member[], remoteDesktopUsers: readonly Member[]): Facts['local-groups'] {
  return {
    groups: [
      { name: 'Administratoren', sid: 'S-1-5-32-544', members: administrators },
      { name: 'Remotedesktopbenutzer', sid: 'S-1-5-32-555', members: remoteDesktopUsers },
      { name: 'Benutzer', sid: 'S-1-5-32-545', members: [domainUser('vendor9', 1999)] },
    ],
  }
}

function domainUser(name: string, relativeId: number, more: Partial<Member> = {}): Member {
  return { name: `CORP\\${name}`, sid: `${DOMAIN}-${relativeId}`, kind: 'user', ...more }
}

function memberOf(user: User): Member {
  return { name: `ERP01\\${user.name}`, sid: user.sid, kind: 'user' }
}

interface Seen {
  readonly users?: readonly User[]
  readonly named?: readonly string[] | undefined
  readonly host?: Facts['host']
  readonly groups?: Facts['local-groups']
  readonly services?: readonly Facts['services']['services'][number][]
  readonly windowsAccount?: string
}

function situation(seen: Seen): Situation {
  const tool = { name: 'ERP Driver', ...(seen.windowsAccount === undefined ? {} : { windowsAccount: seen.windowsAccount }) }
  return {
    facts: {
      host: seen.host ?? testHost,
      'local-users': { users: seen.users ?? [] },
      'local-groups': seen.groups ?? groups([], []),
      services: { services: seen.services ?? [] },
    },
    profile: { syncTools: [tool], ...(seen.named === undefined ? {} : { remoteAccessUsers: seen.named }) },
  }
}

function said(item: CheckupItem): string[] {
  return [item.message, ...(item.also ?? [])].map(({ id, params }) =>
    [id.replace('remote-user-removed/', ''), ...((params.users ?? []) as readonly string[])].join(' '),
  )
}

const vendor = localUser('vendor1', { fullName: 'Support', lastLogon: '2026-02-01T00:00:00Z' })
const off = localUser('setup2', { enabled: false })
const person = localUser('anna')
const sync = localUser('erpsync')

interface Row extends Seen {
  readonly name: string
  readonly verdict: string
  readonly says: readonly string[]
}

const rows: readonly Row[] = [
  { name: 'named, exists, enabled', users: [vendor], named: ['vendor1'], verdict: 'fail', says: ['enabled vendor1'] },
  { name: 'named with the host name, other case', users: [vendor], named: ['erp01\\VENDOR1'], verdict: 'fail', says: ['enabled vendor1'] },
  { name: 'named with a dot and blanks', users: [vendor], named: [' .\\Vendor1 '], verdict: 'fail', says: ['enabled vendor1'] },
  { name: 'named twice in two spellings', users: [vendor], named: ['vendor1', '.\\VENDOR1'], verdict: 'fail', says: ['enabled vendor1'] },
  { name: 'gone, named twice: the first spelling', named: ['Gone1', '.\\gone1'], verdict: 'pass', says: ['gone Gone1'] },
  { name: 'named, exists, disabled', users: [off], named: ['setup2'], verdict: 'attention', says: ['disabled setup2'] },
  { name: 'named, gone', users: [person], named: ['Vendor1', 'other'], verdict: 'pass', says: ['gone Vendor1 other'] },
  {
    name: 'several named',
    users: [vendor, off],
    named: ['vendor1', 'setup2', 'gone3'],
    verdict: 'fail',
    says: ['enabled vendor1', 'disabled setup2'],
  },
  { name: 'a bare name on a domain member is local', host: member, named: ['vendor1'], verdict: 'pass', says: ['gone vendor1'] },
  { name: 'a domain account', host: member, named: ['CORP\\vendor1'], verdict: 'attention', says: ['domain CORP\\vendor1'] },
  {
    name: 'a domain account by its mail-like name',
    host: member,
    named: ['vendor1@corp.example'],
    verdict: 'attention',
    says: ['domain vendor1@corp.example'],
  },
  { name: 'a domain account in a workgroup', named: ['CORP\\vendor1'], verdict: 'attention', says: ['domain CORP\\vendor1'] },
  { name: 'a managed account', host: member, named: ['CORP\\support$'], verdict: 'attention', says: ['domain CORP\\support$'] },
  {
    name: 'a domain account on a domain controller, enabled',
    host: controller,
    users: [vendor],
    named: ['CORP\\vendor1'],
    verdict: 'fail',
    says: ['enabled vendor1'],
  },
  {
    name: 'a domain account on a domain controller, gone',
    host: controller,
    named: ['CORP\\vendor1'],
    verdict: 'pass',
    says: ['gone CORP\\vendor1'],
  },
  { name: 'an account of Windows', named: ['NT AUTHORITY\\SYSTEM'], verdict: 'attention', says: ['not-a-user NT AUTHORITY\\SYSTEM'] },
  { name: 'a virtual account', named: ['NT SERVICE\\WSPSync'], verdict: 'attention', says: ['not-a-user NT SERVICE\\WSPSync'] },
  { name: 'a person says there is none', users: [person], named: [], verdict: 'pass', says: ['none-made'] },
  { name: 'only blanks are named', users: [person], named: ['', '  '], verdict: 'pass', says: ['none-made'] },
  { name: 'nobody was asked', users: [person], verdict: 'attention', says: ['not-asked'] },
  {
    name: "the profile's own sync account",
    users: [sync],
    named: ['erpsync'],
    windowsAccount: '.\\erpsync',
    verdict: 'fail',
    says: ['sync-account erpsync'],
  },
  {
    name: 'the account that the services run as',
    users: [sync, vendor],
    named: ['vendor1', 'erpsync'],
    services: [service('WSPSync', 'ERP01\\ERPSYNC', { accountSid: sync.sid })],
    verdict: 'fail',
    says: ['enabled vendor1', 'sync-account erpsync'],
  },
  {
    name: 'a domain account that the services run as',
    host: member,
    named: ['CORP\\svc-erp'],
    services: [service('WSPSync', 'svc-erp@corp.example')],
    verdict: 'fail',
    says: ['sync-account CORP\\svc-erp'],
  },
  {
    name: 'a sync account that does not exist',
    named: ['erpsync'],
    windowsAccount: 'erpsync',
    verdict: 'fail',
    says: ['sync-account erpsync'],
  },
  { name: 'a candidate although all named are gone', users: [vendor], named: ['setup'], verdict: 'attention', says: ['candidate vendor1'] },
  { name: 'a candidate although none was made', users: [vendor], named: [], verdict: 'attention', says: ['candidate vendor1'] },
  { name: 'a candidate and nobody was asked', users: [vendor], verdict: 'attention', says: ['candidate vendor1', 'not-asked'] },
  {
    name: 'a candidate by its full name',
    users: [localUser('u7', { fullName: 'CIM Cloud' })],
    named: [],
    verdict: 'attention',
    says: ['candidate u7'],
  },
  {
    name: 'a candidate by its comment',
    users: [localUser('u8', { comment: 'for the consultant' })],
    named: [],
    verdict: 'attention',
    says: ['candidate u8'],
  },
  { name: 'a disabled look-alike', users: [localUser('wsp', { enabled: false })], named: [], verdict: 'pass', says: ['none-made'] },
  {
    name: 'a look-alike made by Windows',
    users: [localUser('vendor', { sid: 'S-1-5-21-1-2-3-500' })],
    named: [],
    verdict: 'pass',
    says: ['none-made'],
  },
  { name: 'a look-alike that is named', users: [vendor], named: ['vendor1'], verdict: 'fail', says: ['enabled vendor1'] },
  {
    name: 'a look-alike that is the sync account',
    users: [localUser('wspsync')],
    named: [],
    windowsAccount: 'wspsync',
    verdict: 'pass',
    says: ['none-made'],
  },
  {
    name: 'domain look-alikes directly in either group, each once',
    host: member,
    named: [],
    groups: groups([domainUser('vendor-a', 1101), domainUser('anna', 1102)], [domainUser('WspB', 1103), domainUser('vendor-a', 1101)]),
    verdict: 'attention',
    says: ['candidate CORP\\vendor-a CORP\\WspB'],
  },
  {
    name: 'domain groups, computers, deleted and built-in accounts are no candidates',
    host: member,
    named: [],
    groups: groups(
      [
        domainUser('vendors', 1101, { kind: 'group' }),
        domainUser('vendor', 1104, { kind: 'group' }),
        domainUser('vendor$', 1105),
        domainUser('vendor', 500),
        { name: 'vendor', sid: 'S-1-5-21-5-5-5-1200', kind: 'unknown' },
      ],
      [],
    ),
    verdict: 'pass',
    says: ['none-made'],
  },
  {
    name: 'a domain look-alike that is named',
    host: member,
    named: ['vendor-a@corp.example'],
    groups: groups([], [domainUser('vendor-a', 1101)]),
    verdict: 'attention',
    says: ['domain vendor-a@corp.example'],
  },
  {
    name: "the domain's own name is not read",
    host: { ...member, domain: 'vendor.example', netbiosDomain: 'CIM-VENDOR' },
    named: [],
    groups: groups(
      [{ name: 'CIM-VENDOR\\anna', sid: `${DOMAIN}-1`, kind: 'user' }],
      [{ name: 'bert@vendor.example', sid: `${DOMAIN}-2`, kind: 'user' }],
    ),
    verdict: 'pass',
    says: ['none-made'],
  },
  {
    name: 'a domain look-alike by its mail-like name',
    host: member,
    named: [],
    groups: groups([{ name: 'wsp@corp.example', sid: `${DOMAIN}-3`, kind: 'user' }], []),
    verdict: 'attention',
    says: ['candidate wsp@corp.example'],
  },
  {
    name: 'local members are candidates by local-users alone',
    users: [vendor],
    named: [],
    groups: groups([memberOf(vendor)], [memberOf(vendor)]),
    verdict: 'attention',
    says: ['candidate vendor1'],
  },
  {
    name: 'nobody was asked: other members of Remote Desktop Users',
    host: member,
    users: [vendor, person, sync, localUser('chief', { sid: 'S-1-5-21-1-2-3-500' })],
    windowsAccount: '.\\erpsync',
    groups: groups(
      [domainUser('admins', 1200, { kind: 'group' })],
      [
        memberOf(vendor),
        memberOf(person),
        memberOf(sync),
        { name: 'ERP01\\chief', sid: 'S-1-5-21-1-2-3-500', kind: 'user' },
        { name: 'NT AUTHORITY\\SYSTEM', sid: 'S-1-5-18', kind: 'well-known' },
        domainUser('staff', 1201, { kind: 'group' }),
      ],
    ),
    verdict: 'attention',
    says: ['candidate vendor1', 'not-asked', 'other-member anna CORP\\staff'],
  },
  {
    name: 'other members are no question once a person has said who was made',
    users: [person],
    named: ['vendor1'],
    groups: groups([], [memberOf(person)]),
    verdict: 'pass',
    says: ['gone vendor1'],
  },
]

describe('remote-user-removed', () => {
  it.each(rows)('$name: $verdict', (row) => {
    const item = judge(check, situation(row))
    expect(item.verdict).toBe(row.verdict)
    expect(said(item)).toEqual(row.says)
  })

  it('shows what an administrator needs to find the users', () => {
    const users = [vendor, off, localUser('u8', { comment: 'vendor' })]
    const item = judge(
      check,
      situation({
        users,
        named: ['vendor1', 'setup2', 'gone', 'CORP\\x', 'NT AUTHORITY\\SYSTEM'],
        groups: groups([domainUser('wsp', 1)], []),
      }),
    )
    expect(item.evidence).toMatchObject([
      {
        probe: 'local-users',
        subject: 'vendor1',
        kind: 'enabled',
        detail: 'enabled; full name: Support; last sign-in: 2026-02-01T00:00:00Z',
      },
      { probe: 'local-users', subject: 'setup2', kind: 'disabled', detail: 'disabled; full name: –; last sign-in: –' },
      { probe: 'profile', subject: 'CORP\\x', kind: 'domain' },
      { probe: 'profile', subject: 'NT AUTHORITY\\SYSTEM', kind: 'not-a-user' },
      { probe: 'local-users', subject: 'u8', kind: 'candidate', detail: 'enabled; full name: –; comment: vendor' },
      { probe: 'local-groups', subject: 'CORP\\wsp', kind: 'candidate-domain' },
      { probe: 'local-users', subject: 'gone', kind: 'gone' },
    ])
  })

  it('shows the full name of a candidate, and a dash where it has no comment', () => {
    const item = judge(check, situation({ users: [localUser('wsp', { fullName: 'Website' })], named: [] }))
    expect(item.evidence[0]?.detail).toBe('enabled; full name: Website; comment: –')
  })

  it('shows where the other statements come from', () => {
    expect(judge(check, situation({ named: [] })).evidence).toMatchObject([
      { probe: 'profile', subject: 'remoteAccessUsers', kind: 'none-made' },
    ])
    const asked = judge(check, situation({ users: [person], groups: groups([], [memberOf(person)]) }))
    expect(asked.evidence).toMatchObject([
      { probe: 'profile', subject: 'remoteAccessUsers', kind: 'not-asked' },
      { probe: 'local-groups', subject: 'anna', kind: 'member' },
    ])
    const shared = judge(check, situation({ users: [sync], named: ['erpsync'], windowsAccount: 'erpsync' }))
    expect(shared.evidence).toMatchObject([{ probe: 'profile', subject: 'erpsync', kind: 'sync-account' }])
  })

  describe('with probes missing', () => {
    const without = (probe: 'local-users' | 'local-groups' | 'host', seen: Seen): CheckupItem => {
      const full = situation(seen)
      return judge(check, { ...full, facts: { ...full.facts, [probe]: undefined } })
    }

    it('cannot tell whether a user is gone without local-users', () => {
      expect(without('local-users', { named: ['vendor1'] }).verdict).toBe('unknown')
      expect(without('local-users', { named: ['vendor1'] }).evidence).toEqual([])
      expect(without('local-users', { named: [] }).verdict).toBe('unknown')
      const profile: Profile = { ...emptyProfile, remoteAccessUsers: ['vendor1'] }
      const accounts = createAccountDirectory({})
      const input = { facts: {}, profile, accounts, syncTools: createSyncTools({}, profile, accounts) }
      expect(rule(input as unknown as Parameters<typeof rule>[0])).toEqual([])
    })

    it("still fails for the sync tool's own account without local-users", () => {
      expect(without('local-users', { named: ['erpsync'], windowsAccount: 'erpsync' }).verdict).toBe('fail')
    })

    it('still fails for an enabled user without host', () => {
      expect(without('host', { users: [vendor], named: ['vendor1'] }).verdict).toBe('fail')
      expect(without('host', { users: [], named: ['vendor1'] }).verdict).toBe('unknown')
    })

    it('says what was not looked at without local-groups', () => {
      const item = without('local-groups', { named: [] })
      expect(item.verdict).toBe('pass')
      expect(item.because).toContain('not looked at')
      expect(without('local-groups', {}).verdict).toBe('attention')
    })
  })

  describe('during a deployment', () => {
    const deployment = { phase: 'deploying', since: '2026-02-25' } as const

    it('does not apply to a remote-access user', () => {
      const full = situation({ users: [vendor], named: ['vendor1'] })
      expect(judge(check, { ...full, profile: { ...full.profile, deployment } }).verdict).toBe('not-applicable')
    })

    it("fails for the sync tool's own account all the same", () => {
      const full = situation({ users: [sync], named: ['erpsync'], windowsAccount: 'erpsync' })
      expect(judge(check, { ...full, profile: { ...full.profile, deployment } }).verdict).toBe('fail')
    })
  })

  it('passes when every candidate is kept', () => {
    const answer = { kind: 'kept', by: 'Admin', at: '2026-02-28T00:00:00Z', note: 'our own', subjects: ['VENDOR1'] } as const
    const full = situation({ users: [vendor, localUser('wsp')], named: [] })
    const kept = (subjects: readonly string[]): string =>
      judge(check, { ...full, answers: { answers: { 'remote-user-removed': [{ ...answer, subjects }] } } }).verdict
    expect(kept(['VENDOR1'])).toBe('attention')
    expect(kept(['VENDOR1', 'wsp'])).toBe('pass')
  })
})
