import type { AccountLookup } from '../../win32/accounts.ts'
import type { Win32Result } from '../../win32/result.ts'

export interface AccountPorts {
  readonly accounts: Pick<AccountLookup, 'sidOf'>
  /** what the dot in `.\name` stands for */
  readonly localAuthority: () => Win32Result<string>
}

/** Accounts of this machine or a domain; built-in, virtual and application pool accounts have SIDs of other shapes. */
const ACCOUNT_SID = /^S-1-5-21-/

/**
 * Spellings of accounts that have no password of ours, as the service control manager stores them in every language.
 *
 * The SID tells as well, but not where a name resolves to nothing, as that of a managed account on a server that may not use it.
 */
const NOT_OURS = /^(?:|localsystem|nt (?:authority|service|virtual machine)\\.*|iis apppool\\.*|.*\$(?:@.*)?)$/i

/** `HOST\name` of `.\name` and of a bare name; every other spelling is left as it is. */
export function withAuthority(ports: Pick<AccountPorts, 'localAuthority'>, account: string): Win32Result<string> {
  const bare = /^(?:\.\\)?([^\\@]+)$/.exec(account)?.[1]
  if (bare === undefined) return { ok: true, value: account }
  const authority = ports.localAuthority()
  return authority.ok ? { ok: true, value: `${authority.value}\\${bare}` } : authority
}

/** SID of an account as services and tasks spell it; null: nobody has the name. */
export function sidOfAccount(ports: AccountPorts, account: string): Win32Result<string | null> {
  const name = withAuthority(ports, account)
  return name.ok ? ports.accounts.sidOf(name.value) : name
}

/**
 * Whether a password is what the account signs in with: not that of Windows itself, of a service, of a pool, or a managed one.
 *
 * A name that cannot be looked up now is one of these only by its spelling: whether it exists is for Windows to say.
 */
export function hasOwnPassword(ports: AccountPorts, account: string): boolean {
  if (NOT_OURS.test(account.trim())) return false
  const sid = sidOfAccount(ports, account)
  return !sid.ok || sid.value === null || ACCOUNT_SID.test(sid.value)
}

/** Whether two spellings mean one account: by their names, else by their SIDs. */
export function isSameAccount(ports: AccountPorts, one: string, other: string): boolean {
  const names = [one, other].map((account) => withAuthority(ports, account))
  const [first, second] = names.map((name) => (name.ok ? name.value.toLowerCase() : null))
  if (one.toLowerCase() === other.toLowerCase() || (first !== null && first === second)) return true
  const [firstSid, secondSid] = [one, other].map((account) => sidOfAccount(ports, account))
  return firstSid?.ok === true && secondSid?.ok === true && firstSid.value !== null && firstSid.value === secondSid.value
}
