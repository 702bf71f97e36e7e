import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { screenTexts } from '#shared/texts/screens/index.ts'

const root = join(import.meta.dirname, '..', '..')

/** What a page may load before its first screen is there, zipped. */
const MOST_BYTES = 260 * 1024

describe('screens as they are built', () => {
  let folder = ''
  const read = (path: string): string => readFileSync(join(folder, 'app', path), 'utf8')
  const files = (): readonly string[] => readdirSync(join(folder, 'app', 'assets'))

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'renderer-'))
    const [bundler, output] = [join(root, 'build/bundle/renderer.mjs'), join(folder, 'app')]
    const program = `import(${JSON.stringify(bundler)}).then((it) => it.buildRenderer(${JSON.stringify({ root, output, stamp: 'x' })}))`
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  }, 60_000)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  /** A script with everything that it loads at once; late imports are calls and are not followed. */
  function withImports(path: string, seen = new Set<string>()): ReadonlySet<string> {
    if (seen.has(path)) return seen
    seen.add(path)
    for (const [, specifier = ''] of read(path).matchAll(/(?:from|import)"(\.\/[^"]+\.js)"/g)) {
      withImports(posix.join(posix.dirname(path), specifier), seen)
    }
    return seen
  }

  it('are small until the first of them is there', () => {
    const entry = /src="\.\/(assets\/index-[^"]+\.js)"/.exec(read('index.html'))?.[1] ?? 'no entry'
    const start = files().find((name) => name.startsWith('start-screen-')) ?? 'no start'
    const initial = withImports(posix.join('assets', start), new Set(withImports(entry)))
    expect(initial.size).toBeGreaterThan(3)
    const bytes = [...initial].map((path) => gzipSync(read(path)).length).reduce((sum, each) => sum + each, 0)
    expect(bytes).toBeGreaterThan(100 * 1024)
    expect(bytes).toBeLessThan(MOST_BYTES)
  })

  it('come one by one: each has a file of its own', () => {
    const screens = [
      'start',
      'setup',
      'scan',
      'checklists',
      'rotation',
      'rotation-run',
      'certificate',
      'history',
      'changes',
      'passwords',
      'stored-passwords',
      'settings',
      'about',
    ]
    expect(screens.filter((screen) => !files().some((name) => name.startsWith(`${screen}-screen-`)))).toEqual([])
  })

  it('keep to the policy of the page: no script, style or handler inside it, and nothing from elsewhere', () => {
    const page = read('index.html')
    expect([...page.matchAll(/<script(?![^>]*(?:src=|type="application\/json"))/g)]).toEqual([])
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|https?:/)
  })

  it('carry the words that are needed before the core answers, in every language', () => {
    const words = JSON.parse(/id="first-words"[^>]*>(.*?)<\/script>/.exec(read('index.html'))?.[1] ?? '{}')
    for (const language of ['en', 'de'] as const) {
      const expected = Object.entries(screenTexts[language]).filter(([key]) => key.startsWith('frame/first-'))
      expect(expected.length).toBeGreaterThan(5)
      expect(words[language]).toEqual(Object.fromEntries(expected))
    }
  })
})
