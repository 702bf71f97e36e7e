import { compileInstallPath } from './install-path.ts'
import { createPatternIndex, type PatternIndex } from './pattern-index.ts'
import type { Pattern, Tool } from './tool.ts'
import { windowsComponents } from './windows-components.data.ts'

interface CompiledInstallPath {
  readonly pattern: Pattern
  readonly isFolder: (lowerPath: string) => boolean
  readonly holds: (lowerPath: string) => boolean
}

/** The catalogue made ready for look-ups; built once for a list of tools. */
export interface CatalogueIndex {
  readonly tools: readonly Tool[]
  readonly toolById: ReadonlyMap<string, Tool>
  readonly services: PatternIndex
  readonly serviceDisplayNames: PatternIndex
  readonly displayNames: PatternIndex
  readonly executables: PatternIndex
  readonly installPathsOf: (tool: Tool) => readonly CompiledInstallPath[]
  readonly isWindowsComponent: (lowerFileName: string) => boolean
}

export function createCatalogueIndex(tools: readonly Tool[]): CatalogueIndex {
  const installPaths = new Map(
    tools.map((tool) => [tool, tool.installPaths.map((pattern) => ({ pattern, ...compileInstallPath(pattern.glob) }))]),
  )
  const components = new Set(windowsComponents)
  return {
    tools,
    toolById: new Map(tools.map((tool) => [tool.id, tool])),
    services: createPatternIndex(tools, (tool) => tool.services),
    serviceDisplayNames: createPatternIndex(tools, (tool) => tool.serviceDisplayNames ?? []),
    displayNames: createPatternIndex(tools, (tool) => tool.displayNames),
    executables: createPatternIndex(tools, (tool) => tool.executables),
    installPathsOf: (tool) => installPaths.get(tool) ?? [],
    isWindowsComponent: (lowerFileName) => components.has(lowerFileName),
  }
}

/** The install path of a tool that a file or folder lies in; one that a source confirms rather than one from memory. */
export function installPathHolding(index: CatalogueIndex, tool: Tool, lowerPath: string): Pattern | undefined {
  const holding = index.installPathsOf(tool).filter((path) => path.holds(lowerPath))
  return (holding.find((path) => path.pattern.memory !== true) ?? holding[0])?.pattern
}

/** As {@link installPathHolding}, for a folder that may be the install path itself. */
export function installPathOfFolder(index: CatalogueIndex, tool: Tool, lowerPath: string): Pattern | undefined {
  const matching = index.installPathsOf(tool).filter((path) => path.isFolder(lowerPath) || path.holds(lowerPath))
  return (matching.find((path) => path.pattern.memory !== true) ?? matching[0])?.pattern
}
