import type * as Electron from 'electron'
import type { BrowserWindow, Rectangle } from 'electron'
import type { DrawOutcome, SecretWindow, SecretWindowPorts, WindowRefusal } from '#electron/core/host-hand-over.ts'
import { PAGE_URL } from '../app-page.ts'
import { type BlockPattern, drawBlockPattern } from './block-pattern.ts'
import { bitmapOf, captureScreens, sizesAround } from './capture.ts'
import { createPicturePage, type PicturePage } from './picture-page.ts'
import { BLANK, BLOCK_SIZE, PICTURE, patternPicture, secretPicture } from './pictures.ts'
import { type ProtectionProof, testProtection } from './self-test.ts'
import { openPictureWindow } from './window.ts'

/** What this window uses of Electron. */
export type ProtectedWindowElectron = Pick<typeof Electron, 'BrowserWindow' | 'desktopCapturer' | 'screen' | 'session'>

export interface ProtectedWindowPorts extends SecretWindowPorts {
  readonly title: string
  /** Null: there is no window that the other one could stand beside. */
  readonly mainWindow: () => BrowserWindow | null
}

/** Long enough to type a long password from it. */
const SHOWN_FOR_MS = 60_000

/** While something is shown, its surroundings are looked at this often. */
const LOOK_EVERY_MS = 1_000

/**
 * Tests the protection, then draws, and is done once the window is gone.
 *
 * Where the person says that nobody else sees the screen now, there is nothing to prove; the window is protected all the same. A new window
 * for each secret: one that was hidden and shown again has lost its protection in some versions of Electron.
 */
export function createProtectedWindow(electron: ProtectedWindowElectron, ports: ProtectedWindowPorts): SecretWindow {
  const openPage = (name: string): PicturePage =>
    createPicturePage((partition, options) => electron.session.fromPartition(partition, options), name)
  let pages: { readonly ordinary: PicturePage; readonly guarded: PicturePage } | null = null
  let current: Stage | null = null
  const close = (): void => {
    const stage = current
    current = null
    stage?.close()
  }
  return {
    draw: async (text, isSharePaused) => {
      close()
      const display = ports.display()
      if (display !== 'local') return refused(`display-${display}`)
      const main = ports.mainWindow()
      if (main === null || main.isDestroyed() || !main.isVisible() || main.isMinimized()) return refused('no-main-window')
      pages ??= { ordinary: openPage('ordinary'), guarded: openPage('guarded') }
      const stage = openStage(electron, ports, pages, main, isSharePaused)
      current = stage
      try {
        return await drawOn(electron, ports, stage, text)
      } catch (error) {
        // Loading and painting fail in a window that is gone.
        if (stage.isClosed()) return refused('closed')
        throw error
      } finally {
        stage.close()
        if (current === stage) current = null
      }
    },
    close,
  }
}

interface Stage {
  readonly isSharePaused: boolean
  readonly ordinary: BrowserWindow
  readonly guarded: BrowserWindow
  readonly pages: { readonly ordinary: PicturePage; readonly guarded: PicturePage }
  isClosed(): boolean
  /** Resolves once it is closed. */
  readonly closed: Promise<void>
  close(): void
}

function openStage(
  electron: ProtectedWindowElectron,
  { title }: ProtectedWindowPorts,
  pages: Stage['pages'],
  parent: BrowserWindow,
  isSharePaused: boolean,
): Stage {
  const area = electron.screen.getDisplayMatching(parent.getBounds()).workArea
  const ordinary = openPictureWindow(electron, {
    title,
    parent,
    bounds: place(area, -1),
    session: pages.ordinary.session,
    isProtected: false,
  })
  const guarded = openPictureWindow(electron, { title, parent, bounds: place(area, 1), session: pages.guarded.session, isProtected: true })
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  let isClosed = false
  const close = (): void => {
    if (isClosed) return
    isClosed = true
    pages.guarded.put(BLANK)
    for (const window of [ordinary, guarded]) if (!window.isDestroyed()) window.destroy()
    resolve()
  }
  guarded.on('closed', close)
  return { isSharePaused, ordinary, guarded, pages, isClosed: () => isClosed, closed, close }
}

