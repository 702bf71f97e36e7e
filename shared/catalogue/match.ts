import { type CatalogueIndex, createCatalogueIndex } from './catalogue-index.ts'
import type { ToolEvidence } from './evidence.ts'
import { type FoundEvidence, findEvidence, type MatchInput } from './evidence.ts'
import { type Installation, installationFor, installationsWithin } from './subject.ts'
import type { Tool } from './tool.ts'
import { remoteTools } from './tools.ts'

export type { EvidenceKind, MatchInput, ToolEvidence } from './evidence.ts'

/**
 * A tool that the facts show, or one installation of it.
 *
 * `subject` is the tool's id, or `<id>:<service name>` for each service of a tool that can be installed several times.
 * `name-not-verified`: all that speaks for it are names that no source confirms.
 */
export interface ToolMatch {
  readonly tool: Tool
  readonly subject: string
  readonly evidence: readonly ToolEvidence[]
  readonly strength: 'proven' | 'name-not-verified'
}

export interface Matcher {
  /** Every way in that the facts show, in the catalogue's order; facts that were not collected are left out and show nothing. */
  readonly matchTools: (input: MatchInput) => readonly ToolMatch[]
}

/** The catalogue is made ready at the first match and kept as long as the matcher. */
export function createMatcher(tools: readonly Tool[] = remoteTools): Matcher {
  let index: CatalogueIndex | undefined
  return {
    matchTools: (input) => {
      index ??= createCatalogueIndex(tools)
      return matchesOf(index, findEvidence(index, input))
    },
  }
}

/** Answers the same question about the same lists once: several checks ask it of one server. */
export function rememberingLast({ matchTools }: Matcher): Matcher {
  let last: { readonly input: MatchInput; readonly matches: readonly ToolMatch[] } | undefined
  return {
    matchTools: (input) => {
      if (last === undefined || !LISTS.every((list) => last?.input[list] === input[list])) last = { input, matches: matchTools(input) }
      return last.matches
    },
  }
}

const LISTS = ['services', 'programs', 'processes', 'files'] as const satisfies readonly (keyof MatchInput)[]

function matchesOf(index: CatalogueIndex, found: readonly FoundEvidence[]): readonly ToolMatch[] {
  const byTool = new Map<Tool, FoundEvidence[]>()
  for (const each of found) {
    const list = byTool.get(each.tool)
    if (list === undefined) byTool.set(each.tool, [each])
    else list.push(each)
  }
  return index.tools.flatMap((tool) => matchesOfTool(tool, byTool.get(tool) ?? []))
}

function matchesOfTool(tool: Tool, found: readonly FoundEvidence[]): readonly ToolMatch[] {
  const bySubject = new Map<string, ToolEvidence[]>()
  const installations = tool.multipleInstallations === true ? found.flatMap((each) => each.installation ?? []) : []
  for (const each of found) {
    for (const subject of subjectsOf(tool, installations, each)) addOnce(bySubject, subject, each.evidence)
  }
  const proven = [...bySubject].filter(([, evidence]) => evidence.some((each) => !each.weak))
  const kinds = new Set(proven.flatMap(([, evidence]) => evidence.filter((each) => !each.weak).map((each) => each.kind)))
  return proven.map(([subject, evidence]) => {
    const verified = kinds.size > 1 || evidence.some((each) => !each.weak && !each.memory)
    return { tool, subject, evidence, strength: verified ? 'proven' : 'name-not-verified' }
  })
}

function subjectsOf(tool: Tool, installations: readonly Installation[], each: FoundEvidence): readonly string[] {
  if (installations.length === 0) return [tool.id]
  if (each.installation !== undefined) return [each.installation.subject]
  const own = installationFor(installations, each.texts, each.lowerPath)
  if (own !== undefined) return [own.subject]
  const above = each.evidence.kind === 'folder' ? installationsWithin(installations, each.lowerPath) : []
  return above.length > 0 ? above.map((installation) => installation.subject) : [tool.id]
}

/** Twenty processes of one name are one piece of evidence. */
function addOnce(bySubject: Map<string, ToolEvidence[]>, subject: string, evidence: ToolEvidence): void {
  const list = bySubject.get(subject)
  if (list === undefined) bySubject.set(subject, [evidence])
  else if (!list.some((each) => each.kind === evidence.kind && each.name.toLowerCase() === evidence.name.toLowerCase())) list.push(evidence)
}
