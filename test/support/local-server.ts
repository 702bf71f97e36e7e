import { createServer, type Socket } from 'node:net'

/** A server on 127.0.0.1 that answers each request and ends the connection. */
export interface LocalServer {
  readonly port: number
  /** What was sent to it, as it came. */
  readonly received: string[]
  /** Ends it with all its connections. */
  close(): Promise<void>
}

/** `answer` gets what was sent; null: the server keeps silent. */
export async function serveLocally(answer: (request: string) => string | null): Promise<LocalServer> {
  const received: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // The other side may leave in any way.
    socket.on('error', () => socket.destroy())
    socket.on('data', (data) => {
      const request = data.toString('latin1')
      received.push(request)
      const text = answer(request)
      if (text !== null) socket.end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return { port: address.port, received, close }
}

/** A port on 127.0.0.1 that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = await serveLocally(() => null)
  await server.close()
  return server.port
}
