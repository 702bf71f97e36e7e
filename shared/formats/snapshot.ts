import { z } from 'zod'

import { type Facts, factSchemas, type Known, type ProbeId } from '../facts/index.ts'
import { instant, type ReadonlyDeep, sid } from '../facts/primitives.ts'

export const snapshotSchemaId = 'erp-sync-checkup/snapshot@1'

const durationMs = z.number().min(0)

function probeRecord(facts: z.ZodType): z.ZodType {
  return z.discriminatedUnion('status', [
    z.looseObject({
      status: z.literal('ok'),
      durationMs,
      facts,
      incomplete: z.literal(true).optional().describe('some could not be read'),
      notes: z.array(z.string()).optional().describe('what could not be read, what was masked'),
    }),
    z.looseObject({ status: z.enum(['denied', 'unsupported', 'failed']), durationMs, reason: z.string() }),
  ])
}

/** The record of each probe by its id. */
export const probeRecordSchemas: { readonly [id: string]: z.ZodType } = Object.fromEntries(
  Object.entries(factSchemas).map(([id, facts]) => [id, probeRecord(facts).optional()]),
)

/** A snapshot but for what the probes brought: nearly all of a large file is facts, and they are validated probe by probe. */
export const snapshotFrameSchema = z.looseObject({
  schema: z.literal(snapshotSchemaId),
  collectedAt: instant.describe('end of the collection'),
  collector: z.looseObject({
    version: z.string(),
    elevated: z.boolean().describe('the process held a full administrator token'),
    userSid: sid.optional(),
    durationMs: durationMs.optional(),
  }),
  probes: z.looseObject({}),
})

/** What was seen on one server. */
export const snapshotSchema = snapshotFrameSchema.extend({ probes: z.looseObject(probeRecordSchemas) })

export type ProbeRecord<ProbeFacts> =
  | {
      readonly status: 'ok'
      readonly durationMs: number
      readonly facts: ProbeFacts
      readonly incomplete?: true | undefined
      readonly notes?: readonly string[] | undefined
    }
  | { readonly status: 'denied' | 'unsupported' | 'failed'; readonly durationMs: number; readonly reason: string }

export interface Snapshot {
  readonly schema: typeof snapshotSchemaId
  readonly collectedAt: string
  readonly collector: ReadonlyDeep<Known<z.infer<typeof snapshotSchema>['collector']>>
  readonly probes: { readonly [Id in ProbeId]?: ProbeRecord<Facts[Id]> | undefined }
}
