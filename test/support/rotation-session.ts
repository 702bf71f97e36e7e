import { answerFrom, applyIntent, copyOfWorld, type RotationWorld, rotationWorld } from '#electron/rotation/rehearsal/world.ts'
import { nextIntent } from '#shared/rotation/back-work.ts'
import type { EventOf, Fact, RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { Decision } from '#shared/rotation/keys.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { recover } from '#shared/rotation/recover.ts'
import { accept, begin, type Rotation, replay, view } from '#shared/rotation/replay.ts'
import type { RotationState } from '#shared/rotation/state.ts'

/** Where in the course of an act something goes wrong. */
export const faultPlaces = ['before it is begun', 'once it is begun', 'once it is done', 'once it is written down'] as const
export const faultKinds = ['killed', 'exception', 'time-out', 'refusal', 'keyring locked', 'disk full'] as const

export interface Fault {
  readonly place: (typeof faultPlaces)[number]
  readonly kind: (typeof faultKinds)[number]
}

/** A rotation with its journal on a world; what is in memory is lost with a restart. */
export interface RotationSession {
  readonly plan: RotationPlan
  readonly world: RotationWorld
  readonly journal: RotationEvent[]
  rotation: Rotation
  nowMs: number
}

export interface Course {
  /** what goes wrong with an act */
  readonly strike?: (intent: Intent, session: RotationSession) => Fault | undefined
  /** what the person decides; without it trouble is met by trying again */
  readonly decide?: (state: RotationState) => Decision | undefined
  /** goes on until such an act is to be done */
  readonly until?: Intent['act']
  /** looks at each state before something is done */
  readonly look?: (state: RotationState, session: RotationSession) => void
}

const MINUTE_MS = 60_000
const START = '2026-03-02T09:00:00.000Z'

/** Far more turns than a rotation takes; reaching it means that it does not end. */
const MOST_TURNS = 600

export function rotationSession(plan: RotationPlan): RotationSession {
  return { plan, world: rotationWorld(plan), journal: [], rotation: begin(plan), nowMs: Date.parse(START) }
}

/** The same session once more, so that another course can be taken from here. */
export const copyOf = (session: RotationSession): RotationSession => ({
  ...session,
  journal: [...session.journal],
  world: copyOfWorld(session.world),
})

export const nowOf = ({ nowMs }: RotationSession): string => new Date(nowMs).toISOString()

/** Writes a fact down; that the machine refuses it is a mistake of the hands. */
export function append(session: RotationSession, fact: Fact): void {
  session.nowMs += MINUTE_MS
  const event = { ...fact, at: nowOf(session) } as RotationEvent
  const next = accept(session.rotation, event)
  if (next === null) throw new Error(`${JSON.stringify(event)} is refused in ${JSON.stringify(session.rotation.snapshot.value)}`)
  session.journal.push(event)
  session.rotation = next
}

/** Starts the app again with nothing but the journal, and asks the world. */
export function restart(session: RotationSession): void {
  session.nowMs += MINUTE_MS
  const recovery = recover(session.plan, session.journal, nowOf(session))
  const replayed = replay(session.plan, session.journal)
  if (!replayed.ok) throw new Error(`the journal does not replay: ${JSON.stringify(replayed.fault)}`)
  session.rotation = replayed.rotation
  if (recovery.kind === 'interrupted') {
    append(session, recovery.first)
    for (const question of recovery.ask) {
      append(session, { type: 'world-asked', answer: answerFrom(session.world, session.plan, question) })
    }
  }
}

/** What the hands learn while they act. */
export function completionOf(intent: Intent): Fact {
  const learned = {
    generated: { grade: 'best', unique: true, entry: null },
    'vendor-confirmed': { by: 'Robin Vale' },
    'call-ended': { session: 'gone' },
  } as const
  const { type } = intent.after
  return { ...intent.after, ...(type in learned ? learned[type as keyof typeof learned] : {}) } as Fact
}

/** The event by which an act fails without having been done. */
export function refusalOf(intent: Intent): Fact {
  const { act, login = '', generation = 0, holder = null } = intent
  if (act === 'change-password') return { type: 'password-refused', login, generation, code: '2245' }
  if (act === 'preflight') return { type: 'preflight-failed', problems: ['lock-out-margin'] }
  if (act === 'watch') return { type: 'watch-failed', code: '7038', login: null }
  if (act !== 'verify-login' && act !== 'verify-holder') return { type: 'act-failed', act: intent.id, code: 'refused', outcome: 'not-done' }
  const failed: Omit<EventOf<'verification-failed'>, 'at'> = {
    type: 'verification-failed',
    login,
    holder,
    code: '1326',
    proves: 'wrong-password',
  }
  return failed
}

class Interrupted extends Error {}

/** What a fault of a kind comes to at a place; the hands themselves decide between a restart and an entry. */
function strike(session: RotationSession, intent: Intent, { kind, place }: Fault): void {
  const written = place === 'before it is begun' || place === 'once it is written down'
  // With the disk full or the keyring locked the end of a done act cannot be written down.
  const unwritable = (kind === 'disk full' || kind === 'keyring locked') && place === 'once it is done'
  if (kind === 'killed' || written || unwritable) throw new Interrupted(kind)
  if (place === 'once it is done' && kind === 'refusal') throw new Interrupted(kind)
  const outcome = kind === 'exception' || kind === 'time-out' ? 'unknown' : 'not-done'
  append(session, kind === 'refusal' ? refusalOf(intent) : { type: 'act-failed', act: intent.id, code: kind, outcome })
}

function waitFor(session: RotationSession): void {
  const notBefore = nextIntent(session.rotation.ledger)?.notBefore ?? null
  if (notBefore !== null) session.nowMs = Math.max(session.nowMs, Date.parse(notBefore))
}

/** Does one act as the hands do it. */
function act(session: RotationSession, intent: Intent, fault: Fault | undefined): void {
  const strikesAt = (place: Fault['place']): boolean => {
    if (fault?.place !== place) return false
    strike(session, intent, fault)
    return true
  }
  if (strikesAt('before it is begun')) return
  if (intent.before !== null) append(session, intent.before as Fact)
  if (strikesAt('once it is begun')) return
  applyIntent(session.world, session.plan, intent)
  if (strikesAt('once it is done')) return
  waitFor(session)
  append(session, completionOf(intent))
  strikesAt('once it is written down')
}

/** One turn of the app: an answer, a decision or an act; false: it is over. */
function turn(session: RotationSession, course: Course, offered: string[]): boolean {
  const state = view(session.rotation)
  course.look?.(state, session)
  const [question] = state.questions
  if (question !== undefined) {
    append(session, { type: 'world-asked', answer: answerFrom(session.world, session.plan, question) })
    return true
  }
  const decision = course.decide?.(state) ?? (state.hands === 'deciding' ? 'retry-chosen' : undefined)
  if (decision !== undefined) {
    append(session, factOf(decision, session.plan))
    return true
  }
  if (state.intent === null || state.intent.act === course.until) return false
  if (!offered.includes(state.intent.id)) offered.push(state.intent.id)
  try {
    act(session, state.intent, course.strike?.(state.intent, session))
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    restart(session)
  }
  return true
}

export function factOf(decision: Decision, plan: RotationPlan): Fact {
  return decision === 'renewal-chosen' ? { type: decision, logins: plan.logins.map(({ key }) => key) } : { type: decision }
}

/** Goes on until the rotation is over; returns the acts in the order in which each was first offered. */
export function goOn(session: RotationSession, course: Course = {}): readonly string[] {
  const offered: string[] = []
  for (let turns = 0; turn(session, course, offered); turns += 1) {
    if (turns > MOST_TURNS) throw new Error(`no end: ${JSON.stringify(session.journal.slice(-8))}`)
  }
  return offered
}
