import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type AnyRouter, ORPCError, onError } from '@orpc/server'
import { type MinimalWebsocket, RPCHandler } from '@orpc/server/websocket'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'

import type { Limits } from './limits.ts'

/** The open pages, each with its socket to the core. */
export interface RpcSockets {
  /** takes over the connection of a page that was let in */
  open(request: IncomingMessage, connection: Duplex, head: Buffer): void
  readonly isFull: boolean
  /** says goodbye to every page and waits until they are gone */
  close(): Promise<void>
}

export interface RpcSocketsOptions {
  /** procedures that need no context */
  readonly router: AnyRouter
  readonly limits: Limits
  readonly noteFault: (error: unknown) => void
  readonly onCame: () => void
  readonly onLeft: () => void
}

/** RFC 6455, 7.4.1 */
const GOING_AWAY = 1001
const POLICY_VIOLATION = 1008

export function createRpcSockets({ router, limits, noteFault, onCame, onLeft }: RpcSocketsOptions): RpcSockets {
  const handler = new RPCHandler(router, { clientInterceptors: [onError((error) => noteOwnFault(error, noteFault))] })
  // SECURITY: no compression, so that a small message cannot become a large one.
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: limits.messageBytes })
  const accept = (socket: WebSocket): void => {
    onCame()
    // The handler asks for a browser's type and uses no more of it than `send`.
    const peer = socket as unknown as MinimalWebsocket
    const stopAsking = askWhetherAlive(socket, limits.pingEveryMs)
    // What is wrong with a socket ends it: the event `close` follows.
    socket.on('error', () => undefined)
    socket.on('message', (data, isBinary) => {
      // Whoever sends what is no message of the contract is no page of ours.
      handler
        .message(peer, isBinary ? Uint8Array.from(bytesOf(data)).buffer : bytesOf(data).toString())
        .catch(() => socket.close(POLICY_VIOLATION))
    })
    socket.on('close', () => {
      stopAsking()
      handler.close(peer)
      onLeft()
    })
  }
  return {
    open: (request, connection, head) => server.handleUpgrade(request, connection, head, accept),
    get isFull() {
      return server.clients.size >= limits.pages
    },
    close: () => closeAll(server, limits.goodbyeMs),
  }
}

/** The core turns what is thrown in it into failures of the contract and notes down the rest; this is what slipped past it. */
function noteOwnFault(error: unknown, noteFault: (error: unknown) => void): void {
  if (!(error instanceof ORPCError)) noteFault(error)
}

/** Ends a socket whose page did not answer a whole round: it sleeps for good, or its computer does. */
function askWhetherAlive(socket: WebSocket, everyMs: number): () => void {
  let isAlive = true
  socket.on('pong', () => {
    isAlive = true
  })
  const timer = setInterval(() => {
    if (!isAlive) {
      socket.terminate()
      return
    }
    isAlive = false
    socket.ping()
  }, everyMs)
  return () => clearInterval(timer)
}

function bytesOf(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)
}

async function closeAll(server: WebSocketServer, goodbyeMs: number): Promise<void> {
  const gone = [...server.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)))
  for (const socket of server.clients) socket.close(GOING_AWAY)
  const timer = setTimeout(() => {
    for (const socket of server.clients) socket.terminate()
  }, goodbyeMs)
  await Promise.all(gone)
  clearTimeout(timer)
}
