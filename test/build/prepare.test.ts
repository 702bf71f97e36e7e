import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

describe('prepare', () => {
  let folder = ''
  const inFolder = (path: string): string => join(folder, path)
  const write = (path: string, text: string): void => {
    mkdirSync(join(inFolder(path), '..'), { recursive: true })
    writeFileSync(inFolder(path), text)
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prepare-'))
    for (const path of ['build/prepare.mjs', 'build/bundle', 'build/bin', 'package.json', 'package-lock.json']) {
      cpSync(join(root, path), inFolder(path), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), inFolder('node_modules'), 'junction')
    write('shared/word.ts', `export const word: string = 'one'\n`)
    write('electron/lazy.ts', `export const lazy = 'lazily'\n`)
    write('electron/collector/worker-entry.ts', `console.log('worker')\n`)
    write('electron/core/portfolio/worker-entry.ts', `console.log('portfolio')\n`)
    write('electron/hosts/loopback/main.ts', `export const serve = 'serves'\n`)
    write('electron/passwords/strength-worker.ts', `console.log('strength')\n`)
    write('shared/texts/screens/frame.ts', `export const frameTexts = { en: { 'frame/first-name': '<Name>', 'frame/later': 'later' } }\n`)
    write('renderer/screen.ts', `export const screen = 'one screen'\n`)
    write('renderer/main.ts', `import('./screen.ts').then(({ screen }) => console.log(screen))\n`)
    write(
      'renderer/index.html',
      '<!doctype html><script id="first-words" type="application/json"></script><script type="module" src="./main.ts"></script>\n',
    )
    write(
      'electron/hosts/cli/main.ts',
      `import koffi from 'koffi'
import { word } from '#shared/word.ts'
export async function main(argv: readonly string[]): Promise<number> {
  const { lazy } = await import('../../lazy.ts')
  console.log(word, lazy, typeof koffi.load, argv.length)
  return 0
}
`,
    )
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const prepare = () => spawnSync(process.execPath, [inFolder('build/prepare.mjs')], { encoding: 'utf8' })
  const runCommandLine = () => spawnSync(process.execPath, [inFolder('build/bin/erp-checkup.cjs'), 'x'], { encoding: 'utf8' })
  const writtenAt = () => statSync(inFolder('out/cli/cli.mjs')).mtimeMs
  const outputs = () => readdirSync(inFolder('out/cli'), { recursive: true, encoding: 'utf8' }).sort()

  it('builds a command line that runs, with native modules outside, late imports in a file of their own, and fonts', () => {
    expect(prepare()).toMatchObject({ status: 0, stdout: '', stderr: '' })
    expect(runCommandLine()).toMatchObject({ status: 0, stdout: 'one lazily function 1\n', stderr: '' })
    expect(outputs()).toEqual(
      expect.arrayContaining([
        'cli.mjs',
        'worker.mjs',
        'stamp',
        join('fonts', 'DejaVuSansCondensed.ttf'),
        join('fonts', 'DejaVuSansCondensed-Bold.ttf'),
      ]),
    )
    expect(outputs().some((name) => /^lazy-.*\.mjs$/.test(name))).toBe(true)
  })

  it('builds the screens as a page with hashed files, with the texts inside that are needed before the core answers', () => {
    expect(prepare().status).toBe(0)
    const page = readFileSync(inFolder('out/app/index.html'), 'utf8')
    const words = /<script id="first-words"[^>]*>(.*?)<\/script>/.exec(page)?.[1] ?? ''
    expect(words).not.toContain('<')
    expect(JSON.parse(words)).toEqual({ en: { 'frame/first-name': '<Name>' } })
    expect(page).toMatch(/src="\.\/assets\/index-[\w-]{8}\.js"/)
    expect(readdirSync(inFolder('out/app/assets')).filter((name) => /^screen-[\w-]{8}\.js$/.test(name))).toHaveLength(1)
  })

  it('builds nothing again but the screens when only a screen changed', () => {
    prepare()
    const before = writtenAt()
    write('renderer/screen.ts', `export const screen = 'another screen'\n`)
    expect(prepare().status).toBe(0)
    expect(writtenAt()).toBe(before)
    const assets = readdirSync(inFolder('out/app/assets')).filter((name) => name.startsWith('screen-'))
    expect(assets).toHaveLength(1)
    expect(readFileSync(inFolder(`out/app/assets/${assets[0]}`), 'utf8')).toContain('another screen')
  })

  it('does nothing when nothing changed, and loads no bundler for it', () => {
    prepare()
    const before = writtenAt()
    rmSync(inFolder('node_modules'))
    expect(prepare()).toMatchObject({ status: 0, stdout: '', stderr: '' })
    expect(writtenAt()).toBe(before)
  })

  it('builds again when a source changed, and leaves nothing of the old build behind', () => {
    prepare()
    const chunks = () => outputs().filter((name) => name.startsWith('lazy-'))
    const [old] = chunks()
    write('shared/word.ts', `export const word: string = 'changed'\n`)
    write('electron/lazy.ts', `export const lazy = 'otherwise'\n`)
    expect(prepare().status).toBe(0)
    expect(runCommandLine().stdout).toBe('changed otherwise function 1\n')
    expect(chunks()).toHaveLength(1)
    expect(chunks()).not.toContain(old)
  })

  it('builds again when an entry is gone', () => {
    prepare()
    rmSync(inFolder('out/cli/worker.mjs'))
    prepare()
    expect(existsSync(inFolder('out/cli/worker.mjs'))).toBe(true)
  })

  it('keeps the old build when a new one fails', () => {
    prepare()
    write('shared/word.ts', 'export const word = \n')
    const failed = prepare()
    expect(failed.status).toBe(1)
    expect(failed.stderr).toContain('the command line was not built')
    expect(runCommandLine().stdout).toBe('one lazily function 1\n')
    expect(readdirSync(inFolder('out')).sort()).toEqual(['app', 'cli'])
  })

  it('is whole at every moment while two build at once', async () => {
    prepare()
    write('shared/word.ts', `export const word: string = 'two'\n`)
    const builds: readonly ChildProcess[] = [1, 2].map(() => spawn(process.execPath, [inFolder('build/prepare.mjs')], { stdio: 'ignore' }))
    const ends = Promise.all(builds.map(async (build) => (await once(build, 'exit'))[0]))
    const seen = new Set<string>()
    while (builds.some((build) => build.exitCode === null)) {
      const { stdout, status } = await ended(spawn(process.execPath, [inFolder('build/bin/erp-checkup.cjs'), 'x']))
      expect(status).toBe(0)
      seen.add(stdout)
    }
    expect(await ends).toEqual([0, 0])
    expect([...seen].filter((text) => text !== 'one lazily function 1\n' && text !== 'two lazily function 1\n')).toEqual([])
    expect(runCommandLine().stdout).toBe('two lazily function 1\n')
    expect(readdirSync(inFolder('out')).sort()).toEqual(['app', 'cli'])
  })

  it('takes over the lock of a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    write('out/prepare.lock', String(pid))
    expect(prepare().status).toBe(0)
    expect(existsSync(inFolder('out/prepare.lock'))).toBe(false)
  })

  it('says in a line for each output that the bundler is not installed, and fails no install for it', () => {
    rmSync(inFolder('node_modules'))
    const { status, stdout, stderr } = prepare()
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^erp-checkup: the command line was not built, because the development dependencies are not installed /),
      expect.stringMatching(/^erp-checkup: the screens were not built, because the development dependencies are not installed /),
    ])
  })
})

async function ended(child: ChildProcess): Promise<{ readonly stdout: string; readonly status: number | null }> {
  let stdout = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  await once(child, 'close')
  return { stdout, status: child.exitCode }
}
