import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { AnyRouter } from '@orpc/server'

import { type Access, createAccess } from './access.ts'
import { createAnswers, pathOf, refuse } from './answers.ts'
import type { Door } from './door.ts'
import { isWelcome } from './gate.ts'
import type { Limits } from './limits.ts'
import { createRpcSockets, type RpcSockets } from './rpc-sockets.ts'
import type { Screens } from './screens.ts'

/** SECURITY: the only address that this host ever listens on. */
const LOOPBACK = '127.0.0.1'

const HTTP_PORT = 80

export interface ServerOptions {
  /** 0: any port that is free */
  readonly port: number
  readonly screens: Screens
  readonly door: Door
  readonly router: AnyRouter
  readonly limits: Limits
  readonly noteFault: (error: unknown) => void
  readonly onRedeemed: () => void
  readonly onCame: () => void
  readonly onLeft: () => void
}

export interface LoopbackServer {
  readonly host: string
  readonly access: Access
  /** closes every connection; ends when none is left */
  close(): Promise<void>
}

export type Listening =
  | { readonly ok: true; readonly server: LoopbackServer }
  | { readonly ok: false; readonly because: 'taken' | 'not-allowed' }

/** Starts to listen; a port that cannot be had is a value. */
export async function startServer(options: ServerOptions): Promise<Listening> {
  const { limits, noteFault } = options
  const server = createServer({
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.lookEveryMs,
    keepAliveTimeout: limits.headMs,
  })
  server.timeout = limits.silentMs
  server.maxConnections = limits.connections
  const refusal = await listen(server, options.port)
  if (refusal !== null) return { ok: false, because: refusal }
  const { port } = server.address() as AddressInfo
  // A browser leaves out the port that is the usual one of the protocol.
  const host = port === HTTP_PORT ? LOOPBACK : `${LOOPBACK}:${port}`
  const access = createAccess({ port, lifeMs: limits.tokenMs, now: () => performance.now() })
  const answer = createAnswers({ ...options, host, access, tokenBodyBytes: limits.tokenBodyBytes })
  const sockets = createRpcSockets(options)
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!request.destroyed) noteFault(error)
      refuse(response, 500)
    })
  })
  server.on('upgrade', (request, connection, head) => {
    connection.on('error', () => undefined)
    if (mayOpen(request, host, access, sockets)) sockets.open(request, connection, head)
    else turnAway(connection)
  })
  return { ok: true, server: { host, access, close: () => close(server, sockets) } }
}

/** Null: the server listens. */
async function listen(server: Server, port: number): Promise<'taken' | 'not-allowed' | null> {
  server.listen(port, LOOPBACK)
  try {
    await once(server, 'listening')
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') return 'taken'
    if (code === 'EACCES') return 'not-allowed'
    throw new Error('the loopback host cannot listen', { cause: error })
  }
}

function mayOpen(request: IncomingMessage, host: string, access: Access, sockets: RpcSockets): boolean {
  return (
    isWelcome(request, host, 'required') &&
    pathOf(request) === `${access.place}rpc` &&
    access.admits(request.headers.cookie) &&
    !sockets.isFull
  )
}

/** The same for every reason: whoever has no business here learns nothing. */
function turnAway(connection: Duplex): void {
  connection.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => connection.destroy())
}

async function close(server: Server, sockets: RpcSockets): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  await sockets.close()
  server.closeAllConnections()
  await closed
}
