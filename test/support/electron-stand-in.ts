import { EventEmitter } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import { type Mock, vi } from 'vitest'

import type { ElectronParts } from '#electron/hosts/desktop/electron-parts.ts'
import { createPageStandIn, type PageStandIn } from './electron-page.ts'

/** A port of the main process as Electron makes it: an event emitter that is deaf before `start`. Messages are cloned for real. */
export function mainPort(port: MessagePort) {
  const emitter = new EventEmitter()
  port.on('close', () => emitter.emit('close'))
  return Object.assign(emitter, {
    postMessage: (message: unknown) => port.postMessage(message),
    start: () => port.on('message', (data) => emitter.emit('message', { data, ports: [] })),
    close: () => port.close(),
  })
}

/** Fails loudly where the product uses a part of Electron that is not stood in for. */
function whole<Part extends object>(name: string, part: Part): Part {
  return new Proxy(part, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && !(key in target) && key !== 'then') throw new Error(`the stand-in has no ${name}.${key}`)
      return Reflect.get(target, key, receiver)
    },
  })
}

export interface Display {
  readonly workArea: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** What a test chooses. */
export interface StandInOptions {
  readonly isPackaged?: boolean
  readonly locale?: string
  readonly displays?: readonly Display[]
  readonly userData?: string
  /** switches of the command line */
  readonly switches?: readonly string[]
  /** false: another process of the same rights runs */
  readonly isFirst?: boolean
}

type Handler = (...args: never[]) => unknown

/** Electron without its binary: what the desktop host uses of it, with messages cloned and worlds kept apart as Electron does. */
export function createElectronStandIn(options: StandInOptions = {}) {
  const log: string[] = []
  const note = (line: string): void => {
    log.push(line)
  }
  const app = standInApp(options, note)
  const ipcMain = new EventEmitter()
  const session = standInSession()
  const served = new Map<string, (request: Request) => Promise<Response>>()
  const menus: MenuTemplate[] = []
  const windows: StandInWindow[] = []
  const children: StandInChild[] = []
  const dialog: { readonly [name in 'showErrorBox' | 'showMessageBox' | 'showOpenDialog']: Mock } = {
    showErrorBox: vi.fn((title: string, content: string) => note(`error box: ${title}: ${content}`)),
    showOpenDialog: vi.fn(async () => ({ canceled: true, filePaths: [] })),
    showMessageBox: vi.fn(async () => ({ response: 0, checkboxChecked: false })),
  }
  const shell: { readonly openExternal: Mock } = { openExternal: vi.fn(async () => undefined) }
  const clipboard: { readonly writeText: Mock } = { writeText: vi.fn(async () => undefined) }
  const BrowserWindow = standInWindows({ app, ipcMain, windows, note })
  const parts = {
    app: whole('app', app),
    BrowserWindow,
    clipboard: whole('clipboard', clipboard),
    dialog: whole('dialog', dialog),
    ipcMain,
    Menu: whole('Menu', {
      buildFromTemplate: (template: MenuTemplate) => template,
      setApplicationMenu: (menu: MenuTemplate) => menus.push(menu),
    }),
    protocol: whole('protocol', {
      registerSchemesAsPrivileged: (schemes: unknown) => note(`schemes: ${JSON.stringify(schemes)}`),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => served.set(scheme, handler),
    }),
    screen: whole('screen', {
      getAllDisplays: () => options.displays ?? [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
    }),
    session: whole('session', { defaultSession: session.parts }),
    shell: whole('shell', shell),
    utilityProcess: whole('utilityProcess', {
      fork: (path: string, args: readonly string[], forkOptions: object) => {
        const child = standInChild(path, args, forkOptions)
        children.push(child)
        return child
      },
    }),
  }
  return {
    electron: parts as unknown as ElectronParts,
    app,
    ipcMain,
    session,
    dialog,
    shell,
    clipboard,
    menus,
    windows,
    children,
    log,
    /** what the page gets for an address of the given scheme */
    fetch: async (address: string, init?: RequestInit) => {
      const handler = served.get(new URL(address).protocol.slice(0, -1))
      if (handler === undefined) throw new Error(`nobody serves ${address}`)
      return await handler(new Request(address, init))
    },
  }
}

export type ElectronStandIn = ReturnType<typeof createElectronStandIn>

function standInApp(options: StandInOptions, note: (line: string) => void) {
  const paths: Record<string, string> = {
    appData: '/app-data',
    userData: options.userData ?? '/app-data/Electron',
    documents: '/documents',
  }
  let isReady = false
  let isHeld = false
  return Object.assign(new EventEmitter(), {
    isPackaged: options.isPackaged ?? false,
    enableSandbox: () => note(isReady ? 'sandbox too late' : 'sandbox'),
    setName: (name: string) => note(`name: ${name}`),
    setAppUserModelId: (id: string) => note(`id: ${id}`),
    setPath: (name: string, path: string) => {
      if (options.userData === undefined) paths[name] = path
    },
    getPath: (name: string) => paths[name] ?? '',
    getVersion: () => '0.0.0',
    getLocale: () => (isReady ? (options.locale ?? 'en-US') : ''),
    commandLine: { hasSwitch: (name: string) => options.switches?.includes(name) ?? false },
    whenReady: async () => {
      isReady = true
    },
    requestSingleInstanceLock: () => {
      isHeld = options.isFirst ?? true
      note(isHeld ? 'instance lock taken' : 'instance lock refused')
      return isHeld
    },
    releaseSingleInstanceLock: () => note('instance lock released'),
    quit: vi.fn(() => note('quit')) as Mock,
    exit: vi.fn((status: number) => note(`exit ${status}`)) as Mock,
  })
}

/** The rules that the host sets, to be asked as Chromium would ask them. */
function standInSession() {
  const handlers = new Map<string, Handler | null>()
  const keep = (name: string) => (handler: Handler | null) => void handlers.set(name, handler)
  const emitter = new EventEmitter()
  let onBeforeRequest: ((details: { url: string }, decide: (answer: { cancel?: boolean }) => void) => void) | undefined
  const parts = Object.assign(emitter, {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display-media'),
    setUSBProtectedClassesHandler: keep('usb'),
    setBluetoothPairingHandler: keep('bluetooth'),
    setSpellCheckerEnabled: (isOn: boolean) => void handlers.set(isOn ? 'spelling on' : 'spelling off', null),
    webRequest: {
      onBeforeRequest: (listener: typeof onBeforeRequest) => {
        onBeforeRequest = listener
      },
    },
  })
  return {
    parts: whole('session', parts),
    handlers,
    /** whether a request to an address is let through */
    lets: (url: string): boolean => {
      let isCancelled = false
      if (onBeforeRequest === undefined) throw new Error('nobody looks at requests')
      onBeforeRequest({ url }, ({ cancel }) => {
        isCancelled = cancel === true
      })
      return !isCancelled
    },
    download: (item: object) => {
      const event = { preventDefault: vi.fn() }
      emitter.emit('will-download', event, item)
      return event.preventDefault.mock.calls.length === 0
    },
  }
}

export interface MenuEntry {
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly submenu?: readonly MenuEntry[]
  readonly click?: () => void
}
export type MenuTemplate = readonly MenuEntry[]

function standInChild(path: string, args: readonly string[], options: object) {
  const sent: unknown[] = []
  const process = new EventEmitter()
  return Object.assign(process, {
    path,
    args,
    options: options as { readonly env: NodeJS.ProcessEnv; readonly [name: string]: unknown },
    sent,
    pid: undefined as number | undefined,
    postMessage: (message: unknown) => sent.push(structuredClone(message)),
    kill: vi.fn(() => true) as Mock,
    /** what the process says, as Electron hands it on */
    say: (message: unknown) => process.emit('message', structuredClone(message)),
  })
}

export type StandInChild = ReturnType<typeof standInChild>

interface WindowWorld {
  readonly app: EventEmitter
  readonly ipcMain: EventEmitter
  readonly windows: StandInWindow[]
  readonly note: (line: string) => void
}

let nextContents = 1

function standInContents(world: WindowWorld) {
  const id = nextContents++
  let url = ''
  let page: PageStandIn | null = null
  let openHandler: ((details: { url: string }) => { action: string }) | undefined
  const mainFrame = {
    parent: null,
    get url() {
      return url
    },
  }
  const contents = Object.assign(new EventEmitter(), {
    id,
    mainFrame,
    getURL: () => url,
    reload: vi.fn() as Mock,
    print: vi.fn() as Mock,
    send: (channel: string, ...args: unknown[]) => page?.receive(channel, ...structuredClone(args)),
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler
    },
    /** what a click on a link that opens a window comes to */
    clickLink: (address: string) => openHandler?.({ url: address }).action,
    /** the page as its preload script and its own scripts see it */
    load: (address: string) => {
      url = address
      page = createPageStandIn(address, (channel, message, ports) => {
        const event = { sender: contents, senderFrame: mainFrame, ports: ports.map(mainPort) }
        world.ipcMain.emit(channel, event, message)
      })
      return page
    },
    currentPage: (): PageStandIn => {
      if (page === null) throw new Error('no page was loaded')
      return page
    },
  })
  return contents
}

export type StandInWindow = EventEmitter & {
  readonly options: { readonly [name: string]: unknown; readonly webPreferences?: { readonly [name: string]: unknown } }
  readonly webContents: ReturnType<typeof standInContents>
  bounds: { x: number; y: number; width: number; height: number }
  isMax: boolean
  isMin: boolean
}

function standInWindows(world: WindowWorld) {
  return function BrowserWindow(options: StandInWindow['options']) {
    const webContents = standInContents(world)
    const window: StandInWindow = Object.assign(new EventEmitter(), {
      options,
      webContents,
      bounds: { x: 10, y: 20, width: 900, height: 700, ...(options as object) },
      isMax: false,
      isMin: false,
      maximize: () => {
        window.isMax = true
      },
      isMaximized: () => window.isMax,
      isMinimized: () => window.isMin,
      isDestroyed: () => false,
      isVisible: () => true,
      getBounds: () => window.bounds,
      restore: () => world.note('restored'),
      show: () => world.note('shown'),
      focus: () => world.note('focused'),
      getNormalBounds: () => ({ x: window.bounds.x, y: window.bounds.y, width: window.bounds.width, height: window.bounds.height }),
      loadURL: async (address: string) => {
        webContents.load(address)
        world.note(`loaded ${address}`)
      },
    })
    world.windows.push(window)
    world.app.emit('web-contents-created', {}, webContents)
    return whole('window', window)
  }
}
