import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import type { Dial } from '../dial.ts'
import { settleWithin } from '../settle-within.ts'
import { cipherSuites } from './cipher-suites.data.ts'
import { buildClientHello, type HelloProtocol } from './client-hello.ts'
import type { Clock } from './limits.ts'
import { createFlightReader, type Flight } from './server-hello.ts'

/** What a server made of one ClientHello. */
export type HelloOutcome =
  | Exclude<Flight, { readonly kind: 'more' }>
  /** it ended the connection without a word, as Windows does with versions that it does not speak */
  | { readonly kind: 'closed' }
  /** it said nothing in time: whether it would have accepted is not known */
  | { readonly kind: 'late' }
  /** no connection came about; `error`: why, in words */
  | { readonly kind: 'no-connection'; readonly error: string }

/** Alert of a server that does not know the name that it was asked for (RFC 6066). */
const UNRECOGNIZED_NAME = 112

/**
 * Offers one version on a connection of its own.
 *
 * A server that does not know the name is asked once more without one: it is the version that is in question.
 */
export async function attemptHello(dial: Dial, protocol: HelloProtocol, serverName: string | null, clock: Clock): Promise<HelloOutcome> {
  const dialled = await dial()
  if (!dialled.ok) return { kind: 'no-connection', error: dialled.error }
  const outcome = await exchange(dialled.socket, buildClientHello(protocol, serverName, randomBytes(32)), clock)
  const nameRefused = outcome.kind === 'alert' && outcome.description === UNRECOGNIZED_NAME
  return nameRefused && serverName !== null ? attemptHello(dial, protocol, null, clock) : outcome
}

function exchange(socket: Socket, clientHello: Buffer, clock: Clock): Promise<HelloOutcome> {
  const reader = createFlightReader()
  const heardOr = (kind: 'closed' | 'late'): HelloOutcome => {
    const hello = reader.heard()
    return hello === null ? { kind } : withOfferedCipher({ kind: 'hello', hello, certificates: [] })
  }
  return settleWithin<HelloOutcome>(
    clock.stepMs(clock.limits.handshakeMs),
    () => heardOr('late'),
    (settle) => {
      socket.on('data', (chunk) => {
        const flight = reader.push(chunk)
        if (flight.kind !== 'more') settle(withOfferedCipher(flight))
      })
      for (const event of ['end', 'error', 'close']) socket.on(event, () => settle(heardOr('closed')))
      socket.write(clientHello)
      return () => socket.destroy()
    },
  )
}

/** Who chooses what was not on offer speaks no TLS. */
function withOfferedCipher(flight: Exclude<Flight, { readonly kind: 'more' }>): HelloOutcome {
  return flight.kind === 'hello' && !cipherSuites.includes(flight.hello.cipherSuite) ? { kind: 'not-tls' } : flight
}
