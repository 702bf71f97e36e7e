import type { Profile } from '#shared/formats/profile.ts'
import type { DomainMembership } from '../../win32/domain-membership.ts'

/**
 * Bare names of the accounts that the profile names, as far as they are of this controller's domain.
 *
 * A name without an authority, and one that says "this machine", are the domain's here; where the domain's names are not known, a
 * qualified name is left out.
 */
export function profileNames(
  profile: Profile,
  domain: Pick<DomainMembership, 'dnsName' | 'netbiosName'>,
  computer: string,
): readonly string[] {
  const own = new Set(['.', computer, domain.dnsName, domain.netbiosName].flatMap((authority) => authority?.toLowerCase() ?? []))
  const named = [...(profile.remoteAccessUsers ?? []), ...profile.syncTools.map((tool) => tool.windowsAccount ?? '')]
  const bare = named.map((name) => split(name.trim())).filter(({ authority }) => authority === null || own.has(authority.toLowerCase()))
  return [...new Map(bare.map(({ user }) => [user.toLowerCase(), user])).values()].filter((user) => user !== '')
}

function split(name: string): { readonly authority: string | null; readonly user: string } {
  const slash = name.indexOf('\\')
  if (slash >= 0) return { authority: name.slice(0, slash), user: name.slice(slash + 1) }
  const at = name.lastIndexOf('@')
  return at > 0 ? { authority: name.slice(at + 1), user: name.slice(0, at) } : { authority: null, user: name }
}
