/** Nobody keeps a longer file in mind while changing it. */
const MAX_LINES = 400

/** Files that hold data or texts and no decisions. */
const EXCEPTED = [/\.data\.ts$/, /^shared\/checks\/[^/]+\/definition\.ts$/, /(^|\/)texts\//, /\/golden\//]

/** Says by how much a file is too long; undefined when it is not. */
export function sizeFault(path: string, source: string): string | undefined {
  if (EXCEPTED.some((pattern) => pattern.test(path))) return undefined
  const lines = source.replace(/\n$/, '').split('\n').length
  return lines > MAX_LINES ? `${path}: ${lines} lines, ${MAX_LINES} are allowed` : undefined
}
