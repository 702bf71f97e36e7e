import { z } from 'zod'

import type { Known } from '../facts/index.ts'
import { count, instant, type ReadonlyDeep } from '../facts/primitives.ts'

export const rotationReportSchemaId = 'erp-sync-checkup/rotation-report@1'

/** As of the last event; in-grace: all is done but what has to wait, such as the deletion of old passwords. */
const outcome = z.enum(['complete', 'in-grace', 'provisional', 'cancelled', 'taken-back', 'interrupted', 'open'])

const holding = z.enum(['old', 'new', 'superseded', 'unknown']).describe('superseded: generated in this change and replaced since')

const holder = z.looseObject({
  key: z.string(),
  kind: z.enum(['service', 'scheduled-task', 'sync-tool-window', 'by-hand']),
  name: z.string(),
  holds: holding,
  verifiedAt: instant.nullable().describe('of the new password; null: it does not have it, or is not verified'),
})

const login = z.looseObject({
  key: z.string().describe('kind, colon, server or product, name'),
  kind: z.enum(['windows', 'sql-server', 'erp']),
  name: z.string(),
  change: z.enum(['new-password', 'new-user']),
  newUser: z.looseObject({ key: z.string(), name: z.string() }).nullable().describe('the designated user that takes over'),
  setBy: z.enum(['change', 'reset']).nullable().describe('change: with the old password; null: never set, or made with its user'),
  changedBy: z.enum(['app', 'person']),
  changedAt: instant.nullable().describe('the last time that a password of the login was set'),
  verifiedAt: instant.nullable().describe('of the new password; null: it does not hold, or is not verified'),
  keptIn: z.enum(['keychain', 'person']),
  grade: z.enum(['best', 'good']).nullable().describe('of the newest password; null: neither, or not known'),
  unique: z.boolean().nullable().describe('null: not known'),
  takes: holding,
  holders: z.array(holder),
  agree: z.boolean().describe('false: not every holder surely has what the login takes'),
})

const trouble = z.looseObject({
  at: instant,
  event: count.describe('index in events'),
  reason: z.string().describe('key; interrupted: the program or the server stopped on the way'),
  login: z.string().nullable(),
  code: z.string().nullable().describe('as the system gave it'),
  decision: z.string().nullable().describe('key of what a person decided; null: nothing yet, or nothing had to be decided'),
  decidedAt: instant.nullable(),
})

const openPoint = z.looseObject({
  kind: z.enum([
    'act-unfinished',
    'decision-needed',
    'server-to-ask',
    'next-act',
    'session-remains',
    'old-login-to-retire',
    'old-password-kept',
    'holder-differs',
    'old-login-stays',
    'grade-not-known',
    'passwords-to-move',
  ]),
  login: z.string().nullable(),
  holder: z.string().nullable(),
  act: z.string().nullable().describe('id of an act'),
  until: instant.nullable().describe('not before this time'),
})

/** What came of a password change, from its journal; never a password. */
export const rotationReportSchema = z.looseObject({
  schema: z.literal(rotationReportSchemaId),
  rotation: z.string(),
  server: z.string(),
  rehearsal: z.boolean().describe('nothing on the machine was touched'),
  madeAt: instant,
  begunAt: instant.nullable(),
  callBegunAt: instant.nullable(),
  callEndedAt: instant.nullable(),
  outcome,
  logins: z.array(login),
  pause: z.looseObject({
    by: z.enum(['app', 'by-hand', 'not-wanted']),
    services: z.array(z.string()).describe('those that were stopped'),
    seconds: count.describe('in all'),
    since: instant.nullable().describe('null: the sync is not paused'),
  }),
  troubles: z.array(trouble),
  open: z.array(openPoint),
  reviewOn: z.iso.date().nullable(),
  events: z.array(z.looseObject({ type: z.string(), at: instant, sentence: z.string().describe('English') })),
})

type Data = ReadonlyDeep<Known<z.infer<typeof rotationReportSchema>>>

export type RotationReportDocument = Data
export type RotationOutcome = Data['outcome']
export type ReportedLogin = Data['logins'][number]
export type ReportedTrouble = Data['troubles'][number]
export type OpenPoint = Data['open'][number]
