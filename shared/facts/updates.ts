import { z } from 'zod'

import { instant } from './primitives.ts'

/** Windows updates. */
export const updatesFacts = z.looseObject({
  lastInstalledAt: instant.nullable().describe('newest cumulative update, definition updates left out; null: not told'),
  rebootPending: z.boolean(),
})
