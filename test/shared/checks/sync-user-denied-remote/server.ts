import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/sync-user-denied-remote/definition.ts'
import { rule } from '#shared/checks/sync-user-denied-remote/rule.ts'
import type { Facts, ProbeId } from '#shared/facts/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { SyncTool } from '#shared/formats/profile.ts'
import { judge, localUser, type Situation, service, testHost } from '../../../support/world.ts'

export const check = pair(definition, rule)

type Rights = Facts['user-rights']['rights']
type Member = Facts['local-groups']['groups'][number]['members'][number]

export const ADMINISTRATORS = 'S-1-5-32-544'
const REMOTE_DESKTOP_USERS = 'S-1-5-32-555'
export const OPERATORS = 'S-1-5-21-111-222-333-900'
export const DOMAIN_SID = 'S-1-5-21-900-800-700-1201'

export const inDomain: Facts['host'] = { ...testHost, membership: 'domain', domain: 'corp.example', netbiosDomain: 'CORP' }
export const sync = localUser('erpsync')
export const other = localUser('other')

export const syncMember: Member = { name: 'ERP01\\erpsync', sid: sync.sid, kind: 'user' }
export const domainMember: Member = { name: 'CORP\\svc-erp', sid: DOMAIN_SID, kind: 'user' }
export const operatorsMember: Member = { name: 'ERP01\\Operators', sid: OPERATORS, kind: 'group' }

export function groups(
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

export const usual: Rights = {
  SeRemoteInteractiveLogonRight: [
    { sid: ADMINISTRATORS, name: 'VORDEFINIERT\\Administratoren' },
    { sid: REMOTE_DESKTOP_USERS, name: null },
  ],
  SeDenyRemoteInteractiveLogonRight: [],
}
export const denying = (...sids: string[]): Rights => ({
  ...usual,
  SeDenyRemoteInteractiveLogonRight: sids.map((sid) => ({ sid, name: null })),
})
export const allowing = (...sids: string[]): Rights => ({ SeRemoteInteractiveLogonRight: sids.map((sid) => ({ sid, name: null })) })

export const local = service('WSPSync', '.\\erpsync', { accountSid: sync.sid })
export const domain = service('WSPSync', 'CORP\\svc-erp', { accountSid: DOMAIN_SID })

export interface Seen {
  readonly services?: readonly Facts['services']['services'][number][]
  readonly tools?: readonly SyncTool[]
  readonly rights?: Rights
  readonly groups?: Facts['local-groups']
  readonly host?: Facts['host']
  readonly accountGroups?: Facts['account-groups']['accounts']
}

export function situation(seen: Seen): Situation {
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

export function remoteDesktop(enabled: boolean): Facts['remote-desktop'] {
  return { enabled, port: 3390, networkLevelAuthentication: true, remoteAssistance: false, setByPolicy: [] }
}

export function without(probe: ProbeId, seen: Seen): CheckupItem {
  const full = situation(seen)
  return judge(check, { ...full, facts: { ...full.facts, [probe]: undefined } })
}

/** Message ids with the accounts or tools that they name; notes about probes left out. */
export function said(item: CheckupItem): string[] {
  return [item.message, ...(item.also ?? [])]
    .filter(({ id }) => id.startsWith('sync-user-denied-remote/'))
    .map(({ id, params }) => [id.replace('sync-user-denied-remote/', ''), ...Object.values(params).flat()].join(' '))
}

export interface Row extends Seen {
  readonly name: string
  readonly verdict: string
  readonly says: readonly string[]
}
