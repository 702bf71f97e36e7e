import type { Facts } from '../../facts/index.ts'
import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Input = Parameters<RuleOf<typeof definition>>[0]
type Proof = NonNullable<ReturnType<RuleOf<typeof definition>>[number]['evidence']>[number]
type Listener = Facts['listeners']['listeners'][number]

/** A way in that belongs to Windows and is on. */
export interface BuiltInWay {
  readonly subject: string
  /** product name, the same in every language */
  readonly name: string
  readonly attended: boolean
  readonly probe: Proof['probe']
  /** how it shows; beside the verdict, because states and ports change by themselves */
  readonly details: readonly Proof[]
  readonly ports: readonly number[]
}

const SSH_PORT = 22
const WINRM_PORTS: readonly number[] = [5985, 5986]

/** Roles that are judged by their running service, with the ports that they answer on. */
const roles = [
  { subject: 'rd-gateway', name: 'Remote Desktop Gateway', service: 'tsgateway', ports: [443, 3391] },
  { subject: 'rras', name: 'Routing and Remote Access', service: 'remoteaccess', ports: [1723, 500, 4500] },
  { subject: 'telnet', name: 'Telnet', service: 'tlntsvr', ports: [23] },
] as const

/** Windows' own ways in by their state; a probe that is missing shows none of its ways. */
export function builtInWays(facts: Input['facts']): readonly BuiltInWay[] {
  return [...remoteDesktopWays(facts['remote-desktop']), ...listeningWays(facts.listeners), ...runningRoles(facts.services)]
}

function remoteDesktopWays(facts: Facts['remote-desktop'] | undefined): readonly BuiltInWay[] {
  const ways: BuiltInWay[] = []
  const probe = 'remote-desktop'
  if (facts?.enabled) {
    const kind = facts.setByPolicy.some((name) => name.toLowerCase() === 'fdenytsconnections') ? 'setting-by-policy' : 'setting'
    const details: Proof[] = [{ probe, subject: 'rdp', kind, params: { port: facts.port }, context: true }]
    ways.push({ subject: 'rdp', name: 'Remote Desktop', attended: false, probe, details, ports: [facts.port] })
  }
  if (facts?.remoteAssistance) {
    const details: Proof[] = [{ probe, subject: 'remote-assistance', kind: 'assistance-setting', context: true }]
    ways.push({ subject: 'remote-assistance', name: 'Remote Assistance', attended: true, probe, details, ports: [] })
  }
  return ways
}

function listeningWays(facts: Facts['listeners'] | undefined): readonly BuiltInWay[] {
  const open = (facts?.listeners ?? []).filter((listener) => listener.protocol === 'tcp' && !isLoopback(listener.address))
  return [
    ...listening(
      'ssh',
      'SSH',
      open.filter((listener) => listener.port === SSH_PORT || isSshServer(listener)),
    ),
    ...listening(
      'winrm',
      'WinRM',
      open.filter((listener) => WINRM_PORTS.includes(listener.port)),
    ),
  ]
}

function listening(subject: string, name: string, listeners: readonly Listener[]): readonly BuiltInWay[] {
  if (listeners.length === 0) return []
  const details = listeners.map(({ address, port, process }): Proof => {
    return { probe: 'listeners', subject, kind: 'listener', params: { address, port, process: process ?? '–' }, context: true }
  })
  const ports = [...new Set(listeners.map((listener) => listener.port))]
  return [{ subject, name, attended: false, probe: 'listeners', details, ports }]
}

function isSshServer(listener: Listener): boolean {
  return /(?:^|[\\/])sshd(?:\.exe)?$/i.test(listener.process ?? '')
}

/** Only this server itself reaches such an address. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127(?:\.\d+){3}$/i.test(address)
}

function runningRoles(facts: Facts['services'] | undefined): readonly BuiltInWay[] {
  const running = (facts?.services ?? []).filter((service) => service.state === 'running')
  return roles.flatMap(({ subject, name, service: wanted, ports }) => {
    const service = running.find((candidate) => candidate.name.toLowerCase() === wanted)
    if (service === undefined) return []
    const details: Proof[] = [{ probe: 'services', subject, kind: 'service-running', params: { name: service.name }, context: true }]
    return [{ subject, name, attended: false, probe: 'services', details, ports }]
  })
}
