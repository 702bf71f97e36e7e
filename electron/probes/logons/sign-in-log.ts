import type { EventListing, EventLog, EventQuery } from '../../win32/event-log.ts'
import type { EventValue } from '../../win32/event-values.ts'
import { describeFailure, succeeded, type Win32Failure, type Win32Result } from '../../win32/result.ts'
import type { Notebook } from '../reading.ts'

/** A sign-in to a session, or to one that was left, as a log tells it. */
export interface SignIn {
  /** `DOMAIN\name` */
  readonly account: string
  /** null: the log has only the name */
  readonly sid: string | null
  readonly atMs: number
  /** number of the session; null: the log does not tell */
  readonly session: number | null
  /** null: at the machine itself */
  readonly remote: { readonly from: string | null } | null
}

/** What a log tells, newest first, and how far back that is everything. */
export interface SignInHistory {
  readonly sinceMs: number
  readonly signIns: readonly SignIn[]
}

/** One log that tells of sign-ins. */
export interface SignInSource {
  readonly log: string
  /** XPath of an event that proves that sign-ins were being written at that time */
  readonly witness: string
  readonly query: Omit<EventQuery, 'order'>
  /** Null: not a sign-in that matters. Undefined: a broken entry. */
  readonly decode: (values: readonly EventValue[]) => SignIn | null | undefined
}

/** More sign-ins over a network than this tell nobody more: the newest are kept. */
const MAX_REMOTE = 1000

/** A log that was made very large is not read to its end. */
const MAX_EVENTS = 20_000

const TIME = 'Event/System/TimeCreated/@SystemTime'

/** Paths of values with the time of the event in front. */
export function withTime(...paths: readonly string[]): readonly string[] {
  return [TIME, ...paths]
}

export function textOf(value: EventValue | undefined): string | null {
  return value?.kind === 'text' ? value.text : null
}

export function numberOf(value: EventValue | undefined): number | null {
  return value?.kind === 'number' ? value.number : null
}

/** Milliseconds since 1970; null: the event has no time. */
export function timeOf(value: EventValue | undefined): number | null {
  return value?.kind === 'time' ? value.atMs : null
}

/** Time of the oldest event of that kind which the log still holds; null: it holds none. */
export async function oldestEvent(eventLog: EventLog, log: string, filter: string): Promise<Win32Result<number | null>> {
  let atMs: number | null = null
  const listing = await eventLog.read({ log, filter, order: 'oldest-first', values: withTime() }, ([time]) => {
    atMs = timeOf(time)
    return atMs === null
  })
  if (!listing.ok) return listing
  const failure = listing.value.cutShort ?? listing.value.unread.failure
  return atMs === null && failure !== null ? { ok: false, failure } : succeeded(atMs)
}

/**
 * Sign-ins of one log; null: it holds nothing that would show that sign-ins are written to it.
 *
 * Where the newest alone are kept, or the log stops answering, `sinceMs` moves up to the oldest event that was looked at: before that,
 * nothing is known.
 */
export async function readSignIns(
  eventLog: EventLog,
  source: SignInSource,
  notebook: Notebook,
): Promise<Win32Result<SignInHistory | null>> {
  const oldest = await oldestEvent(eventLog, source.log, source.witness)
  if (!oldest.ok) return oldest
  if (oldest.value === null) return succeeded(null)
  const found = { signIns: new Map<string, SignIn>(), remote: 0, events: 0, broken: 0, lastMs: null as number | null, cut: false }
  const listing = await eventLog.read({ ...source.query, order: 'newest-first' }, (values) => {
    found.cut = found.remote >= MAX_REMOTE || found.events >= MAX_EVENTS
    if (found.cut) return false
    found.events += 1
    found.lastMs = timeOf(values[0]) ?? found.lastMs
    const signIn = source.decode(values)
    if (signIn === undefined) found.broken += 1
    if (signIn === undefined || signIn === null) return true
    const key = keyOf(signIn)
    if (signIn.remote !== null && !found.signIns.has(key)) found.remote += 1
    found.signIns.set(key, signIn)
    return true
  })
  if (!listing.ok) return listing
  if (found.cut) notebook.remark(`of the sign-ins in ${source.log} only the newest ${found.remote} over a network are listed`)
  noteUnread(source.log, listing.value, found.broken, notebook)
  const whole = !found.cut && listing.value.cutShort === null
  return succeeded({ sinceMs: whole ? oldest.value : (found.lastMs ?? oldest.value), signIns: [...found.signIns.values()] })
}

/** Windows may write two events for one sign-in, within the same second. */
function keyOf({ account, atMs, session, remote }: SignIn): string {
  return JSON.stringify([account.toLowerCase(), Math.floor(atMs / 1000), session, remote])
}

function noteUnread(log: string, { cutShort, unread }: EventListing, broken: number, notebook: Notebook): void {
  if (cutShort !== null) notebook.gap(`${log} was not read to its end: ${describeFailure(cutShort)}`)
  const left = unread.count + broken
  if (left > 0) notebook.gap(`${left} sign-ins in ${log} are left out: ${reasonOf(unread.failure)}`)
}

function reasonOf(failure: Win32Failure | null): string {
  return failure === null ? 'they lack a time, a user or an address' : describeFailure(failure)
}
