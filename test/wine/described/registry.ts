import type { Facts } from '#shared/facts/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { factsOf, fileTimeOf } from './facts-of.ts'
import { firewallKeys } from './firewall.ts'
import { serviceKeys } from './services.ts'

/** A key of HKEY_LOCAL_MACHINE with its values; null: a value that Windows may have is taken away. */
export interface RegistryKey {
  readonly path: string
  readonly values: Readonly<Record<string, string | number | null>>
}

const CURRENT_VERSION = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'

/** What a Windows of this snapshot has in its registry, as the registry editor imports it. */
export function describedRegistry(snapshot: Snapshot): Buffer {
  const keys = [
    ...hostKeys(snapshot),
    ...factsOf(snapshot, 'programs').programs.map(programKey),
    ...firewallKeys(snapshot),
    ...remoteDesktopKeys(snapshot),
    ...updateKeys(snapshot),
    ...serviceKeys(snapshot),
  ]
  const lines = keys.flatMap(({ path, values }) => [
    `[HKEY_LOCAL_MACHINE\\${path}]`,
    ...Object.entries(values).map(([name, value]) => `"${name}"=${valueText(value)}`),
  ])
  return Buffer.from(`\uFEFF${['Windows Registry Editor Version 5.00', ...lines, ''].join('\r\n')}`, 'utf16le')
}

function hostKeys(snapshot: Snapshot): readonly RegistryKey[] {
  const { os, autologonConfigured } = factsOf(snapshot, 'host')
  const [build = '', revision = '0'] = os.build.split('.')
  return [
    { path: CURRENT_VERSION, values: { ProductName: os.product, CurrentBuildNumber: build, UBR: Number(revision) } },
    { path: `${CURRENT_VERSION}\\Winlogon`, values: { AutoAdminLogon: autologonConfigured === true ? '1' : '0' } },
  ]
}

const TERMINAL_SERVER = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server'
const TERMINAL_POLICY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services'

/** Where a policy sets a value, this machine itself says the opposite. */
function remoteDesktopKeys(snapshot: Snapshot): readonly RegistryKey[] {
  const { enabled, port, networkLevelAuthentication, remoteAssistance, setByPolicy } = factsOf(snapshot, 'remote-desktop')
  const inForce = {
    fDenyTSConnections: Number(!enabled),
    UserAuthentication: Number(networkLevelAuthentication),
    fAllowToGetHelp: Number(remoteAssistance),
    fAllowUnsolicited: 0,
  }
  const local = (name: keyof typeof inForce): number => (setByPolicy.includes(name) ? 1 - inForce[name] : inForce[name])
  return [
    { path: TERMINAL_POLICY, values: Object.fromEntries(Object.entries(inForce).filter(([name]) => setByPolicy.includes(name))) },
    { path: TERMINAL_SERVER, values: { fDenyTSConnections: local('fDenyTSConnections') } },
    { path: `${TERMINAL_SERVER}\\WinStations\\RDP-Tcp`, values: { PortNumber: port, UserAuthentication: local('UserAuthentication') } },
    { path: 'SYSTEM\\CurrentControlSet\\Control\\Remote Assistance', values: { fAllowToGetHelp: local('fAllowToGetHelp') } },
  ]
}

const SERVICING = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing'

/** CurrentState of a package: replaced by a newer one, waiting for a restart, in use. */
const REPLACED = 0x50
const WAITING = 0x60
const IN_USE = 0x70

const DAY_MS = 86_400_000

/** The newest update that is in use, one that it replaced, and a later one that nobody restarted for. */
function updateKeys(snapshot: Snapshot): readonly RegistryKey[] {
  const { lastInstalledAt, rebootPending } = factsOf(snapshot, 'updates')
  const installedMs = Date.parse(lastInstalledAt ?? '2020-01-01T00:00:00Z')
  const packages = [
    updateKey('17763.9000.1.7', REPLACED, installedMs - 30 * DAY_MS),
    ...(lastInstalledAt === null ? [] : [updateKey('17763.9121.1.5', IN_USE, installedMs)]),
    updateKey('17763.9200.1.2', WAITING, installedMs + 30 * DAY_MS),
  ]
  return rebootPending ? [...packages, { path: `${SERVICING}\\RebootPending`, values: {} }] : packages
}

function updateKey(version: string, state: number, installedMs: number): RegistryKey {
  const time = fileTimeOf(installedMs)
  return {
    path: `${SERVICING}\\Packages\\Package_for_RollupFix~31bf3856ad364e35~amd64~~${version}`,
    values: { CurrentState: state, InstallTimeHigh: Number(time >> 32n), InstallTimeLow: Number(time & 0xffffffffn) },
  }
}

type Program = Facts['programs']['programs'][number]

/** 32-bit programs register themselves in the other half of the registry. */
function programKey(program: Program, index: number): RegistryKey {
  const half = program.location?.includes('(x86)') === true ? 'Software\\Wow6432Node' : 'Software'
  const optional = {
    ...(program.installedOn === null ? {} : { InstallDate: program.installedOn.replaceAll('-', '') }),
    ...(program.location === null ? {} : { InstallLocation: program.location }),
    ...(program.uninstallCommand === null ? {} : { UninstallString: program.uninstallCommand }),
  }
  return {
    path: `${half}\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Described ${index}`,
    values: { DisplayName: program.name, Publisher: program.publisher, DisplayVersion: program.version, ...optional },
  }
}

function valueText(value: string | number | null): string {
  if (value === null) return '-'
  return typeof value === 'number' ? numberText(value) : binaryText(value)
}

function numberText(value: number): string {
  return `dword:${value.toString(16).padStart(8, '0')}`
}

/** REG_SZ as its bytes, so that no character needs escaping. */
function binaryText(value: string): string {
  return `hex(1):${Buffer.from(`${value}\0`, 'utf16le')
    .toString('hex')
    .replaceAll(/..(?=.)/g, '$&,')}`
}
