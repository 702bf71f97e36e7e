import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceFiles } from '#build/architecture/sources.ts'
import { identifierOf, isId, withImports, withListEntry } from '#build/scaffold/names.ts'
import { listWithProbe } from '#build/scaffold/probe-files.ts'

const root = join(import.meta.dirname, '..', '..')
/** A compiler run over the whole repository on a busy machine. */
const COMPILE_TIMEOUT_MS = 120_000

describe('scaffolds', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'scaffold-'))
    for (const path of [
      'shared',
      'electron',
      'renderer',
      'build',
      'test',
      'package.json',
      'tsconfig.json',
      'vitest.config.ts',
      'biome.json',
    ]) {
      cpSync(join(root, path), join(folder, path), { recursive: true })
    }
    // A folder of its own, so that the compiler's cache of the repository stays as it is.
    mkdirSync(join(folder, 'node_modules'))
    for (const name of readdirSync(join(root, 'node_modules')).filter((entry) => !['.cache', '.vite', '.vitest'].includes(entry))) {
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction')
    }
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  function node(...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    return { status, output: stdout + stderr }
  }

  /** Every fact has its probe: the copy loses one, so that it can be made anew. */
  function forget(probe: string): void {
    for (const path of ['electron', 'test/electron']) rmSync(join(folder, path, 'probes', probe), { recursive: true })
    const list = join(folder, 'electron', 'probes', 'index.ts')
    const lines = readFileSync(list, 'utf8').split('\n')
    writeFileSync(list, lines.filter((line) => !line.includes(`${probe}Probe`)).join('\n'))
  }

  it('make a check that compiles, keeps the format and passes its own test', { timeout: COMPILE_TIMEOUT_MS }, () => {
    expect(node('build/scaffold/new-check.ts', 'services-run', 'remote-access')).toMatchObject({ status: 0 })
    const made = ['shared/checks/services-run', 'shared/checks/index.ts', 'test/shared/checks/services-run.test.ts']
    expect(node('node_modules/@biomejs/biome/bin/biome', 'check', '--vcs-enabled=false', ...made)).toMatchObject({ status: 0 })
    expect(node('node_modules/typescript/bin/tsc', '-b')).toEqual({ status: 0, output: '' })
    expect(node('node_modules/vitest/vitest.mjs', 'run', 'test/shared/checks/services-run.test.ts')).toMatchObject({ status: 0 })
  })

  it('make a probe that compiles, keeps the format and passes its own test', { timeout: COMPILE_TIMEOUT_MS }, () => {
    forget('updates')
    expect(node('build/scaffold/new-probe.ts', 'updates', 'host')).toMatchObject({ status: 0 })
    const made = ['electron/probes/updates', 'electron/probes/index.ts', 'test/electron/probes/updates']
    expect(node('node_modules/@biomejs/biome/bin/biome', 'check', '--vcs-enabled=false', ...made)).toMatchObject({ status: 0 })
    expect(node('node_modules/typescript/bin/tsc', '-b')).toEqual({ status: 0, output: '' })
    expect(node('node_modules/vitest/vitest.mjs', 'run', 'test/electron/probes/updates/probe.test.ts')).toMatchObject({ status: 0 })
  })

  it.each([
    ['no arguments', [], 'usage: npm run new:probe -- ID AREA'],
    ['an id without facts', ['weather', 'host'], 'weather has no facts'],
    ['an unknown area', ['firewall', 'nowhere'], 'nowhere is no area'],
    ['an id that is taken', ['services', 'services'], 'the probe services exists already'],
  ] as const)('refuse a probe with %s', (_name, args, message) => {
    const { status, output } = node('build/scaffold/new-probe.ts', ...args)
    expect(status).toBe(2)
    expect(output).toContain(message)
  })

  it.each([
    ['no arguments', [], 'usage: npm run new:check -- ID CHECKLIST'],
    ['an id with capitals', ['ServicesRun', 'remote-access'], 'ServicesRun is no id'],
    ['an unknown checklist', ['services-walk', 'nowhere'], 'nowhere is no checklist'],
    ['an id that is taken', ['remote-user-removed', 'remote-access'], 'the check remote-user-removed exists already'],
  ] as const)('refuse a check with %s', (_name, args, message) => {
    const { status, output } = node('build/scaffold/new-check.ts', ...args)
    expect(status).toBe(2)
    expect(output).toContain(message)
  })

  it('leave no placeholder in the product', () => {
    const unfinished = sourceFiles(root, ['shared', 'electron']).filter(({ source }) => source.includes('REPLACE:'))
    expect(unfinished.map(({ path }) => path)).toEqual([])
  })
})

describe('list of probes', () => {
  const list = (entries: string) => `import { a } from './a/probe.ts'\n\nexport const probes: readonly AnyProbe[] = [${entries}]\n`
  it('stays on one line while it fits', () => {
    expect(listWithProbe(list('aProbe'), 'b-c')).toContain('= [aProbe, bCProbe]\n')
  })
  it('gets a line for each entry when it does not fit, and again when it had them already', () => {
    const long = 'veryLongNameOfAProbeThatFillsTheLineProbe, anotherLongNameOfAProbeThatFillsTheLineProbe, cProbe, dProbe'
    const spread = `= [\n  ${long.replaceAll(', ', ',\n  ')},\n`
    expect(listWithProbe(list(long), 'e')).toContain(`${spread}  eProbe,\n]\n`)
    expect(listWithProbe(listWithProbe(list(long), 'e'), 'f')).toContain(`${spread}  eProbe,\n  fProbe,\n]\n`)
  })
  it('is refused when it is gone', () => {
    expect(() => listWithProbe('export const other = []', 'a')).toThrow('is not where it was')
  })
})

describe('names', () => {
  it.each(['a', 'a1', 'sql-read-only'])('accept %s', (id) => expect(isId(id)).toBe(true))
  it.each(['', 'A', '1a', 'a--b', 'a-', '../a', 'a/b'])('refuse "%s"', (id) => expect(isId(id)).toBe(false))
  it('turn an id into an identifier', () => expect(identifierOf('sql-read-only')).toBe('sqlReadOnly'))
  it('put an import at its place', () => {
    const source = `import { z } from 'zod'\n\nimport { a } from './a.ts'\nimport { c } from './c.ts'\n\nconst x = 1\n`
    expect(withImports(source, [`import { b } from './b.ts'`, `import { d } from './d.ts'`])).toBe(
      `import { z } from 'zod'\n\nimport { a } from './a.ts'\nimport { b } from './b.ts'\nimport { c } from './c.ts'\nimport { d } from './d.ts'\n\nconst x = 1\n`,
    )
  })
  it('put an entry at the end of its list and refuse a list that is gone', () => {
    expect(withListEntry('const x = [\n  1,\n]\n', 'const x = [', ']', '  2,')).toBe('const x = [\n  1,\n  2,\n]\n')
    expect(() => withListEntry('const y = []', 'const x = [', ']', '  2,')).toThrow('is not where it was')
  })
})
