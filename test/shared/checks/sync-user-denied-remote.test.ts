import { describe, expect, it } from 'vitest'

import { createAccountDirectory } from '#shared/accounts/directory.ts'
import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/sync-user-denied-remote/definition.ts'
import { rule } from '#shared/checks/sync-user-denied-remote/rule.ts'
import type { Facts, ProbeId } from '#shared/facts/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import { emptyProfile, type Profile, type SyncTool } from '#shared/formats/profile.ts'
import { createSyncTools } from '#shared/sync-tool/create-sync-tools.ts'
import { judge, localUser, type Situation, service, testHost } from '../../support/world.ts'

const check = pair(definition, rule)

type Rights = Facts['user-rights']['rights']
type Member = Facts['local-groups']['groups'][number]['members'][number]

const ADMINISTRATORS = 'S-1-5-32-544'
const REMOTE_DESKTOP_USERS = 'S-1-5-32-555'
const OPERATORS = 'S-1-5-21-111-222-333-900'
const DOMAIN_SID = 'S-1-5-21-900-800-700-1201'

const inDomain: Facts['host'] = { ...testHost, membership: 'domain', domain: 'corp.example', netbiosDomain: 'CORP' }
const sync = localUser('erpsync')
const other = localUser('other')

const syncMember: Member = { name: 'ERP01\\erpsync', sid: sync.sid, kind: 'user' }
const domainMember: Member = { name: 'CORP\\svc-erp', sid: DOMAIN_SID, kind: 'user' }
const operatorsMember: Member = { name: 'ERP01\\Operators', sid: OPERATORS, kind: 'group' }

function groups(
  administrators: readonly Member[],
  remoteDesktopUsers: readonly Member[],
  operators: readonly Member[] = [],
): Facts['local-groups'] {
  return {
    groups: [
      { name: 'Administratoren', sid: ADMINISTRATORS, members: administrators },
      { name: 'Remotedesktopbenutzer', sid: REMOTE_DESKTOP_USERS, members: remoteDesktopUsers },
      { name: 'Operators', sid: OPERATORS, members: operators },
    ],
  }
}

const usual: Rights = {
  SeRemoteInteractiveLogonRight: [
    { sid: ADMINISTRATORS, name: 'VORDEFINIERT\\Administratoren' },
    { sid: REMOTE_DESKTOP_USERS, name: null },
  ],
  SeDenyRemoteInteractiveLogonRight: [],
}
const denying = (...sids: string[]): Rights => ({ ...usual, SeDenyRemoteInteractiveLogonRight: sids.map((sid) => ({ sid, name: null })) })
const allowing = (...sids: string[]): Rights => ({ SeRemoteInteractiveLogonRight: sids.map((sid) => ({ sid, name: null })) })

const local = service('WSPSync', '.\\erpsync', { accountSid: sync.sid })
const domain = service('WSPSync', 'CORP\\svc-erp', { accountSid: DOMAIN_SID })

interface Seen {
  readonly services?: readonly Facts['services']['services'][number][]
  readonly tools?: readonly SyncTool[]
  readonly rights?: Rights
  readonly groups?: Facts['local-groups']
  readonly host?: Facts['host']
  readonly accountGroups?: Facts['account-groups']['accounts']
}

function situation(seen: Seen): Situation {
  return {
    facts: {
      host: seen.host ?? testHost,
      'local-users': { users: [sync, other] },
      'local-groups': seen.groups ?? groups([], []),
      'user-rights': { rights: seen.rights ?? usual },
      services: { services: seen.services ?? [] },
      'account-groups': { accounts: seen.accountGroups ?? [] },
    },
    profile: { syncTools: seen.tools ?? [] },
  }
}

function remoteDesktop(enabled: boolean): Facts['remote-desktop'] {
  return { enabled, port: 3390, networkLevelAuthentication: true, remoteAssistance: false, setByPolicy: [] }
}

function without(probe: ProbeId, seen: Seen): CheckupItem {
  const full = situation(seen)
  return judge(check, { ...full, facts: { ...full.facts, [probe]: undefined } })
}

