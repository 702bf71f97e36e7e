import type { DomainAccountState, Reading } from '#shared/rotation/preflight/readings.ts'
import type { DomainAccounts } from '../../win32/domain-accounts.ts'
import { describeFailure } from '../../win32/result.ts'
import { read, unread } from './reading.ts'

const SECOND_MS = 1000

/** UF_ACCOUNTDISABLE and UF_LOCKOUT of lmaccess.h. */
const DISABLED = 0x2
const LOCKED = 0x10

/** Accounts of domains as these tell of them, by the names that were asked for. */
export async function readDomainAccounts(
  accounts: DomainAccounts,
  names: readonly string[],
): Promise<Readonly<Record<string, Reading<DomainAccountState>>>> {
  const entries = await Promise.all(names.map(async (name) => [name, await readDomainAccount(accounts, name)] as const))
  return Object.fromEntries(entries)
}

async function readDomainAccount(accounts: DomainAccounts, name: string): Promise<Reading<DomainAccountState>> {
  const place = await accounts.place(name)
  if (!place.ok) return unread(place.failure)
  if (place.value === null) return { status: 'failed', reason: `no domain is known for ${name}` }
  const found = await accounts.account(place.value)
  if (!found.ok) return unread(found.failure)
  const threshold = await accounts.lockoutThreshold(place.value)
  const lockoutThreshold = threshold.ok ? threshold.value : null
  const gaps = threshold.ok ? [] : [describeFailure(threshold.failure)]
  if (found.value === null) return read({ lockoutThreshold, account: null }, gaps)
  const { flags, badPasswordCount, expiresSeconds } = found.value
  const account = {
    enabled: (flags & DISABLED) === 0,
    lockedOut: (flags & LOCKED) !== 0,
    badPasswords: badPasswordCount,
    expiresAt: expiresSeconds === null ? null : new Date(expiresSeconds * SECOND_MS).toISOString(),
  }
  return read({ lockoutThreshold, account }, gaps)
}

/** What Windows itself, a pool or a managed account is called by: no controller keeps a password of ours for it. */
const NO_DOMAIN = /^(?:nt (?:authority|service|virtual machine)|iis apppool|builtin)\\|\$(?:@.*)?$/i

/** Whether a name is one of a domain: it says of where, and that is not this machine. */
export function isOfOtherPlace(name: string, computer: string): boolean {
  if (NO_DOMAIN.test(name)) return false
  const authority = /^([^\\]+)\\/.exec(name)?.[1]?.toLowerCase()
  return authority === undefined ? name.includes('@') : authority !== '.' && authority !== computer.toLowerCase()
}
