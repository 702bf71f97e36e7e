import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import { z } from 'zod'

import type { Access } from './access.ts'
import type { Door } from './door.ts'
import { isNavigation, isWelcome } from './gate.ts'
import { everywhere, KEPT, NEVER_KEPT, nothingAllowed, screenPolicy } from './headers.ts'
import { readBody } from './read-body.ts'
import type { ScreenFile, Screens } from './screens.ts'

export interface AnswersOptions {
  /** `127.0.0.1:` and the port */
  readonly host: string
  readonly access: Access
  readonly door: Door
  readonly screens: Screens
  readonly tokenBodyBytes: number
  readonly onRedeemed: () => void
}

/** Answers one request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const START_PAGE = 'index.html'
const TOKEN_PATH = '/session'

const tokenBody = z.strictObject({ token: z.string() })

/** The answers of the host: the door, the exchange of the token, the screens; everything else is refused without a word. */
export function createAnswers(options: AnswersOptions): Answer {
  const { host, access } = options
  return async (request, response) => {
    const path = pathOf(request)
    const isExchange = path === TOKEN_PATH
    if (!isWelcome(request, host, isExchange ? 'required' : 'optional')) refuse(response, 403)
    else if (isExchange) await exchange(request, response, options)
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405, { Allow: 'GET, HEAD' })
    else if (hasBody(request)) refuse(response, 413)
    else if (path === '/') showDoor(response, options.door)
    else if (!path.startsWith(access.place)) refuse(response, 404)
    else if (access.admits(request.headers.cookie)) showScreen(response, options, path.slice(access.place.length))
    else if (isNavigation(request)) showDoor(response, options.door)
    else refuse(response, 401)
  }
}

/** The path as it came, without what follows a question mark: nothing is decoded, so nothing can hide in it. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? ''
}

function hasBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || (request.headers['content-length'] ?? '0') !== '0'
}

/** SECURITY: the token comes in a body of JSON, which no form and no other site's script can send without being asked first. */
async function exchange(request: IncomingMessage, response: ServerResponse, options: AnswersOptions): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405, { Allow: 'POST' })
  if (request.headers['content-type'] !== 'application/json') return refuse(response, 415)
  const body = await readBody(request, options.tokenBodyBytes)
  if (body === null) return refuse(response, 413)
  const given = tokenBody.safeParse(parsedJson(body))
  if (!given.success) return refuse(response, 400)
  const cookie = options.access.redeem(given.data.token)
  if (cookie === null) return refuse(response, 401)
  options.onRedeemed()
  const answer = Buffer.from(JSON.stringify({ place: options.access.place }))
  send(response, 200, answer, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Security-Policy': nothingAllowed.join('; '),
    'Cache-Control': NEVER_KEPT,
    'Set-Cookie': cookie,
  })
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function showDoor(response: ServerResponse, door: Door): void {
  send(response, 401, door.html, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': door.policy,
    'Cache-Control': NEVER_KEPT,
  })
}

function showScreen(response: ServerResponse, { screens, host }: AnswersOptions, name: string): void {
  const file: ScreenFile | undefined = screens.get(name === '' ? START_PAGE : name)
  if (file === undefined) {
    refuse(response, 404)
    return
  }
  send(response, 200, file.bytes, {
    'Content-Type': file.type,
    'Content-Security-Policy': screenPolicy(host),
    'Cache-Control': file.isHashed ? KEPT : NEVER_KEPT,
  })
}

type Headers = { readonly [name: string]: string }

function send(response: ServerResponse, status: number, body: Buffer, headers: Headers): void {
  response.writeHead(status, { ...everywhere, ...headers, 'Content-Length': body.byteLength })
  response.end(body)
}

/** Ends the connection too: what is left of a refused request is not read. */
export function refuse(response: ServerResponse, status: number, headers: Headers = {}): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, {
    ...everywhere,
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': nothingAllowed.join('; '),
    'Cache-Control': NEVER_KEPT,
    Connection: 'close',
  })
  response.end(STATUS_CODES[status])
}
