import { z } from 'zod'

import { sid } from './primitives.ts'

/** Local groups with their direct members; on a domain controller also Domain, Schema and Enterprise Admins. */
export const localGroupsFacts = z.looseObject({
  groups: z.array(
    z.looseObject({
      name: z.string().describe('localised group name, for display only'),
      sid: sid.describe('the group is recognised by this alone'),
      members: z.array(
        z.looseObject({
          name: z.string().describe('DOMAIN\\name as resolved; the SID again where it resolves to nothing'),
          sid: sid.describe('lgrmi2_sid'),
          kind: z.enum(['user', 'group', 'well-known', 'unknown']).describe('lgrmi2_sidusage; unknown: deleted or unreachable account'),
        }),
      ),
    }),
  ),
})
