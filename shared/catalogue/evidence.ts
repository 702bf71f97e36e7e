import { type CatalogueIndex, installPathOfFolder } from './catalogue-index.ts'
import { NO_WAY_IN, type Proof, proofsByExecutable } from './executable.ts'
import { lowerCase } from './glob.ts'
import { comparablePath, fileNameOf } from './install-path.ts'
import type { PatternHit } from './pattern-index.ts'
import { comparableProgramNames } from './program-name.ts'
import { type Installation, installationOf } from './subject.ts'
import type { Tool } from './tool.ts'
import { isNoWayIn, isWayIn } from './way-in.ts'

export type EvidenceKind = 'service' | 'program' | 'process' | 'folder'

/** One thing on the server that speaks for a tool; `name` is that of the service, program or process, or the path of the folder. */
export interface ToolEvidence {
  readonly kind: EvidenceKind
  readonly name: string
  readonly probe: 'services' | 'programs' | 'processes' | 'remote-access-files'
  /** rests on names that no source confirms */
  readonly memory: boolean
  /** shared with Windows or another product: shown beside a proof, never one itself */
  readonly weak: boolean
  /** of a service, where its state is known */
  readonly running?: boolean
}

/** Lists of the facts; undefined: not collected. */
export interface MatchInput {
  readonly services?:
    | readonly { readonly name: string; readonly displayName: string; readonly executable: string; readonly state?: string | undefined }[]
    | undefined
  readonly programs?: readonly { readonly name: string; readonly location: string | null }[] | undefined
  readonly processes?: readonly { readonly name: string; readonly path: string | null }[] | undefined
  readonly files?: readonly { readonly tool: string; readonly path: string }[] | undefined
}

export interface FoundEvidence {
  readonly tool: Tool
  readonly evidence: ToolEvidence
  /** of a service whose tool can be installed several times */
  readonly installation?: Installation | undefined
  /** names and paths in which an installation's token may stand */
  readonly texts: readonly string[]
  readonly lowerPath: string
}

type Fact<List extends keyof MatchInput> = NonNullable<MatchInput[List]>[number]

/** Everything that speaks for a way in, weak names among it. */
export function findEvidence(index: CatalogueIndex, input: MatchInput): readonly FoundEvidence[] {
  return [
    ...(input.services ?? []).flatMap((service) => serviceEvidence(index, service)),
    ...(input.programs ?? []).flatMap((program) => programEvidence(index, program)),
    ...(input.processes ?? []).flatMap((process) => processEvidence(index, process)),
    ...(input.files ?? []).flatMap((file) => folderEvidence(index, file)),
  ]
}

function serviceEvidence(index: CatalogueIndex, service: Fact<'services'>): readonly FoundEvidence[] {
  const lowerPath = comparablePath(service.executable)
  const byExecutable = proofsByExecutable(index, fileNameOf(lowerPath), lowerPath)
  const byName = [...index.services(lowerCase(service.name)), ...index.serviceDisplayNames(lowerCase(service.displayName))]
  if (byExecutable === NO_WAY_IN || byName.some((hit) => isNoWayIn(hit.tool))) return []
  const running = service.state === undefined ? {} : { running: service.state === 'running' }
  return strongestPerTool([...byName.map(proofOf), ...byExecutable]).map(({ tool, memory, weak }) => {
    const globs = byName.filter((hit) => hit.tool === tool).map((hit) => hit.pattern.glob)
    const installation = weak || tool.multipleInstallations !== true ? undefined : installationOf(tool, service.name, globs, lowerPath)
    return {
      tool,
      installation,
      texts: [],
      lowerPath,
      evidence: { kind: 'service', name: service.name, probe: 'services', memory, weak, ...running },
    }
  })
}

function programEvidence(index: CatalogueIndex, program: Fact<'programs'>): readonly FoundEvidence[] {
  const hits = comparableProgramNames(program.name).flatMap((name) => index.displayNames(name))
  if (hits.length === 0 || hits.some((hit) => isNoWayIn(hit.tool))) return []
  const location = program.location ?? ''
  const lowerPath = comparablePath(location).replace(/\\+$/, '')
  const proofs = hits.map((hit) => {
    const place = lowerPath === '' ? undefined : installPathOfFolder(index, hit.tool, lowerPath)
    return place === undefined ? proofOf(hit) : { tool: hit.tool, weak: false, memory: place.memory === true && proofOf(hit).memory }
  })
  return strongestPerTool(proofs).map(({ tool, memory, weak }) => ({
    tool,
    texts: [program.name, location],
    lowerPath,
    evidence: { kind: 'program', name: program.name, probe: 'programs', memory, weak },
  }))
}

function processEvidence(index: CatalogueIndex, process: Fact<'processes'>): readonly FoundEvidence[] {
  const path = process.path ?? ''
  const lowerPath = comparablePath(path)
  const proofs = proofsByExecutable(index, lowerCase(process.name), lowerPath)
  if (proofs === NO_WAY_IN) return []
  return strongestPerTool(proofs).map(({ tool, memory, weak }) => ({
    tool,
    texts: [path],
    lowerPath,
    evidence: { kind: 'process', name: process.name, probe: 'processes', memory, weak, running: true },
  }))
}

/** The probe looked for the tool's own folders: what it found is the tool's, unless only memory knows the place. */
function folderEvidence(index: CatalogueIndex, file: Fact<'files'>): readonly FoundEvidence[] {
  const tool = index.toolById.get(file.tool)
  if (tool === undefined || !isWayIn(tool)) return []
  const lowerPath = comparablePath(file.path).replace(/\\+$/, '')
  const memory = installPathOfFolder(index, tool, lowerPath)?.memory === true
  return [
    {
      tool,
      texts: [file.path],
      lowerPath,
      evidence: { kind: 'folder', name: file.path, probe: 'remote-access-files', memory, weak: false },
    },
  ]
}

function proofOf(hit: PatternHit): Proof {
  return { tool: hit.tool, memory: hit.pattern.memory === true, weak: hit.pattern.weak === true }
}

/** One proof per tool: a verified name before one from memory, any of them before a weak one. Ends what is no way in. */
function strongestPerTool(proofs: readonly Proof[]): readonly Proof[] {
  const strongest = new Map<Tool, Proof>()
  for (const proof of proofs) {
    const known = strongest.get(proof.tool)
    if (isWayIn(proof.tool) && (known === undefined || rank(proof) > rank(known))) strongest.set(proof.tool, proof)
  }
  return [...strongest.values()]
}

function rank(proof: Proof): number {
  if (proof.weak) return 0
  return proof.memory ? 1 : 2
}
