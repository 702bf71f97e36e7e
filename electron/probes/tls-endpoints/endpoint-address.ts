import { isIP } from 'node:net'

/** A web address of the profile, ready to be asked. */
export interface UsableAddress {
  readonly kind: 'usable'
  /** as it is written, without user name, password, query and fragment, always with `https://` */
  readonly url: string
  /** as it goes over the wire: ASCII, no brackets, no dot at the end */
  readonly host: string
  readonly port: number
  readonly path: string
}

export interface UnusableAddress {
  readonly kind: 'unusable'
  readonly url: string
  /** why it cannot be asked, in words that never change */
  readonly error: string
}

const HTTPS_PORT = 443

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i

/** Nobody types more, and a server need not take it. */
const MAX_LENGTH = 2000

/**
 * Reads an address as a person writes it down.
 *
 * Without a scheme, or with `http` on its usual port, the `https` address of that host is meant, as the checks have it. The host stays as
 * it is written, so that the profile's address is found again. SECURITY: user name, password and query may be secret and are left out.
 */
export function parseEndpoint(given: string): UsableAddress | UnusableAddress {
  const [written = ''] = given.trim().split(/[?#]/, 1)
  const scheme = SCHEME.exec(written)?.[0] ?? ''
  const rest = written.slice(scheme.length).replace(/^[^/]*@/, '')
  const unusable = (error: string): UnusableAddress => ({ kind: 'unusable', url: `${scheme}${rest.replace(/^.*@/s, '')}`, error })
  if (written.length > MAX_LENGTH)
    return { kind: 'unusable', url: `${written.slice(0, MAX_LENGTH).replace(/^.*@/s, '')}…`, error: 'the address is too long' }
  const plain = httpsRest(scheme.toLowerCase(), rest)
  if (plain === null) return unusable('not an https address')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: URL() would drop them without a word
  if (/[\s\\\u0000-\u001f\u007f]/.test(plain)) return unusable('not a valid address')
  const url = URL.parse(`https://${plain}`)
  const host = url?.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '') ?? ''
  if (url === null || plain.startsWith('/') || host === '') return unusable('not a valid address')
  const port = url.port === '' ? HTTPS_PORT : Number(url.port)
  return { kind: 'usable', url: `https://${plain}`, host, port, path: url.pathname }
}

/** What follows `https://`; null where the address means another protocol. */
function httpsRest(scheme: string, rest: string): string | null {
  if (scheme === '' || scheme === 'https://') return rest
  if (scheme !== 'http://') return null
  const [authority = ''] = rest.split('/', 1)
  const [, host = authority, port = ''] = /^(.*?):(\d*)$/.exec(authority) ?? []
  return port === '' || Number(port) === 80 ? `${host}${rest.slice(authority.length)}` : null
}

/** The name that a server is asked for in a handshake; null for an address, which has no place there. */
export function serverNameOf(host: string): string | null {
  return isIP(host) === 0 ? host : null
}
