import type { Facts } from '../facts/index.ts'
import { wellKnownSids } from './well-known.ts'

export type Host = Facts['host']

/** What a spelling says before any SID is known. */
export type Naming =
  | { readonly kind: 'built-in'; readonly key: string; readonly sid: string | null }
  | { readonly kind: 'virtual'; readonly key: string }
  | { readonly kind: 'local'; readonly key: string; readonly user: string }
  | { readonly kind: 'domain'; readonly key: string }

/** Names that the service control manager itself uses for its three accounts, in every language. */
const serviceControlNames: { readonly [name: string]: string } = {
  localsystem: wellKnownSids.localSystem,
  'nt authority\\system': wellKnownSids.localSystem,
  'nt authority\\localsystem': wellKnownSids.localSystem,
  'nt authority\\localservice': wellKnownSids.localService,
  'nt authority\\local service': wellKnownSids.localService,
  'nt authority\\networkservice': wellKnownSids.networkService,
  'nt authority\\network service': wellKnownSids.networkService,
}

/**
 * Reads an account name as Windows would on this server.
 *
 * `.\x`, `HOST\x` and a bare `x` are local; on a domain member a bare name only where `isLocalUser` knows it; on a domain
 * controller the domain's accounts are the local ones. Without host facts a name with a foreign prefix stays a domain name.
 */
export function readName(name: string, host: Host | undefined, isLocalUser: (lowerName: string) => boolean): Naming {
  const lower = name.trim().toLowerCase()
  const builtIn = serviceControlNames[lower]
  if (builtIn !== undefined && Object.hasOwn(serviceControlNames, lower)) return { kind: 'built-in', key: builtIn, sid: builtIn }
  const { authority, user } = split(lower)
  if (authority === 'nt service') return { kind: 'virtual', key: lower }
  if (isOwnComputer(authority, user, host)) return { kind: 'built-in', key: `computer:${user}`, sid: null }
  if (isLocal(authority, user, host, isLocalUser)) return { kind: 'local', key: `local:${user}`, user }
  return { kind: 'domain', key: `domain:${domainKey(authority, host)}\\${user}` }
}

function split(lower: string): { authority: string | null; user: string } {
  const slash = lower.indexOf('\\')
  if (slash >= 0) return { authority: lower.slice(0, slash), user: lower.slice(slash + 1) }
  const at = lower.lastIndexOf('@')
  if (at > 0) return { authority: lower.slice(at + 1), user: lower.slice(0, at) }
  return { authority: null, user: lower }
}

/** `DOMAIN\HOST$`: the identity of LocalSystem and NetworkService on the network. */
function isOwnComputer(authority: string | null, user: string, host: Host | undefined): boolean {
  if (host === undefined || user !== `${host.name.toLowerCase()}$`) return false
  return authority === null || isOwnDomain(authority, host)
}

function isLocal(authority: string | null, user: string, host: Host | undefined, isLocalUser: (lowerName: string) => boolean): boolean {
  if (authority === '.') return true
  if (authority === null) return host?.membership !== 'domain' || isLocalUser(user)
  if (host === undefined) return false
  if (authority === host.name.toLowerCase()) return true
  return host.membership === 'domain-controller' && isOwnDomain(authority, host)
}

function isOwnDomain(authority: string, host: Host): boolean {
  return authority === host.netbiosDomain?.toLowerCase() || authority === host.domain?.toLowerCase()
}

/** NetBIOS and DNS name of this server's own domain become one key; a bare domain user belongs to it. */
function domainKey(authority: string | null, host: Host | undefined): string {
  if (host !== undefined && (authority === null || isOwnDomain(authority, host))) {
    return (host.netbiosDomain ?? host.domain ?? '').toLowerCase()
  }
  return authority ?? ''
}
