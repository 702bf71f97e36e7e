import { type Connection, createConnection } from './connection.ts'
import { openPort, openSocket } from './wire.ts'

/** What a page knows of its host. */
export type HostPage = Pick<Window, 'postMessage' | 'location'> & {
  /** set by the preload of the desktop window: it hands a port on to the core */
  readonly erpCheckupPort?: unknown
}

/**
 * Reaches the core by what the host of this page offers: a port through the desktop's preload, else the socket of the loopback host.
 *
 * The socket's address is beside the page's: the session's cookie goes to that folder alone.
 */
export function connect(page: HostPage): Connection {
  if (page.erpCheckupPort !== undefined) return createConnection(() => openPort(page))
  const address = new URL('rpc', page.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  address.hash = ''
  return createConnection(() => openSocket(address.href))
}
