import type { Probe } from '../probe.ts'
import { createNotebook, refusal } from '../reading.ts'

const SECONDS_PER_DAY = 86_400
const SECONDS_PER_MINUTE = 60

/**
 * Password and lock-out policy of local accounts; on a domain controller that of the domain, without fine-grained policies.
 *
 * Source: NetUserModalsGet levels 0 and 3; where one refuses, there are no facts. Neither tells whether passwords must be complex, so that
 * stays out.
 */
export const accountPolicyProbe: Probe<'account-policy'> = {
  id: 'account-policy',
  area: 'accounts',
  read: ({ windows }) => {
    const passwords = windows.accountModals.passwords()
    if (!passwords.ok) return refusal(passwords.failure)
    const lockout = windows.accountModals.lockout()
    if (!lockout.ok) return refusal(lockout.failure)
    return createNotebook().reading({
      minPasswordLength: passwords.value.minLength,
      minPasswordAgeDays: passwords.value.minAgeSeconds / SECONDS_PER_DAY,
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
