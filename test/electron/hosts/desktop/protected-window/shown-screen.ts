import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'

import { PAGE_ORIGIN, PAGE_URL } from '#electron/hosts/desktop/app-page.ts'
import type { ProtectedWindowElectron } from '#electron/hosts/desktop/protected-window/protected-window.ts'
import { createElectronStandIn, type ElectronStandIn, type StandInWindow } from '../../../../support/electron-stand-in.ts'
import { type Canvas, canvas, paintPicture } from './painted-screen.ts'

const SCREEN = { width: 720, height: 600 } as const

/** How this machine behaves. */
export interface Machine {
  readonly scaleFactor?: number
  /** What a capture shows of a protected window. */
  readonly protection?: 'black' | 'none' | 'lost-by-show'
  readonly capture?: 'screen' | 'black' | 'nothing'
  /** Windows of somebody else over everything. */
  readonly covered?: boolean
}

export interface ShownWindow {
  readonly options: StandInWindow['options']
  readonly browserWindow: BrowserWindow
  isShown: boolean
  isProtected: boolean
  isGone: boolean
  /** what the page shows */
  picture: string
  /** everything that was ever served to the page, by path */
  readonly served: string[]
}

type Handler = (request: { readonly url: string }) => Response

/** Electron with a screen: windows lie on it, captures are taken of it. */
export function shownScreen(machine: Machine = {}, base: ElectronStandIn = createElectronStandIn()) {
  const scale = machine.scaleFactor ?? 1
  const sessions: { readonly partition: string; readonly options: object; handler: Handler | null }[] = []
  const shown: ShownWindow[] = []
  const log: string[] = []

  const fromPartition = (partition: string, options: object) => {
    const entry: (typeof sessions)[number] = { partition, options, handler: null }
    sessions.push(entry)
    const protocol = { handle: (_scheme: string, handler: Handler) => void Object.assign(entry, { handler }) }
    const { parts } = createElectronStandIn().session
    return Object.assign(parts, { protocol, entry })
  }
  const servedBy = async (session: unknown, path: string): Promise<string> => {
    const { handler } = (session as { entry: (typeof sessions)[number] }).entry
    return (await handler?.({ url: path === '' ? PAGE_URL : `${PAGE_ORIGIN}/${path}` })?.text()) ?? ''
  }

  function BrowserWindow(options: StandInWindow['options']) {
    const window = new base.electron.BrowserWindow(options) as BrowserWindow
    const raw = base.windows.at(-1) as StandInWindow
    // The app's own window lies elsewhere.
    if (!('parent' in options)) return window
    const entry: ShownWindow = {
      options,
      browserWindow: window,
      isShown: false,
      isProtected: false,
      isGone: false,
      picture: '',
      served: [],
    }
    shown.push(entry)
    const note = (line: string): void => void log.push(`${options.focusable === true ? 'guarded' : 'ordinary'} ${line}`)
    Object.assign(raw, {
      removeMenu: () => note('menu removed'),
      setContentProtection: (isOn: boolean) => {
        entry.isProtected = isOn
        note('protected')
      },
      showInactive: () => {
        entry.isShown = true
        note('shown inactive')
      },
      show: () => {
        entry.isShown = true
        note('shown')
      },
      focus: () => note('focused'),
      isDestroyed: () => entry.isGone,
      destroy: () => {
        entry.isGone = true
        note('destroyed')
        raw.emit('closed')
      },
      getNativeWindowHandle: () => Buffer.from([shown.indexOf(entry), 0, 0, 0, 0, 0, 0, 0]),
      loadURL: async (address: string) => {
        if (entry.isGone) throw new Error('ERR_FAILED (-2)')
        const { session } = options.webPreferences as { session: unknown }
        const page = await servedBy(session, '')
        const picture = await servedBy(session, /src="([^"]+)"/.exec(page)?.[1] ?? 'none')
        entry.picture = picture
        entry.served.push(page, picture)
        note(`loaded ${address}${picture.includes('<text') ? ' with the secret' : ''}`)
      },
    })
    Object.assign(raw.webContents, {
      capturePage: async () => {
        const page = canvas(576 * scale, 216 * scale)
        paintPicture(page, entry.picture, 0, 0, scale)
        return imageOf(page)
      },
    })
    return window
  }

  const capture = (): Canvas => {
    if (machine.capture === 'nothing') return canvas(0, 0)
    const screen = canvas(SCREEN.width * scale, SCREEN.height * scale, machine.capture === 'black' ? 0 : 90)
    if (machine.capture === 'black') return screen
    screen.fill(50, 50, 400 * scale, 300 * scale, 240)
    for (const { options, isShown, isProtected, isGone, picture } of shown) {
      if (!isShown || isGone) continue
      const { x, y, width, height } = options as unknown as { x: number; y: number; width: number; height: number }
      if (isProtected && machine.protection !== 'none') screen.fill(x * scale, y * scale, width * scale, height * scale, 0)
      else paintPicture(screen, picture, x * scale, y * scale, scale)
    }
    if (machine.covered === true) screen.fill(0, 0, SCREEN.width * scale, SCREEN.height * scale, 60)
    return screen
  }
  const workArea = { x: 0, y: 0, width: SCREEN.width, height: SCREEN.height - 40 }
  const display = { id: 7, size: SCREEN, scaleFactor: scale, workArea }
  const electron = {
    BrowserWindow,
    session: { fromPartition },
    screen: { getAllDisplays: () => [display], getDisplayMatching: () => display },
    desktopCapturer: {
      getSources: async ({ types }: { types: readonly string[] }) => {
        log.push(`captured ${types.join()}`)
        return [{ id: 'screen:0', name: 'Screen 1', display_id: '7', thumbnail: imageOf(capture()) }]
      },
    },
  }
  return {
    electron: electron as unknown as ProtectedWindowElectron,
    log,
    shown,
    sessions,
    guarded: (): ShownWindow => found(shown, true),
    ordinary: (): ShownWindow => found(shown, false),
    /** what Windows says of a window: as Electron, it forgets at a show where the machine is told to */
    isExcluded: (handle: Uint8Array): boolean => {
      const entry = shown[handle[0] ?? -1]
      if (machine.protection === 'lost-by-show' && log.includes('guarded shown')) return false
      return entry?.isProtected ?? false
    },
  }
}

export type ShownScreen = ReturnType<typeof shownScreen>

function found(shown: readonly ShownWindow[], isProtected: boolean): ShownWindow {
  const entry = shown.findLast(({ options }) => options.focusable === isProtected)
  if (entry === undefined) throw new Error('there is no such window')
  return entry
}

function imageOf({ bitmap }: Canvas) {
  return { getSize: () => ({ width: bitmap.width, height: bitmap.height }), toBitmap: () => Buffer.from(bitmap.data) }
}

/** The window of the app as far as the other one asks about it. */
export function mainWindow(state: { readonly isMinimized?: boolean; readonly isVisible?: boolean } = {}): BrowserWindow {
  return Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    isVisible: () => state.isVisible ?? true,
    isMinimized: () => state.isMinimized ?? false,
    getBounds: () => ({ x: 0, y: 0, width: 900, height: 700 }),
  }) as unknown as BrowserWindow
}
