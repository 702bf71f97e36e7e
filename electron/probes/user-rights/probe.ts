import type { Probe } from '../probe.ts'
import { createNotebook, refusal } from '../reading.ts'
import { readRightHolders } from '../right-holders.ts'
import { createHolderNames } from './holder-names.ts'

/**
 * Direct holders of each user right as in force now, whether set here or by a group policy.
 *
 * Source: LsaEnumerateAccountsWithUserRight for each right by its constant, LookupAccountSidW for the names. A right that refuses leaves a
 * note; one that this Windows does not have is not listed.
 */
export const userRightsProbe: Probe<'user-rights'> = {
  id: 'user-rights',
  area: 'accounts',
  read: ({ windows }) => {
    const notebook = createNotebook()
    const holders = readRightHolders(windows, notebook)
    if (!holders.ok) return refusal(holders.failure)
    const nameOf = createHolderNames(windows.accounts, notebook)
    const rights = [...holders.value].map(([right, sids]) => [right, sids.map((sid) => ({ sid, name: nameOf(sid) }))] as const)
    return notebook.reading({ rights: Object.fromEntries(rights) })
  },
}
