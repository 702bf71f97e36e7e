import { z } from 'zod'

import { count, instant, type ReadonlyDeep } from '../facts/primitives.ts'

/** 0: what held before the rotation; n: the n-th password that was generated for the login. */
const generation = count
const login = z.string().min(1)
const holder = z.string().min(1)
const service = z.string().min(1)
const code = z.string().max(200).describe('error code or key as the system gave it, never a sentence')
const act = z.string().min(1).describe('id of an intent')

function fact<Type extends string, Shape extends z.core.$ZodLooseShape = Record<never, never>>(type: Type, shape?: Shape) {
  return z.strictObject({ type: z.literal(type), at: instant, ...(shape ?? ({} as Shape)) })
}

const ofHolder = { login, holder, generation }
const ofLogin = { login, generation }

/** What was seen on the server; null or unknown: it could not be told. */
const answer = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('password'),
    login,
    holds: generation.nullable(),
    tried: z.boolean().optional().describe('a sign-in was tried to find out; absent: not known'),
    wrong: generation.optional().describe('it was tried and is not what the login takes; absent: none is ruled out'),
    failedSignIns: count.optional().describe('sign-ins that may count as a wrong password, each against the lock-out; absent: none'),
  }),
  z.strictObject({ about: z.literal('user'), login, exists: z.boolean().nullable() }),
  z.strictObject({
    about: z.literal('service'),
    service,
    state: z.enum(['running', 'stopped', 'unknown']),
    startMode: z.enum(['auto', 'manual', 'disabled', 'unknown']),
  }),
  z.strictObject({ about: z.literal('secret'), login, generation, present: z.boolean() }),
])

const decided = [
  fact('retry-chosen'),
  fact('renewal-chosen', { logins: z.array(login).min(1) }),
  fact('back-chosen'),
  fact('forward-chosen'),
  fact('cancelled'),
] as const

const begun = [
  fact('act-started', { act }),
  fact('service-stopping', { service }),
  fact('password-changing', { ...ofLogin, how: z.enum(['change', 'reset']) }),
] as const

const failed = [
  fact('act-failed', { act, code, outcome: z.enum(['not-done', 'unknown']).describe('unknown: it may have happened') }),
  fact('password-refused', { ...ofLogin, code }),
  fact('verification-failed', {
    login,
    holder: holder.nullable().describe('null: the sign-in of the login itself'),
    code,
    proves: z.enum(['wrong-password', 'nothing']).describe('nothing: other causes give this code as well'),
  }),
  fact('preflight-failed', { problems: z.array(z.string().min(1)).min(1).describe('keys of what stands in the way') }),
  fact('watch-failed', { code, login: login.nullable() }),
] as const

const done = [
  fact('scheduled'),
  fact('chosen'),
  fact('preflight-passed'),
  fact('generated', {
    ...ofLogin,
    storedIn: z.enum(['keychain', 'person']),
    grade: z.enum(['best', 'good', 'weak']),
    entry: z.string().nullable().describe('name of the entry in the keychain; null: there is none, as in a rehearsal'),
    unique: z.boolean().describe('no other login that the keyed digests know has it'),
  }),
  fact('call-joined'),
  fact('service-stopped', { service }),
  fact('service-disabled', { service }),
  fact('sync-paused'),
  fact('password-changed', ofLogin),
  fact('sql-login-changed', ofLogin),
  fact('erp-changed-by-hand', ofLogin),
  fact('user-created', ofLogin),
  fact('rights-granted', { login }),
  fact('remote-desktop-denied', { login }),
  fact('service-account-set', ofHolder),
  fact('task-updated', ofHolder),
  fact('holder-updated-by-hand', ofHolder),
  fact('verified', { ...ofLogin, holder: holder.nullable().describe('null: the login itself') }),
  fact('handed-over', ofHolder),
  fact('hand-over-confirmed', ofHolder),
  fact('start-mode-restored', { service }),
  fact('service-started', { service }),
  fact('sync-resumed'),
  fact('watched', { unread: z.array(z.string()).optional().describe('event logs that could not be read: nobody saw a failure there') }),
  fact('vendor-confirmed', { by: z.string().min(1).describe('name of who confirmed') }),
  fact('call-ended', { session: z.enum(['gone', 'remains']).describe('whether the attended session is still on the server') }),
  fact('old-login-retired', { login }),
  fact('old-generation-deleted', { login }),
  fact('went-back', { act }),
  fact('finished', { outcome: z.enum(['complete', 'provisional']) }),
] as const

const recovering = [fact('resumed'), fact('world-asked', { answer })] as const

/** A fact of a rotation: what happened and when; never a secret. */
export const rotationEventSchema = z.discriminatedUnion('type', [...begun, ...done, ...failed, ...decided, ...recovering])

export type RotationEvent = ReadonlyDeep<z.infer<typeof rotationEventSchema>>
export type EventType = RotationEvent['type']
export type EventOf<Type extends EventType> = Extract<RotationEvent, { readonly type: Type }>
export type Answer = EventOf<'world-asked'>['answer']

type WithoutTime<Event> = Event extends RotationEvent ? Omit<Event, 'at'> : never
type PartlyKnown<Event> = Event extends RotationEvent ? { readonly type: Event['type'] } & Partial<Omit<Event, 'at' | 'type'>> : never

/** An event whose time is still to come. */
export type Fact = WithoutTime<RotationEvent>

/** What an event will say at least; the hands add the time and what only they learn. */
export type FactTemplate = PartlyKnown<RotationEvent>
