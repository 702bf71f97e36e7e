import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'package-'))
const release = join(folder, 'release', 'linux-unpacked')
const program = join(release, 'erp-sync-security-checkup')

/** Bundling and packing take seconds on a slow machine. */
const PACK_LIMIT_MS = 180_000

/** By these bytes the packer finds the fuses in Electron's program; behind them stand a version, a count and one digit for each. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Every fuse the wrong way round. */
const WRONG_FUSES = '11110011'

/** A folder that the packer takes for Electron, because its program is too large to be had everywhere. */
function standInElectron(): string {
  const electron = join(folder, 'electron')
  mkdirSync(join(electron, 'locales'), { recursive: true })
  mkdirSync(join(electron, 'resources'))
  for (const language of ['en-US', 'de', 'fr']) writeFileSync(join(electron, 'locales', `${language}.pak`), '')
  writeFileSync(join(electron, 'electron'), `program ${FUSE_MARK}\u0001\u0008${WRONG_FUSES} end`)
  chmodSync(join(electron, 'electron'), 0o755)
  return electron
}

interface AsarFolder {
  readonly files?: { readonly [name: string]: AsarFolder }
  readonly offset?: string
  readonly size?: number
  readonly unpacked?: boolean
}

/** The table of contents of an archive stands in front of it as JSON. */
function contents(asar: Buffer): AsarFolder {
  return JSON.parse(asar.toString('utf8', 16, 16 + asar.readUInt32LE(12)))
}

function pathsIn({ files = {} }: AsarFolder, at = ''): readonly string[] {
  return Object.entries(files).flatMap(([name, entry]) => (entry.files === undefined ? [`${at}${name}`] : pathsIn(entry, `${at}${name}/`)))
}

function run(script: string, ...args: readonly string[]): void {
  const home = { HOME: folder, XDG_CACHE_HOME: join(folder, 'cache'), npm_config_offline: 'true' }
  execFileSync(process.execPath, [join(root, script), ...args], { cwd: root, env: { ...process.env, ...home }, stdio: 'pipe' })
}

describe.skipIf(process.platform !== 'linux')('package', () => {
  let asar = Buffer.alloc(0)
  let paths: readonly string[] = []

  beforeAll(() => {
    run('build/prepare.mjs', '--desktop')
    const settings = [`-c.electronDist=${standInElectron()}`, `-c.directories.output=${join(folder, 'release')}`]
    run('node_modules/electron-builder/cli.js', '--dir', '--linux', '--config', 'build/desktop/electron-builder.yml', ...settings)
    asar = readFileSync(join(release, 'resources', 'app.asar'))
    paths = pathsIn(contents(asar))
  }, PACK_LIMIT_MS)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('holds the app, its page, and of all packages only the bridges to native code and to the keychain', () => {
    for (const path of ['out/desktop/main.mjs', 'out/desktop/preload.cjs', 'out/desktop/worker.mjs', 'out/app/index.html', 'NOTICE']) {
      expect(paths).toContain(path)
    }
    const packages = new Set(paths.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))
    expect([...packages].filter((name) => !['koffi', 'keytar'].includes(name) && !name.startsWith('@koromix/'))).toEqual([])
    expect([...packages]).toEqual(expect.arrayContaining(['koffi', 'keytar']))
  })

  it('holds nothing else', () => {
    const strangers = paths.filter((path) => !/^(?:out\/(?:app|desktop)\/|node_modules\/|(?:package\.json|LICENSE|NOTICE)$)/.test(path))
    expect(strangers).toEqual([])
    expect(paths.filter((path) => /(?:^|\/)stamp$|\.map$|\.ts$/.test(path))).toEqual([])
  })

  it('starts at the main file', () => {
    const { offset, size } = contents(asar).files?.['package.json'] ?? {}
    const start = 8 + asar.readUInt32LE(4) + Number(offset)
    expect(JSON.parse(asar.toString('utf8', start, start + Number(size)))).toMatchObject({
      main: 'out/desktop/main.mjs',
      productName: 'ERP Sync Security Checkup',
      type: 'module',
    })
  })

  it('lays native code beside the archive, where the system can load it', () => {
    const unpacked = readdirSync(join(release, 'resources', 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' })
    expect(unpacked.some((path) => path.endsWith('koffi.node'))).toBe(true)
    expect(unpacked.filter((path) => path.endsWith('keytar.node'))).toHaveLength(1)
  })

  it('has every fuse blown the right way', () => {
    const bytes = readFileSync(program, 'latin1')
    const at = bytes.indexOf(FUSE_MARK) + FUSE_MARK.length + 2
    // Run as Node, encrypt cookies, NODE_OPTIONS, inspect, integrity of the archive, archive only, own V8 snapshot, rights of file://.
    expect(bytes.slice(at, at + WRONG_FUSES.length)).toBe('00001100')
    expect(existsSync(join(release, 'locales', 'fr.pak'))).toBe(false)
  })
})
