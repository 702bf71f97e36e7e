import { posix } from 'node:path'
import { parseSync } from 'vite'

/** Import types and calls alike: the parser lists neither `import('x').T` nor the text of a dynamic import. */
const INLINE_IMPORT = /\bimport\(\s*['"]([^'"]+)['"]/g

/** What a source file imports or re-exports, types too: a type that points the wrong way is a wrong dependency all the same. */
export function importsOf(path: string, source: string): readonly string[] {
  const { module, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const fromImports = module.staticImports.map((statement) => statement.moduleRequest.value)
  const fromExports = module.staticExports.flatMap((statement) => statement.entries.flatMap((entry) => entry.moduleRequest?.value ?? []))
  const inline = [...source.matchAll(INLINE_IMPORT)].flatMap((match) => match[1] ?? [])
  return [...new Set([...fromImports, ...fromExports, ...inline])]
}

/** The file of this repository that a specifier means, by its path from the root; undefined for packages and Node's own modules. */
export function fileOf(importer: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) return posix.join(posix.dirname(importer), specifier)
  return undefined
}
