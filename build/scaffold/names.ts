/** Folder, id and test name of a check or probe. */
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

export function isId(text: string): boolean {
  return ID.test(text)
}

/** `some-id` as an identifier: `someId`. */
export function identifierOf(id: string): string {
  return id.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase())
}

/** Adds lines to the block of imports, each at its place by path. */
export function withImports(source: string, added: readonly string[]): string {
  const lines = source.split('\n')
  for (const line of added) {
    const next = lines.findIndex((other) => isRelativeImport(other) && pathOf(other) > pathOf(line))
    const last = lines.findLastIndex(isRelativeImport)
    lines.splice(next === -1 ? last + 1 : next, 0, line)
  }
  return lines.join('\n')
}

const isRelativeImport = (line: string): boolean => /^import .* from '\.\//.test(line)
const pathOf = (line: string): string => /from '([^']*)'/.exec(line)?.[1] ?? ''

/** Adds a line before the end of the list that opens with `opening`. */
export function withListEntry(source: string, opening: string, closing: string, entry: string): string {
  const start = source.indexOf(opening)
  const end = start === -1 ? -1 : source.indexOf(`\n${closing}`, start)
  if (end === -1) throw new Error(`the list that opens with "${opening}" is not where it was`)
  return `${source.slice(0, end)}\n${entry}${source.slice(end)}`
}
