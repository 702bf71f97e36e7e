import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { openDesktopCore } from '#electron/core/desktop.ts'
import { type Elevation, elevationOf } from '#electron/core/elevation.ts'
import { startDesktop } from '#electron/hosts/desktop/desktop.ts'
import { takeLock } from '#electron/hosts/desktop/own-lock.ts'
import type { WindowState } from '#electron/hosts/desktop/window-bounds.ts'
import type { HostPage } from '#renderer/client/connect.ts'
import { connect } from '#renderer/client/connect.ts'
import { openPort } from '#renderer/client/wire.ts'
import { loadSample } from '#shared/samples/index.ts'
import { createElectronStandIn, type ElectronStandIn, type MenuEntry, type StandInOptions } from '../../../support/electron-stand-in.ts'

const ordinary = elevationOf(false, { startElevated: () => ({ ok: false, failure: { function: 'ShellExecuteExW', code: 1223 } }) })
const elevated: Elevation = { ...ordinary, isElevated: true, canElevate: false }

let root: string
const faultEvents = ['uncaughtException', 'unhandledRejection'] as const
const before = new Set<unknown>(faultEvents.flatMap((event) => process.listeners(event as 'uncaughtException')))

interface Started {
  readonly standIn: ElectronStandIn
  readonly written: WindowState[]
  /** the page's own end, by the page's own code */
  core(): ReturnType<typeof connect>['core']
}

async function start(
  options: StandInOptions & { readonly argv?: readonly string[]; readonly elevation?: Elevation } = {},
): Promise<Started> {
  const standIn = createElectronStandIn({ userData: join(root, 'user-data'), ...options })
  const written: WindowState[] = []
  await startDesktop(standIn.electron, {
    productName: 'ERP Sync Security Checkup',
    folder: join(root, 'bundle'),
    pageFolder: join(root, 'app'),
    program: '/opt/app',
    argv: options.argv ?? [],
    platform: process.platform,
    noteFault: () => ({ path: '/logs/fault.log' }),
    openElevation: async () => options.elevation ?? ordinary,
    openCore: async (parts) =>
      openDesktopCore({
        ...parts,
        folder: join(root, 'bundle'),
        environment: {},
        platform: 'linux',
        dataFolder: join(root, 'data'),
      }),
    openWindowStore: () => ({ read: () => written.at(-1), write: (state) => written.push(state) }),
  })
  const core = () => {
    const page = standIn.windows[0]?.webContents.currentPage()
    return connect({ ...page?.globals, postMessage: page?.postMessage } as unknown as HostPage).core
  }
  return { standIn, written, core }
}

const menuEntry = (standIn: ElectronStandIn, label: string): MenuEntry | undefined =>
  standIn.menus
    .at(-1)
    ?.flatMap((menu) => menu.submenu ?? [])
    .find((entry) => entry.label === label)

