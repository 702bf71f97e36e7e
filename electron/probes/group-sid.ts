import type { AccountLookup } from '../win32/accounts.ts'
import { errorCodes, refused, succeeded, type Win32Failure, type Win32Result } from '../win32/result.ts'

/** SIDs that local groups have: the built-in ones, and those of this machine's database or domain. */
const GROUP_SID = /^S-1-5-(?:32|21)-/

/**
 * SID of a local group that Windows listed.
 *
 * Windows tells groups by name alone. A name is looked up among the identities that every Windows has first, so one that bears the name
 * of such an identity is asked for again with its authority.
 */
export function groupSid(accounts: AccountLookup, group: string, authority: string): Win32Result<string> {
  let failure: Win32Failure | null = null
  for (const name of [group, `${authority}\\${group}`]) {
    const answer = accounts.sidOf(name)
    if (!answer.ok) failure ??= answer.failure
    else if (answer.value !== null && GROUP_SID.test(answer.value)) return succeeded(answer.value)
  }
  return failure === null ? refused('LookupAccountNameW', errorCodes.noneMapped, { subject: group }) : { ok: false, failure }
}
