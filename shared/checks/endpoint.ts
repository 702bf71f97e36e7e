import type { Facts } from '../facts/index.ts'
import type { Profile } from '../formats/profile.ts'
import type { Finding } from './check.ts'

type EndpointFacts = Facts['tls-endpoints']['endpoints'][number]

/** An address of the profile with what the facts hold of it. */
export interface NamedEndpoint {
  /** as the profile has it, without user name and password */
  readonly address: string
  /** same host and port; only those of the same path where there are any. Empty: not in the facts */
  readonly seen: readonly SeenEndpoint[]
}

export interface SeenEndpoint {
  readonly facts: EndpointFacts
  /** false: seen under another path of the same host and port */
  readonly samePath: boolean
}

interface Location {
  /** scheme, host and port */
  readonly origin: string
  readonly path: string
}

const HTTPS_PORT = 443
const HTTP_PORT = 80

/** Scheme, user name and password, host (also IPv6 in brackets), port and path of an address; a missing scheme is https. */
const ADDRESS = /^(?:([a-z][a-z\d+.-]*):\/\/)?(?:[^/?#]*@)?(\[[^\]/?#]*\]|[^/?#:]*)(?::(\d*))?([^?#]*)/i

/** User name and password before the host, with what stands before them. */
const CREDENTIALS = /^((?:[a-z][a-z\d+.-]*:\/\/)?)[^/?#]*@/i

/**
 * Judges every address that the profile names.
 *
 * Without any the check asks (`none-named`); without the facts it says nothing, so that the evaluator says *unknown*.
 */
export function judgeEndpoints<MessageId extends string, Kind extends string>(
  profile: Profile,
  known: Facts['tls-endpoints'] | undefined,
  judge: (endpoint: NamedEndpoint) => readonly Finding<MessageId, Kind>[],
): readonly Finding<MessageId | 'none-named', Kind | 'none-named'>[] {
  const named = namedEndpoints(profile.endpoints ?? [], known?.endpoints ?? [])
  if (named.length > 0) return known === undefined ? [] : named.flatMap(judge)
  const evidence = [{ probe: 'profile', subject: 'endpoints', kind: 'none-named' }] as const
  return [{ verdict: 'attention', message: { id: 'none-named' }, evidence }]
}

/**
 * The addresses that the profile names, each once, with the facts that are about them.
 *
 * An `http` address on its usual port stands for the `https` one of that host: it is how people write it down.
 */
export function namedEndpoints(addresses: readonly string[], endpoints: readonly EndpointFacts[]): readonly NamedEndpoint[] {
  const byOrigin = Map.groupBy(endpoints, (endpoint) => locate(endpoint.url).origin)
  const named = new Map<string, NamedEndpoint>()
  for (const given of addresses.map((address) => address.trim()).filter((address) => address !== '')) {
    const { origin, path } = locate(given)
    const key = JSON.stringify([origin, path])
    if (named.has(key)) continue
    const candidates = (byOrigin.get(origin) ?? []).map((facts) => ({ facts, samePath: locate(facts.url).path === path }))
    const exact = candidates.filter((candidate) => candidate.samePath)
    named.set(key, { address: given.replace(CREDENTIALS, '$1'), seen: exact.length > 0 ? exact : candidates })
  }
  return [...named.values()]
}

function locate(address: string): Location {
  const [, scheme = 'https', host = '', port = '', path = ''] = ADDRESS.exec(address.trim()) ?? []
  const protocol = scheme.toLowerCase()
  const segments = path.split('/').filter((segment) => segment !== '')
  const usualPort = protocol === 'http' ? HTTP_PORT : HTTPS_PORT
  const number = port === '' ? usualPort : Number(port)
  const isWebsite = protocol === 'https' || (protocol === 'http' && number === HTTP_PORT)
  const origin = isWebsite ? ['https', hostOf(host), protocol === 'http' ? HTTPS_PORT : number] : [protocol, hostOf(host), number]
  return { origin: origin.join(' '), path: segments.join('/') }
}

/** A dot at the end only says that the name is complete. */
function hostOf(host: string): string {
  return host.toLowerCase().replace(/\.$/, '')
}
