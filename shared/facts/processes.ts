import { z } from 'zod'

import { sid } from './primitives.ts'

/** Running processes; command lines are never read. */
export const processesFacts = z.looseObject({
  processes: z.array(
    z.looseObject({
      name: z.string().describe('image file name'),
      path: z.string().nullable().describe('QueryFullProcessImageNameW; null: access refused'),
      account: z.string().nullable().describe('owner of its token; null: access refused'),
      accountSid: sid.nullable(),
    }),
  ),
})
