import { z } from 'zod'

import { type Facts, factSchemas, type Known, type ProbeId } from '../facts/index.ts'
import { instant, type ReadonlyDeep, sid } from '../facts/primitives.ts'
import { type Fits, fitsOf, NESTING_LIMIT } from './fits.ts'

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

const probeRecords = Object.fromEntries(Object.entries(factSchemas).map(([id, facts]) => [id, probeRecord(facts).optional()]))

/** What was seen on one server. */
export const snapshotSchema = z.looseObject({
  schema: z.literal(snapshotSchemaId),
  collectedAt: instant.describe('end of the collection'),
  collector: z.looseObject({
    version: z.string(),
    elevated: z.boolean().describe('the process held a full administrator token'),
    userSid: sid.optional(),
    durationMs: durationMs.optional(),
  }),
  probes: z.looseObject(probeRecords),
})

let fits: Fits | null | undefined

/** Recognises nearly every sound snapshot at a fraction of what validating costs; where it says no, the schema decides. */
export function isSoundSnapshot(value: object): boolean {
  if (fits === undefined) fits = fitsOf(snapshotSchema)
  return fits?.(value, NESTING_LIMIT) === true
}

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
