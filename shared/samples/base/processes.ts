import type { Facts } from '../../facts/index.ts'
import { localAuthority, type Machine } from './machine.ts'
import type { Service } from './services.ts'

export type Process = Facts['processes']['processes'][number]

interface Owner {
  readonly account: string | null
  readonly accountSid: string | null
}

/** A person's session at the server and the programs open in it, beside the shell. */
export interface Desktop {
  readonly account: string
  readonly accountSid: string
  readonly programs?: readonly string[]
}

/** Running processes: the system's own, one for each running service (svchost ones by account), and the desktops. */
export function processes(
  machine: Machine,
  services: readonly Service[],
  desktops: readonly Desktop[],
  added: readonly Process[] = [],
): Facts['processes'] {
  const names = accountNames(machine)
  const system: Owner = { account: names.system, accountSid: 'S-1-5-18' }
  const own = systemPrograms.map((path) => process(path, system))
  const hosted = services
    .filter((service) => service.state === 'running')
    .map((service) => process(asOnDisk(service.executable), ownerOf(service, machine, names)))
  const sessions = desktops.flatMap(({ programs = [], ...owner }) => [
    process('C:\\Windows\\System32\\winlogon.exe', system),
    process('C:\\Windows\\System32\\dwm.exe', { account: 'Window Manager\\DWM-2', accountSid: 'S-1-5-90-0-2' }),
    process('C:\\Windows\\System32\\rdpclip.exe', owner),
    process('C:\\Windows\\System32\\sihost.exe', owner),
    process('C:\\Windows\\explorer.exe', owner),
    ...programs.map((path) => process(path, owner)),
  ])
  return { processes: [...kernel(system), ...own, ...withoutSharedHosts(hosted), ...sessions, ...added] }
}

export function process(path: string, owner: Owner): Process {
  return { name: path.slice(path.lastIndexOf('\\') + 1), path, account: owner.account, accountSid: owner.accountSid }
}

/** What a reader without administrator rights gets: whose the others are and where they lie stays hidden. */
export function withoutRights(all: Facts['processes'], readerSid: string): Facts['processes'] {
  return {
    processes: all.processes.map((each) =>
      each.accountSid === readerSid ? each : { ...each, path: null, account: null, accountSid: null },
    ),
  }
}

const systemPrograms = [
  'C:\\Windows\\System32\\smss.exe',
  'C:\\Windows\\System32\\csrss.exe',
  'C:\\Windows\\System32\\csrss.exe',
  'C:\\Windows\\System32\\wininit.exe',
  'C:\\Windows\\System32\\winlogon.exe',
  'C:\\Windows\\System32\\services.exe',
  'C:\\Windows\\System32\\LogonUI.exe',
]

function kernel(system: Owner): Process[] {
  return ['System', 'Registry'].map((name) => ({ name, path: null, account: system.account, accountSid: system.accountSid }))
}

/** Services that share lsass.exe run in one process. */
function withoutSharedHosts(hosted: readonly Process[]): Process[] {
  return hosted.filter((each, index) => each.name !== 'lsass.exe' || hosted.findIndex((other) => other.name === each.name) === index)
}

function accountNames(machine: Machine): { readonly system: string; readonly local: string; readonly network: string } {
  return machine.language === 'de'
    ? { system: 'NT-AUTORITÄT\\SYSTEM', local: 'NT-AUTORITÄT\\LOKALER DIENST', network: 'NT-AUTORITÄT\\NETZWERKDIENST' }
    : { system: 'NT AUTHORITY\\SYSTEM', local: 'NT AUTHORITY\\LOCAL SERVICE', network: 'NT AUTHORITY\\NETWORK SERVICE' }
}

/** The path of a running program is told as the disk has it, whatever the service says. */
function asOnDisk(executable: string): string {
  return executable.replace(/^C:\\Windows\\system32(?=\\)/, 'C:\\Windows\\System32')
}

/** A token names its account in full, where the service may say `.\\x`. */
function ownerOf(service: Service, machine: Machine, names: ReturnType<typeof accountNames>): Owner {
  const builtIn: { readonly [sid: string]: string | undefined } = {
    'S-1-5-18': names.system,
    'S-1-5-19': names.local,
    'S-1-5-20': names.network,
  }
  const full = service.account.replace(/^\.(?=\\)/, localAuthority(machine)).replace(/^NT Service(?=\\)/, 'NT SERVICE')
  return { account: builtIn[service.accountSid ?? ''] ?? full, accountSid: service.accountSid }
}