/** Message ids with the accounts or tools that they name; notes about probes left out. */
function said(item: CheckupItem): string[] {
  return [item.message, ...(item.also ?? [])]
    .filter(({ id }) => id.startsWith('sync-user-denied-remote/'))
    .map(({ id, params }) => [id.replace('sync-user-denied-remote/', ''), ...Object.values(params).flat()].join(' '))
}

interface Row extends Seen {
  readonly name: string
  readonly verdict: string
  readonly says: readonly string[]
}

const rows: readonly Row[] = [
  { name: 'LocalSystem', services: [service('WSPSync', 'LocalSystem')], verdict: 'pass', says: ['no-sign-in LocalSystem'] },
  {
    name: 'a virtual account',
    services: [service('WSPSync', 'NT SERVICE\\WSPSync')],
    verdict: 'pass',
    says: ['no-sign-in NT SERVICE\\WSPSync'],
  },
  {
    name: 'a managed account',
    host: inDomain,
    services: [service('WSPSync', 'CORP\\gmsa$')],
    verdict: 'pass',
    says: ['no-sign-in CORP\\gmsa$'],
  },
  {
    name: 'denied itself',
    services: [local],
    rights: denying(sync.sid),
    groups: groups([syncMember], []),
    verdict: 'pass',
    says: ['denied .\\erpsync'],
  },
  {
    name: 'denied through a group',
    services: [local],
    rights: denying(OPERATORS),
    groups: groups([syncMember], [], [syncMember]),
    verdict: 'pass',
    says: ['denied .\\erpsync'],
  },
  {
    name: 'denied as a local account',
    services: [local],
    rights: denying('S-1-5-113'),
    groups: groups([syncMember], []),
    verdict: 'pass',
    says: ['denied .\\erpsync'],
  },
  {
    name: 'denied to somebody else',
    services: [local],
    rights: denying(other.sid),
    groups: groups([syncMember], []),
    verdict: 'fail',
    says: ['open .\\erpsync'],
  },
  {
    name: 'may sign in, in Administrators',
    services: [local],
    groups: groups([syncMember], []),
    verdict: 'fail',
    says: ['open .\\erpsync'],
  },
  {
    name: 'may sign in, in Remote Desktop Users',
    services: [local],
    groups: groups([], [syncMember]),
    verdict: 'fail',
    says: ['open .\\erpsync'],
  },
  {
    name: 'may sign in, in Administrators by nesting',
    services: [local],
    groups: groups([operatorsMember], [], [syncMember]),
    verdict: 'fail',
    says: ['open .\\erpsync'],
  },
  { name: 'holds the right alone', services: [local], rights: allowing(sync.sid), verdict: 'attention', says: ['right-held .\\erpsync'] },
  {
    name: 'everyone holds the right',
    services: [local],
    rights: allowing('S-1-1-0'),
    verdict: 'attention',
    says: ['right-held .\\erpsync'],
  },
  {
    name: 'in Remote Desktop Users without the right',
    services: [local],
    rights: allowing(ADMINISTRATORS),
    groups: groups([], [syncMember]),
    verdict: 'pass',
    says: ['no-way-in .\\erpsync'],
  },
  { name: 'a local account with no way in', services: [local], verdict: 'pass', says: ['no-way-in .\\erpsync'] },
  {
    name: 'rights that the facts leave out',
    services: [local],
    rights: {},
    groups: groups([syncMember], []),
    verdict: 'pass',
    says: ['no-way-in .\\erpsync'],
  },
  {
    name: 'a domain account not denied',
    host: inDomain,
    services: [domain],
    verdict: 'attention',
    says: ['groups-not-visible CORP\\svc-erp'],
  },
  {
    name: 'a domain account whose groups are known in part',
    host: inDomain,
    services: [domain],
    accountGroups: [{ name: 'CORP\\svc-erp', sid: DOMAIN_SID, groups: [], complete: false }],
    verdict: 'attention',
    says: ['groups-not-visible CORP\\svc-erp'],
  },
  {
    name: 'a domain account whose groups are all known',
    host: inDomain,
    services: [domain],
    accountGroups: [{ name: 'CORP\\svc-erp', sid: DOMAIN_SID, groups: [], complete: true }],
    verdict: 'pass',
    says: ['no-way-in CORP\\svc-erp'],
  },
  {
    name: 'a domain account in Administrators',
    host: inDomain,
    services: [domain],
    groups: groups([domainMember], []),
    verdict: 'fail',
    says: ['open CORP\\svc-erp'],
  },
  {
    name: 'a domain account in Administrators through a domain group',
    host: inDomain,
    services: [domain],
    accountGroups: [{ name: 'CORP\\svc-erp', sid: DOMAIN_SID, groups: [OPERATORS], complete: false }],
    groups: groups([operatorsMember], []),
    verdict: 'fail',
    says: ['open CORP\\svc-erp'],
  },
  {
    name: 'a domain account denied through a domain group',
    host: inDomain,
    services: [domain],
    accountGroups: [{ name: 'CORP\\svc-erp', sid: DOMAIN_SID, groups: [OPERATORS], complete: false }],
    rights: denying(OPERATORS),
    verdict: 'pass',
    says: ['denied CORP\\svc-erp'],
  },
  {
    name: 'a domain account of the profile, denied by its name alone',
    host: inDomain,
    tools: [{ name: 'ERP Driver', windowsAccount: 'svc-erp@corp.example' }],
    rights: { ...usual, SeDenyRemoteInteractiveLogonRight: [{ sid: DOMAIN_SID, name: 'CORP\\svc-erp' }] },
    verdict: 'pass',
    says: ['denied svc-erp@corp.example'],
  },
  {
    name: 'an account that does not exist',
    tools: [{ name: 'ERP Driver', windowsAccount: 'nobody' }],
    rights: allowing('S-1-1-0'),
    verdict: 'attention',
    says: ['no-such-account nobody'],
  },
  {
    name: 'profile and services differ: both are judged',
    services: [local],
    tools: [{ name: 'Driver', windowsAccount: 'other' }],
    verdict: 'attention',
    says: ['accounts-differ Driver other .\\erpsync'],
  },
  {
    name: 'profile and services differ and one is open',
    services: [local],
    tools: [{ name: 'Driver', windowsAccount: 'other' }],
    groups: groups([], [{ name: 'ERP01\\other', sid: other.sid, kind: 'user' }]),
    verdict: 'fail',
    says: ['open other', 'accounts-differ Driver other .\\erpsync'],
  },
  {
    name: 'profile and services agree',
    services: [local],
    tools: [{ name: 'Driver', windowsAccount: 'ERP01\\ERPSYNC' }],
    verdict: 'pass',
    says: ['no-way-in .\\erpsync'],
  },
  { name: 'no tool known at all', verdict: 'attention', says: ['account-unknown ERP Driver'] },
  { name: 'a tool without a known account', tools: [{ name: 'Driver' }], verdict: 'attention', says: ['account-unknown Driver'] },
  {
    name: 'one of two tools without a known account',
    services: [service('SyncB', '.\\erpsync', { accountSid: sync.sid })],
    tools: [
      { name: 'A', service: 'SyncA' },
      { name: 'B', service: 'SyncB' },
    ],
    verdict: 'attention',
    says: ['account-unknown A'],
  },
  {
    name: 'only a connector without an account',
    tools: [{ name: 'Connector', kind: 'connector' }],
    verdict: 'not-applicable',
    says: ['not-asked'],
  },
  {
    name: 'a connector without an account beside a driver',
    services: [local],
    tools: [{ name: 'Connector', kind: 'connector' }, { name: 'Driver' }],
    verdict: 'pass',
    says: ['no-way-in .\\erpsync'],
  },
  {
    name: 'a connector with an account',
    tools: [{ name: 'Connector', kind: 'connector', windowsAccount: 'erpsync' }],
    groups: groups([syncMember], []),
    verdict: 'fail',
    says: ['open erpsync'],
  },
  {
    name: 'two tools with one account: judged once',
    services: [service('SyncA', '.\\erpsync', { accountSid: sync.sid }), service('SyncB', 'ERP01\\erpsync', { accountSid: sync.sid })],
    tools: [
      { name: 'A', service: 'SyncA' },
      { name: 'B', service: 'SyncB' },
    ],
    groups: groups([syncMember], []),
    verdict: 'fail',
    says: ['open .\\erpsync'],
  },
  {
    name: 'two accounts of one tool: both listed',
    services: [local, service('WSPApi', '.\\other', { accountSid: other.sid })],
    groups: groups([syncMember, { name: 'ERP01\\other', sid: other.sid, kind: 'user' }], []),
    verdict: 'fail',
    says: ['open .\\erpsync .\\other'],
  },
]

