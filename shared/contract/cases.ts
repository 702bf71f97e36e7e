import { oc } from '@orpc/contract'
import { z } from 'zod'

import { answerSchema } from '../formats/answers.ts'
import { profileSchema } from '../formats/profile.ts'
import { errors } from './errors.ts'
import { caseIdSchema, caseLineSchema, caseViewSchema, languageSchema, suggestionSchema } from './views.ts'

/** A snapshot of a very large server has about 10 MB. */
const LONGEST_SNAPSHOT = 128 * 1024 * 1024

const one = z.object({ id: caseIdSchema, language: languageSchema })

const { kind, note, until, subjects } = answerSchema.shape

/** What a person says; when it was said, and on which facts, is the core's to add. */
const givenAnswer = z.object({ kind, by: z.string().trim().min(1).max(200), note: note.max(10_000), until, subjects })

/** A case is one server that somebody works on: its snapshot, what was told and answered, and the checkups that were kept. */
export const cases = {
  list: oc
    .errors(errors)
    .input(z.object({ language: languageSchema }))
    .output(z.object({ cases: z.array(caseLineSchema), damaged: z.array(z.string()) })),
  view: oc.errors(errors).input(one).output(caseViewSchema),
  openSample: oc
    .errors(errors)
    .input(z.object({ sample: z.string(), language: languageSchema }))
    .output(caseViewSchema),
  /** `name` is the file's name as the person knows it */
  openSnapshot: oc
    .errors(errors)
    .input(z.object({ name: z.string().max(500), text: z.string().max(LONGEST_SNAPSHOT), language: languageSchema }))
    .output(caseViewSchema),
  remove: oc
    .errors(errors)
    .input(z.object({ id: caseIdSchema, language: languageSchema }))
    .output(z.object({})),
  suggestions: oc.errors(errors).input(one).output(z.array(suggestionSchema)),
  saveProfile: oc
    .errors(errors)
    .input(one.extend({ profile: profileSchema }))
    .output(caseViewSchema),
  /** `at` is set by the core; the digest of the facts is added where the check does not list subjects */
  answer: oc
    .errors(errors)
    .input(one.extend({ check: z.string(), answer: givenAnswer }))
    .output(caseViewSchema),
  /** takes the last answer back, given or removed, as often as there are some */
  undoAnswer: oc.errors(errors).input(one).output(caseViewSchema),
  removeAnswer: oc
    .errors(errors)
    .input(one.extend({ check: z.string(), at: z.string() }))
    .output(caseViewSchema),
  /** keeps the checkup as it is now in the history */
  keepCheckup: oc.errors(errors).input(one).output(caseViewSchema),
}
