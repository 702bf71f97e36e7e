import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { ElectronParts } from './electron-parts.ts'
import { placeWindow, SMALLEST } from './window-bounds.ts'
import type { WindowStore } from './window-store.ts'

/** Moving a window tells a hundred times a second where it is; the file is written once it rests. */
const REST_MS = 500

export interface WindowParts {
  readonly title: string
  readonly preloadPath: string
  readonly store: WindowStore
}

/** SECURITY: each of these is Electron's default today and stands here so that no default decides; a test reads them. */
export function pagePreferences(preloadPath: string, isPackaged: boolean): BrowserWindowConstructorOptions['webPreferences'] {
  return {
    preload: preloadPath,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    plugins: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !isPackaged,
  }
}

/** Opens the window where it was, without a flash of white, and remembers where it goes. */
export function openWindow(electron: Pick<ElectronParts, 'app' | 'BrowserWindow' | 'screen'>, parts: WindowParts): BrowserWindow {
  const displays = electron.screen.getAllDisplays().map((display) => display.workArea)
  const { bounds, isMaximized } = placeWindow(parts.store.read(), displays)
  const window = new electron.BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: parts.title,
    show: false,
    webPreferences: pagePreferences(parts.preloadPath, electron.app.isPackaged) ?? {},
  })
  if (isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  // The page names the server in its own title; the window keeps the program's name.
  window.on('page-title-updated', (event) => event.preventDefault())
  rememberPlace(window, parts.store)
  return window
}

function rememberPlace(window: BrowserWindow, store: WindowStore): void {
  let timer: NodeJS.Timeout | undefined
  const remember = (): void => {
    clearTimeout(timer)
    if (!window.isDestroyed()) store.write({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(remember, REST_MS)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('close', remember)
  window.on('closed', () => clearTimeout(timer))
}
