import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'

import { errors } from './errors.ts'
import { caseIdSchema, languageSchema, probeIdSchema } from './views.ts'

const progress = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), probe: probeIdSchema, name: z.string(), done: z.number(), total: z.number() }),
  z.object({
    kind: z.literal('finished'),
    probe: probeIdSchema,
    name: z.string(),
    status: z.enum(['ok', 'denied', 'unsupported', 'failed']),
    reason: z.string().nullable(),
    incomplete: z.boolean(),
    durationMs: z.number(),
    done: z.number(),
    total: z.number(),
  }),
  /** the last event: the case that now holds what was read */
  z.object({ kind: z.literal('case'), id: caseIdSchema }),
])

export const scan = {
  /**
   * Reads this server. With a case its facts are renewed and answers stay; `probes` limits what is read to those of one item.
   *
   * Ending the stream cancels the scan: nothing is kept then.
   */
  run: oc
    .errors(errors)
    .input(z.object({ id: caseIdSchema.nullable(), probes: z.array(probeIdSchema).nullable(), language: languageSchema }))
    .output(eventIterator(progress)),
}

export type ScanProgress = z.infer<typeof progress>
