import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Snapshot, snapshotSchema } from '#shared/formats/snapshot.ts'
import { screenTexts } from '#shared/texts/screens/index.ts'
import { describeWith, electronProgram } from '../support/needs.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'desktop-e2e-'))

/** Bundling, and a first start of Electron on a busy runner. */
const START_LIMIT_MS = 180_000

/** Where the app may write: nothing of this user's. */
const environment = {
  ...(process.env as { readonly [name: string]: string }),
  XDG_DATA_HOME: join(folder, 'data'),
  XDG_STATE_HOME: join(folder, 'state'),
  LOCALAPPDATA: join(folder, 'data'),
}

const appArguments = [join(root, 'out', 'desktop'), `--user-data-dir=${join(folder, 'user-data')}`, '--lang=en-US']

describeWith("Electron's binary", 'the desktop app', () => {
  let app: ElectronApplication
  let page: Page

  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, 'build', 'prepare.mjs'), '--desktop'], { stdio: 'ignore' })
    app = await _electron.launch({ executablePath: electronProgram() ?? '', args: appArguments, env: environment })
    page = await app.firstWindow()
  }, START_LIMIT_MS)
  afterAll(async () => {
    await app?.close()
  }, START_LIMIT_MS)

  const text = (key: string): string => screenTexts.en[key] ?? key

  it('shows its start screen, under its own address', { timeout: START_LIMIT_MS }, async () => {
    await page.getByText(text('start/sample-title')).first().waitFor()
    expect(page.url()).toBe('app://erp-checkup/index.html')
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()))).toEqual([
      'ERP Sync Security Checkup',
    ])
  })

  it('gives its page nothing of Node and nothing of Electron', async () => {
    const found = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    )
    expect(found).toEqual([])
    expect(await page.evaluate(() => Reflect.get(globalThis, 'erpCheckupPort') as unknown)).toBe(true)
  })

  it('runs its page in the sandbox', async () => {
    const [process_] = await app.evaluate(({ app: electronApp, webContents }) => {
      const pids = webContents.getAllWebContents().map((contents) => contents.getOSProcessId())
      return electronApp.getAppMetrics().filter(({ pid }) => pids.includes(pid))
    })
    if (process.platform === 'linux') expect(readFileSync(`/proc/${process_?.pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
    else expect(process_?.sandboxed).toBe(true)
  })

  it('lets its page lead nowhere, open nothing and fetch nothing', async () => {
    await page.evaluate(() => {
      globalThis.location.href = 'https://example.com/'
    })
    expect(await page.evaluate(() => globalThis.open('https://example.com/') === null)).toBe(true)
    for (const address of ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/hosts', 'app://other/index.html']) {
      expect(
        await page.evaluate(
          (url) =>
            fetch(url).then(
              () => 'reached',
              () => 'refused',
            ),
          address,
        ),
      ).toBe('refused')
    }
    expect(page.url()).toBe('app://erp-checkup/index.html')
  })

  it('refuses what its policy and its permissions refuse', async () => {
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
    const isRun = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.planted = true'
      document.head.append(script)
      return Reflect.get(globalThis, 'planted') === true
    })
    expect(isRun).toBe(false)
  })

  it('opens a sample server, answered by the core in the main process', { timeout: START_LIMIT_MS }, async () => {
    await page.getByRole('button', { name: text('start/sample-action') }).click()
    await page.getByRole('button', { name: /^Typical server/ }).click()
    await page.getByRole('heading', { name: 'Checklists' }).first().waitFor()
  })

  it('is one: a second start ends at once', { timeout: START_LIMIT_MS }, async () => {
    const second = spawnSync(electronProgram() ?? '', appArguments, { env: environment, timeout: 60_000 })
    expect(second.status).toBe(0)
    expect(app.windows()).toHaveLength(1)
  })
})

/** The packaged program that `npm run package -- --dir` leaves, or null. */
function packagedProgram(): string | null {
  const unpacked = join(root, 'release', process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked')
  const name = process.platform === 'win32' ? 'ERP Sync Security Checkup.exe' : 'erp-sync-security-checkup'
  const program = join(unpacked, name)
  return existsSync(program) ? program : null
}

const readSnapshot = (path: string): Snapshot => snapshotSchema.parse(JSON.parse(readFileSync(path, 'utf8')))

/** What two readings of one server a minute apart have in common: no times, and nothing that comes and goes. */
function lasting({ collector, probes }: Snapshot) {
  const { host, services, programs } = probes
  const hostFacts = host?.status === 'ok' ? { ...host.facts, bootedAt: null } : host
  return {
    elevated: collector.elevated,
    userSid: collector.userSid,
    statuses: Object.entries(probes).map(([id, record]) => `${id}: ${record?.status}`),
    host: hostFacts,
    services:
      services?.status === 'ok'
        ? services.facts.services.map(({ name, account, executable }) => ({ name, account, executable }))
        : services,
    programs: programs?.status === 'ok' ? programs.facts : programs,
  }
}

describe.skipIf(packagedProgram() === null)('the packaged app (skipped where there is none: npm run package -- --dir)', () => {
  const program = packagedProgram() ?? ''

  it.runIf(process.platform === 'win32')(
    'reads what the command line reads: archive, native code, fuses and utility processes together',
    { timeout: START_LIMIT_MS },
    () => {
      const [ofApp, ofCommandLine] = [join(folder, 'app.json'), join(folder, 'cli.json')]
      expect(spawnSync(program, [`--collect=${ofApp}`], { env: environment }).status).toBe(0)
      execFileSync(process.execPath, [join(root, 'build', 'bin', 'erp-checkup.cjs'), 'collect', '--out', ofCommandLine])
      expect(lasting(readSnapshot(ofApp))).toEqual(lasting(readSnapshot(ofCommandLine)))
    },
  )

  it('does not become a Node, whatever it is told', { timeout: START_LIMIT_MS }, () => {
    const script = `require('fs').writeFileSync(${JSON.stringify(join(folder, 'ran'))}, '')`
    const asNode = { ...environment, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=nothing-there' }
    // Reading is refused on other systems, which ends it; what matters is what did not run.
    spawnSync(program, ['-e', script, `--collect=${join(folder, 'unread.json')}`], { env: asNode, timeout: 60_000 })
    expect(readdirSync(folder)).not.toContain('ran')
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
