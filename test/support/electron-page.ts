import { EventEmitter } from 'node:events'
import { MessageChannel, MessagePort } from 'node:worker_threads'

import { bridgePage, type PageMessage } from '#electron/hosts/desktop/page-bridge.ts'

/** How a message leaves the page's process. */
export type Leave = (channel: string, message: unknown, ports: readonly MessagePort[]) => void

/**
 * The process of a page with its two worlds.
 *
 * The preload script is the real one. Between the worlds nothing but cloned data and ports pass, as with context isolation.
 */
export function createPageStandIn(address: string, leave: Leave) {
  const { origin } = new URL(address).origin === 'null' ? { origin: address.split('/').slice(0, 3).join('/') } : new URL(address)
  const listeners: ((event: PageMessage) => void)[] = []
  const received: unknown[] = []
  const pageGlobals: Record<string, unknown> = {}
  const ipc = new EventEmitter()
  const deliver = (source: unknown, message: unknown, target: string, transfer: readonly MessagePort[]): void => {
    if (target !== '/' && target !== origin) return
    const cloned: unknown = structuredClone(message)
    received.push(cloned)
    for (const listener of listeners) listener({ data: cloned, origin, source, ports: transfer })
  }
  const preloadWindow = {
    location: { origin },
    addEventListener: (_type: 'message', listener: (event: PageMessage) => void) => void listeners.push(listener),
    postMessage: (message: unknown, target: string) => deliver(preloadWindow, message, target, []),
  }
  bridgePage(
    {
      contextBridge: {
        exposeInMainWorld: (name, api: unknown) => {
          pageGlobals[name] = structuredClone(api)
        },
      },
      ipcRenderer: {
        on: (channel: string, listener: (...args: never[]) => void) => ipc.on(channel, listener as (...args: unknown[]) => void),
        postMessage: (channel: string, message: unknown, transfer: readonly unknown[] = []) => {
          for (const port of transfer) if (!(port instanceof MessagePort)) throw new Error('an object could not be cloned')
          leave(channel, structuredClone(message), transfer as readonly MessagePort[])
        },
      } as unknown as Parameters<typeof bridgePage>[0]['ipcRenderer'],
    },
    preloadWindow,
  )
  return {
    origin,
    /** what the page finds in its window */
    globals: pageGlobals,
    /** everything that was posted to the page's window */
    received,
    receive: (channel: string, ...args: unknown[]) => ipc.emit(channel, { ports: [] }, ...args),
    /** as the page's own script calls it: `window.postMessage(message, '/', [port])` */
    postMessage: (message: unknown, target: string, transfer: readonly MessagePort[] = []) =>
      deliver(preloadWindow, message, target, transfer),
    /** a frame inside the page, or a window that opened it, posts to it */
    postFromElsewhere: (message: unknown, transfer: readonly MessagePort[] = []) => deliver({}, message, '/', transfer),
    /** both ends of a channel of the page */
    channel: () => new MessageChannel(),
  }
}

export type PageStandIn = ReturnType<typeof createPageStandIn>
