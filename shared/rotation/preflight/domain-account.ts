import type { PlannedLogin } from '../plan.ts'
import { found, type PreflightFinding } from './findings.ts'
import type { LoginToChange } from './input.ts'
import { CLOSED_MARGIN } from './password-rules.ts'
import type { DomainAccountState } from './readings.ts'
import { type PreflightWorld, sameName } from './world.ts'

/**
 * Failed sign-ins at which an account of a domain is taken to be locked, where the domain's own policy allows more or never locks.
 *
 * A fine-grained policy can lock single accounts earlier than the domain locks all others, and which one holds for an account
 * (msDS-ResultantPSO) is in none of the answers that are read here. Three is the strictest number that hardening guides ask for; with
 * fewer, one mistyped password that programs send twice would lock people out. So one sign-in is risked only where nobody has failed
 * before, and then leaves two to others even under that policy.
 */
const STRICTEST_THRESHOLD = 3

/** What the domain told of the account that the login will have; undefined: it was not asked, or did not answer. */
function stateOf(world: PreflightWorld, { name, change }: LoginToChange): DomainAccountState | undefined {
  const readings = Object.entries(world.input.readings.domainAccounts ?? {})
  const stateAt = (fits: (key: string) => boolean): DomainAccountState | undefined => {
    const reading = readings.find(([key]) => fits(key))?.[1]
    return reading?.status === 'read' ? reading.value : undefined
  }
  if (change.kind === 'new-password') return stateAt((key) => sameName(key, name))
  // Its name was not known when the domain was asked, but another account of the same domain is under the same policy.
  const domain = domainOf(change.newName)
  const sibling = domain === null ? undefined : stateAt((key) => sameName(domainOf(key) ?? '', domain))
  return sibling === undefined ? undefined : { lockoutThreshold: sibling.lockoutThreshold, account: null }
}

/** What a name says of its domain: the part before a backslash, or behind the sign of a user principal name. */
const domainOf = (name: string): string | null => /^([^\\]+)\\/.exec(name)?.[1] ?? /@(.+)$/.exec(name)?.[1] ?? null

/** Whether the account in the domain can sign in at all, as far as the domain told. */
export function judgeDomainAccount(world: PreflightWorld, login: LoginToChange): readonly PreflightFinding[] {
  const state = stateOf(world, login)
  if (state === undefined) return []
  const { account } = state
  if (account === null) return [found('stop', 'account-missing-in-domain', login.key)]
  const { expiresAt } = account
  const isExpired = expiresAt !== null && Date.parse(expiresAt) <= world.nowMs
  return [
    found('ok', 'account-found', login.key),
    ...(account.enabled ? [] : [found('stop', 'account-disabled', login.key)]),
    ...(account.lockedOut ? [found('stop', 'account-locked', login.key)] : []),
    ...(isExpired ? [found('stop', 'account-expired', login.key, { since: expiresAt })] : []),
  ]
}

/** How far sign-ins of the account can fail, as the plan has to hold it: never more than is surely left. */
export function domainLockOut(world: PreflightWorld, login: LoginToChange): PlannedLogin['lockOut'] {
  const state = stateOf(world, login)
  const isNew = login.change.kind === 'new-user'
  const badPasswords = isNew ? 0 : (state?.account?.badPasswords ?? null)
  const threshold = state?.lockoutThreshold ?? null
  if (threshold === null || badPasswords === null) return 'unknown'
  return { threshold: threshold === 0 ? STRICTEST_THRESHOLD : Math.min(threshold, STRICTEST_THRESHOLD), badPasswords }
}

/** Whether one sign-in is risked to see whether the new password holds. */
export function judgeDomainLockOut(world: PreflightWorld, login: LoginToChange): PreflightFinding {
  const lockOut = domainLockOut(world, login)
  if (typeof lockOut === 'string') return found('warn', 'lock-out-not-known', login.key)
  const { threshold, badPasswords } = lockOut
  const params = { threshold, badPasswords }
  return threshold - badPasswords <= CLOSED_MARGIN
    ? found('warn', 'domain-sign-in-closed', login.key, params)
    : found('ok', 'domain-sign-in-open', login.key, params)
}
