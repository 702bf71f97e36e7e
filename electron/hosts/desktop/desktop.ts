import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { DesktopCore } from '#electron/core/desktop.ts'
import type { Elevation } from '#electron/core/elevation.ts'
import type { OpenSecretWindow } from '#electron/core/host-hand-over.ts'
import type { StartWorker } from '#electron/core/host-workers.ts'
import type { Language } from '#shared/texts/translator.ts'
import { PAGE_URL, registerPageScheme, servePage } from './app-page.ts'
import { readArguments, refusedArgument } from './arguments.ts'
import { channels, type PagePlace } from './channels.ts'
import { confineContents, confineSession } from './confinement.ts'
import { serveCore } from './core-port.ts'
import { saveDownloads } from './downloads.ts'
import type { ElectronParts } from './electron-parts.ts'
import { catchFaults, type NoteFault } from './faults.ts'
import { claimInstance, type Instance } from './instance.ts'
import { openLink } from './links.ts'
import { type MenuActions, menuTemplate } from './menu.ts'
import { openSnapshot } from './open-snapshot.ts'
import { printPage } from './printing.ts'
import { createProtectedWindow } from './protected-window/protected-window.ts'
import { restartElevated } from './restart-elevated.ts'
import { createSpeech, languageIn, languageOf, type Say } from './speech.ts'
import { openWindow } from './window.ts'
import type { WindowStore } from './window-store.ts'
import { utilityWorkers } from './workers.ts'

/** What this host needs from outside of Electron. */
export interface DesktopPorts {
  readonly productName: string
  /** folder of the bundle: main.mjs, preload.cjs, worker.mjs */
  readonly folder: string
  /** folder of the page's files */
  readonly pageFolder: string
  readonly program: string
  /** without the program, and without its main file where it is not packaged */
  readonly argv: readonly string[]
  readonly platform: NodeJS.Platform
  readonly noteFault: NoteFault
  readonly openElevation: () => Promise<Elevation>
  readonly openCore: (parts: {
    readonly startWorker: StartWorker
    readonly elevation: Elevation
    readonly restartElevated: (() => Promise<void>) | null
    readonly openSecretWindow: OpenSecretWindow
  }) => Promise<DesktopCore>
  readonly openWindowStore: (folder: string) => WindowStore
}

/** By this Windows groups windows and shortcuts of one app; the installer's shortcut has the same. */
const APP_ID = 'erp-sync-security-checkup'

const STATUS = { done: 0, refused: 2 } as const

/** Runs the desktop app. What must happen before Electron is ready happens before the first await. */
export async function startDesktop(electron: ElectronParts, ports: DesktopPorts): Promise<void> {
  const { app } = electron
  let language = languageOf(app.getLocale())
  const say = createSpeech(() => language)
  catchFaults(electron, { say, noteFault: ports.noteFault })
  // SECURITY: every page runs in the sandbox, also one that somebody opens without saying so.
  app.enableSandbox()
  app.setName(ports.productName)
  app.setAppUserModelId(APP_ID)
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), ports.productName))
  registerPageScheme(electron.protocol)
  const elevation = await ports.openElevation()
  const { collectTo, isRelaunched } = readArguments(ports.argv)
  const refused = app.isPackaged && elevation.isElevated !== false ? refusedArgument(ports.argv) : undefined
  const desk: Desk = { electron, ports, say, elevation, language: () => language, window: null }
  const claim =
    refused === undefined && collectTo === null
      ? await claimInstance(electron, {
          folder: app.getPath('userData'),
          platform: ports.platform,
          isRelaunched,
          onKnock: () => comeForward(desk.window),
        })
      : null
  await app.whenReady()
  language = languageOf(app.getLocale())
  if (refused !== undefined) {
    electron.dialog.showErrorBox(ports.productName, say('desktop/arguments/refused', { argument: refused }))
    app.exit(STATUS.refused)
    return
  }
  if (claim !== null && claim.kind !== 'claimed') {
    if (claim.kind === 'out-of-reach') electron.dialog.showErrorBox(say('desktop/open/title'), say('desktop/open/line'))
    app.quit()
    return
  }
  const restart = claim === null ? null : restartOf(desk, claim.instance)
  const core = await ports.openCore({
    startWorker: utilityWorkers(electron, join(ports.folder, 'worker.mjs')),
    elevation,
    restartElevated: restart,
    openSecretWindow: (windows) => createProtectedWindow(electron, { ...windows, title: ports.productName, mainWindow: () => desk.window }),
  })
  // SECURITY: no clipboard outlives the process that would empty it; `quit` comes however it ends.
  app.on('quit', () => core.close())
  if (claim === null) {
    app.exit(collectTo !== null && (await core.collectTo(collectTo)) ? STATUS.done : STATUS.refused)
    return
  }
  language = (await core.language()) ?? language
  showApp(desk, core, restart, (chosen) => {
    language = chosen ?? languageOf(app.getLocale())
  })
}

