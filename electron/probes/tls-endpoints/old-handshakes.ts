import type { Dial } from '../dial.ts'
import { type HelloProtocol, protocolVersions } from './client-hello.ts'
import { attemptHello, type HelloOutcome } from './hello-attempt.ts'
import type { Clock } from './limits.ts'

/** What was learned by handshakes of our own, each on a connection of its own. */
export interface OldHandshakes {
  /** versions below TLS 1.2 that the server accepted, the oldest first */
  readonly accepted: readonly HelloProtocol[]
  /** versions that nobody can tell of, and why */
  readonly notKnown: readonly { readonly protocol: HelloProtocol; readonly error: string }[]
  /** the best handshake of any version; null: none got so far */
  readonly best: BestHandshake | null
  /** why there is none: what the server did that says most */
  readonly failure: HelloOutcome
}

export interface BestHandshake {
  readonly protocol: HelloProtocol
  /** DER, the server's own first */
  readonly certificates: readonly Buffer[]
}

interface Attempt {
  readonly protocol: HelloProtocol
  readonly outcome: HelloOutcome
}

const LEGACY: readonly HelloProtocol[] = ['SSLv3', 'TLSv1', 'TLSv1.1']

const MODERN: HelloProtocol = 'TLSv1.2'

/** What says most about a server that never said hello comes first. */
const TELLING: readonly HelloOutcome['kind'][] = ['alert', 'not-tls', 'closed', 'late', 'no-connection']

/**
 * Offers each old version alone. `withModern`: TLS 1.2 too, for servers that shake hands with no modern library.
 *
 * Accepted is a version that comes back in a hello; one that was answered by another version, an alert, other bytes or the end of the
 * connection is not. Where nothing came in time, or no connection, it is not known.
 */
export async function tryOldHandshakes(dial: Dial, serverName: string | null, withModern: boolean, clock: Clock): Promise<OldHandshakes> {
  const attempts = await Promise.all(
    (withModern ? [...LEGACY, MODERN] : LEGACY).map(
      async (protocol): Promise<Attempt> => ({ protocol, outcome: await attemptHello(dial, protocol, serverName, clock) }),
    ),
  )
  const legacy = attempts.filter(({ protocol }) => protocol !== MODERN)
  return {
    accepted: legacy.filter(({ protocol, outcome }) => answeredBy(outcome) === protocol).map(({ protocol }) => protocol),
    notKnown: legacy.flatMap(({ protocol, outcome }) => {
      const error = uncertainty(outcome)
      return error === null ? [] : [{ protocol, error }]
    }),
    best: bestOf(attempts),
    failure: [...attempts].sort((one, other) => TELLING.indexOf(one.outcome.kind) - TELLING.indexOf(other.outcome.kind))[0]?.outcome ?? {
      kind: 'late',
    },
  }
}

/** The version of a hello; null: none that exists. */
function answeredBy(outcome: HelloOutcome): HelloProtocol | null {
  if (outcome.kind !== 'hello') return null
  const { version } = outcome.hello
  return [...LEGACY, MODERN].find((protocol) => protocolVersions[protocol] === version) ?? null
}

function uncertainty(outcome: HelloOutcome): string | null {
  if (outcome.kind === 'late') return 'no answer within the time limit'
  return outcome.kind === 'no-connection' ? outcome.error : null
}

/** The newest version, and of those the one that came with a certificate. */
function bestOf(attempts: readonly Attempt[]): BestHandshake | null {
  const seen = attempts.flatMap(({ outcome }) => {
    const protocol = answeredBy(outcome)
    return protocol !== null && outcome.kind === 'hello' ? [{ protocol, certificates: outcome.certificates }] : []
  })
  const [newest] = seen.sort((one, other) => protocolVersions[other.protocol] - protocolVersions[one.protocol])
  if (newest === undefined) return null
  const shown = seen.find(({ certificates }) => certificates.length > 0)
  return { protocol: newest.protocol, certificates: shown?.certificates ?? [] }
}
