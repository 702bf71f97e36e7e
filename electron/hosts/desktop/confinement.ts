import type { Session, WebContents } from 'electron'
import { isPageUrl, PAGE_ORIGIN } from './app-page.ts'
import type { ElectronParts } from './electron-parts.ts'

/** Copying a command is the one thing that the page may ask of the system, and it happens on a click. */
const COPY_TEXT = 'clipboard-sanitized-write'

/** SECURITY: what the page's session may do: load the app's own files, copy text, and nothing else. */
export function confineSession(session: Session, { isPackaged }: { readonly isPackaged: boolean }): void {
  session.setPermissionRequestHandler((contents, permission, decide) => {
    decide(permission === COPY_TEXT && isPageUrl(contents.getURL()))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === COPY_TEXT && origin.replace(/\/$/, '') === PAGE_ORIGIN,
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null))
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }))
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(url, isPackaged) }))
}

/** The app's files, what the page made itself, and – while developing – Chromium's own inspector. */
export function mayLoad(address: string, isPackaged: boolean): boolean {
  if (isPageUrl(address) || address.startsWith(`blob:${PAGE_ORIGIN}/`) || address.startsWith('data:')) return true
  return !isPackaged && address.startsWith('devtools://')
}

/** SECURITY: no page leads anywhere, opens a window or embeds one; a link goes to `openLink`, which decides. */
export function confineContents(app: ElectronParts['app'], openLink: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    stayHere(contents)
    contents.setWindowOpenHandler(({ url }) => {
      openLink(url)
      return { action: 'deny' }
    })
  })
}

function stayHere(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!(event.isMainFrame && isPageUrl(event.url))) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    // A frame inside the page is filled by script and stays where it began.
    if (!isPageUrl(event.url) && event.url !== 'about:blank') event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