interface Desk {
  readonly electron: ElectronParts
  readonly ports: DesktopPorts
  readonly say: Say
  readonly elevation: Elevation
  readonly language: () => Language
  window: BrowserWindow | null
}

/** Null: this process has all rights, or the system has no such way. */
function restartOf({ electron, ports, elevation, say }: Desk, instance: Instance): (() => Promise<void>) | null {
  if (!elevation.canElevate) return null
  const parts = { elevation, instance, program: ports.program, mainFile: join(ports.folder, 'main.mjs'), say }
  return () => restartElevated(electron, parts)
}

/** The window with everything around it: rules first, page last. */
function showApp(
  desk: Desk,
  core: DesktopCore,
  restart: (() => Promise<void>) | null,
  setLanguage: (language: Language | null) => void,
): void {
  const { electron, ports, say, elevation } = desk
  const session = electron.session.defaultSession
  confineSession(session, { isPackaged: electron.app.isPackaged })
  confineContents(electron.app, (address) => {
    void openLink(electron, { references: () => core.references(), isElevated: elevation.isElevated, say }, address)
  })
  servePage(electron.protocol, ports.pageFolder)
  saveDownloads(electron, session, say)
  const drawMenu = (): void => {
    electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(menuTemplate(say, menuActions(desk, core, restart))))
  }
  serveCore(electron, {
    router: core.router,
    ownContents: () => desk.window?.webContents ?? null,
    onSettings: (settings) => {
      setLanguage(languageIn(settings))
      drawMenu()
    },
  })
  drawMenu()
  electron.app.on('window-all-closed', () => electron.app.quit())
  openMainWindow(desk)
}

function openMainWindow(desk: Desk): void {
  const { electron, ports } = desk
  const window = openWindow(electron, {
    title: ports.productName,
    preloadPath: join(ports.folder, 'preload.cjs'),
    store: ports.openWindowStore(electron.app.getPath('userData')),
  })
  desk.window = window
  window.once('closed', () => {
    desk.window = null
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(desk, window)
  })
  window.loadURL(PAGE_URL).catch((error: unknown) => {
    // Closing the window while it loads is what a person wanted.
    if (!window.isDestroyed()) throw error
  })
}

/** A page whose process died shows nothing: a person decides what comes next. */
async function offerReload({ electron, say }: Desk, window: BrowserWindow): Promise<void> {
  const { response } = await electron.dialog.showMessageBox(window, {
    type: 'warning',
    message: say('desktop/page/gone'),
    buttons: [say('desktop/page/again'), say('desktop/page/quit')],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) window.webContents.reload()
  else electron.app.quit()
}

function menuActions(desk: Desk, core: DesktopCore, restart: (() => Promise<void>) | null): MenuActions {
  const { electron, say } = desk
  const go = (place: PagePlace): void => desk.window?.webContents.send(channels.go, place)
  return {
    go,
    openSnapshot: () => {
      void openSnapshot(electron, { core, say, language: desk.language(), go })
    },
    print: () => {
      if (desk.window !== null) printPage(electron, desk.window.webContents, say)
    },
    restartElevated:
      restart === null
        ? null
        : () => {
            void restart()
          },
  }
}

function comeForward(window: BrowserWindow | null): void {
  if (window === null) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
