import { z } from 'zod'

import { instant, sid } from './primitives.ts'

/** Remote logons of the event log and the sessions that exist now. */
export const logonsFacts = z.looseObject({
  since: instant.describe('oldest event that the log still holds: before it nothing is known'),
  remote: z.array(
    z.looseObject({
      account: z.string(),
      accountSid: sid.nullable(),
      at: instant,
      kind: z.enum(['rdp', 'remote-assistance']),
      from: z.string().nullable().describe('client address or name'),
    }),
  ),
  sessions: z.array(
    z.looseObject({
      account: z.string(),
      accountSid: sid.nullable(),
      kind: z.enum(['console', 'rdp']),
      state: z.enum(['active', 'disconnected']),
    }),
  ),
})
