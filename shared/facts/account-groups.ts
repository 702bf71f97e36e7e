import { z } from 'zod'

import { sid } from './primitives.ts'

/** Groups of service accounts as the system itself resolves them, domain groups included where reachable. */
export const accountGroupsFacts = z.looseObject({
  accounts: z.array(
    z.looseObject({
      name: z.string().describe('account as the service names it'),
      sid: sid.describe('its SID'),
      groups: z.array(sid).describe('SIDs of all groups, nested ones included (AuthzGetInformationFromContext)'),
      complete: z.boolean().describe('false: the domain did not answer and only local groups are listed'),
    }),
  ),
})
