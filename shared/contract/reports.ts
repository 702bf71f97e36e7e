import { oc } from '@orpc/contract'
import { z } from 'zod'

import { errors } from './errors.ts'
import { caseIdSchema, gradeSchema, languageSchema, verdictSchema } from './views.ts'

const change = z.enum(['added', 'removed', 'changed'])

const comparison = z.object({
  before: z.object({ server: z.string(), at: z.string(), grade: gradeSchema.nullable() }),
  after: z.object({ server: z.string(), at: z.string(), grade: gradeSchema.nullable() }),
  notes: z.array(z.string()),
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      before: verdictSchema.nullable(),
      after: verdictSchema.nullable(),
      direction: z.enum(['better', 'worse', 'same']),
      evidence: z.array(z.object({ change, subject: z.string(), detail: z.string() })),
    }),
  ),
})

export const reports = {
  /** a page of the case as it is now; `base64` holds the file's bytes */
  render: oc
    .errors(errors)
    .input(
      z.object({
        id: caseIdSchema,
        format: z.enum(['pdf', 'html', 'csv', 'json']),
        paper: z.enum(['a4', 'letter']),
        language: languageSchema,
      }),
    )
    .output(z.object({ name: z.string(), type: z.string(), base64: z.string() })),
  /** the snapshot itself, for the consultant */
  snapshot: oc
    .errors(errors)
    .input(z.object({ id: caseIdSchema, language: languageSchema }))
    .output(z.object({ name: z.string(), type: z.string(), base64: z.string() })),
  /** what changed between two checkups: kept ones by id, null for the case as it is now */
  compare: oc
    .errors(errors)
    .input(z.object({ id: caseIdSchema, before: z.string().nullable(), after: z.string().nullable(), language: languageSchema }))
    .output(comparison),
  /** next review as a calendar file */
  calendar: oc
    .errors(errors)
    .input(z.object({ id: caseIdSchema, language: languageSchema }))
    .output(z.object({ name: z.string(), type: z.string(), base64: z.string() })),
}

export type Comparison = z.infer<typeof comparison>
