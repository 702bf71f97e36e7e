import type { RotationEvent } from '#shared/rotation/events.ts'

/** One time that a password was set, or may have been. */
export interface Attempt {
  readonly generation: number
  readonly fromMs: number
  readonly untilMs: number
  /** it surely came out */
  readonly happened: boolean
}

const MINUTE_MS = 60_000

/**
 * The attempts to give a login a password that can still tell what it holds, in order.
 *
 * Those that surely did nothing are left out, and so are those that a proof of another generation has made void. An act that is begun is
 * ended by the next event, because no two are ever under way at once; one that nobody saw the end of may have worked for as long as an act
 * may take, but not beyond the next attempt.
 */
export function attemptsOf(events: readonly RotationEvent[], login: string, actMinutes: number): readonly Attempt[] {
  let attempts: readonly Attempt[] = []
  for (const [index, event] of events.entries()) {
    const begun = attemptAt(events, index, login, actMinutes)
    const proven = provenBy(event, login)
    if (begun !== null) attempts = [...attempts.map((earlier) => endedBefore(earlier, begun)), begun]
    else if (proven !== null) attempts = settled(attempts, proven)
    else if (isGone(event, login)) attempts = []
  }
  return attempts
}

const endedBefore = (earlier: Attempt, { fromMs }: Attempt): Attempt => ({ ...earlier, untilMs: Math.min(earlier.untilMs, fromMs) })

function attemptAt(events: readonly RotationEvent[], index: number, login: string, actMinutes: number): Attempt | null {
  const event = events[index]
  const next = events[index + 1]
  const generation = event === undefined ? null : generationOf(event, login)
  if (event === undefined || generation === null || isUndone(next)) return null
  const fromMs = Date.parse(event.at)
  const end = next !== undefined && COMPLETIONS.has(next.type) ? Date.parse(next.at) : null
  return { generation, fromMs, untilMs: end ?? fromMs + actMinutes * MINUTE_MS, happened: end !== null }
}

/** The generation that an event begins to give the login; null: it begins nothing of the kind. */
export function generationOf(event: RotationEvent, login: string): number | null {
  if (event.type === 'password-changing') return event.login === login ? event.generation : null
  return event.type === 'act-started' ? generationIn(event.act, `create-user ${login} `) : null
}

const isUndone = (event: RotationEvent | undefined): boolean =>
  event?.type === 'password-refused' || (event?.type === 'act-failed' && event.outcome === 'not-done')

/** The types that complete such an act, on the way there and on the way back. */
const COMPLETIONS: ReadonlySet<RotationEvent['type']> = new Set([
  'password-changed',
  'sql-login-changed',
  'erp-changed-by-hand',
  'user-created',
  'went-back',
])

/** The generation that an event proves the login to hold; null: it proves none. */
function provenBy(event: RotationEvent, login: string): number | null {
  if (event.type === 'verified') return event.login === login && event.holder === null ? event.generation : null
  const isAnswer = event.type === 'world-asked' && event.answer.about === 'password' && event.answer.login === login
  return isAnswer && event.answer.about === 'password' ? event.answer.holds : null
}

/** Once a generation is proven, the others are over; which of its own attempts it was stays open. */
function settled(attempts: readonly Attempt[], proven: number): readonly Attempt[] {
  const own = attempts.filter(({ generation }) => generation === proven)
  return own.map((attempt, index) => ({ ...attempt, happened: index === 0 }))
}

/** Whether the user is not there (any more). */
function isGone(event: RotationEvent, login: string): boolean {
  if (event.type === 'went-back') return event.act === `remove-new-user ${login}`
  return event.type === 'world-asked' && event.answer.about === 'user' && event.answer.login === login && event.answer.exists === false
}

/** Generations that a sign-in has proven wrong, and that may not have been set since. */
export function provenWrong(events: readonly RotationEvent[], login: string): ReadonlySet<number> {
  const wrong = new Set<number>()
  let verified: number | null = null
  for (const [index, event] of events.entries()) {
    const touched = generationOf(event, login)
    if (touched !== null && !isUndone(events[index + 1])) wrong.delete(touched)
    if (event.type === 'act-started') verified = generationIn(event.act, `verify-login ${login} `)
    const refused = refusedBy(event, login, verified)
    if (refused !== null) wrong.add(refused)
  }
  return wrong
}

/** The generation that an event proves wrong for the login; `verified` is the one that was being verified. */
function refusedBy(event: RotationEvent, login: string, verified: number | null): number | null {
  if (event.type === 'world-asked')
    return event.answer.about === 'password' && event.answer.login === login ? (event.answer.wrong ?? null) : null
  const isRefusal = event.type === 'verification-failed' && event.login === login && event.holder === null
  return isRefusal && event.proves === 'wrong-password' ? verified : null
}

/** The generation at the end of the id of an act; null: the act is another one. */
function generationIn(act: string, prefix: string): number | null {
  const generation = act.startsWith(prefix) ? Number(act.slice(prefix.length)) : null
  return generation !== null && Number.isInteger(generation) ? generation : null
}
