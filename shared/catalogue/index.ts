import type { Pattern, Tool } from './tool.ts'
import { remoteTools } from './tools.ts'
import { windowsComponents } from './windows-components.data.ts'

/** Day of the sources that the catalogue was last compared with; goes up with every change of its data. */
export const catalogueVersion = '2026-08-21'

/**
 * What the catalogue decides by, as one text for a digest.
 *
 * Tools are sorted by id and their values by glob, so the order of the files does not matter; names, notes, removal steps and references
 * decide nothing and are left out.
 */
export function catalogueForDigest(tools: readonly Tool[] = remoteTools): string {
  const sorted = [...tools].sort((a, b) => compare(a.id, b.id))
  return JSON.stringify([catalogueVersion, sorted.map(decisiveParts), [...windowsComponents].sort(compare)])
}

function decisiveParts(tool: Tool): readonly unknown[] {
  return [
    tool.id,
    [...tool.categories].sort(compare),
    tool.family ?? '',
    tool.multipleInstallations ?? false,
    patterns(tool.displayNames),
    patterns(tool.services),
    patterns(tool.serviceDisplayNames ?? []),
    patterns(tool.executables),
    patterns(tool.installPaths),
  ]
}

function patterns(list: readonly Pattern[]): readonly unknown[] {
  return list.map((each) => [each.glob, each.memory ?? false, each.weak ?? false]).sort((a, b) => compare(String(a[0]), String(b[0])))
}

/** By code unit: the same in every language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
