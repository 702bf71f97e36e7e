import { comparablePath, fileNameOf } from '../../catalogue/install-path.ts'
import type { ToolEvidence, ToolMatch } from '../../catalogue/match.ts'
import { folderOf } from '../../sync-tool/patterns.ts'
import type { RuleOf } from '../check.ts'
import { isLoopback } from './built-in-ways.ts'
import type { definition } from './definition.ts'
import type { Target } from './firewall-openings.ts'

type Input = Parameters<RuleOf<typeof definition>>[0]
type Proof = NonNullable<ReturnType<RuleOf<typeof definition>>[number]['evidence']>[number]

export type ToolState = 'running' | 'installed' | 'remnant'

/** A running service or any process: running; a service or program: installed; folders alone are left over. */
export function stateOf(match: ToolMatch): ToolState {
  const solid = match.evidence.filter((evidence) => !evidence.weak)
  if (solid.some((evidence) => evidence.running === true)) return 'running'
  return solid.some((evidence) => evidence.kind !== 'folder') ? 'installed' : 'remnant'
}

/** One of several installations is told by its service. */
export function nameOf({ tool, subject }: ToolMatch): string {
  return subject === tool.id ? tool.name : `${tool.name} (${subject.slice(tool.id.length + 1)})`
}

/** How a tool shows; beside the verdict, because services and processes start and stop by themselves. */
export function detailOf(evidence: ToolEvidence, subject: string): Proof {
  return { probe: evidence.probe, subject, kind: detailKind(evidence), params: { name: evidence.name }, context: true }
}

function detailKind(evidence: ToolEvidence): Proof['kind'] {
  if (evidence.kind !== 'service') return evidence.kind
  return evidence.running === true ? 'service-running' : 'service-stopped'
}

/** What a firewall rule for the tool would name: its programs, its folders, and the ports that its programs listen on. */
export function targetOf(match: ToolMatch, facts: Input['facts']): Target {
  const has = (kind: ToolEvidence['kind'], name: string): boolean =>
    match.evidence.some((evidence) => evidence.kind === kind && evidence.name === name)
  const services = (facts.services?.services ?? []).filter((service) => has('service', service.name)).map((service) => service.executable)
  const processes = (facts.processes?.processes ?? [])
    .filter((process) => has('process', process.name))
    .map((process) => process.path ?? '')
  const locations = (facts.programs?.programs ?? [])
    .filter((program) => has('program', program.name))
    .map((program) => program.location ?? '')
  const programs = [...services, ...processes].map(comparablePath).filter((path) => path !== '')
  const folders = [
    ...services.map((path) => folderOf(comparablePath(path), false)),
    ...locations.map((path) => folderOf(comparablePath(path), true)),
  ]
  return { programs, folders: folders.filter((folder) => folder !== null), ports: portsOf(programs, facts.listeners) }
}

/** A listener names its process by path or, where that was refused, by file name alone. */
function portsOf(programs: readonly string[], listeners: Input['facts']['listeners']): readonly number[] {
  const fileNames = programs.map(fileNameOf)
  return (listeners?.listeners ?? [])
    .filter((listener) => {
      const process = comparablePath(listener.process ?? '')
      return !isLoopback(listener.address) && (programs.includes(process) || fileNames.includes(process))
    })
    .map((listener) => listener.port)
}
