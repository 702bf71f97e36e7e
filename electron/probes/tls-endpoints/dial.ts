import { request } from 'node:http'
import { connect, type Socket } from 'node:net'

import { describeConnectionError } from '../connection-errors.ts'
import { authorityOf } from './endpoint-address.ts'
import { type Clock, settleWithin } from './limits.ts'
import type { WebProxy } from './proxy.ts'

export interface Target {
  /** name or address, without brackets */
  readonly host: string
  readonly port: number
}

/** A connection that is open and has nobody yet who reads it, or why there is none. */
export type Dialled =
  | { readonly ok: true; readonly socket: Socket }
  /** `code`: of the system, where it gave one; `error`: the same in words */
  | { readonly ok: false; readonly code: string | undefined; readonly error: string }

export type Dial = () => Promise<Dialled>

/** A host with several addresses gets each tried for so long, in milliseconds: Node's own 250 are too few for a slow line. */
export const NEXT_ADDRESS_AFTER_MS = 1000

const LATE = 'ETIMEDOUT'

export function failedDial(code: string | undefined): Dialled {
  return { ok: false, code, error: describeConnectionError(code) }
}

/** What Node's errors carry; anything else has no code. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Connects straight to the host, as the people's browsers in the same network do. */
export function dialDirect(target: Target, clock: Clock): Promise<Dialled> {
  return settleWithin<Dialled>(
    clock.stepMs(clock.limits.connectMs),
    () => failedDial(LATE),
    (settle) => {
      const socket = connect({ host: target.host, port: target.port, autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS })
      let taken = false
      socket.once('connect', () => {
        taken = true
        settle({ ok: true, socket })
      })
      // Stays on: an error of a connection that nobody waits for any more must not end the process.
      socket.on('error', (error) => settle(failedDial(codeOf(error))))
      return () => {
        if (!taken) socket.destroy()
      }
    },
  )
}

/** Asks a proxy for a tunnel. What the proxy itself says to a refusal is not kept: it may name who asked. */
export function dialThrough(proxy: WebProxy, target: Target, clock: Clock): Promise<Dialled> {
  return settleWithin<Dialled>(
    clock.stepMs(clock.limits.connectMs),
    () => failedDial(LATE),
    (settle) => {
      const authority = authorityOf(target.host, target.port, 0)
      const asked = request({
        method: 'CONNECT',
        host: proxy.host,
        port: proxy.port,
        path: authority,
        headers: { Host: authority, ...(proxy.authorization === null ? {} : { 'Proxy-Authorization': proxy.authorization }) },
        agent: false,
      })
      let taken = false
      asked.once('connect', ({ statusCode = 0 }, socket, head) => {
        socket.on('error', () => undefined)
        if (statusCode !== 200) {
          socket.destroy()
          settle({ ok: false, code: undefined, error: `the proxy refused with status ${statusCode}` })
          return
        }
        taken = true
        if (head.length > 0) socket.unshift(head)
        settle({ ok: true, socket })
      })
      asked.once('response', ({ statusCode = 0 }) => {
        settle({ ok: false, code: undefined, error: `the proxy refused with status ${statusCode}` })
      })
      asked.on('error', (error) => settle(failedDial(codeOf(error))))
      asked.end()
      return () => {
        if (!taken) asked.destroy()
      }
    },
  )
}
