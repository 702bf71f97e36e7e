import { z } from 'zod'

import { answerSchema } from '#shared/formats/answers.ts'
import { checkupSchema } from '#shared/formats/checkup.ts'

export const caseSchemaId = 'erp-sync-checkup/case@1'

const grade = checkupSchema.shape.grade

const undoStep = z.object({
  /** what the person did */
  did: z.enum(['given', 'removed']),
  check: z.string(),
  answer: answerSchema,
})

const summary = z.object({
  judgedAt: z.string(),
  organization: z.string(),
  server: z.string(),
  collectedAt: z.string(),
  grade,
  fail: z.number(),
  open: z.number(),
})

/** What is known of a case beside its snapshot, profile, answers and checkups. */
const caseFileSchema = z.looseObject({
  schema: z.literal(caseSchemaId),
  source: z.enum(['live', 'file', 'sample']),
  /** id of the bundled sample server */
  sample: z.string().optional(),
  createdAt: z.string(),
  changedAt: z.string(),
  /** what can be taken back, oldest first */
  undo: z.array(undoStep),
  /** kept checkups, oldest first */
  checkups: z.array(z.object({ id: z.string(), at: z.string(), grade })),
  /** what it came to when it was last judged after a change; absent: not judged yet */
  summary: summary.optional(),
})

export type CaseFile = z.infer<typeof caseFileSchema>
export type UndoStep = z.infer<typeof undoStep>
export type CaseSummary = z.infer<typeof summary>

/** Null: it is no case file. */
export function readCaseFile(text: string): CaseFile | null {
  try {
    const parsed = caseFileSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** A case of which nothing more is known than its id: what was set aside, or never written. */
export function newCaseFile(source: CaseFile['source'], at: string): CaseFile {
  return { schema: caseSchemaId, source, createdAt: at, changedAt: at, undo: [], checkups: [] }
}
