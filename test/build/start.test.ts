import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

// @ts-expect-error plain JavaScript: it runs on any Node
import { couldNotRun, electronEnvironment, fetchElectron, findElectron, obstacle } from '#build/desktop/electron-program.mjs'

const root = join(import.meta.dirname, '..', '..')

describe('electron-program', () => {
  let folder = ''
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const find = (environment = {}) => findElectron({ root: folder, environment })

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'electron-program-'))
    write('node_modules/electron/package.json', '{ "version": "45.4.1" }')
    write('node_modules/electron/install.js', '')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    { name: 'root', given: { platform: 'linux', environment: { DISPLAY: ':0' }, uid: 0 }, reason: 'this runs as root' },
    { name: 'no display', given: { platform: 'linux', environment: {}, uid: 1000 }, reason: 'there is no display' },
    { name: 'an empty display', given: { platform: 'linux', environment: { DISPLAY: '' }, uid: 1000 }, reason: 'there is no display' },
    { name: 'X11', given: { platform: 'linux', environment: { DISPLAY: ':0' }, uid: 1000 }, reason: null },
    { name: 'Wayland', given: { platform: 'linux', environment: { WAYLAND_DISPLAY: 'wayland-0' }, uid: 1000 }, reason: null },
    { name: 'Windows', given: { platform: 'win32', environment: {}, uid: undefined }, reason: null },
  ])('knows what is in the way: $name', ({ given, reason }) => {
    expect(obstacle(given)).toBe(reason)
  })

  it('finds the program that the package fetched', () => {
    write('node_modules/electron/path.txt', 'electron')
    write('node_modules/electron/dist/electron', '')
    write('node_modules/electron/dist/version', 'v45.4.1\n')
    expect(find()).toBe(join(folder, 'node_modules', 'electron', 'dist', 'electron'))
  })

  it.each([
    { name: 'nothing was fetched', files: {} },
    { name: 'another version was', files: { 'path.txt': 'electron', 'dist/electron': '', 'dist/version': '44.0.0' } },
    { name: 'unpacking was cut short', files: { 'dist/electron': '', 'dist/version': '45.4.1' } },
    { name: 'the program is gone', files: { 'path.txt': 'electron', 'dist/version': '45.4.1' } },
  ])('finds none where $name', ({ files }) => {
    for (const [path, text] of Object.entries(files)) write(`node_modules/electron/${path}`, text)
    expect(find()).toBeNull()
  })

  it('finds none where the package itself is missing', () => {
    rmSync(join(folder, 'node_modules'), { recursive: true })
    expect(find()).toBeNull()
  })

  it('takes the folder that it is told', () => {
    write('elsewhere/electron', '')
    write('node_modules/electron/path.txt', 'electron')
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'elsewhere') })).toBe(join(folder, 'elsewhere', 'electron'))
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nowhere') })).toBeNull()
  })

  it.each([
    { name: 'succeeds', script: `require('fs').writeFileSync(__dirname + '/done', '')`, isFetched: true },
    { name: 'fails', script: 'process.exit(1)', isFetched: false },
    { name: 'takes too long', script: 'setInterval(() => {}, 1000)', isFetched: false },
  ])('tells whether fetching $name', async ({ script, isFetched }) => {
    write('node_modules/electron/install.js', script)
    expect(await fetchElectron({ root: folder, environment: process.env, limitMs: isFetched ? 20_000 : 500 })).toBe(isFetched)
    expect(existsSync(join(folder, 'node_modules/electron/done'))).toBe(isFetched)
  })

  it('fetches nothing where npm is told to stay offline', async () => {
    write('node_modules/electron/install.js', `require('fs').writeFileSync(__dirname + '/done', '')`)
    expect(await fetchElectron({ root: folder, environment: { npm_config_offline: 'true' } })).toBe(false)
    expect(existsSync(join(folder, 'node_modules/electron/done'))).toBe(false)
  })

  it('starts Electron as Electron', () => {
    expect(electronEnvironment({ PATH: '/bin', ELECTRON_RUN_AS_NODE: '1', node_options: '--inspect' })).toEqual({ PATH: '/bin' })
  })

  it.each([
    { end: { status: 127, signal: null }, isSystem: true },
    { end: { status: null, signal: 'SIGTRAP' }, isSystem: true },
    { end: { status: null, signal: null }, isSystem: true },
    { end: { status: 0, signal: null }, isSystem: false },
    { end: { status: 70, signal: null }, isSystem: false },
    { end: { status: null, signal: 'SIGTERM' }, isSystem: false },
  ])('takes $end for the fault of the system: $isSystem', ({ end, isSystem }) => {
    expect(couldNotRun(end)).toBe(isSystem)
  })
})

