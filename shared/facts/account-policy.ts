import { z } from 'zod'

import { count } from './primitives.ts'

/** Password and lock-out policy of local accounts (NetUserModalsGet 0 and 3). */
export const accountPolicyFacts = z.looseObject({
  minPasswordLength: count.describe('characters'),
  minPasswordAgeDays: z.number().min(0).optional().describe('days'),
  complexity: z.boolean().optional(),
  passwordHistory: count.describe('passwords remembered'),
  maxPasswordAgeDays: z.number().nullable().describe('days; null: never expires'),
  lockoutThreshold: count.describe('failed sign-ins; 0: never locks'),
  lockoutMinutes: z.number().nullable().describe('minutes; null: until an administrator unlocks'),
})
