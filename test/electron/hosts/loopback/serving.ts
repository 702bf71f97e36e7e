import { once } from 'node:events'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect, type Socket } from 'node:net'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { implement } from '@orpc/server'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { ServeEnd, ServeLink } from '#electron/core/serve-host.ts'
import { type HostParts, type HostRequest, runHost } from '#electron/hosts/loopback/host.ts'
import { type Limits, usualLimits } from '#electron/hosts/loopback/limits.ts'
import type { ScreenFile, Screens } from '#electron/hosts/loopback/screens.ts'
import type { CoreClient } from '#renderer/client/core-client.ts'
import type { About } from '#shared/contract/app.ts'
import { contract } from '#shared/contract/index.ts'

export const about: About = {
  version: '1.2.3',
  host: 'loopback',
  platform: 'linux',
  machine: 'ERP01',
  canRead: false,
  elevated: null,
  canElevate: false,
  checks: 1,
  tools: 2,
  catalogue: '',
}

const core = implement(contract)

/** As much of the core as these tests ask for. */
export function smallRouter(scan?: (signal: AbortSignal | undefined) => Promise<void>) {
  return {
    app: {
      about: core.app.about.handler(() => about),
      texts: core.app.texts.handler(() => {
        throw new Error('hunter2')
      }),
    },
    cases: {
      remove: core.cases.remove.handler(({ errors }) => {
        throw errors.NOT_FOUND({ data: { line: 'There is no such case.' } })
      }),
      openSnapshot: core.cases.openSnapshot.handler(({ input, errors }) => {
        throw errors.REFUSED({ data: { line: String(input.text.length) } })
      }),
    },
    scan: {
      run: core.scan.run.handler(async function* ({ signal }) {
        yield { kind: 'started', probe: 'host', name: 'This server', done: 0, total: 1 }
        await scan?.(signal)
      }),
    },
  }
}

const file = (type: string, text: string, isHashed = false): ScreenFile => ({ type, bytes: Buffer.from(text), isHashed })

const page = `<!doctype html><title>app</title><link rel="icon" href="data:,"><script type="module" src="./assets/app-4f9Kq2_x.js"></script><h1>The app</h1>`

/** Stands for the built screens. */
export const screens: Screens = new Map([
  ['index.html', file('text/html; charset=utf-8', page)],
  [
    'assets/app-4f9Kq2_x.js',
    file(
      'text/javascript; charset=utf-8',
      `const socket = new WebSocket(new URL('rpc', location.href.replace('http', 'ws')))
socket.onopen = () => { document.body.append('connected') }`,
      true,
    ),
  ],
])

export interface Serving {
  readonly port: number
  readonly token: string
  readonly links: readonly ServeLink[]
  readonly faults: readonly unknown[]
  readonly end: Promise<ServeEnd>
  readonly stop: () => Promise<ServeEnd>
  /** resolves with the next link that is told */
  readonly nextLink: () => Promise<ServeLink>
}

type Options = Partial<Omit<HostParts, 'limits'>> & { readonly limits?: Partial<Limits> } & Partial<HostRequest>

/** Starts the host on a free port; it is stopped when the test is over. */
export async function startHost(options: Options = {}): Promise<Serving> {
  const told = new AbortController()
  const links: ServeLink[] = []
  const faults: unknown[] = []
  const waiting: ((link: ServeLink) => void)[] = []
  const nextLink = () => new Promise<ServeLink>((resolve) => waiting.push(resolve))
  const first = nextLink()
  const end = runHost(
    {
      port: options.port ?? null,
      open: options.open ?? false,
      language: options.language ?? 'en',
      signal: told.signal,
      onLink: async (link) => {
        links.push(link)
        for (const resolve of waiting.splice(0)) resolve(link)
      },
    },
    {
      screens: options.screens ?? screens,
      router: options.router ?? smallRouter(),
      limits: { ...usualLimits, ...options.limits },
      opener: options.opener ?? null,
      isElevated: options.isElevated ?? false,
      noteFault: (error) => faults.push(error),
    },
  )
  const stop = async () => {
    told.abort()
    return await end
  }
  onTestFinished(async () => {
    await stop()
  })
  const { url } = await Promise.race([first, end.then((ended) => Promise.reject(new Error(`ended: ${JSON.stringify(ended)}`)))])
  const { port, hash } = new URL(url)
  return { port: Number(port), token: hash.replace('#token=', ''), links, faults, end, stop, nextLink }
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: { readonly [name: string]: string | readonly string[] }
  readonly body?: string | Buffer
}

/** One request with exactly these headers and the right `Host`, unless it is given too. */
export async function ask(port: number, { method = 'GET', path = '/', headers = {}, body }: Asked): Promise<Answered> {
  const request = httpRequest({ host: '127.0.0.1', port, method, path, agent: false, headers: { host: `127.0.0.1:${port}`, ...headers } })
  request.end(body)
  const [response] = await once(request, 'response')
  response.setEncoding('utf8')
  const chunks: string[] = await response.toArray()
  return { status: response.statusCode, headers: response.headers, body: chunks.join('') }
}

/** What a page of ours sends with the token. */
export function exchange(port: number, token: string, headers: { readonly [name: string]: string } = {}): Promise<Answered> {
  return ask(port, {
    method: 'POST',
    path: '/session',
    headers: { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ token }),
  })
}

export interface Session {
  readonly cookie: string
  readonly place: string
}

export async function signIn({ port, token }: Serving): Promise<Session> {
  const { status, headers, body } = await exchange(port, token)
  if (status !== 200) throw new Error(`the token was refused: ${status}`)
  return { cookie: headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '', place: JSON.parse(body).place }
}

/** Bytes as they are, and everything that comes back until the other side closes. */
export async function sayRaw(port: number, text: string): Promise<string> {
  const socket = connectTo(port)
  socket.write(text)
  return await everythingFrom(socket)
}

export function connectTo(port: number): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.setEncoding('utf8').on('error', () => undefined)
  onTestFinished(() => {
    socket.destroy()
  })
  return socket
}

export async function everythingFrom(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk) => {
    text += String(chunk)
  })
  // Not `once` of node:events: a connection that the other side cuts off ends with an error, which is an answer too.
  await new Promise((resolve) => socket.once('close', resolve))
  return text
}

/** A page's socket, not open yet. */
export function openSocket(port: number, session: Session, headers: { readonly [name: string]: string } = {}): WebSocket {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${session.place}rpc`, {
    headers: { cookie: session.cookie, origin: `http://127.0.0.1:${port}`, ...headers },
  })
  socket.on('error', () => undefined)
  onTestFinished(() => {
    socket.terminate()
  })
  return socket
}

export async function openedSocket(serving: Serving, session: Session): Promise<WebSocket> {
  const socket = openSocket(serving.port, session)
  await once(socket, 'open')
  return socket
}

export function clientOver(socket: WebSocket): CoreClient {
  return createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }))
}
