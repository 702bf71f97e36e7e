import { type CatalogueIndex, installPathHolding } from './catalogue-index.ts'
import { isUnderSystem32 } from './install-path.ts'
import type { PatternHit } from './pattern-index.ts'
import type { Tool } from './tool.ts'
import { isAttendedOnly, isNoWayIn } from './way-in.ts'

/** What a name proved for one tool. */
export interface Proof {
  readonly tool: Tool
  readonly memory: boolean
  readonly weak: boolean
}

/** A file name belongs to a console, launcher, network tool or meeting: the thing that bears it is no way in, whatever globs say. */
export const NO_WAY_IN = 'no-way-in'

/**
 * Whose a program file is.
 *
 * Its place decides: under an install path the name is that tool's, also a weak or a shared one. Elsewhere a name proves something only
 * where no other entry and no part of Windows bears it. What lies under System32 is no third party's.
 *
 * @param lowerPath comparable path; empty: not known, so only a name of one tool's own can count
 */
export function proofsByExecutable(index: CatalogueIndex, lowerFileName: string, lowerPath: string): readonly Proof[] | typeof NO_WAY_IN {
  if (isUnderSystem32(lowerPath)) return []
  const hits = index.executables(lowerFileName)
  if (hits.length === 0) return []
  if (hits.some((hit) => isNoWayIn(hit.tool))) return NO_WAY_IN
  const byTool = groupByTool(hits)
  const single = byTool.size === 1
  const placed: Proof[] = []
  for (const [tool, toolHits] of byTool) {
    const place = installPathHolding(index, tool, lowerPath)
    if (place === undefined) continue
    const nameVerified = single && toolHits.some((hit) => isStrong(hit) && hit.pattern.memory !== true)
    placed.push({ tool, weak: false, memory: place.memory === true && !nameVerified })
  }
  if (placed.length > 0) return placed
  return index.isWindowsComponent(lowerFileName) ? [] : unplacedProofs(byTool)
}

function unplacedProofs(byTool: ReadonlyMap<Tool, readonly PatternHit[]>): readonly Proof[] {
  const owner = byTool.size === 1 ? [...byTool.keys()][0] : sharedByOneFamily([...byTool.keys()])
  const proofs: Proof[] = []
  for (const [tool, hits] of byTool) {
    const strong = hits.filter(isStrong)
    if (strong.length === 0) proofs.push({ tool, weak: true, memory: hits.every((hit) => hit.pattern.memory === true) })
    else if (tool === owner) proofs.push({ tool, weak: false, memory: strong.every((hit) => hit.pattern.memory === true) })
  }
  return proofs
}

/**
 * The applet of a family whose unattended and attended products share a program file.
 *
 * Outside every install path it is the attended one: that is where an applet unpacks itself, and it says the least.
 */
function sharedByOneFamily(tools: readonly Tool[]): Tool | undefined {
  const family = tools[0]?.family
  return family !== undefined && tools.every((tool) => tool.family === family) ? tools.find(isAttendedOnly) : undefined
}

function isStrong(hit: PatternHit): boolean {
  return hit.pattern.weak !== true
}

function groupByTool(hits: readonly PatternHit[]): ReadonlyMap<Tool, readonly PatternHit[]> {
  const byTool = new Map<Tool, PatternHit[]>()
  for (const hit of hits) byTool.set(hit.tool, [...(byTool.get(hit.tool) ?? []), hit])
  return byTool
}
