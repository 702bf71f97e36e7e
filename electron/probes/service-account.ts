import { wellKnownSids } from '#shared/accounts/well-known.ts'
import type { AccountLookup } from '../win32/accounts.ts'
import { succeeded, type Win32Failure, type Win32Result } from '../win32/result.ts'
import type { Windows } from '../win32/windows.ts'

/** Spellings that the service control manager itself stores; it does so in every language. */
const BUILT_IN_ACCOUNTS: ReadonlyMap<string, string> = new Map([
  ['localsystem', wellKnownSids.localSystem],
  ['nt authority\\system', wellKnownSids.localSystem],
  ['nt authority\\localsystem', wellKnownSids.localSystem],
  ['nt authority\\localservice', wellKnownSids.localService],
  ['nt authority\\local service', wellKnownSids.localService],
  ['nt authority\\networkservice', wellKnownSids.networkService],
  ['nt authority\\network service', wellKnownSids.networkService],
])

/** SID of a service's account; null: it resolves to nothing – or, where `failure` says why, that could not be told. */
export interface ResolvedAccount {
  readonly sid: string | null
  readonly failure: Win32Failure | null
}

/** What the dot in `.\name` stands for: this computer, or on a domain controller its domain. */
export function readLocalAuthority(windows: Windows): Win32Result<string> {
  const role = windows.membership.role()
  if (role.ok && role.value.kind === 'domain-controller' && role.value.netbiosName !== null) return succeeded(role.value.netbiosName)
  return windows.system.computerName()
}

/**
 * Resolves the accounts of services, each once.
 *
 * LookupAccountNameW does not take `.\name`, so it is asked for the name with its authority. A domain that could not be asked is
 * not asked again: each attempt may take Windows half a minute.
 */
export function createAccountResolver(accounts: AccountLookup, localAuthority: string): (account: string) => ResolvedAccount {
  const known = new Map<string, ResolvedAccount>()
  const unreachable = new Map<string, Win32Failure>()
  const lookUp = (account: string): ResolvedAccount => {
    const name = account.startsWith('.\\') ? `${localAuthority}${account.slice(1)}` : account
    const authority = authorityOf(name)
    const earlier = unreachable.get(authority)
    if (earlier !== undefined) return { sid: null, failure: earlier }
    const answer = accounts.sidOf(name)
    if (answer.ok) return { sid: answer.value, failure: null }
    unreachable.set(authority, answer.failure)
    return { sid: null, failure: answer.failure }
  }
  return (account) => {
    const key = account.toLowerCase()
    const builtIn = BUILT_IN_ACCOUNTS.get(key)
    const resolved = builtIn === undefined ? (known.get(key) ?? lookUp(account)) : { sid: builtIn, failure: null }
    known.set(key, resolved)
    return resolved
  }
}

/** `DOMAIN` of `DOMAIN\name`, `domain.example` of `name@domain.example`, nothing of a bare name. */
function authorityOf(name: string): string {
  const slash = name.indexOf('\\')
  return (slash >= 0 ? name.slice(0, slash) : name.slice(name.lastIndexOf('@') + 1 || name.length)).toLowerCase()
}
