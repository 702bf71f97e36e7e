import { z } from 'zod'

import { sid } from './primitives.ts'

/** Scheduled tasks (Task Scheduler COM, task XML). */
export const scheduledTasksFacts = z.looseObject({
  tasks: z.array(
    z.looseObject({
      path: z.string().describe('path with name, e.g. \\Sync\\Nightly'),
      account: z.string().describe('UserId or GroupId of the principal'),
      accountSid: sid.nullable(),
      enabled: z.boolean(),
      elevated: z.boolean().describe('RunLevel HighestAvailable'),
      storesPassword: z.boolean().describe('LogonType Password: breaks when the password changes'),
      command: z.string().describe('program and arguments of the first action, credential-like arguments masked as ***'),
    }),
  ),
})
