import { connect, type Socket } from 'node:net'
import type { Facts } from '#shared/facts/index.ts'
import { CONNECTION_TIME_LIMIT_CODE, describeConnectionError } from '../connection-errors.ts'
import type { ProxyAddress, Target } from './proxy-address.ts'

type Attempt = Facts['connector']['installations'][number]['reachability'][number]

/** How long one attempt may take, in milliseconds: as long as a far-away server needs on a bad day. All run at once. */
const ATTEMPT_LIMIT_MS = 5000

/** An answer of a proxy begins with its status line; more than this without a line's end is none, in bytes. */
const MAX_STATUS_LINE_BYTES = 1024

/** Tries each target directly and, where there is one, through its proxy. */
export async function tryTargets(
  targets: readonly Target[],
  proxyOf: (target: Target) => ProxyAddress | null,
): Promise<readonly Attempt[]> {
  const attempts = targets.flatMap((target) => {
    const proxy = proxyOf(target)
    const direct = tryDirect(target).then((error): Attempt => ({ ...target, via: 'direct', ok: error === null, error }))
    if (proxy === null) return [direct]
    return [direct, tryThrough(proxy, target).then((error): Attempt => ({ ...target, via: 'proxy', ok: error === null, error }))]
  })
  return await Promise.all(attempts)
}

/** Null: the target took the connection, which is closed at once. */
async function tryDirect(target: Target): Promise<string | null> {
  return await withSocket(target, (_socket, done) => done(null))
}

/** Asks the proxy for a way to the target. Nothing is sent to the target itself, and the proxy is not signed in to. */
async function tryThrough(proxy: ProxyAddress, { host, port }: Target): Promise<string | null> {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const error = await withSocket(proxy, (socket, done) => {
    let received = ''
    socket.setEncoding('latin1')
    socket.on('data', (part: string) => {
      received += part
      if (received.includes('\n') || received.length > MAX_STATUS_LINE_BYTES) done(judgeAnswer(received))
    })
    socket.on('end', () => done(judgeAnswer(received)))
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`)
  })
  return error === null ? null : `proxy: ${error}`
}

function judgeAnswer(text: string): string | null {
  const status = Number(/^HTTP\/\d\.\d (\d{3})\b/.exec(text)?.[1] ?? 0)
  if (status >= 200 && status < 300) return null
  if (status === 0) return 'it did not answer as a proxy does'
  return status === 407 ? 'it asks for a sign-in' : `it refused (${status})`
}

/** Connects and lets `use` decide with `done`; ends by itself with the words for an error or for the time limit. */
async function withSocket(target: Target, use: (socket: Socket, done: (error: string | null) => void) => void): Promise<string | null> {
  return await new Promise((resolve) => {
    const socket = connect({ host: target.host, port: target.port })
    const done = (error: string | null): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(error)
    }
    const timer = setTimeout(() => done(describeConnectionError(CONNECTION_TIME_LIMIT_CODE)), ATTEMPT_LIMIT_MS)
    socket.once('connect', () => use(socket, done))
    socket.on('error', (error: NodeJS.ErrnoException) => done(describeConnectionError(error.code)))
  })
}
