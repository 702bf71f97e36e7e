import { compileGlob, type Glob } from '#shared/catalogue/glob.ts'
import { type InstallPathVariable, splitInstallPath } from '#shared/catalogue/install-path.ts'
import type { Tool } from '#shared/catalogue/tool.ts'
import { isWayIn } from '#shared/catalogue/way-in.ts'

/** One level of folders to look for, below the folders of the level above. */
export interface PatternNode {
  /** As the catalogue writes it; Windows takes it as a pattern too. */
  readonly name: string
  readonly glob: Glob
  /** Ids of the tools whose folder this is; empty: only on the way to one. */
  readonly tools: readonly string[]
  readonly below: readonly PatternNode[]
}

/** A place of the catalogue: the folder below the variable, and whose it is. */
export interface ToolFolder {
  readonly tool: string
  readonly folder: string
}

/** Folders to look for by the variable that they begin with. Tools that are no way in are not judged by a folder and left out. */
export function foldersByVariable(tools: readonly Tool[]): ReadonlyMap<InstallPathVariable, readonly ToolFolder[]> {
  const byVariable = new Map<InstallPathVariable, ToolFolder[]>()
  for (const tool of tools.filter(isWayIn)) {
    for (const { glob } of tool.installPaths) {
      const split = splitInstallPath(glob)
      if (split === undefined) throw new Error(`install path without a known variable: ${glob}`)
      const known = byVariable.get(split.variable) ?? []
      byVariable.set(split.variable, [...known, { tool: tool.id, folder: split.folder }])
    }
  }
  return byVariable
}

/** Joins folders to a tree, so that each folder of the server is looked at once however many tools lie in it. */
export function patternTree(folders: readonly ToolFolder[]): readonly PatternNode[] {
  const byName = new Map<string, { readonly name: string; readonly tools: string[]; readonly below: ToolFolder[] }>()
  for (const { tool, folder } of folders) {
    const separator = folder.indexOf('\\')
    const name = separator < 0 ? folder : folder.slice(0, separator)
    const node = byName.get(name.toLowerCase()) ?? { name, tools: [], below: [] }
    byName.set(name.toLowerCase(), node)
    if (separator < 0) node.tools.push(tool)
    else node.below.push({ tool, folder: folder.slice(separator + 1) })
  }
  return [...byName.values()].map(({ name, tools, below }) => ({ name, glob: compileGlob(name), tools, below: patternTree(below) }))
}
