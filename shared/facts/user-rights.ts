import { z } from 'zod'

import { sid } from './primitives.ts'

/** Holders of each user right as in force now (LsaEnumerateAccountsWithUserRight); a right that nobody holds is an empty list. */
export const userRightsFacts = z.looseObject({
  rights: z.record(
    z.string().describe('constant, e.g. SeDenyRemoteInteractiveLogonRight'),
    z.array(z.looseObject({ sid: sid, name: z.string().nullable().describe('null: the SID resolves to nothing') })),
  ),
  setByPolicy: z
    .array(z.looseObject({ policy: z.string().describe('as its administrators call it, else its id'), rights: z.array(z.string()) }))
    .optional()
    .describe('policies that set a right, as far as the templates on this machine tell; a change made here is undone'),
})
