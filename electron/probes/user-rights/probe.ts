import { setByNote } from '../policy-titles.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, refusal } from '../reading.ts'
import { readRightHolders } from '../right-holders.ts'
import { definedBy, readSecurityTemplates } from '../security-templates.ts'
import { createHolderNames } from './holder-names.ts'

/** Rights that the steps of a check change. */
const RIGHTS_WORTH_A_NOTE = ['SeDenyRemoteInteractiveLogonRight', 'SeRemoteInteractiveLogonRight']

/**
 * Direct holders of each user right as in force now, whether set here or by a group policy.
 *
 * Source: LsaEnumerateAccountsWithUserRight for each right by its constant, LookupAccountSidW for the names. A right that refuses leaves a
 * note; one that this Windows does not have is not listed. Templates of group policies on this machine tell which policy brings a right back.
 */
export const userRightsProbe: Probe<'user-rights'> = {
  id: 'user-rights',
  area: 'accounts',
  read: async (context) => {
    const { windows } = context
    const notebook = createNotebook()
    const holders = readRightHolders(windows, notebook)
    if (!holders.ok) return refusal(holders.failure)
    const nameOf = createHolderNames(windows.accounts, notebook)
    const rights = [...holders.value].map(([right, sids]) => [right, sids.map((sid) => ({ sid, name: nameOf(sid) }))] as const)
    const { templates, unread } = await readSecurityTemplates(context)
    const defined = definedBy(templates, RIGHTS_WORTH_A_NOTE, (template, right) => template.privilegeRights.has(right.toLowerCase()))
    for (const [title, names] of defined) notebook.remark(setByNote(names, title))
    for (const reason of unread) notebook.remark(`whether a policy sets user rights is not wholly known: ${reason}`)
    const nameOfPolicy = (title: string): string => templates.find((template) => template.title === title)?.name ?? title
    const setByPolicy = [...defined].map(([title, names]) => ({ policy: nameOfPolicy(title), rights: [...names] }))
    return notebook.reading({ rights: Object.fromEntries(rights), ...(setByPolicy.length === 0 ? {} : { setByPolicy }) })
  },
}
