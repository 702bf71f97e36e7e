import type { ProbeContext } from '#electron/probes/probe.ts'
import type { GroupMember } from '#electron/win32/local-group-database.ts'
import type { OpenLocalPolicy } from '#electron/win32/local-policy.ts'
import type { NetListing } from '#electron/win32/net-buffers.ts'
import type { Registry, RegistryKey, RegistryLocation } from '#electron/win32/registry.ts'
import type { RegistryValue } from '#electron/win32/registry-values.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import type { ListedService, ServiceConfiguration, ServiceManager } from '#electron/win32/service-manager.ts'
import type { UserAccount } from '#electron/win32/user-accounts.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { emptyProfile } from '#shared/formats/profile.ts'

/** A key of the stand-in registry: values by name, subkeys by name, or the code that opening it gives. */
export interface StandInKey {
  readonly values?: Readonly<Record<string, RegistryValue | number>>
  readonly subkeys?: Readonly<Record<string, StandInKey | number>>
  /** Code with which listing the subkeys fails. */
  readonly listing?: number
  /** Code with which listing the values fails. */
  readonly valueListing?: number
}

/** Keys by `view root\path`; a number is the code that opening gives. What is not listed does not exist. */
export type StandInRegistry = Readonly<Record<string, StandInKey | number>>

export function text(content: string, expandable = false): RegistryValue {
  return { kind: 'text', text: content, expandable }
}

export function number(content: number): RegistryValue {
  return { kind: 'number', number: BigInt(content) }
}

function keyOf(key: StandInKey): RegistryKey {
  return {
    subkeyNames: () => (key.listing === undefined ? succeeded(Object.keys(key.subkeys ?? {})) : refused('RegEnumKeyExW', key.listing)),
    subkey: (name, reader) => {
      const found = key.subkeys?.[name] ?? 2
      return typeof found === 'number' ? refused('RegOpenKeyExW', found, { subject: name }) : succeeded(reader(keyOf(found)))
    },
    value: (name) => {
      const found = key.values?.[name]
      if (typeof found === 'number') return refused('RegQueryValueExW', found, { subject: name })
      return succeeded(found ?? null)
    },
    values: () => {
      if (key.valueListing !== undefined) return refused('RegEnumValueW', key.valueListing)
      const listed = Object.entries(key.values ?? {})
      return succeeded(listed.flatMap(([name, value]) => (typeof value === 'number' ? [] : [{ name, value }])))
    },
  }
}

export function registryOf(keys: StandInRegistry): Registry {
  return {
    key: (location: RegistryLocation, reader) => {
      const path = location.path === '' ? location.root : `${location.root}\\${location.path}`
      const found = keys[`${location.view} ${path}`] ?? 2
      return typeof found === 'number' ? refused('RegOpenKeyExW', found, { subject: path }) : succeeded(reader(keyOf(found)))
    },
  }
}

export interface StandInService {
  readonly listed: ListedService
  /** A number is the code that asking for it gives. */
  readonly configuration: ServiceConfiguration | number
}

export function serviceManagerOf(services: readonly StandInService[]): ServiceManager {
  const find = (name: string): StandInService | undefined => services.find((service) => service.listed.name === name)
  return {
    connect: (reader) =>
      succeeded(
        reader({
          list: () => succeeded(services.map((service) => service.listed)),
          configuration: (name) => {
            const found = find(name)?.configuration ?? 1060
            return typeof found === 'number' ? refused('OpenServiceW', found, { subject: name }) : succeeded(found)
          },
        }),
      ),
  }
}

/** Accounts of the stand-in; a number is the code that asking gives. */
export interface StandInAccounts {
  readonly users?: Readonly<Record<string, Partial<UserAccount> | number>> | number
  /** Members by group; a number refuses both ways of asking. */
  readonly groups?: Readonly<Record<string, readonly GroupMember[] | number>> | number
  /** Groups by account that Windows resolves locally. */
  readonly groupsOfUser?: Readonly<Record<string, readonly string[] | number>>
  /** Holders by right; null: Windows has no such right. What is not listed has no holder. */
  readonly rights?: Readonly<Record<string, readonly string[] | number | null>> | number
  readonly domainGroups?: Readonly<Record<string, readonly string[] | number>>
  readonly domainSid?: string
  readonly forestDomains?: number
  /** Groups by SID of the account, as its domain resolves them. */
  readonly tokens?: Readonly<Record<string, readonly string[] | number>>
}

