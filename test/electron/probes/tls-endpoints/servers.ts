import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createHttpsServer, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { createNotebook } from '#electron/probes/reading.ts'
import { type Clock, type Limits, startClock } from '#electron/probes/tls-endpoints/limits.ts'
import { type EndpointSurroundings, readEndpoints } from '#electron/probes/tls-endpoints/read-endpoints.ts'
import { rootsOf } from '#electron/probes/tls-endpoints/roots.ts'
import { factSchemas } from '#shared/facts/index.ts'

/** A server on 127.0.0.1 for one test. */
export interface LocalServer extends AsyncDisposable {
  readonly port: number
  /** connections so far */
  count(): number
}

const PAGE: RequestListener = (_request, response) => {
  response.end('page')
}

async function listening(server: Server): Promise<LocalServer> {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    count: () => connections,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Speaks whatever the test says, byte by byte. */
export function rawServer(handle: (socket: Socket) => void): Promise<LocalServer> {
  return listening(createServer(handle))
}

export function webServer(listener: RequestListener = PAGE): Promise<LocalServer> {
  return listening(createHttpServer(listener))
}

/** A proxy that answers requests for a tunnel as the test says. */
export function proxyServer(onConnect: (request: IncomingMessage, socket: Duplex) => void): Promise<LocalServer> {
  return listening(createHttpServer().on('connect', onConnect))
}

export function secureServer(options: ServerOptions, listener: RequestListener = PAGE): Promise<LocalServer> {
  const server = createHttpsServer(options, listener)
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  return listening(server)
}

/** A port of 127.0.0.1 on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = await rawServer(() => undefined)
  await server[Symbol.asyncDispose]()
  return server.port
}

export const TEST_LIMITS: Limits = { connectMs: 5000, handshakeMs: 5000, httpMs: 5000, wholeMs: 15_000 }

export function clockOf(limits: Partial<Limits> = {}): Clock {
  return startClock({ ...TEST_LIMITS, ...limits })
}

/** What a reading says of these addresses; without more said nothing is trusted and plain HTTP is closed. */
export async function read(
  addresses: readonly string[],
  more: Partial<EndpointSurroundings> & { readonly roots?: () => ReturnType<typeof rootsOf> } = {},
) {
  const notebook = createNotebook()
  const surroundings: EndpointSurroundings = {
    clock: clockOf(),
    now: new Date('2026-03-01T08:15:00Z'),
    roots: () => rootsOf([]),
    machineProxy: () => null,
    environment: {},
    httpPort: more.httpPort ?? (await closedPort()),
    ...more,
  }
  const reading = notebook.reading({ endpoints: await readEndpoints(addresses, surroundings, notebook) })
  if (reading.status !== 'ok') throw new Error('a notebook always gives facts')
  // Whatever a server does, the facts are such as a snapshot takes.
  factSchemas['tls-endpoints'].parse(reading.facts)
  return { ...reading, endpoints: reading.facts.endpoints, first: reading.facts.endpoints[0] }
}
