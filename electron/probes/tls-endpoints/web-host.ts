import { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { assertNever } from '#shared/assert-never.ts'
import type { Facts } from '#shared/facts/index.ts'
import type { MachineProxy } from '../../win32/proxy-settings.ts'
import { authorityOf } from '../authority.ts'
import { type Dial, dialDirect, dialThrough } from '../dial.ts'
import { proxyFor } from '../proxy.ts'
import type { Notebook } from '../reading.ts'
import { describeCertificate, namesHostOldStyle } from './certificate.ts'
import { isTrusted } from './chain.ts'
import { serverNameOf } from './endpoint-address.ts'
import type { HelloOutcome } from './hello-attempt.ts'
import type { Clock } from './limits.ts'
import { type OldHandshakes, tryOldHandshakes } from './old-handshakes.ts'
import type { Roots } from './roots.ts'
import { readTlsSession, type SessionOutcome, type WebTarget } from './tls-session.ts'

type EndpointFacts = Facts['tls-endpoints']['endpoints'][number]

/** What a host and port tell for every address that lies there. */
export type HostFacts = Omit<EndpointFacts, 'url' | 'plainHttp'>

/** What the reading of one host uses. */
export interface Surroundings {
  readonly clock: Clock
  readonly now: Date
  /** called only where a certificate was seen */
  readonly roots: () => Roots
  /** called only where a host is not reached directly and no variable names a proxy; null: not known */
  readonly machineProxy: () => MachineProxy | null
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** A way to the host that works, or what is known of a host that none leads to. */
export type Way = OpenWay | { readonly open: false; readonly code: string | undefined; readonly facts: HostFacts }

interface OpenWay {
  readonly open: true
  readonly first: Socket
  /** that answered; null: a proxy knows it */
  readonly address: string | null
  /** a further connection of the same way */
  readonly dial: Dial
}

export type Notes = Pick<Notebook, 'gap' | 'remark'>

const LATE = 'no answer within the time limit'

/** Alerts that say something to whoever set the server up (RFC 5246, 6066), by their names there. */
const ALERTS: Readonly<Record<number, string>> = {
  40: 'handshake_failure',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  112: 'unrecognized_name',
}

/** Straight, else through the proxy that is set on this server, which a note then tells. */
export async function findWay(target: WebTarget, { clock, machineProxy, environment }: Surroundings, notes: Notes): Promise<Way> {
  const limitMs = (): number => clock.stepMs(clock.limits.connectMs)
  const direct = await dialDirect(target, limitMs())
  if (direct.ok) {
    // The further connections go to the address that answered: a name may have several.
    const address = direct.socket.remoteAddress ?? target.host
    return { open: true, first: direct.socket, address, dial: () => dialDirect({ host: address, port: target.port }, limitMs()) }
  }
  const closed: Way = { open: false, code: direct.code, facts: silent(direct.error) }
  const proxy = proxyFor(target, machineProxy, environment)
  if (proxy === null) return closed
  const name = authorityOf(target.host, target.port, 0)
  const tunnel = await dialThrough(proxy, target, limitMs())
  if (tunnel.ok) {
    notes.remark(`${name} was reached through the proxy that is set on this server, not directly: ${direct.error}`)
    return { open: true, first: tunnel.socket, address: null, dial: () => dialThrough(proxy, target, limitMs()) }
  }
  notes.remark(`${name} was not reached through the proxy that is set on this server either: ${tunnel.error}`)
  return closed
}

/** Reads what TLS of one host and port tells, by a handshake as browsers make it and by old ones of our own. */
export async function readWebHost(target: WebTarget, way: OpenWay, surroundings: Surroundings, notes: Notes): Promise<HostFacts> {
  const { clock } = surroundings
  const name = authorityOf(target.host, target.port, 0)
  const session = await readTlsSession(way.first, target, clock)
  const old = await tryOldHandshakes(way.dial, serverNameOf(target.host), session.kind !== 'session', clock)
  const seen = handshakeOf(session, old)
  if (seen === null) return unfinished(session, old)
  const missing = old.notKnown.map(({ protocol, error }) => `${protocol} (${error})`)
  if (missing.length > 0) notes.gap(`whether ${name} accepts an old version is not known: ${missing.join(', ')}`)
  if (session.kind !== 'session') notes.remark(`${name} finished no handshake of today: version and certificate come from its first answer`)
  return {
    reachable: true,
    error: null,
    protocol: seen.protocol,
    acceptedLegacyProtocols: [...old.accepted],
    certificate: judgeCertificate(seen.chain, target.host, surroundings, notes),
    hsts: session.kind === 'session' ? session.hsts : null,
  }
}

interface Handshake {
  readonly protocol: string
  readonly chain: readonly X509Certificate[]
}

function handshakeOf(session: SessionOutcome, { best }: OldHandshakes): Handshake | null {
  if (session.kind === 'session') return session
  return best === null ? null : { protocol: best.protocol, chain: best.certificates.flatMap(parseCertificate) }
}

/** What a server sends may be no certificate at all. */
function parseCertificate(der: Buffer): X509Certificate[] {
  try {
    return [new X509Certificate(der)]
  } catch {
    return []
  }
}

function judgeCertificate(
  chain: readonly X509Certificate[],
  host: string,
  { roots, now }: Surroundings,
  notes: Notes,
): HostFacts['certificate'] {
  const [leaf] = chain
  const described = leaf === undefined ? null : describeCertificate(leaf, host)
  if (leaf === undefined || described === null) {
    notes.gap(`the certificate of ${host} did not come or cannot be read`)
    return null
  }
  const known = roots()
  const trusted = isTrusted(chain, known, now.getTime())
  if (!trusted && !known.complete)
    notes.gap(`the roots that this server trusts could not be read: the certificate of ${host} may be trusted all the same`)
  if (described.hostnameMatches && namesHostOldStyle(leaf)) {
    notes.remark(`the certificate of ${host} names it in its common name only, which browsers do not accept`)
  }
  return { ...described, trusted }
}

/** Nobody can tell more of a host that did not answer in time: only what was said counts as an answer. */
function unfinished(session: SessionOutcome, { failure }: OldHandshakes): HostFacts {
  if (session.kind === 'late') return silent(LATE)
  const answered = failure.kind === 'alert' || failure.kind === 'not-tls'
  return { ...silent(describe(failure)), reachable: answered }
}

function describe(failure: HelloOutcome): string {
  switch (failure.kind) {
    case 'alert':
      return `the server refused the handshake (alert ${ALERTS[failure.description] ?? failure.description})`
    case 'not-tls':
    case 'hello':
      return 'it answers, but not with TLS'
    case 'closed':
      return 'the server ended the connection during the handshake'
    case 'late':
      return LATE
    case 'no-connection':
      return failure.error
    default:
      return assertNever(failure)
  }
}

/** A host of which nothing was seen. */
export function silent(error: string | null): HostFacts {
  return { reachable: false, error, protocol: null, acceptedLegacyProtocols: [], certificate: null, hsts: null }
}
