import type { ProcessList } from '#electron/win32/process-list.ts'
import type { Registry } from '#electron/win32/registry.ts'
import type { RemoteDisplay } from '#electron/win32/remote-display.ts'
import type { TerminalSessions } from '#electron/win32/terminal-sessions.ts'
import type { ClipboardReach, DisplayReach, HandOverHost, Surroundings } from './surroundings.ts'
import { isVirtualMachine } from './virtual-machine.ts'

/** The parts of Windows that tell who else sees this session. */
export interface SurroundingsPorts {
  readonly display: RemoteDisplay
  readonly sessions: Pick<TerminalSessions, 'ownId' | 'carrier' | 'ofProcess'>
  readonly processes: Pick<ProcessList, 'list'>
  readonly registry: Registry
  /** What the catalogue calls a remote-access program, by the file name of its process; null: it is none. */
  readonly remoteToolOf: (fileName: string) => string | null
}

const FIRMWARE_KEY = 'HARDWARE\\DESCRIPTION\\System\\BIOS'
const POLICY_KEY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services'

/** The program that carries the clipboard of a Remote Desktop session to its client. */
const CLIENT_CLIPBOARD = 'rdpclip.exe'

/** Programs that carry the clipboard of a virtual machine to the machine below it. */
const HOST_CLIPBOARD: ReadonlySet<string> = new Set([
  'vmtoolsd.exe',
  'vboxtray.exe',
  'vboxservice.exe',
  'prl_tools.exe',
  'prl_cc.exe',
  'vdagent.exe',
  'vdservice.exe',
])

/** Reads what surrounds a hand-over, anew for each one: a client may connect at any moment. */
export function readSurroundings(ports: SurroundingsPorts, host: HandOverHost): Surroundings {
  const carrier = readCarrier(ports)
  const programs = readPrograms(ports)
  return {
    host,
    display: readDisplay(ports, carrier),
    clipboard: readClipboard(ports, carrier, programs),
    remoteTools: programs === null ? null : programs.remoteTools,
    field: ports.display.metrics().ok ? 'possible' : 'no-desktop',
    protectedWindow: 'not-tried',
    sharePaused: false,
  }
}

/** What stands for the display alone; the protected window asks again while it shows something. */
export function readDisplayReach(ports: SurroundingsPorts): DisplayReach {
  return readDisplay(ports, readCarrier(ports))
}

type Carrier = 'local' | 'remote-session' | 'remote-controlled' | 'unknown'

/** Two sources, of which both have to say that the session is shown here. */
function readCarrier({ display, sessions }: SurroundingsPorts): Carrier {
  const metrics = display.metrics()
  if (metrics.ok && metrics.value.isRemoteControlled) return 'remote-controlled'
  if (metrics.ok && metrics.value.isRemoteSession) return 'remote-session'
  const own = sessions.ownId()
  const carrier = own.ok ? sessions.carrier(own.value) : own
  if (carrier.ok && carrier.value === 'remote') return 'remote-session'
  return metrics.ok && carrier.ok ? 'local' : 'unknown'
}

function readDisplay({ registry }: SurroundingsPorts, carrier: Carrier): DisplayReach {
  if (carrier !== 'local') return carrier
  const names = registry.key({ root: 'HKEY_LOCAL_MACHINE', path: FIRMWARE_KEY, view: '64-bit' }, (key) => {
    const text = (name: string): string | null => {
      const value = key.value(name)
      return value.ok && value.value?.kind === 'text' ? value.value.text : null
    }
    return { manufacturer: text('SystemManufacturer'), product: text('SystemProductName') }
  })
  const isVirtual = names.ok ? isVirtualMachine(names.value) : null
  if (isVirtual === null) return 'unknown'
  return isVirtual ? 'virtual-machine' : 'local'
}

interface Programs {
  readonly remoteTools: readonly string[]
  readonly carriesToClient: boolean
  readonly carriesToHost: boolean
}

/** Null: what runs is not known. */
function readPrograms({ processes, sessions, remoteToolOf }: SurroundingsPorts): Programs | null {
  const listed = processes.list()
  if (!listed.ok) return null
  const own = sessions.ownId()
  // One whose session is not told counts as one of this session.
  const isHere = (id: number): boolean => {
    const session = sessions.ofProcess(id)
    return !own.ok || !session.ok || session.value === own.value
  }
  const running = listed.value.map(({ id, name }) => ({ id, name: name.toLowerCase() }))
  const tools = running.map(({ name }) => remoteToolOf(name)).filter((tool) => tool !== null)
  return {
    remoteTools: [...new Set(tools)].sort(),
    carriesToClient: running.some(({ id, name }) => name === CLIENT_CLIPBOARD && isHere(id)),
    // Their services work for every session.
    carriesToHost: running.some(({ name }) => HOST_CLIPBOARD.has(name)),
  }
}

function readClipboard(ports: SurroundingsPorts, carrier: Carrier, programs: Programs | null): ClipboardReach {
  if (programs === null || carrier === 'unknown') return 'unknown'
  if (carrier === 'remote-controlled') return carrier
  if (programs.carriesToClient) return 'shared-with-client'
  // A client may ask for the clipboard at any time, unless a policy of the machine forbids it.
  if (carrier === 'remote-session' && !isRedirectionForbidden(ports)) return carrier
  if (programs.remoteTools.length > 0) return 'remote-tool'
  return programs.carriesToHost ? 'shared-with-host' : 'local'
}

/** "Do not allow Clipboard redirection". */
function isRedirectionForbidden({ registry }: SurroundingsPorts): boolean {
  const policy = registry.key({ root: 'HKEY_LOCAL_MACHINE', path: POLICY_KEY, view: '64-bit' }, (key) => key.value('fDisableClip'))
  return policy.ok && policy.value.ok && policy.value.value?.kind === 'number' && policy.value.value.number === 1n
}
