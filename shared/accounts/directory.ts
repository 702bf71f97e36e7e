import type { Facts } from '../facts/index.ts'
import type { Account } from './account.ts'
import { type Naming, readName } from './naming.ts'
import { isDomainAdministratorsGroup, isVirtualAccountSid, wellKnownSids } from './well-known.ts'

export type LocalUser = Facts['local-users']['users'][number]
export type LocalGroup = Facts['local-groups']['groups'][number]

/** The facts that identity and membership rest on; undefined: not collected. */
export type DirectoryFacts = { readonly [Id in DirectoryProbe]?: Facts[Id] | undefined }
type DirectoryProbe = 'host' | 'local-users' | 'local-groups' | 'account-groups' | 'services' | 'scheduled-tasks' | 'logons'

/** Accounts of one server: the one place that decides who is who and who is in what. */
export interface AccountDirectory {
  /** Reads a name, with the SID where the fact has one; a name alone gets the SID of the local user or fact that bears it. */
  resolve(name: string, sid?: string | null): Account
  same(one: Account, other: Account): boolean
  localUser(account: Account): LocalUser | undefined
  /** SIDs of the account itself, its nested local groups, the implicit ones and what `account-groups` knows. */
  groupsOf(account: Account): ReadonlySet<string>
  /** Member of Administrators, or of the domain's administrator groups, directly or nested. */
  isAdministrator(account: Account): boolean
  /** `account-groups` lists every group of this account, domain groups included. */
  groupsComplete(account: Account): boolean
  group(sid: string): LocalGroup | undefined
  /** The members of a group as accounts, direct ones only. */
  members(group: LocalGroup): readonly Account[]
}

export function createAccountDirectory(facts: DirectoryFacts): AccountDirectory {
  const users = indexUsers(facts['local-users'])
  const sids = { byKey: null as Map<string, string> | null }
  const memberships = { bySid: null as MembershipIndex | null, byKey: null as MembershipIndex | null }
  const groups = new Map((facts['local-groups']?.groups ?? []).map((group) => [group.sid, group]))
  const closures = new Map<string, ReadonlySet<string>>()

  const name = (text: string): Naming => readName(text, facts.host, (lower) => users.byName.has(lower))
  const sidOfName = (key: string): string | null => {
    sids.byKey ??= indexSids(facts, name)
    return sids.byKey.get(key) ?? null
  }
  const resolve = (text: string, sid: string | null = null): Account => identify(text, sid, name(text), users, sidOfName)
  const groupsComplete = (account: Account): boolean => accountGroups(facts, account, resolve)?.complete ?? false

  const groupsOf = (account: Account): ReadonlySet<string> => {
    const cacheKey = `${account.sid ?? ''} ${account.key}`
    const known = closures.get(cacheKey)
    if (known !== undefined) return known
    memberships.bySid ??= indexMemberships(facts['local-groups'], (member) => member.sid)
    const seeds = seedsOf(account, facts, resolve)
    if (account.sid === null) {
      memberships.byKey ??= indexMemberships(facts['local-groups'], (member) => resolve(member.name, member.sid).key)
      seeds.push(...(memberships.byKey.get(account.key) ?? []))
    }
    const closure = close(seeds, memberships.bySid, isPlainLocal(account, facts))
    closures.set(cacheKey, closure)
    return closure
  }
  return {
    resolve,
    same: sameAccount,
    localUser: (account) => localUserOf(account, users),
    groupsOf,
    isAdministrator: (account) =>
      [...groupsOf(account)].some((sid) => sid === wellKnownSids.administrators || isDomainAdministratorsGroup(sid)),
    groupsComplete,
    group: (sid) => groups.get(sid),
    members: (group) => group.members.map((member) => resolve(member.name, member.sid)),
  }
}

/** By SID where both sides have one, else by name. */
function sameAccount(one: Account, other: Account): boolean {
  return one.sid !== null && other.sid !== null ? one.sid === other.sid : one.key === other.key
}

interface UserIndex {
  /** a name that is not listed is nobody's */
  readonly isProvenAbsent: (lowerName: string) => boolean
  readonly byName: ReadonlyMap<string, LocalUser>
  readonly bySid: ReadonlyMap<string, LocalUser>
}

function indexUsers(facts: Facts['local-users'] | undefined): UserIndex {
  const users = facts?.users ?? []
  const lookedFor = facts?.lookedFor === undefined ? null : new Set(facts.lookedFor.map((name) => name.toLowerCase()))
  return {
    isProvenAbsent: (lowerName) => facts !== undefined && (lookedFor === null || lookedFor.has(lowerName)),
    byName: new Map(users.map((user) => [user.name.toLowerCase(), user])),
    bySid: new Map(users.map((user) => [user.sid, user])),
  }
}

