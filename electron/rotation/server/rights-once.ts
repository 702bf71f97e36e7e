import { type Acted, acted } from './acted.ts'
import type { RightsHands } from './rights.ts'

export type { RightsHands } from './rights.ts'

/** To sign in as a service; winnt.h calls it SE_SERVICE_LOGON_NAME. */
export const SERVICE_RIGHT = 'SeServiceLogonRight'

/** Grants a right that the account does not hold; where a policy sets it, the failure names the policy. */
export async function grantOnce(rights: RightsHands, account: string, right: string): Promise<Acted> {
  if ((await rights.holds(account, right)) === true) return acted
  const { policy, ...granted } = await rights.grant(account, right)
  return policy !== undefined && granted.kind === 'failed' ? { ...granted, code: `${granted.code}:${policy}` } : granted
}
