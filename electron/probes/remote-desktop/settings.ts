import type { Registry } from '../../win32/registry.ts'
import { errorCodes, type Win32Failure } from '../../win32/result.ts'

export const POLICY_KEY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services'
const TERMINAL_SERVER = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server'
const RDP_LISTENER = `${TERMINAL_SERVER}\\WinStations\\RDP-Tcp`
const REMOTE_ASSISTANCE = 'SYSTEM\\CurrentControlSet\\Control\\Remote Assistance'

/** Where each value may stand: the first place that has it decides. */
const PLACES = {
  fDenyTSConnections: [POLICY_KEY, TERMINAL_SERVER],
  PortNumber: [RDP_LISTENER],
  UserAuthentication: [POLICY_KEY, RDP_LISTENER],
  fAllowToGetHelp: [POLICY_KEY, REMOTE_ASSISTANCE],
  fAllowUnsolicited: [POLICY_KEY],
} as const
type ValueName = keyof typeof PLACES

export interface Setting {
  readonly name: ValueName
  /** Key that the value was found in. */
  readonly key: string
  readonly number: bigint
}

/** Values by their name; what is nowhere is not among them. */
export type Settings = ReadonlyMap<ValueName, Setting>

/** Not answered: Windows refused, or the value is no number and its meaning would be a guess. */
export type Unanswered = { readonly ok: false; readonly failure: Win32Failure } | { readonly ok: false; readonly broken: string }

/** Every value in force. One that cannot be told leaves no settings at all, because each decides on a yes or no. */
export function readSettings(registry: Registry): { readonly ok: true; readonly settings: Settings } | Unanswered {
  const settings = new Map<ValueName, Setting>()
  for (const [name, places] of Object.entries(PLACES) as [ValueName, readonly string[]][]) {
    for (const key of places) {
      if (settings.has(name)) continue
      const answer = readNumber(registry, key, name)
      if (!answer.ok) return answer
      if (answer.number !== null) settings.set(name, { name, key, number: answer.number })
    }
  }
  return { ok: true, settings }
}

function readNumber(registry: Registry, path: string, name: string): { readonly ok: true; readonly number: bigint | null } | Unanswered {
  const opened = registry.key({ root: 'HKEY_LOCAL_MACHINE', path, view: '64-bit' }, (key) => key.value(name))
  if (!opened.ok && opened.failure.code === errorCodes.fileNotFound) return { ok: true, number: null }
  const answer = opened.ok ? opened.value : opened
  if (!answer.ok) return answer
  if (answer.value === null) return { ok: true, number: null }
  if (answer.value.kind === 'number') return { ok: true, number: answer.value.number }
  return { ok: false, broken: `${name} of HKEY_LOCAL_MACHINE\\${path}: expected a number, but this is ${answer.value.kind}` }
}
