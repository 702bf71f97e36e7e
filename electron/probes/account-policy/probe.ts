import { setByNote } from '../policy-titles.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, refusal } from '../reading.ts'
import { definedBy, readSecurityTemplates } from '../security-templates.ts'
import { complexityIn, defines, SETTINGS, templatesForAccounts } from './template-settings.ts'

const SECONDS_PER_DAY = 86_400
const SECONDS_PER_MINUTE = 60

/**
 * Password and lock-out policy of local accounts; on a domain controller that of the domain, without fine-grained policies.
 *
 * Source: NetUserModalsGet levels 0 and 3; where one refuses, there are no facts. Neither tells whether passwords must be complex: that
 * comes from the templates of group policies on this machine, and is left out where these do not decide it.
 */
export const accountPolicyProbe: Probe<'account-policy'> = {
  id: 'account-policy',
  area: 'accounts',
  read: async (context) => {
    const { windows } = context
    const passwords = windows.accountModals.passwords()
    if (!passwords.ok) return refusal(passwords.failure)
    const lockout = windows.accountModals.lockout()
    if (!lockout.ok) return refusal(lockout.failure)
    const notebook = createNotebook()
    const templates = templatesForAccounts(await readSecurityTemplates(context), windows)
    const complexity = complexityIn(templates)
    for (const [title, names] of definedBy(templates.templates, SETTINGS, defines)) notebook.remark(setByNote(names, title))
    for (const reason of templates.unread) notebook.remark(`whether a policy sets the rules for passwords is not wholly known: ${reason}`)
    return notebook.reading({
      minPasswordLength: passwords.value.minLength,
      minPasswordAgeDays: passwords.value.minAgeSeconds / SECONDS_PER_DAY,
      ...(complexity === undefined ? {} : { complexity }),
      passwordHistory: passwords.value.history,
      maxPasswordAgeDays: divided(passwords.value.maxAgeSeconds, SECONDS_PER_DAY),
      lockoutThreshold: lockout.value.threshold,
      lockoutMinutes: divided(lockout.value.durationSeconds, SECONDS_PER_MINUTE),
    })
  },
}

function divided(seconds: number | null, unit: number): number | null {
  return seconds === null ? null : seconds / unit
}
