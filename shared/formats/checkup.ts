import { z } from 'zod'

import type { Known } from '../facts/index.ts'
import { instant, type ReadonlyDeep } from '../facts/primitives.ts'
import { answerSchema } from './answers.ts'
import { profileSchema } from './profile.ts'

export const checkupSchemaId = 'erp-sync-checkup/checkup@1'

const message = z.looseObject({
  id: z.string().describe('key of the text, <check id>/<message> or note/<message>'),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})

const item = z.looseObject({
  id: z.string(),
  checklist: z.string(),
  title: z.string(),
  verdict: z.enum(['pass', 'fail', 'attention', 'unknown', 'not-applicable']),
  severity: z.enum(['critical', 'high', 'medium', 'low']),
  message: message.describe('what decided the verdict'),
  also: z.array(message).optional().describe('everything else that the sentence says, worst first'),
  because: z.string().describe('message and also as one English sentence'),
  evidence: z.array(
    z.looseObject({
      probe: z.string(),
      subject: z.string(),
      detail: z.string(),
      kind: z.string().optional().describe('what sort of evidence; part of the facts digest'),
      message: message.optional().describe('key and parameters of the detail'),
      verdict: z.enum(['pass', 'fail', 'attention', 'unknown', 'not-applicable']).optional().describe('what this piece alone says'),
    }),
  ),
  factsDigest: z.string().optional().describe('of the verdict-relevant evidence; an answer may carry it'),
  answers: z.array(answerSchema).optional().describe('those that count now'),
})

const answerProblem = z.looseObject({
  check: z.string(),
  problem: z.enum([
    'unknown-check',
    'unknown-subject',
    'no-subjects',
    'facts-changed',
    'expired',
    'too-long',
    'not-yet',
    'kind-not-allowed',
  ]),
  detail: z.string().describe('one English sentence'),
  message,
})

/** The result of judging one snapshot. */
export const checkupSchema = z.looseObject({
  schema: z.literal(checkupSchemaId),
  id: z.string().describe("derived from the inputs' digests and the time of evaluation: equal inputs give an equal file"),
  evaluatedAt: instant,
  source: z.enum(['live', 'file']),
  digests: z.looseObject({ snapshot: z.string(), profile: z.string(), answers: z.string(), catalogue: z.string() }),
  profile: profileSchema,
  host: z.looseObject({ name: z.string(), snapshotTakenAt: instant }),
  sample: z.string().optional().describe('name of the bundled sample server; absent for a real one'),
  items: z.array(item),
  checklists: z.array(
    z.looseObject({ id: z.string(), title: z.string(), outcome: z.enum(['complete', 'gaps', 'open', 'not-applicable']) }),
  ),
  grade: z.enum(['best', 'good', 'gaps', 'incomplete']),
  answerProblems: z.array(answerProblem).optional().describe('answers that count for nothing, and why'),
  notCollected: z.array(z.looseObject({ probe: z.string(), status: z.string(), reason: z.string() })).optional(),
})

export type Checkup = ReadonlyDeep<Known<z.infer<typeof checkupSchema>>>
export type CheckupItem = Checkup['items'][number]
export type Verdict = CheckupItem['verdict']
export type Severity = CheckupItem['severity']
export type Message = ReadonlyDeep<Known<z.infer<typeof message>>>
export type AnswerProblem = NonNullable<Checkup['answerProblems']>[number]
