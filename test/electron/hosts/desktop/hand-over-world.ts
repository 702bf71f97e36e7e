import { serialize } from 'node:v8'
import { MessagePort } from 'node:worker_threads'
import { vi } from 'vitest'
import { openDesktopCore } from '#electron/core/desktop.ts'
import { elevationOf } from '#electron/core/elevation.ts'
import { startDesktop } from '#electron/hosts/desktop/desktop.ts'
import type { ElectronParts } from '#electron/hosts/desktop/electron-parts.ts'
import type { WindowsHandOver } from '#electron/rotation/hand-over/windows-ports.ts'
import { openHeldVault } from '#electron/vault/open-vault.ts'
import { succeeded } from '#electron/win32/result.ts'
import { connect, type HostPage } from '#renderer/client/connect.ts'
import { createElectronStandIn } from '../../../support/electron-stand-in.ts'
import { type ClipboardState, clipboardOver } from '../../rotation/hand-over/clipboard-under-test.ts'
import { type Machine as Around, machineUnderTest } from '../../rotation/hand-over/machine-under-test.ts'
import { typingWorld } from '../../rotation/hand-over/typing-under-test.ts'
import { good } from '../../vault/made-vault.ts'
import { type Machine, shownScreen } from './protected-window/shown-screen.ts'

export interface WorldParts {
  /** folder for everything that is written */
  readonly root: string
  readonly secret: string
  readonly machine?: Machine
  readonly around?: Around
  /** false: a system that is not Windows */
  readonly isWindows?: boolean
}

/** The desktop app with a screen, a clipboard and a keychain that holds one password, and everything that went to its page. */
export async function handOverWorld({ root, secret, machine, around = {}, isWindows = true }: WorldParts) {
  const standIn = createElectronStandIn({ userData: `${root}/user-data` })
  const screen = shownScreen(machine, standIn)
  const { BrowserWindow, desktopCapturer, session, screen: displays } = screen.electron
  const electron = {
    ...standIn.electron,
    BrowserWindow,
    desktopCapturer,
    screen: displays,
    session: { ...session, defaultSession: standIn.electron.session.defaultSession },
  } as ElectronParts
  const clipboard: ClipboardState = { clipboard: '', busy: 0 }
  const { ports: typing, typed } = typingWorld()
  const openWindows = async (): Promise<WindowsHandOver> => ({
    typing,
    clipboard: clipboardOver(clipboard),
    protection: { affinity: (handle) => succeeded(screen.isExcluded(handle) ? 'excluded' : 'none') },
    surroundings: machineUnderTest(around),
  })
  const vault = openHeldVault(() => new Date(0))
  const generation = await good(vault.stage({ server: 'ERP01', login: 'windows:ERP01\\erpsync' }, secret))
  await startDesktop(electron, {
    productName: 'ERP Sync Security Checkup',
    folder: root,
    pageFolder: root,
    program: '/opt/app',
    argv: [],
    platform: process.platform,
    noteFault: () => ({ path: '/logs/fault.log' }),
    openElevation: async () => elevationOf(false, { startElevated: () => succeeded(null) }),
    openCore: async (parts) =>
      openDesktopCore({
        ...parts,
        folder: root,
        environment: {},
        platform: 'linux',
        dataFolder: `${root}/data`,
        vault: async () => vault,
        ...(isWindows ? { openWindows } : {}),
      }),
    openWindowStore: () => ({ read: () => undefined, write: () => undefined }),
  })
  const sent = vi.spyOn(MessagePort.prototype, 'postMessage')
  const page = standIn.windows[0]?.webContents.currentPage()
  const { core } = connect({ ...page?.globals, postMessage: page?.postMessage } as unknown as HostPage)
  return {
    core,
    standIn,
    screen,
    clipboard,
    typed,
    page,
    named: { kind: 'stored', generation } as const,
    /** everything that crossed a port in either direction, or was sent to the page beside it, as bytes */
    crossed: (): Buffer => Buffer.concat([...sent.mock.calls.map(([message]) => message), page?.received, standIn.log].map(asBytes)),
  }
}

/** As it lies in memory and as it would lie in a file. */
function asBytes(value: unknown): Buffer {
  return Buffer.concat([serialize(value), Buffer.from(JSON.stringify(value) ?? '')])
}

/** A secret as careless code could write it. */
export function formsOf(secret: string): readonly (readonly [name: string, bytes: Buffer])[] {
  const plain = Buffer.from(secret)
  const wide = Buffer.from(secret, 'utf16le')
  const written = (['base64', 'base64url', 'hex'] as const).flatMap((encoding) => [
    [`${encoding} of UTF-8`, plain.toString(encoding).replace(/=+$/, '')] as const,
    [`${encoding} of UTF-16`, wide.toString(encoding).replace(/=+$/, '')] as const,
  ])
  const texts = [...written, ['HEX of UTF-8', plain.toString('hex').toUpperCase()] as const, ['first half', secret.slice(0, 8)] as const]
  return [
    ['UTF-8', plain],
    ['UTF-16', wide],
    ...texts.map(([name, text]) => [name, Buffer.from(text)] as const),
    ...texts.map(([name, text]) => [`${name}, wide`, Buffer.from(text, 'utf16le')] as const),
  ]
}