describe('sync-user-denied-remote', () => {
  it.each(rows)('$name: $verdict', (row) => {
    const item = judge(check, situation(row))
    expect(item.verdict).toBe(row.verdict)
    expect(said(item)).toEqual(row.says)
  })

  it('shows by which right and which group the way is open', () => {
    const item = judge(check, situation({ services: [local], groups: groups([syncMember], [syncMember]) }))
    expect(item.evidence).toMatchObject([
      {
        probe: 'user-rights',
        subject: '.\\erpsync',
        kind: 'open',
        detail: 'not denied; may sign in through Remote Desktop by way of VORDEFINIERT\\Administratoren and S-1-5-32-555',
      },
      { probe: 'local-groups', subject: '.\\erpsync', kind: 'administrator' },
      { probe: 'local-groups', subject: '.\\erpsync', kind: 'remote-desktop-user' },
    ])
  })

  it('shows only the group that the account is in', () => {
    const administrator = judge(check, situation({ services: [local], groups: groups([syncMember], []) }))
    expect(administrator.evidence.map((piece) => piece.kind)).toEqual(['open', 'administrator'])
    const user = judge(check, situation({ services: [local], groups: groups([], [syncMember]) }))
    expect(user.evidence.map((piece) => piece.kind)).toEqual(['open', 'remote-desktop-user'])
  })

  it.each([
    {
      name: 'denied',
      seen: { services: [local], rights: denying(sync.sid) },
      evidence: { probe: 'user-rights', subject: '.\\erpsync', kind: 'denied', detail: `denied by way of ${sync.sid}` },
    },
    {
      name: 'right held',
      seen: { services: [local], rights: allowing(sync.sid) },
      evidence: { probe: 'user-rights', kind: 'right-held', detail: `not denied; holds the right by way of ${sync.sid}` },
    },
    { name: 'no way in', seen: { services: [local] }, evidence: { probe: 'user-rights', kind: 'no-way-in' } },
    { name: 'built-in', seen: { services: [service('WSPSync', 'LocalSystem')] }, evidence: { probe: 'services', kind: 'no-sign-in' } },
    {
      name: 'domain',
      seen: { services: [domain] },
      evidence: { probe: 'account-groups', subject: 'CORP\\svc-erp', kind: 'groups-not-visible' },
    },
    {
      name: 'missing',
      seen: { tools: [{ name: 'D', windowsAccount: 'nobody' }] },
      evidence: { probe: 'local-users', subject: 'nobody', kind: 'no-such-account' },
    },
    { name: 'unknown', seen: { tools: [{ name: 'D' }] }, evidence: { probe: 'services', subject: 'D', kind: 'account-unknown' } },
    {
      name: 'differing',
      seen: { services: [local], tools: [{ name: 'D', windowsAccount: 'other' }] },
      evidence: { probe: 'services', subject: 'D', kind: 'accounts-differ', detail: 'profile: other; services: .\\erpsync' },
    },
  ] as const)('has evidence for $name', ({ seen, evidence }) => {
    expect(judge(check, situation(seen)).evidence[0]).toMatchObject(evidence)
  })

  it('asks nothing more of a connector whose account is known', () => {
    const profile: Profile = { ...emptyProfile, syncTools: [{ name: 'Connector', kind: 'connector', windowsAccount: 'erpsync' }] }
    const facts = { 'local-users': { users: [sync] }, 'user-rights': { rights: usual }, services: { services: [] } }
    const accounts = createAccountDirectory(facts)
    const input = { facts, profile, accounts, syncTools: createSyncTools(facts, profile, accounts) }
    const findings = rule(input as unknown as Parameters<typeof rule>[0])
    expect(findings.map((finding) => finding.message.id)).toEqual(['no-way-in'])
  })

  describe('Remote Desktop', () => {
    const with_ = (enabled: boolean, seen: Seen): CheckupItem => {
      const full = situation(seen)
      return judge(check, { ...full, facts: { ...full.facts, 'remote-desktop': remoteDesktop(enabled) } })
    }

    it('changes no verdict by being off', () => {
      const item = with_(false, { services: [local], groups: groups([syncMember], []) })
      expect(item.verdict).toBe('fail')
      expect(item.evidence.at(-1)).toMatchObject({ probe: 'remote-desktop', subject: 'rdp', kind: 'remote-desktop-off' })
    })

    it('is shown with its port where it is on', () => {
      const item = with_(true, { services: [local, service('WSPApi', 'LocalSystem')] })
      expect(item.verdict).toBe('pass')
      expect(item.evidence.filter((piece) => piece.probe === 'remote-desktop').map((piece) => piece.detail)).toEqual([
        'Remote Desktop is on (port 3390)',
      ])
    })

    it('is no part of the facts digest', () => {
      const seen = { services: [local], groups: groups([syncMember], []) }
      expect(with_(true, seen).factsDigest).toBe(with_(false, seen).factsDigest)
      expect(with_(true, seen).factsDigest).toBe(judge(check, situation(seen)).factsDigest)
    })

    it('stands alone where nothing else is shown', () => {
      expect(with_(true, { tools: [{ name: 'C', kind: 'connector' }] }).evidence).toMatchObject([{ kind: 'remote-desktop-on' }])
    })
  })

  describe('with probes missing', () => {
    const open: Seen = { services: [local], groups: groups([syncMember], []) }

    it.each(['user-rights', 'local-groups'] as const)('cannot tell without %s', (probe) => {
      expect(without(probe, open).verdict).toBe('unknown')
    })

    it('says nothing of an account without user-rights', () => {
      expect(said(without('user-rights', open))).toEqual([])
      expect(said(without('user-rights', { services: [service('WSPSync', 'LocalSystem')] }))).toEqual([])
    })

    it('says nothing of Remote Desktop where there is nothing to judge', () => {
      const full = situation({ services: [local] })
      const item = judge(check, { ...full, facts: { ...full.facts, 'user-rights': undefined, 'remote-desktop': remoteDesktop(true) } })
      expect(item.verdict).toBe('unknown')
      expect(item.evidence).toEqual([])
    })

    it('does not call a driver that it cannot judge a connector', () => {
      const tools: SyncTool[] = [{ name: 'Connector', kind: 'connector' }, { name: 'Driver' }]
      expect(without('user-rights', { services: [local], tools }).verdict).toBe('unknown')
    })

    it.each(['local-users', 'host'] as const)('still fails without %s', (probe) => {
      expect(without(probe, open).verdict).toBe('fail')
    })

    it("still fails for the profile's account without services", () => {
      const tools = [{ name: 'Driver', windowsAccount: 'erpsync' }]
      expect(without('services', { tools, groups: groups([syncMember], []) }).verdict).toBe('fail')
      expect(without('services', { tools }).verdict).toBe('unknown')
    })

    it('does not call an unseen driver a connector', () => {
      expect(without('services', { tools: [{ name: 'Connector', kind: 'connector' }] }).verdict).toBe('unknown')
    })

    it('does without account-groups and says so', () => {
      const item = without('account-groups', { services: [local] })
      expect(item.verdict).toBe('pass')
      expect(item.because).toContain('not looked at')
    })
  })
})
