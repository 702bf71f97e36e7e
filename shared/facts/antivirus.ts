import { z } from 'zod'

import { instant } from './primitives.ts'

/** Antivirus products (MSFT_MpComputerStatus, Security Center on client editions). */
export const antivirusFacts = z.looseObject({
  products: z.array(
    z.looseObject({
      name: z.string(),
      enabled: z.boolean(),
      realTime: z.boolean().nullable().describe('null: not told'),
      signaturesUpdatedAt: instant.nullable(),
    }),
  ),
})
