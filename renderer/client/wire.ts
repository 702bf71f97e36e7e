import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'

export type Link = ClientLink<ClientContext>

/** An open way to the core. */
export interface Wire {
  readonly link: Link
  /** resolves when the other end is gone */
  readonly closed: Promise<void>
  /** A call on a port whose other end is gone never settles: after this time the wire counts as closed; null: calls end by themselves. */
  readonly callLimitMs: number | null
  readonly close: () => void
}

/** Rejects where there is no way to the core now. */
export type OpenWire = () => Promise<Wire>

/** A page is made in seconds and a scan answers at once with a stream; nothing takes this long unless nobody listens. */
const PORT_CALL_LIMIT_MS = 120_000
/** Both ends are on this machine. */
const PORT_HELLO_MS = 10_000

/** What the preload of the desktop window waits for, with one end of a channel: it hands it on to the core. */
export const PORT_MESSAGE = 'erp-checkup:port'

/** Opens a channel through the desktop's preload and makes sure that somebody answers. */
export async function openPort(page: Pick<Window, 'postMessage'>): Promise<Wire> {
  const { port1: own, port2: theirs } = new MessageChannel()
  const link: Link = new PortLink({ port: own })
  const { promise: closed, resolve: end } = Promise.withResolvers<void>()
  own.addEventListener('close', () => end(), { once: true })
  own.start()
  page.postMessage(PORT_MESSAGE, '/', [theirs])
  await withinLimit(link.call(['app', 'settings'], {}, { context: {} }), PORT_HELLO_MS)
  // A port that is closed here says nothing to this side.
  const close = () => {
    own.close()
    end()
  }
  return { link, closed, callLimitMs: PORT_CALL_LIMIT_MS, close }
}

/** Opens the socket of the loopback host; the session's cookie goes with it. */
export function openSocket(address: string): Promise<Wire> {
  const websocket = new WebSocket(address)
  const closed = new Promise<void>((resolve) => {
    websocket.addEventListener('close', () => resolve(), { once: true })
  })
  const wire: Wire = { link: new SocketLink({ websocket }), closed, callLimitMs: null, close: () => websocket.close() }
  return new Promise((resolve, reject) => {
    websocket.addEventListener('open', () => resolve(wire), { once: true })
    websocket.addEventListener('close', () => reject(new Error('the socket was not opened')), { once: true })
  })
}

export class NoAnswer extends Error {}

/** Rejects with NoAnswer where the work takes longer. */
export function withinLimit<Value>(work: Promise<Value>, limitMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer('nobody answers')), limitMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
