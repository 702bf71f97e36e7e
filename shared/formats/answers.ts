import { z } from 'zod'

import type { Known } from '../facts/index.ts'
import { instant, type ReadonlyDeep } from '../facts/primitives.ts'

export const answersSchemaId = 'erp-sync-checkup/answers@1'

const day = z.union([z.iso.date(), instant], { error: 'expected a date such as 2026-03-01' })

const answer = z
  .looseObject({
    kind: z.enum(['confirmed', 'denied', 'not-applicable', 'kept', 'accepted-risk']),
    by: z.string(),
    at: instant,
    note: z.string(),
    until: day.optional().describe('required for accepted-risk'),
    subjects: z.array(z.string()).optional().describe('for checks that list things: what it covers'),
    factsDigest: z.string().optional().describe('digest of the evidence that it was given on'),
  })
  .refine((given) => given.kind !== 'accepted-risk' || given.until !== undefined, {
    path: ['until'],
    error: 'expected an end date: accepted-risk needs one',
  })

const credential = z.looseObject({
  login: z.string(),
  kind: z.enum(['windows', 'erp', 'sql-server']),
  grade: z.enum(['best', 'good', 'weak']),
  unique: z.boolean(),
  changedAt: instant,
  storedIn: z.enum(['keychain', 'elsewhere']),
})

const extract = z.looseObject({ directory: z.string(), at: instant, intact: z.boolean(), mismatches: z.array(z.string()) })

/** What a person said, and what is known of the passwords – never a password. */
export const answersSchema = z.looseObject({
  schema: z.literal(answersSchemaId),
  answers: z.record(z.string(), z.array(answer)),
  credentials: z.array(credential),
  extracts: z.array(extract).optional(),
})

export const answerSchema = answer

export type Answers = ReadonlyDeep<Known<z.infer<typeof answersSchema>>>
export type Answer = ReadonlyDeep<Known<z.infer<typeof answer>>>
export type CredentialRecord = ReadonlyDeep<Known<z.infer<typeof credential>>>

export const emptyAnswers: Answers = { schema: answersSchemaId, answers: {}, credentials: [] }
