/** A check of the sources that starts no test. */
export interface Step {
  readonly name: string
  /** Node's own arguments: the tool's file and what it is told. */
  readonly command: readonly string[]
}

const tool = (path: string, ...args: readonly string[]): readonly string[] => [`node_modules/${path}`, ...args]

/** What `npm test` asks of the sources before it runs them; each counts as one test. */
export const staticSteps: readonly Step[] = [
  { name: 'types', command: tool('typescript/bin/tsc', '-b') },
  { name: 'format and lint', command: tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.') },
  { name: 'lint with types', command: tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings') },
  { name: 'unused code and dependencies', command: tool('knip/bin/knip.js') },
  { name: 'lock file', command: ['build/lockcheck.mjs'] },
]
