import type { ContextBridge, IpcRenderer } from 'electron'
import { channels, isPagePlace, PORT_MARK } from './channels.ts'

/** A message as it arrives in the page's window. */
export interface PageMessage {
  readonly data: unknown
  readonly origin: string
  readonly source: unknown
  readonly ports: readonly unknown[]
}

/** The part of the page's window that the preload script touches. */
export interface PageWindow {
  readonly location: { readonly origin: string }
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void
  postMessage(message: unknown, targetOrigin: string): void
}

export interface PreloadParts {
  readonly ipcRenderer: Pick<IpcRenderer, 'on' | 'postMessage'>
  readonly contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>
}

/**
 * All that the preload script does: hands a port of the page on to the core, and tells the page where the menu leads.
 *
 * SECURITY: no function is exposed to the page, only the mark that this script is there. What the page can do is what the core answers
 * on that port.
 */
export function bridgePage({ ipcRenderer, contextBridge }: PreloadParts, page: PageWindow): void {
  contextBridge.exposeInMainWorld(PORT_MARK, true)
  page.addEventListener('message', ({ data, origin, source, ports }) => {
    if (data !== channels.port || source !== page || origin !== page.location.origin || ports.length !== 1) return
    // A port of the page is what Electron expects here; this file knows no browser types.
    ipcRenderer.postMessage(channels.port, null, [...ports] as Parameters<IpcRenderer['postMessage']>[2])
  })
  ipcRenderer.on(channels.go, (_event, place: unknown) => {
    if (isPagePlace(place)) page.postMessage({ kind: channels.go, place }, page.location.origin)
  })
}