export function accountPartsOf(
  accounts: StandInAccounts,
): Pick<Windows, 'users' | 'groups' | 'domainGroups' | 'localPolicy' | 'authorization' | 'accountModals'> {
  const { users = {}, groups = {}, rights = {}, groupsOfUser = {}, domainGroups = {}, tokens = {} } = accounts
  const namesOf = (call: string, table: object | number) => (typeof table === 'number' ? refused(call, table) : whole(Object.keys(table)))
  const find = <Value>(call: string, table: Readonly<Record<string, Value | number>>, name: string, absent: number): Win32Result<Value> => {
    const found = table[name] ?? absent
    return typeof found === 'number' ? refused(call, found, { subject: name }) : succeeded(found)
  }
  const membersOf = (group: string) => find('NetLocalGroupGetMembers', typeof groups === 'number' ? {} : groups, group, 2220)
  return {
    users: {
      names: () => namesOf('NetUserEnum', users),
      account: (name) => {
        const found = typeof users === 'number' ? users : users[name]
        if (found === undefined) return succeeded(null)
        return typeof found === 'number' ? refused('NetUserGetInfo', found, { subject: name }) : succeeded({ ...USER, name, ...found })
      },
    },
    groups: {
      names: () => namesOf('NetLocalGroupEnum', groups),
      members: (group) => listed(membersOf(group)),
      memberSids: (group) => listed(membersOf(group), (member) => member.sid),
      groupsOfUser: (user) => listed(find('NetUserGetLocalGroups', groupsOfUser, user, 2221)),
    },
    domainGroups: {
      domainSid: () => succeeded(accounts.domainSid ?? 'S-1-5-21-1-2-3'),
      members: (group) => listed(find('NetGroupGetUsers', domainGroups, group, 2220)),
      forestDomains: () => succeeded(accounts.forestDomains ?? 1),
    },
    localPolicy: {
      open: (reader) => {
        if (typeof rights === 'number') return refused('LsaOpenPolicy', rights)
        const holders: OpenLocalPolicy['holders'] = (right) => {
          const found = rights[right] === undefined ? [] : rights[right]
          return typeof found === 'number' ? refused('LsaEnumerateAccountsWithUserRight', found, { subject: right }) : succeeded(found)
        }
        return succeeded(reader({ holders }))
      },
    },
    authorization: { groupsOf: (sid) => find('AuthzInitializeContextFromSid', tokens, sid, 1355) },
    accountModals: {
      passwords: () => succeeded({ minLength: 14, maxAgeSeconds: 3_628_800, minAgeSeconds: 86_400, history: 24 }),
      lockout: () => succeeded({ threshold: 10, durationSeconds: 900 }),
    },
  }
}

const USER: UserAccount = {
  name: '',
  sid: 'S-1-5-21-1-2-3-1000',
  fullName: '',
  comment: '',
  flags: 0x201,
  passwordAgeSeconds: 60,
  passwordExpired: false,
  lastLogonSeconds: 0,
  badPasswordCount: 0,
}

function whole<Row>(rows: readonly Row[]): Win32Result<NetListing<Row>> {
  return succeeded({ rows, cutShort: null })
}

function listed<Value, Row = Value>(answer: Win32Result<readonly Value[]>, take?: (value: Value) => Row): Win32Result<NetListing<Row>> {
  return answer.ok ? whole(answer.value.map(take ?? ((value) => value as unknown as Row))) : answer
}

/** A workgroup server where every part that a test does not replace answers. */
export function windowsOf(parts: Partial<Windows> = {}): Windows {
  return {
    registry: registryOf({}),
    services: serviceManagerOf([]),
    accounts: { sidOf: () => succeeded(null), nameOf: () => succeeded(null) },
    system: {
      computerName: () => succeeded('ERP01'),
      version: () => succeeded({ build: 20348, kind: 'server' }),
      uptimeMs: () => succeeded(60_000),
    },
    membership: {
      role: () => succeeded({ kind: 'workgroup', dnsName: null, netbiosName: null }),
      join: () => succeeded({ kind: 'workgroup', dnsName: null, netbiosName: null }),
    },
    token: { elevated: () => succeeded(true), userSid: () => succeeded('S-1-5-18') },
    ...accountPartsOf({}),
    odbc: {
      drivers: () => ({ ok: true, value: [] }),
      connect: async () => ({ ok: false, failure: { state: 'IM002', native: 0 } }),
    },
    sessions: {
      list: () => refused('WTSEnumerateSessionsW', 120),
      ownId: () => refused('WTSQuerySessionInformationW', 120),
      user: () => refused('WTSQuerySessionInformationW', 120),
      carrier: () => refused('WTSQuerySessionInformationW', 120),
      clientName: () => refused('WTSQuerySessionInformationW', 120),
      ofProcess: () => refused('ProcessIdToSessionId', 120),
    },
    processes: {
      list: () => refused('CreateToolhelp32Snapshot', 120),
      open: () => refused('OpenProcess', 120),
      ownerSids: () => refused('WTSEnumerateProcessesW', 120),
    },
    sockets: { waiting: () => refused('GetExtendedTcpTable', 120) },
    folders: { entries: () => refused('FindFirstFileW', 120), isOnNetworkDrive: () => false },
    eventLog: { read: async () => refused('EvtQuery', 120), isEnabled: async () => refused('EvtOpenChannelConfig', 120) },
    fileSecurity: { readersOf: () => refused('GetNamedSecurityInfoW', 120) },
    indirectStrings: { resolve: () => refused('SHLoadIndirectString', 120) },
    proxySettings: { machineProxy: () => refused('WinHttpGetDefaultProxyConfiguration', 120) },
    tasks: { list: () => refused('CoCreateInstance', 0x80040154) },
    management: { objects: () => refused('CoCreateInstance', 0x80040154) },
    ...parts,
  }
}

/** What a probe gets to read with; the clock stands at the epoch and nothing is known of the server. */
export function contextOf(windows: Windows, more: Partial<ProbeContext> = {}): ProbeContext {
  return { windows, now: () => new Date(0), environment: {}, profile: emptyProfile, ...more }
}
