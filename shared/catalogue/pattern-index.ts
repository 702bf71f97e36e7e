import { compileGlob, type Glob, lowerCase } from './glob.ts'
import type { Pattern, Tool } from './tool.ts'

/** A value of the catalogue that a name matched, and whose it is. */
export interface PatternHit {
  readonly tool: Tool
  readonly pattern: Pattern
}

/** Finds the values that match a lower-case name: plain ones by table, globs among those with the same first letter. */
export type PatternIndex = (lowerName: string) => readonly PatternHit[]

interface CompiledHit {
  readonly glob: Glob
  readonly hit: PatternHit
}

/** Globs that begin with a wildcard are tried on every name. */
const ANY_FIRST_LETTER = ''

export function createPatternIndex(tools: readonly Tool[], patternsOf: (tool: Tool) => readonly Pattern[]): PatternIndex {
  const literals = new Map<string, PatternHit[]>()
  const globs = new Map<string, CompiledHit[]>()
  for (const tool of tools) {
    for (const pattern of patternsOf(tool)) {
      const glob = compileGlob(pattern.glob)
      if (glob.hasWildcard) push(globs, glob.prefix.slice(0, 1), { glob, hit: { tool, pattern } })
      else push(literals, lowerCase(pattern.glob), { tool, pattern })
    }
  }
  const anywhere = globs.get(ANY_FIRST_LETTER) ?? []
  return (lowerName) => {
    const hits = [...(literals.get(lowerName) ?? [])]
    for (const candidates of [globs.get(lowerName.slice(0, 1)) ?? [], lowerName === '' ? [] : anywhere]) {
      for (const { glob, hit } of candidates) {
        if (lowerName.startsWith(glob.prefix) && glob.matchesLowerCase(lowerName)) hits.push(hit)
      }
    }
    return hits
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
