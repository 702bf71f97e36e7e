import { z } from 'zod'

/** Longer than any name that SQL Server or Windows takes. */
const LONGEST_NAME = 300

/** SQL Server and Windows take 128 and 127 characters. */
const LONGEST_PASSWORD = 512

const name = z.string().max(LONGEST_NAME)

/** SECURITY: it crosses to the core in this call and is kept nowhere; no message about it repeats it. */
const password = z.string().min(1).max(LONGEST_PASSWORD)

/** Which SQL Server is to be read, and who signs in. */
export const sqlAccessSchema = z.object({
  /** `HOST`, `HOST\\INSTANCE` or `HOST,PORT`; null: the instances of this machine */
  server: name.nullable(),
  signIn: z.discriminatedUnion('kind', [
    /** whoever runs the program */
    z.object({ kind: z.literal('integrated') }),
    z.object({
      kind: z.literal('sql-login'),
      login: name,
      password,
      /** the password goes into the keychain once SQL Server has accepted it; absent: it is kept nowhere */
      keep: z.boolean().optional(),
    }),
    /** a SQL login whose password is in the keychain, for exactly this SQL Server: no secret crosses with it */
    z.object({ kind: z.literal('stored'), login: name }),
    /** `DOMAIN\\user` */
    z.object({ kind: z.literal('windows-account'), account: name, password }),
  ]),
  /** a person decided to take a certificate that nobody vouches for */
  trustCertificate: z.boolean(),
})

/** An instance to choose from. */
export const sqlInstanceSchema = z.object({
  /** `HOST` or `HOST\\INSTANCE`, as it is asked for */
  name: z.string(),
  /** null: not known yet */
  version: z.string().nullable(),
})

/** An instance of SQL Server that could not be read. */
export const sqlProblemSchema = z.object({
  instance: z.string(),
  /** kind of what went wrong at the sign-in, which the texts of the screens have words for; null: `line` says it */
  problem: z.string().nullable(),
  /** the record's own English line */
  line: z.string(),
})

/** What became of a password that was to be kept. */
export const keptPasswordSchema = z.object({
  isKept: z.boolean(),
  /** says it, with the next step where it was not kept */
  line: z.string(),
})

export type KeptPassword = z.infer<typeof keptPasswordSchema>
export type SqlAccess = z.infer<typeof sqlAccessSchema>
export type SqlInstance = z.infer<typeof sqlInstanceSchema>
export type SqlProblem = z.infer<typeof sqlProblemSchema>
