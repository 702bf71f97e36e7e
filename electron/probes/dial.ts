import { connect, type Socket } from 'node:net'

import { authorityOf } from './authority.ts'
import { CONNECTION_TIME_LIMIT_CODE, describeConnectionError } from './connection-errors.ts'
import type { Target, WebProxy } from './proxy.ts'
import { settleWithin } from './settle-within.ts'

/** A connection that is open and has nobody yet who reads it, or why there is none. */
export type Dialled =
  | { readonly ok: true; readonly socket: Socket }
  /** `code`: of the system, where it gave one; `error`: in words that never change */
  | { readonly ok: false; readonly code: string | undefined; readonly error: string }

export type Dial = () => Promise<Dialled>

/** A host with several addresses gets each tried for so long, in milliseconds: Node's own 250 are too few for a slow line. */
export const NEXT_ADDRESS_AFTER_MS = 1000

/** The head of a proxy's answer is not longer, in bytes: as much as Node takes of any server. */
const MAX_HEAD_BYTES = 16_384

/** Its first line is not longer, in bytes; more without its end is no answer of a proxy. */
const MAX_STATUS_LINE_BYTES = 1024

/** What Node's errors carry; anything else has no code. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Connects straight to the target, as people's browsers in the same network do. */
export function dialDirect(target: Target, limitMs: number): Promise<Dialled> {
  return dial(target, limitMs, (socket, settle) => {
    socket.once('connect', () => settle({ ok: true, socket }))
  })
}

/** Asks a proxy for a tunnel. What the proxy itself says to a refusal is not kept: it may name who asked. */
export function dialThrough(proxy: WebProxy, target: Target, limitMs: number): Promise<Dialled> {
  return dial(proxy, limitMs, (socket, settle) => {
    const authority = authorityOf(target.host, target.port, 0)
    const signIn = proxy.authorization === null ? '' : `Proxy-Authorization: ${proxy.authorization}\r\n`
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${signIn}\r\n`)
    let received: Buffer = Buffer.alloc(0)
    // Not by 'data', after which the connection would run on with nobody to read it.
    const read = (): void => {
      for (let part: Buffer | null = socket.read(); part !== null; part = socket.read()) received = Buffer.concat([received, part])
      const answer = judgeAnswer(received)
      if (answer === null) return
      socket.off('readable', read)
      const isOpen = typeof answer !== 'string'
      if (isOpen && answer.end < received.length) socket.unshift(received.subarray(answer.end))
      settle(isOpen ? { ok: true, socket } : refusedDial(answer))
    }
    socket.on('readable', read)
    socket.once('end', () => settle(refusedDial(NO_PROXY)))
  })
}

const NO_PROXY = 'it did not answer as a proxy does'

/** Where the tunnel begins, why there is none, or null: the head goes on. */
function judgeAnswer(received: Buffer): { readonly end: number } | string | null {
  const head = received.toString('latin1', 0, MAX_HEAD_BYTES)
  if (!head.includes('\n')) return head.length > MAX_STATUS_LINE_BYTES ? NO_PROXY : null
  const status = Number(/^HTTP\/\d\.\d (\d{3})\b/.exec(head)?.[1] ?? 0)
  if (status === 0) return NO_PROXY
  if (status === 407) return 'it asks for a sign-in'
  if (status < 200 || status >= 300) return `it refused (${status})`
  const end = head.indexOf('\r\n\r\n')
  if (end !== -1) return { end: end + 4 }
  return head.length < MAX_HEAD_BYTES ? null : NO_PROXY
}

type Settle = (dialled: Dialled) => void

/** Connects and lets `use` decide; whatever does not end in an open connection closes it. */
function dial(to: Target, limitMs: number, use: (socket: Socket, settle: Settle) => void): Promise<Dialled> {
  return settleWithin<Dialled>(
    limitMs,
    () => failedDial(CONNECTION_TIME_LIMIT_CODE),
    (settle) => {
      const socket = connect({ host: to.host, port: to.port, autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS })
      let taken = false
      use(socket, (dialled) => {
        taken = dialled.ok
        settle(dialled)
      })
      // Stays on: an error of a connection that nobody waits for any more must not end the process.
      socket.on('error', (error) => settle(failedDial(codeOf(error))))
      return () => {
        if (!taken) socket.destroy()
      }
    },
  )
}

function failedDial(code: string | undefined): Dialled {
  return { ok: false, code, error: describeConnectionError(code) }
}

function refusedDial(error: string): Dialled {
  return { ok: false, code: undefined, error }
}