function identify(text: string, sid: string | null, naming: Naming, users: UserIndex, sidOfName: (key: string) => string | null): Account {
  const builtIn = [wellKnownSids.localSystem, wellKnownSids.localService, wellKnownSids.networkService].find((known) => known === sid)
  if (builtIn !== undefined) return { name: text, key: builtIn, sid: builtIn, kind: 'built-in' }
  if (sid !== null && isVirtualAccountSid(sid)) return { name: text, key: text.toLowerCase(), sid, kind: 'virtual' }
  const bySid = sid === null ? undefined : users.bySid.get(sid)
  if (bySid !== undefined) return { name: text, key: `local:${bySid.name.toLowerCase()}`, sid, kind: 'local', exists: true }
  switch (naming.kind) {
    case 'built-in':
      return { name: text, key: naming.key, sid: sid ?? naming.sid, kind: 'built-in' }
    case 'virtual':
      return { name: text, key: naming.key, sid: sid ?? sidOfName(naming.key), kind: 'virtual' }
    case 'domain':
      return { name: text, key: naming.key, sid: sid ?? sidOfName(naming.key), kind: naming.key.endsWith('$') ? 'managed' : 'domain' }
    case 'local': {
      const user = users.byName.get(naming.user)
      const exists = user === undefined && !users.isProvenAbsent(naming.user) ? undefined : user !== undefined
      return { name: text, key: naming.key, sid: sid ?? user?.sid ?? sidOfName(naming.key), kind: 'local', exists }
    }
  }
}

function localUserOf(account: Account, users: UserIndex): LocalUser | undefined {
  if (account.kind !== 'local') return undefined
  const bySid = account.sid === null ? undefined : users.bySid.get(account.sid)
  return bySid ?? users.byName.get(account.key.slice('local:'.length))
}

/** Every name that some fact gives a SID to. */
function indexSids(facts: DirectoryFacts, name: (text: string) => Naming): Map<string, string> {
  const byKey = new Map<string, string>()
  const add = (text: string, sid: string | null): void => {
    const key = name(text).key
    if (sid !== null && !byKey.has(key)) byKey.set(key, sid)
  }
  for (const user of facts['local-users']?.users ?? []) byKey.set(`local:${user.name.toLowerCase()}`, user.sid)
  for (const service of facts.services?.services ?? []) add(service.account, service.accountSid)
  for (const account of facts['account-groups']?.accounts ?? []) add(account.name, account.sid)
  for (const task of facts['scheduled-tasks']?.tasks ?? []) add(task.account, task.accountSid)
  for (const group of facts['local-groups']?.groups ?? []) for (const member of group.members) add(member.name, member.sid)
  for (const logon of [...(facts.logons?.remote ?? []), ...(facts.logons?.sessions ?? [])]) add(logon.account, logon.accountSid)
  return byKey
}

/** SIDs of the groups that hold a member, by what is known of it. */
type MembershipIndex = ReadonlyMap<string, readonly string[]>

function indexMemberships(
  facts: Facts['local-groups'] | undefined,
  keyOf: (member: LocalGroup['members'][number]) => string,
): MembershipIndex {
  const index = new Map<string, string[]>()
  for (const group of facts?.groups ?? []) {
    for (const member of group.members) {
      const key = keyOf(member)
      const groups = index.get(key)
      if (groups === undefined) index.set(key, [group.sid])
      else groups.push(group.sid)
    }
  }
  return index
}

function accountGroups(
  facts: DirectoryFacts,
  account: Account,
  resolve: AccountDirectory['resolve'],
): Facts['account-groups']['accounts'][number] | undefined {
  return facts['account-groups']?.accounts.find((entry) => sameAccount(resolve(entry.name, entry.sid), account))
}

/** S-1-5-113 marks accounts of the machine's own database; a domain controller has none. */
function isPlainLocal(account: Account, facts: DirectoryFacts): boolean {
  return account.kind === 'local' && facts.host?.membership !== 'domain-controller'
}

function seedsOf(account: Account, facts: DirectoryFacts, resolve: AccountDirectory['resolve']): string[] {
  const seeds: string[] = [wellKnownSids.everyone, wellKnownSids.authenticatedUsers, wellKnownSids.interactive]
  if (account.sid !== null) seeds.push(account.sid)
  if (isPlainLocal(account, facts)) seeds.push(wellKnownSids.localAccount)
  seeds.push(...(accountGroups(facts, account, resolve)?.groups ?? []))
  return seeds
}

function close(seeds: readonly string[], memberships: MembershipIndex, plainLocal: boolean): ReadonlySet<string> {
  const closure = new Set<string>()
  const queue = [...seeds]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (closure.has(next)) continue
    closure.add(next)
    queue.push(...(memberships.get(next) ?? []))
    if (next === wellKnownSids.administrators && plainLocal) queue.push(wellKnownSids.localAccountAdministrator)
  }
  return closure
}