describe('desktop', () => {
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'desktop-'))
    mkdirSync(join(root, 'bundle'))
    mkdirSync(join(root, 'app'))
    writeFileSync(join(root, 'app', 'index.html'), '<!doctype html>')
    writeFileSync(join(root, 'bundle', 'licenses.md'), 'licences of others')
  })
  afterEach(() => {
    for (const event of faultEvents) {
      for (const listener of process.listeners(event as 'uncaughtException')) if (!before.has(listener)) process.off(event, listener)
    }
    rmSync(root, { recursive: true, force: true })
  })

  it('turns the sandbox on and registers its scheme before Electron is ready', async () => {
    const { standIn } = await start()
    expect(standIn.log.slice(0, 4)).toEqual([
      'sandbox',
      'name: ERP Sync Security Checkup',
      'id: erp-sync-security-checkup',
      expect.stringMatching(/^schemes: /),
    ])
    expect(standIn.log.at(-1)).toBe('loaded app://erp-checkup/index.html')
  })

  it('answers its page with the real core, over the real preload script', async () => {
    const { core } = await start()
    expect(await core().app.about({})).toMatchObject({ host: 'desktop', canElevate: true, elevated: false })
    expect(await core().app.licenses({})).toEqual({ text: 'licences of others' })
    const view = await core().cases.openSample({ sample: 'typical', language: 'de' })
    expect(view.checklists.length).toBeGreaterThan(0)
    await expect(core().cases.view({ id: 'no-such-case', language: 'en' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(core().cases.view({ id: '../../etc', language: 'en' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('starts again as administrator when its page asks for it', async () => {
    const consented = elevationOf(false, { startElevated: () => ({ ok: true, value: null }) })
    const { standIn, core } = await start({ elevation: consented })
    await core().app.restartElevated({ language: 'en' })
    expect(standIn.app.quit).toHaveBeenCalledOnce()
  })

  it('goes on where Windows was not allowed to give its page more rights', async () => {
    const { standIn, core } = await start()
    await core().app.restartElevated({ language: 'en' })
    expect(standIn.app.quit).not.toHaveBeenCalled()
    expect(await core().app.about({})).toMatchObject({ canElevate: true })
  })

  it('shows the page nothing of the preload script but its mark', async () => {
    const { standIn } = await start()
    expect(standIn.windows[0]?.webContents.currentPage().globals).toEqual({ erpCheckupPort: true })
  })

  it.each([
    {
      name: 'another page in the window',
      prepare: (standIn: ElectronStandIn) => standIn.windows[0]?.webContents.load('https://evil.example/'),
    },
    {
      name: 'another window',
      prepare: (standIn: ElectronStandIn) => {
        const other = new standIn.electron.BrowserWindow({}) as unknown as ElectronStandIn['windows'][number]
        return other.webContents.load('app://erp-checkup/index.html')
      },
    },
  ])('does not answer $name', async ({ prepare }) => {
    const { standIn } = await start()
    const page = prepare(standIn)
    const { port1, port2 } = page?.channel() ?? {}
    const closed = new Promise((resolve) => port1?.on('close', () => resolve('closed')))
    page?.postMessage('erp-checkup:port', '/', port2 === undefined ? [] : [port2])
    expect(await closed).toBe('closed')
  })

  it('does not take a port from a frame inside the page', async () => {
    const { standIn } = await start()
    const ports = vi.fn()
    standIn.ipcMain.on('erp-checkup:port', ports)
    const page = standIn.windows[0]?.webContents.currentPage()
    page?.postFromElsewhere('erp-checkup:port', [page.channel().port2])
    page?.postMessage('erp-checkup:port', 'https://evil.example', [page.channel().port2])
    page?.postMessage({ kind: 'erp-checkup:port' }, '/', [page.channel().port2])
    page?.postMessage('erp-checkup:port', '/', [])
    expect(ports).not.toHaveBeenCalled()
  })

  it('reaches the core again after the port was closed', async () => {
    const { standIn } = await start()
    const page = standIn.windows[0]?.webContents.currentPage() as unknown as Parameters<typeof openPort>[0]
    for (const _round of [1, 2]) (await openPort(page)).close()
    expect((await openPort(page)).callLimitMs).toBeGreaterThan(0)
  })

  it('opens a window without Node, in the sandbox, with its world to itself', async () => {
    const { standIn } = await start({ isPackaged: true })
    expect(standIn.windows[0]?.options.webPreferences).toMatchObject({
      preload: join(root, 'bundle', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    })
  })

  it('remembers where the window was closed and opens it there', async () => {
    const { standIn, written } = await start()
    const [window] = standIn.windows
    if (window === undefined) throw new Error('no window')
    window.bounds = { x: 30, y: 40, width: 1000, height: 700 }
    window.isMax = true
    window.emit('close')
    expect(written).toEqual([{ bounds: { x: 30, y: 40, width: 1000, height: 700 }, isMaximized: true }])
  })

  it.each([
    { locale: 'de-DE', language: 'system', label: 'Verlauf' },
    { locale: 'de-DE', language: 'en', label: 'History' },
    { locale: 'en-GB', language: 'de', label: 'Verlauf' },
  ] as const)('draws its menu anew in the language that was chosen ($locale, $language)', async ({ locale, language, label }) => {
    const { standIn, core } = await start({ locale })
    await core().app.saveSettings({ language })
    await vi.waitFor(() => expect(menuEntry(standIn, `&${label}`)).toBeDefined())
  })

  it('opens in the language of the system where the settings cannot be read', async () => {
    mkdirSync(join(root, 'data', 'settings.json'), { recursive: true })
    const { standIn } = await start({ locale: 'de-DE' })
    expect(standIn.windows).toHaveLength(1)
    expect(menuEntry(standIn, '&Verlauf')).toBeDefined()
  })

  it('leads its page to what was chosen in the menu, and to nothing else', async () => {
    const { standIn } = await start()
    const contents = standIn.windows[0]?.webContents
    menuEntry(standIn, '&History')?.click?.()
    contents?.send('erp-checkup:go', { screen: 'checklists', id: '../x' })
    contents?.send('erp-checkup:go', { screen: 'setup', id: '../x' })
    contents?.send('erp-checkup:go', 'history')
    expect(contents?.currentPage().received).toEqual([{ kind: 'erp-checkup:go', place: { screen: 'history' } }])
  })

  it('opens a snapshot that was chosen in the dialog', async () => {
    const { standIn } = await start()
    const path = join(root, 'ERP01.json')
    writeFileSync(path, JSON.stringify(loadSample('typical').snapshot))
    standIn.dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: [path] })
    menuEntry(standIn, '&Open a snapshot …')?.click?.()
    const page = standIn.windows[0]?.webContents.currentPage()
    const place = { screen: 'setup', id: expect.stringMatching(/^[a-z0-9-]+$/) }
    await vi.waitFor(() => expect(page?.received).toEqual([{ kind: 'erp-checkup:go', place }]), { timeout: 5000 })
  })

  it.each([
    { name: 'no snapshot', text: '{}', shown: /snap\.json/ },
    { name: 'a file that is gone', text: null, shown: /snap\.json/ },
  ])('says in one line what is wrong with $name', async ({ text, shown }) => {
    const { standIn } = await start()
    const path = join(root, 'snap.json')
    if (text !== null) writeFileSync(path, text)
    standIn.dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: [path] })
    menuEntry(standIn, '&Open a snapshot …')?.click?.()
    await vi.waitFor(() => expect(standIn.dialog.showErrorBox).toHaveBeenCalledOnce())
    expect(standIn.dialog.showErrorBox.mock.calls[0]?.[1]).toMatch(shown)
  })

  it('opens the references of the checks and no other address', async () => {
    const { standIn } = await start()
    const contents = standIn.windows[0]?.webContents
    expect([contents?.clickLink('https://learn.microsoft.com/'), contents?.clickLink('https://evil.example/')]).toEqual(['deny', 'deny'])
    await vi.waitFor(() => expect(standIn.shell.openExternal.mock.calls).toEqual([['https://learn.microsoft.com/']]))
  })

  it('ends and leaves the window to the one that is open already', async () => {
    const { standIn } = await start({ isFirst: false })
    expect(standIn.windows).toEqual([])
    expect(standIn.app.quit).toHaveBeenCalledOnce()
  })

  it('comes to the front when it is started a second time', async () => {
    const { standIn } = await start()
    const [window] = standIn.windows
    if (window !== undefined) window.isMin = true
    standIn.app.emit('second-instance')
    expect(standIn.log.slice(-3)).toEqual(['restored', 'shown', 'focused'])
    expect(await takeLock({ folder: join(root, 'user-data'), platform: process.platform, onKnock: () => undefined })).toBeNull()
  })

  it('offers what a person can do when the page died', async () => {
    const { standIn } = await start()
    const contents = standIn.windows[0]?.webContents
    contents?.emit('render-process-gone', {}, { reason: 'crashed' })
    await vi.waitFor(() => expect(contents?.reload).toHaveBeenCalledOnce())
    standIn.dialog.showMessageBox.mockResolvedValue({ response: 1 })
    contents?.emit('render-process-gone', {}, { reason: 'oom' })
    await vi.waitFor(() => expect(standIn.app.quit).toHaveBeenCalledOnce())
  })

  it('confines what its page may load, ask for and save', async () => {
    const { standIn } = await start({ isPackaged: true })
    expect(['https://example.com/', 'devtools://devtools/', 'app://erp-checkup/a.js'].map(standIn.session.lets)).toEqual([
      false,
      false,
      true,
    ])
    expect([...standIn.session.handlers.keys()]).toEqual(expect.arrayContaining(['request', 'check', 'device']))
    expect(standIn.session.download({ getURL: () => 'https://example.com/a.exe' })).toBe(false)
  })

  it('ends for the one that runs as administrator, once the person consented', async () => {
    const consented = elevationOf(false, { startElevated: () => ({ ok: true, value: null }) })
    const { standIn } = await start({ elevation: consented })
    menuEntry(standIn, '&Restart as administrator')?.click?.()
    await vi.waitFor(() => expect(standIn.app.quit).toHaveBeenCalledOnce())
    expect(standIn.log).toContain('instance lock released')
  })

  it('waits for the one that started it as administrator, and offers no second restart', async () => {
    mkdirSync(join(root, 'user-data'))
    const lock = await takeLock({ folder: join(root, 'user-data'), platform: process.platform, onKnock: () => undefined })
    const starting = start({ elevation: elevated, argv: ['--relaunched'] })
    // By then it has tried once.
    await new Promise(setImmediate)
    await lock?.release()
    const { standIn } = await starting
    expect(standIn.windows).toHaveLength(1)
    expect(menuEntry(standIn, '&Restart as administrator')).toBeUndefined()
  })

  it('refuses Chromium’s switches as administrator, and opens nothing', async () => {
    const { standIn } = await start({ isPackaged: true, elevation: elevated, argv: ['--remote-debugging-port=9222'], locale: 'de' })
    expect(standIn.log.slice(-2)).toEqual([expect.stringContaining('--remote-debugging-port=9222'), 'exit 2'])
    expect(standIn.windows).toEqual([])
  })

  it('reads into a file without a window, and says by its status that it could not', async () => {
    const { standIn } = await start({ argv: [`--collect=${join(root, 'out.json')}`] })
    expect(standIn.log.at(-1)).toBe(process.platform === 'win32' ? 'exit 0' : 'exit 2')
    expect(standIn.windows).toEqual([])
  })
})
