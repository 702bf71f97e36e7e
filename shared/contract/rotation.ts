import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'

import { errors } from './errors.ts'
import { choicesSchema, decisionSchema, preparation, runLine, runViewSchema } from './rotation-views.ts'
import { caseIdSchema, languageSchema } from './views.ts'

const one = z.object({ run: z.string().max(300), language: languageSchema })
const named = one.extend({ act: z.string().max(2000) })

/** The run as it is now, or why it cannot be used. */
const runAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), view: runViewSchema }),
  z.object({ kind: z.literal('problem'), line: z.string(), next: z.string().nullable() }),
])

/** The attended password change. SECURITY: no procedure takes or gives a password. */
export const rotation = {
  /** interrupted changes, oldest first */
  list: oc
    .errors(errors)
    .input(z.object({ language: languageSchema }))
    .output(z.object({ runs: z.array(runLine), problem: z.string().nullable() })),
  /** What a change would be; `choices` null: everything that the sync tool uses. Changes nothing. `real`: of the server itself, no rehearsal. */
  prepare: oc
    .errors(errors)
    .input(z.object({ id: caseIdSchema, choices: choicesSchema.nullable(), real: z.boolean().default(false), language: languageSchema }))
    .output(z.discriminatedUnion('kind', [preparation, z.object({ kind: z.literal('no-login'), line: z.string() })])),
  begin: oc
    .errors(errors)
    .input(
      z.object({
        id: caseIdSchema,
        choices: choicesSchema,
        real: z.boolean().default(false),
        /** what a person typed to confirm that resets lose stored secrets */
        typed: z.string().max(2000).nullable().default(null),
        language: languageSchema,
      }),
    )
    .output(runAnswer),
  /** Goes on with an interrupted change: the server is asked what really happened first. */
  open: oc.errors(errors).input(one).output(runAnswer),
  /** The app does the named act and those that follow in the same step; what leaves the stream stops nothing. */
  act: oc.errors(errors).input(named).output(eventIterator(runAnswer)),
  /** A person says that the named act is done, or that it did not work. */
  confirm: oc
    .errors(errors)
    .input(
      named.extend({
        outcome: z.enum(['done', 'not-done']),
        /** name of who confirmed */
        by: z.string().trim().max(200).nullable(),
        /** whether the vendor's session is gone */
        session: z.enum(['gone', 'remains']).nullable(),
      }),
    )
    .output(runAnswer),
  /** Has the person type, in a window of the system, the password that the next act needs and the program no longer has. */
  typeIn: oc.errors(errors).input(one).output(runAnswer),
  /** Has the person type the password that a login takes now, and keeps it in the keychain if a sign-in does not prove it wrong. */
  enterOld: oc
    .errors(errors)
    .input(z.object({ id: caseIdSchema, login: z.string().max(1000), choices: choicesSchema.nullable(), language: languageSchema }))
    .output(z.object({ done: z.boolean(), line: z.string() })),
  /** Has the person sign in to SQL Server, in a window of the system, as somebody who may change logins. */
  signInToSql: oc
    .errors(errors)
    .input(z.object({ id: caseIdSchema, instance: z.string().max(300), language: languageSchema }))
    .output(z.object({ done: z.boolean(), line: z.string() })),
  answer: oc
    .errors(errors)
    .input(one.extend({ option: z.string().max(2000) }))
    .output(runAnswer),
  decide: oc
    .errors(errors)
    .input(one.extend({ decision: decisionSchema }))
    .output(runAnswer),
  /** Lets the journal go, so that it can be continued elsewhere; nothing is undone. */
  leave: oc.errors(errors).input(one).output(z.object({})),
  /** Removes a rehearsal with everything that was written of it. */
  discard: oc.errors(errors).input(one).output(z.object({})),
  report: oc
    .errors(errors)
    .input(one.extend({ format: z.enum(['pdf', 'json']), paper: z.enum(['a4', 'letter']).default('a4') }))
    .output(z.object({ name: z.string(), type: z.string(), base64: z.string() })),
  /** the call, or the next review, for a calendar */
  calendar: oc
    .errors(errors)
    .input(z.object({ language: languageSchema, server: z.string().max(300), what: z.enum(['call', 'review']), at: z.string().max(40) }))
    .output(z.object({ name: z.string(), type: z.string(), base64: z.string() })),
}

export type RunAnswer = z.infer<typeof runAnswer>
