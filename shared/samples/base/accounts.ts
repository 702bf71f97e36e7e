import type { Facts } from '../../facts/index.ts'
import { builtInGroupRows, builtInUserRows, domainControllerGroupRows, notOnDomainControllers } from './accounts.data.ts'
import { domainSid, localAuthority, localSid, type Machine } from './machine.ts'

type LocalUser = Facts['local-users']['users'][number]
export type LocalGroup = Facts['local-groups']['groups'][number]
export type Member = LocalGroup['members'][number]

/** Accounts that Windows itself makes; `administrator` says what the built-in administrator is like on this server. */
export function builtInUsers(machine: Machine, administrator: Partial<LocalUser> = {}): LocalUser[] {
  return builtInUserRows.map(([relativeId, english, german, commentEnglish, commentGerman]) => ({
    name: machine.language === 'de' ? german : english,
    sid: localSid(machine, relativeId),
    fullName: '',
    comment: machine.language === 'de' ? commentGerman : commentEnglish,
    enabled: false,
    lockedOut: false,
    passwordRequired: relativeId === ADMINISTRATOR || relativeId === DEFENDER_SANDBOX,
    passwordExpires: relativeId === ADMINISTRATOR || relativeId === DEFENDER_SANDBOX,
    passwordLastSet: null,
    lastLogon: null,
    cannotChangePassword: relativeId === GUEST,
    badPasswordCount: 0,
    ...(relativeId === ADMINISTRATOR ? administrator : {}),
  }))
}

const ADMINISTRATOR = 500
const GUEST = 501
const DEFENDER_SANDBOX = 504

/** A user that somebody made on this server. */
export function madeUser(machine: Machine, relativeId: number, user: Pick<LocalUser, 'name'> & Partial<LocalUser>): LocalUser {
  return {
    sid: localSid(machine, relativeId),
    fullName: '',
    comment: '',
    enabled: true,
    lockedOut: false,
    passwordRequired: true,
    passwordExpires: false,
    passwordLastSet: null,
    lastLogon: null,
    cannotChangePassword: false,
    badPasswordCount: 0,
    ...user,
  }
}

/** The built-in groups with the members that Windows gives them, and `members` added by the last part of the group's SID. */
export function builtInGroups(machine: Machine, members: { readonly [relativeId: number]: readonly Member[] } = {}): LocalGroup[] {
  return groupRows(machine).map(([relativeId, english, german]) => ({
    name: machine.language === 'de' ? german : english,
    sid: `S-1-5-32-${relativeId}`,
    members: [...(members[relativeId] ?? []), ...defaultMembers(machine, relativeId)],
  }))
}

function groupRows(machine: Machine): typeof builtInGroupRows {
  if (machine.membership !== 'domain-controller') return builtInGroupRows
  return [...builtInGroupRows.filter(([relativeId]) => !notOnDomainControllers.includes(relativeId)), ...domainControllerGroupRows]
}

function defaultMembers(machine: Machine, relativeId: number): Member[] {
  if (relativeId === USERS) return wellKnownMembers(machine)
  if (relativeId === GUESTS) return [userMember(machine, machine.language === 'de' ? 'Gast' : 'Guest', GUEST)]
  if (relativeId === SYSTEM_MANAGED) return [userMember(machine, 'DefaultAccount', 503)]
  return []
}

const USERS = 545
const GUESTS = 546
const SYSTEM_MANAGED = 581

function wellKnownMembers(machine: Machine): Member[] {
  const german = machine.language === 'de'
  const authority = german ? 'NT-AUTORITÄT' : 'NT AUTHORITY'
  return [
    { name: `${authority}\\${german ? 'INTERAKTIV' : 'INTERACTIVE'}`, sid: 'S-1-5-4', kind: 'well-known' },
    { name: `${authority}\\${german ? 'Authentifizierte Benutzer' : 'Authenticated Users'}`, sid: 'S-1-5-11', kind: 'well-known' },
  ]
}

export function userMember(machine: Machine, name: string, relativeId: number): Member {
  return { name: `${localAuthority(machine)}\\${name}`, sid: localSid(machine, relativeId), kind: 'user' }
}

export function domainMember(machine: Machine, name: string, relativeId: number, kind: 'user' | 'group'): Member {
  return { name: `${machine.domain?.netbios ?? ''}\\${name}`, sid: domainSid(machine, relativeId), kind }
}

/** What Windows resolves for a plain local user: its groups and the implicit ones, without the logon session's own. */
export function localAccountGroups(machine: Machine, groups: readonly number[]): string[] {
  const administrator = groups.includes(544)
  return [
    localSid(machine, 513),
    'S-1-1-0',
    ...[...groups, USERS].map((relativeId) => `S-1-5-32-${relativeId}`),
    ...(administrator ? ['S-1-5-114'] : []),
    'S-1-5-11',
    'S-1-5-15',
    'S-1-5-113',
    'S-1-5-64-10',
  ]
}
