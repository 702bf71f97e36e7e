import type { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { authorityOf } from '../authority.ts'
import { codeOf } from '../dial.ts'
import { settleWithin } from '../settle-within.ts'
import { serverNameOf } from './endpoint-address.ts'
import { askOnce } from './http-answer.ts'
import type { Clock } from './limits.ts'
import { hasStrictTransport } from './plain-http.ts'

/** A handshake that came to its end. */
export interface TlsSession {
  readonly kind: 'session'
  readonly protocol: string
  /** the server's own certificate first, then what it sent along */
  readonly chain: readonly X509Certificate[]
  /** null: no answer by HTTP came */
  readonly hsts: boolean | null
}

export type SessionOutcome = TlsSession | { readonly kind: 'failed'; readonly code: string | undefined } | { readonly kind: 'late' }

export interface WebTarget {
  readonly host: string
  readonly port: number
  readonly path: string
}

type Opened = Exclude<SessionOutcome, TlsSession> | { readonly kind: 'open'; readonly socket: TLSSocket }

const HTTPS_PORT = 443

/** No chain that anybody uses is longer. */
const MAX_CHAIN = 20

/**
 * Shakes hands as a browser does, with TLS 1.2 or 1.3, and asks for the page.
 *
 * The certificate is not judged here, so that one that nobody trusts is still seen. The connection is closed in every case.
 */
export async function readTlsSession(socket: Socket, target: WebTarget, clock: Clock): Promise<SessionOutcome> {
  const opened = await shakeHands(socket, serverNameOf(target.host), clock)
  if (opened.kind !== 'open') return opened
  const tls = opened.socket
  try {
    // Asked for once: OpenSSL gives the chain away with the first answer.
    const chain = chainFrom(tls.getPeerX509Certificate())
    const protocol = tls.getProtocol() ?? ''
    return { kind: 'session', protocol, chain, hsts: await readStrictTransport(tls, target, clock) }
  } finally {
    tls.destroy()
  }
}

function shakeHands(socket: Socket, serverName: string | null, clock: Clock): Promise<Opened> {
  return settleWithin<Opened>(
    clock.stepMs(clock.limits.handshakeMs),
    () => ({ kind: 'late' }),
    (settle) => {
      const tls = connect({
        socket,
        ...(serverName === null ? {} : { servername: serverName }),
        minVersion: 'TLSv1.2',
        maxVersion: 'TLSv1.3',
        // SECURITY: nothing secret is sent; who the server is gets judged afterwards, by all that it shows.
        rejectUnauthorized: false,
        checkServerIdentity: () => undefined,
        ca: [],
      })
      let taken = false
      tls.once('secureConnect', () => {
        taken = true
        settle({ kind: 'open', socket: tls })
      })
      // Stays on: a server that wants a certificate of ours complains only after the handshake.
      tls.on('error', (error) => settle({ kind: 'failed', code: codeOf(error) }))
      return () => {
        if (taken) return
        tls.destroy()
        socket.destroy()
      }
    },
  )
}

function chainFrom(leaf: X509Certificate | undefined): readonly X509Certificate[] {
  const chain: X509Certificate[] = []
  for (let next = leaf; next !== undefined && chain.length < MAX_CHAIN; next = next.issuerCertificate) chain.push(next)
  return chain
}

async function readStrictTransport(tls: TLSSocket, { host, port, path }: WebTarget, clock: Clock): Promise<boolean | null> {
  const headers = { Host: authorityOf(host, port, HTTPS_PORT), Connection: 'close' }
  const answer = await askOnce({ createConnection: () => tls, host, port, path, headers }, clock.stepMs(clock.limits.httpMs))
  return answer.kind === 'answer' ? hasStrictTransport(answer.headers['strict-transport-security']) : null
}
