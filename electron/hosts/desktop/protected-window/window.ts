import type { BrowserWindow, Rectangle, Session } from 'electron'
import type { ElectronParts } from '../electron-parts.ts'
import { pagePreferences } from '../window.ts'

export interface PictureWindowParts {
  readonly title: string
  readonly parent: BrowserWindow
  readonly bounds: Rectangle
  readonly session: Session
  /** Whether captures get nothing of it, and a person may put the focus into it. */
  readonly isProtected: boolean
}

/** A small window for one picture; hidden until somebody shows it. */
export function openPictureWindow({ BrowserWindow }: Pick<ElectronParts, 'BrowserWindow'>, parts: PictureWindowParts): BrowserWindow {
  const { preload: _none, ...walls } = pagePreferences('', true) ?? {}
  const window = new BrowserWindow({
    ...parts.bounds,
    useContentSize: true,
    parent: parts.parent,
    title: parts.title,
    show: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    focusable: parts.isProtected,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    autoHideMenuBar: true,
    // SECURITY: the page has no script, and none that got in would run.
    webPreferences: { ...walls, javascript: false, devTools: false, session: parts.session },
  })
  window.removeMenu()
  window.on('page-title-updated', (event) => event.preventDefault())
  if (parts.isProtected) window.setContentProtection(true)
  return window
}
