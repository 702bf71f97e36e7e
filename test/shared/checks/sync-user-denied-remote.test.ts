import { describe, expect, it } from 'vitest'

import { createAccountDirectory } from '#shared/accounts/directory.ts'
import { rule } from '#shared/checks/sync-user-denied-remote/rule.ts'
import type { Facts } from '#shared/facts/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import { emptyProfile, type Profile, type SyncTool } from '#shared/formats/profile.ts'
import { createSyncTools } from '#shared/sync-tool/create-sync-tools.ts'
import { judge, service } from '../../support/world.ts'
import {
  ADMINISTRATORS,
  allowing,
  check,
  DOMAIN_SID,
  denying,
  domain,
  domainMember,
  groups,
  inDomain,
  local,
  OPERATORS,
  operatorsMember,
  other,
  type Row,
  remoteDesktop,
  type Seen,
  said,
  situation,
  sync,
  syncMember,
  usual,
} from './sync-user-denied-remote/server.ts'

function knownGroups(complete: boolean, groupSids: readonly string[]): Facts['account-groups']['accounts'] {
  return [{ name: 'CORP\\svc-erp', sid: DOMAIN_SID, groups: groupSids, complete }]
}

const twoDrivers: readonly SyncTool[] = [
  { name: 'A', service: 'SyncA' },
  { name: 'B', service: 'SyncB' },
]

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
    accountGroups: knownGroups(false, []),
    verdict: 'attention',
    says: ['groups-not-visible CORP\\svc-erp'],
  },
  {
    name: 'a domain account whose groups are all known',
    host: inDomain,
    services: [domain],
    accountGroups: knownGroups(true, []),
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
    accountGroups: knownGroups(false, [OPERATORS]),
    groups: groups([operatorsMember], []),
    verdict: 'fail',
    says: ['open CORP\\svc-erp'],
  },
  {
    name: 'a domain account denied through a domain group',
    host: inDomain,
    services: [domain],
    accountGroups: knownGroups(false, [OPERATORS]),
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
    tools: twoDrivers,
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
    tools: twoDrivers,
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

  describe('group policy', () => {
    const judged = (policies: readonly { policy: string; rights: string[] }[], seen: Seen): CheckupItem => {
      const full = situation(seen)
      const rights = full.facts?.['user-rights']?.rights ?? {}
      return judge(check, { ...full, facts: { ...full.facts, 'user-rights': { rights, setByPolicy: policies } } })
    }
    const open = { services: [local], groups: groups([syncMember], []) }
    const owner = { policy: 'Servers – Größe', rights: ['SeDenyRemoteInteractiveLogonRight'] }

    it('that sets the list is named beside the gap, and is no subject of an answer', () => {
      const item = judged([owner], open)
      expect(item.verdict).toBe('fail')
      const [piece] = item.evidence.filter(({ kind }) => kind === 'set-by-policy')
      expect(piece?.detail).toBe(
        'this list is set by group policy (Servers – Größe): change it there, or the old list comes back by itself',
      )
      expect(item.factsDigest).toBe(judge(check, situation(open)).factsDigest)
    })

    it.each([
      ['sets another right', [{ ...owner, rights: ['SeRemoteInteractiveLogonRight'] }], open],
      ['sets the list of an account that is denied already', [owner], { services: [service('WSPApi', 'LocalSystem')] }],
    ])('that %s is not named', (_name, policies, seen) => {
      expect(judged(policies, seen).evidence.filter(({ kind }) => kind === 'set-by-policy')).toEqual([])
    })
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
})
