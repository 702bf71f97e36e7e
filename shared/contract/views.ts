import { z } from 'zod'

import { probeIds } from '../facts/index.ts'
import { answersSchema } from '../formats/answers.ts'
import { checkupSchema } from '../formats/checkup.ts'
import { profileSchema } from '../formats/profile.ts'
import { sqlProblemSchema } from './sql.ts'

export const languageSchema = z.enum(['en', 'de'])
export const verdictSchema = checkupSchema.shape.items.element.shape.verdict
export const severitySchema = checkupSchema.shape.items.element.shape.severity
export const gradeSchema = checkupSchema.shape.grade
export const outcomeSchema = checkupSchema.shape.checklists.element.shape.outcome
export const probeIdSchema = z.enum(probeIds)

/** Id of a case: letters, digits and hyphens, so that it is a file name everywhere. */
export const caseIdSchema = z.string().regex(/^[a-z0-9-]{1,64}$/)

const evidenceView = z.object({
  probe: z.string(),
  /** the probe in words */
  probeName: z.string(),
  subject: z.string(),
  detail: z.string(),
  /** what this piece alone says; null: it only shows the surroundings */
  verdict: verdictSchema.nullable(),
})

const stepView = z.object({
  text: z.string(),
  restarts: z.string().nullable(),
  undo: z.string().nullable(),
  command: z.object({ shell: z.enum(['powershell', 'cmd', 't-sql']), text: z.string() }).nullable(),
})

const answerView = z.object({
  kind: z.enum(['confirmed', 'denied', 'not-applicable', 'kept', 'accepted-risk']),
  by: z.string(),
  /** ISO 8601 UTC */
  at: z.string(),
  note: z.string(),
  /** day or instant; null: no end */
  until: z.string().nullable(),
  subjects: z.array(z.string()).nullable(),
  /** false: it counts for nothing (expired, given on other facts …); `problem` says why */
  counts: z.boolean(),
  problem: z.string().nullable(),
})

/** One item in the words of a language, with everything that its page shows. */
export const itemViewSchema = z.object({
  id: z.string(),
  checklist: z.string(),
  title: z.string(),
  verdict: verdictSchema,
  verdictWord: z.string(),
  severity: severitySchema,
  severityWord: z.string(),
  /** verdict and what it rests on as one sentence */
  sentence: z.string(),
  why: z.string(),
  judged: z.array(z.string()),
  open: z.array(z.string()),
  evidence: z.array(evidenceView),
  steps: z.array(stepView),
  references: z.array(z.object({ title: z.string(), url: z.string() })),
  who: z.enum(['administrator', 'vendor', 'administrator-and-vendor']),
  effort: z.enum(['minutes', 'an hour', 'half a day']),
  /** only a person can tell */
  manual: z.boolean(),
  /** answers are given per subject */
  listsSubjects: z.boolean(),
  /** subjects of the evidence that bears on the verdict, each once */
  subjects: z.array(z.string()),
  factsDigest: z.string().nullable(),
  answers: z.array(answerView),
  /** last day of an accepted risk that counts now; null: none */
  acceptedUntil: z.string().nullable(),
  /** kinds of answer that mean something here and now */
  possibleAnswers: z.array(answerView.shape.kind),
  /** probes that a new look at this item reads */
  reads: z.array(probeIdSchema),
})

export const checklistViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  introduction: z.string(),
  outcome: outcomeSchema,
  outcomeWord: z.string(),
  countsInWords: z.string(),
  /** why a pack or a whole checklist does not apply; null where it does */
  reason: z.string().nullable(),
  items: z.array(itemViewSchema),
})

/** One server on the screen: what was told, what was found, what it comes to. */
export const caseViewSchema = z.object({
  id: caseIdSchema,
  source: z.enum(['live', 'file', 'sample']),
  /** title of the sample; null for a real server */
  sample: z.string().nullable(),
  organization: z.string(),
  server: z.string(),
  /** when the server was read, ISO 8601 UTC */
  collectedAt: z.string(),
  evaluatedAt: z.string(),
  /** whether the reader held a full administrator token */
  elevated: z.boolean(),
  grade: z.object({ id: gradeSchema, word: z.string(), sentence: z.string() }),
  /** coverage as one sentence */
  coverage: z.string(),
  counts: z.object({ fail: z.number(), open: z.number(), pass: z.number(), notApplicable: z.number() }),
  checklists: z.array(checklistViewSchema),
  /** probes that could not be read, with the reason */
  notCollected: z.array(z.object({ probe: z.string(), name: z.string(), status: z.string(), reason: z.string() })),
  sqlProblems: z.array(sqlProblemSchema),
  /** answers that count for nothing, one sentence each */
  answerProblems: z.array(z.string()),
  profile: profileSchema,
  credentials: answersSchema.shape.credentials,
  nextReview: z.string().nullable(),
  /** what `answers.undo` would take back, in words; null: nothing */
  undo: z.string().nullable(),
  checkupId: z.string(),
})

/** A line of the history. */
export const caseLineSchema = z.object({
  id: caseIdSchema,
  source: z.enum(['live', 'file', 'sample']),
  organization: z.string(),
  server: z.string(),
  collectedAt: z.string(),
  changedAt: z.string(),
  grade: z.object({ id: gradeSchema, word: z.string() }),
  fail: z.number(),
  open: z.number(),
  nextReview: z.string().nullable(),
  /** kept checkups of this case, newest first */
  checkups: z.array(z.object({ id: z.string(), at: z.string(), grade: z.object({ id: gradeSchema, word: z.string() }) })),
})

/** A guess from the facts that a person accepts or not; never taken over silently. */
export const suggestionSchema = z.object({
  field: z.enum([
    'syncTool',
    'windowsAccount',
    'sqlLogin',
    'companyDatabases',
    'remoteAccessUsers',
    'erpProduct',
    'erpEdition',
    'database',
    'endpoints',
  ]),
  /** what to put into the field; several for lists */
  values: z.array(z.string()),
  /** what it was seen in, one sentence */
  because: z.string(),
})

export const settingsSchema = z.object({
  language: z.enum(['en', 'de', 'system']),
  theme: z.enum(['light', 'dark', 'system']),
  textSize: z.enum(['normal', 'large', 'very-large']),
  /** large text and no distractions for a shared screen */
  presenter: z.boolean(),
  reviewEveryMonths: z.number().int().min(1).max(24),
  preparedBy: z.string().max(200),
})

export type Language = z.infer<typeof languageSchema>
export type ItemView = z.infer<typeof itemViewSchema>
export type AnswerView = ItemView['answers'][number]
export type ChecklistView = z.infer<typeof checklistViewSchema>
export type CaseView = z.infer<typeof caseViewSchema>
export type CaseLine = z.infer<typeof caseLineSchema>
export type Suggestion = z.infer<typeof suggestionSchema>
export type Settings = z.infer<typeof settingsSchema>