describe.skipIf(process.platform === 'win32')('npm start', () => {
  let folder = ''
  const log = (name: string): string => join(folder, `${name}.log`)
  const script = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
    chmodSync(join(folder, path), 0o755)
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'start-'))
    for (const path of ['build/start.mjs', 'build/desktop/electron-program.mjs'])
      cpSync(join(root, path), join(folder, path), { recursive: true })
    script(
      'build/prepare.mjs',
      `import { appendFileSync } from 'node:fs'\nappendFileSync('${log('prepare')}', process.argv.slice(2).join() + ';')\n`,
    )
    script('build/bin/erp-checkup.cjs', `require('fs').writeFileSync('${log('serve')}', process.argv.slice(2).join(' '))\n`)
    script('node_modules/electron/install.js', 'process.exit(1)\n')
    script('node_modules/electron/package.json', '{ "version": "45.4.1" }')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const environment = { ...process.env, DISPLAY: ':9', ELECTRON_OVERRIDE_DIST_PATH: '' }
  const start = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(folder, 'build', 'start.mjs'), ...args], { env: environment, encoding: 'utf8' })

  /** A program that stands for Electron; without root's own obstacle the test would not reach it. */
  function installElectron(text: string): void {
    script('node_modules/electron/dist/electron', `#!/bin/sh\n${text}\n`)
    script('node_modules/electron/dist/version', '45.4.1')
    script('node_modules/electron/path.txt', 'electron')
  }
  const isRoot = process.getuid?.() === 0

  it('goes to the browser where it is asked to, and says so in one line', () => {
    const { stdout, status } = start('--browser')
    expect({ stdout, status }).toEqual({
      stdout: 'No window, because the browser was asked for: the same app opens in the browser. Ctrl-C ends it.\n',
      status: 0,
    })
    expect([readFileSync(log('serve'), 'utf8'), readFileSync(log('prepare'), 'utf8')]).toEqual(['serve --open', ';'])
  })

  it.runIf(isRoot)('never starts Electron as root', () => {
    installElectron(`touch ${log('electron')}`)
    expect(start().stdout).toMatch(/^No window, because this runs as root: /)
    expect(existsSync(log('electron'))).toBe(false)
  })

  it.skipIf(isRoot)('opens the window, and ends with its status', () => {
    installElectron(`echo "$1" > ${log('electron')}; exit 3`)
    expect(start()).toMatchObject({ stdout: '', status: 3 })
    expect(readFileSync(log('electron'), 'utf8').trim()).toBe(join(folder, 'out', 'desktop'))
    expect([readFileSync(log('prepare'), 'utf8'), existsSync(log('serve'))]).toEqual(['--desktop;', false])
  })

  it.skipIf(isRoot)('goes to the browser where Electron cannot run', () => {
    installElectron('exit 127')
    expect(start().stdout).toMatch(/^No window, because Electron cannot run on this system: /)
    expect(existsSync(log('serve'))).toBe(true)
  })

  it('runs until the app ends, and ends it when it is told to end', async () => {
    script(
      'build/bin/erp-checkup.cjs',
      `process.on('SIGTERM', () => { require('fs').writeFileSync('${log('ended')}', ''); process.exit(0) }); setInterval(() => {}, 1000); console.log('serving')`,
    )
    const child = spawn(process.execPath, [join(folder, 'build', 'start.mjs'), '--browser'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += String(chunk)))
    await vi.waitFor(() => expect(output).toContain('serving'), { timeout: 10_000 })
    expect(child.exitCode).toBeNull()
    child.kill('SIGTERM')
    const [status] = await once(child, 'exit')
    expect([status, existsSync(log('ended'))]).toEqual([0, true])
  })
})
