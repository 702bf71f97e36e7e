import { oc } from '@orpc/contract'
import { z } from 'zod'

import { errors } from './errors.ts'
import { languageSchema } from './views.ts'

const stateSchema = z.enum(['unfinished', 'next', 'current', 'previous'])

/** One stored password: whose it is and since when. SECURITY: the password itself crosses no wire. */
const storedPassword = z.object({
  /** names it; random */
  generation: z.string(),
  server: z.string(),
  kind: z.enum(['windows', 'sql-server', 'erp']).nullable(),
  login: z.string(),
  state: stateSchema,
  /** null: storing or removing it was interrupted */
  storedAt: z.string().nullable(),
  /** end of the grace of a previous one */
  keepUntil: z.string().nullable(),
})

/** Why the keychain cannot be used, and what to do. */
export const vaultProblemLinesSchema = z.object({ kind: z.literal('problem'), line: z.string(), next: z.string() })

export const vault = {
  /** what is stored, by names and times; the previous ones whose grace is over are removed first */
  list: oc
    .errors(errors)
    .input(z.object({ language: languageSchema }))
    .output(
      z.discriminatedUnion('kind', [
        /** `elsewhere`: in the memory of the program, because policy forbids the keychain; `unreadable`: entries that another version wrote */
        z.object({
          kind: z.literal('stored'),
          storedIn: z.enum(['keychain', 'elsewhere']),
          passwords: z.array(storedPassword),
          unreadable: z.number(),
        }),
        vaultProblemLinesSchema,
      ]),
    ),
  /** `changed`: it is not in the state any more in which the person saw it, and stays */
  remove: oc
    .errors(errors)
    .input(z.object({ language: languageSchema, generation: z.string(), state: stateSchema }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('removed') }),
        z.object({ kind: z.literal('changed') }),
        vaultProblemLinesSchema,
      ]),
    ),
}

export type StoredPassword = z.infer<typeof storedPassword>
export type VaultProblemLines = z.infer<typeof vaultProblemLinesSchema>
