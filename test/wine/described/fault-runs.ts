import type { ProbeId } from '#shared/facts/index.ts'
import type { LibraryFault } from './settings.ts'

/** Libraries that no two probes share between them: which one was broken can always be told. */
const GROUPS: readonly (readonly string[])[] = [
  ['netapi32.dll', 'iphlpapi.dll', 'wevtapi.dll', 'shlwapi.dll'],
  ['authz.dll', 'ole32.dll', 'wtsapi32.dll'],
  ['ntdll.dll', 'oleaut32.dll'],
  ['advapi32.dll'],
  ['kernel32.dll'],
]

const KINDS: readonly LibraryFault[] = ['absent', 'hanging', 'crashing']

/** Every library once in each way. No process is without kernel32. */
export const faultRuns: readonly Readonly<Record<string, LibraryFault>>[] = GROUPS.flatMap((group) =>
  KINDS.map((_, turn) => Object.fromEntries(group.map((library, index) => [library, KINDS[(turn + index) % KINDS.length] ?? 'absent']))),
).filter((faults) => faults['kernel32.dll'] !== 'absent')

/**
 * What the absence of a library comes to. `unsupported`: no facts, and why. `incomplete`: facts with what is missing. `noted`: whole facts
 * with what could not be asked. `same`: another way led to the same facts.
 */
export type Without = 'unsupported' | 'incomplete' | 'noted' | 'same'

export const without: Readonly<Record<string, { readonly [Id in ProbeId]?: Without }>> = {
  'advapi32.dll': {
    host: 'incomplete',
    services: 'unsupported',
    programs: 'unsupported',
    'account-policy': 'noted',
    'local-users': 'noted',
    'local-groups': 'unsupported',
    'user-rights': 'unsupported',
    'account-groups': 'unsupported',
    logons: 'incomplete',
    'remote-desktop': 'unsupported',
    'remote-access-files': 'incomplete',
    processes: 'incomplete',
    'scheduled-tasks': 'incomplete',
    updates: 'unsupported',
    firewall: 'unsupported',
    connector: 'unsupported',
  },
  'authz.dll': { 'account-groups': 'incomplete' },
  'iphlpapi.dll': { listeners: 'unsupported' },
  'netapi32.dll': {
    host: 'unsupported',
    services: 'same',
    'account-policy': 'unsupported',
    'local-users': 'unsupported',
    'local-groups': 'unsupported',
    'account-groups': 'same',
    'scheduled-tasks': 'same',
  },
  'ntdll.dll': { host: 'unsupported' },
  'ole32.dll': { 'scheduled-tasks': 'unsupported', antivirus: 'unsupported' },
  'oleaut32.dll': { 'scheduled-tasks': 'unsupported', antivirus: 'unsupported' },
  'shlwapi.dll': { firewall: 'noted' },
  'wevtapi.dll': { logons: 'incomplete' },
  'wtsapi32.dll': { host: 'noted', logons: 'incomplete' },
}
