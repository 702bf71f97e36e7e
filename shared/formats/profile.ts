import { z } from 'zod'

import type { Known } from '../facts/index.ts'
import { instant, type ReadonlyDeep } from '../facts/primitives.ts'

export const profileSchemaId = 'erp-sync-checkup/profile@1'

const day = z.union([z.iso.date(), instant], { error: 'expected a date such as 2026-03-01' })

/** What only a person can tell about the server. */
export const profileSchema = z.looseObject({
  schema: z.literal(profileSchemaId),
  organization: z.string(),
  preparedBy: z.string().optional(),
  consultant: z.string().optional(),
  erp: z.looseObject({
    product: z.string().describe('product id such as sage-100; empty: not told'),
    edition: z.enum(['standard', 'advanced', 'premium']).optional(),
    database: z.enum(['sql-server', 'none']),
    companyDatabases: z.array(z.string()).optional().describe('production companies only, e.g. MAS_ABC'),
  }),
  deployment: z.looseObject({
    phase: z.enum(['live', 'deploying', 'moved-away']),
    since: day.optional().describe('start of a deployment'),
    until: day.optional().describe('last day of a deployment, in UTC'),
  }),
  syncTools: z.array(
    z.looseObject({
      name: z.string(),
      kind: z.enum(['erp-driver', 'connector']).optional().describe('erp-driver where absent'),
      service: z.string().optional().describe('name or display name of its service'),
      windowsAccount: z.string().optional(),
      erpUser: z.string().optional(),
      sqlLogin: z.string().optional(),
    }),
  ),
  remoteAccessUsers: z.array(z.string()).optional().describe("Windows users made for the vendor's staff; absent: not asked, []: none"),
  endpoints: z.array(z.string()).optional().describe('https addresses of CRM and web screens'),
  packs: z.array(z.string()).optional().describe('packs wanted although nothing triggers them'),
  reviewEveryMonths: z.number().positive().optional().describe('months; 3 where absent'),
  nextReview: day.optional(),
})

export type Profile = ReadonlyDeep<Known<z.infer<typeof profileSchema>>>
export type SyncTool = Profile['syncTools'][number]

/** What is assumed where no profile was given: nothing was told, so nothing is exempt. An empty product means "not told". */
export const emptyProfile: Profile = {
  schema: profileSchemaId,
  organization: '',
  erp: { product: '', database: 'sql-server' },
  deployment: { phase: 'live' },
  syncTools: [],
}
