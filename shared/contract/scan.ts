import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'

import { errors } from './errors.ts'
import { keptPasswordSchema, sqlAccessSchema, sqlInstanceSchema, sqlProblemSchema } from './sql.ts'
import { vaultProblemLinesSchema } from './vault.ts'
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
  /** the last event: the case that now holds what was read, and the instances of SQL Server that could not be */
  z.object({
    kind: z.literal('case'),
    id: caseIdSchema,
    sqlProblems: z.array(sqlProblemSchema),
    /** absent: no password was to be kept */
    password: keptPasswordSchema.optional(),
  }),
])

/** Which SQL logins the keychain has a password for, by names, or why it cannot be used and what to do. */
const storedSqlLogins = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('stored'),
    logins: z.array(
      z.object({
        /** the SQL Server that it is for: `HOST`, `HOST\\INSTANCE` or `HOST,PORT` */
        instance: z.string(),
        login: z.string(),
        /** the SQL Server is one of this machine */
        isHere: z.boolean(),
      }),
    ),
    /** a password that is typed can be kept too; false: the program only holds passwords until it ends */
    canKeep: z.boolean(),
  }),
  vaultProblemLinesSchema,
])

export const scan = {
  /**
   * Reads this server. With a case its facts are renewed and answers stay; `probes` limits what is read to those of one item.
   *
   * `sql` says how to sign in to SQL Server; null: as whoever runs the program. Ending the stream cancels the scan: nothing is kept then.
   */
  run: oc
    .errors(errors)
    .input(
      z.object({
        id: caseIdSchema.nullable(),
        probes: z.array(probeIdSchema).nullable(),
        sql: sqlAccessSchema.nullable().default(null),
        language: languageSchema,
      }),
    )
    .output(eventIterator(progress)),
  /** instances of SQL Server that this machine is known to have, to choose from; empty before it was read for the first time */
  sqlInstances: oc
    .errors(errors)
    .input(z.object({ language: languageSchema }))
    .output(z.array(sqlInstanceSchema)),
  /** SQL logins to choose from whose password is in the keychain. SECURITY: no procedure gives a password. */
  sqlStored: oc
    .errors(errors)
    .input(z.object({ language: languageSchema }))
    .output(storedSqlLogins),
}

export type ScanProgress = z.infer<typeof progress>
export type StoredSqlLogins = z.infer<typeof storedSqlLogins>