/** One above and one below the middle of the screen. */
function place(area: Rectangle, side: -1 | 1): Rectangle {
  const { width, height } = PICTURE
  const middle = area.y + area.height / 2 + side * height * 0.75
  return { x: Math.round(area.x + (area.width - width) / 2), y: Math.round(middle - height / 2), width, height }
}

async function drawOn(electron: ProtectedWindowElectron, ports: ProtectedWindowPorts, stage: Stage, text: string): Promise<DrawOutcome> {
  const proof: ProtectionProof = stage.isSharePaused ? { kind: 'proven' } : await prove(electron, ports, stage)
  if (stage.isClosed()) return refused('closed')
  if (proof.kind === 'not-proven') return refused(proof.reason)
  stage.ordinary.destroy()
  stage.guarded.on('blur', () => stage.close())
  stage.guarded.show()
  stage.guarded.focus()
  // SECURITY: a show may take the protection away; what is drawn comes after it was set and read again.
  stage.guarded.setContentProtection(true)
  const gone = obstacle(ports, stage)
  if (gone !== null) return refused(gone)
  stage.pages.guarded.put(secretPicture(text))
  await stage.guarded.loadURL(PAGE_URL)
  await watch(ports, stage)
  return { kind: 'drawn' }
}

async function prove(electron: ProtectedWindowElectron, ports: ProtectedWindowPorts, stage: Stage): Promise<ProtectionProof> {
  const patterns = { ordinary: drawBlockPattern(ports.randomBytes), protectedOne: drawBlockPattern(ports.randomBytes) }
  await showPattern(stage.guarded, stage.pages.guarded, patterns.protectedOne)
  await showPattern(stage.ordinary, stage.pages.ordinary, patterns.ordinary)
  if (stage.isClosed()) return { kind: 'not-proven', reason: 'nothing-captured' }
  stage.guarded.setContentProtection(true)
  return await testProtection(
    {
      capture: async () => await captureScreens(electron),
      painted: async () => {
        if (stage.isClosed()) return { bitmap: NOTHING, sizes: sizesAround(BLOCK_SIZE) }
        const bitmap = bitmapOf(await stage.guarded.webContents.capturePage())
        return { bitmap, sizes: sizesAround((BLOCK_SIZE * bitmap.width) / PICTURE.width) }
      },
      hasAffinity: () => !stage.isClosed() && ports.isExcluded(stage.guarded.getNativeWindowHandle()) === true,
      wait: ports.wait,
    },
    patterns,
  )
}

const NOTHING = { width: 0, height: 0, data: new Uint8Array(0) } as const

async function showPattern(window: BrowserWindow, page: PicturePage, pattern: BlockPattern): Promise<void> {
  page.put(patternPicture(pattern))
  if (window.isDestroyed()) return
  await window.loadURL(PAGE_URL)
  if (!window.isDestroyed()) window.showInactive()
}

/** Stays until the person leaves the window, the time is over or the surroundings change. */
async function watch(ports: ProtectedWindowPorts, stage: Stage): Promise<void> {
  for (let shownMs = 0; shownMs < SHOWN_FOR_MS && !stage.isClosed(); shownMs += LOOK_EVERY_MS) {
    if (obstacle(ports, stage) !== null) return
    await Promise.race([ports.wait(LOOK_EVERY_MS), stage.closed])
  }
}

/** Why nothing may be on this stage at this moment. */
function obstacle(ports: ProtectedWindowPorts, stage: Stage): WindowRefusal | null {
  if (stage.isClosed()) return 'closed'
  const display = ports.display()
  if (display !== 'local') return `display-${display}`
  const isExcluded = stage.isSharePaused || ports.isExcluded(stage.guarded.getNativeWindowHandle()) === true
  return isExcluded ? null : 'no-affinity'
}

function refused(reason: WindowRefusal): DrawOutcome {
  return { kind: 'refused', reason }
}
