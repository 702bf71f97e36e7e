import type { Answer, FactTemplate, RotationEvent } from '#shared/rotation/events.ts'
import { type Intent, laterBy } from '#shared/rotation/intent.ts'
import type { Ledger, Question } from '#shared/rotation/ledger.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { accept, begin, type Rotation, view } from '#shared/rotation/replay.ts'
import type { RotationState } from '#shared/rotation/state.ts'

/** A step of a walk through the machine. */
export interface WalkStep {
  readonly from: Rotation
  readonly event: RotationEvent
  readonly to: Rotation
}

const START = '2026-03-02T09:00:00.000Z'
const MINUTE_MS = 60_000

function answersTo(question: Question, { logins }: Ledger): readonly Answer[] {
  switch (question.about) {
    case 'password': {
      const { login } = question
      const generations = Array.from({ length: (logins[login]?.generated ?? 0) + 1 }, (_none, generation) => generation)
      const found: readonly (number | null)[] = [null, ...generations]
      return found.map((holds) => ({ about: 'password', login, holds }))
    }
    case 'user':
      return [true, false, null].map((exists) => ({ about: 'user', login: question.login, exists }))
    case 'service':
      return [
        { about: 'service', service: question.service, state: 'stopped', startMode: 'disabled' },
        { about: 'service', service: question.service, state: 'running', startMode: 'auto' },
        { about: 'service', service: question.service, state: 'unknown', startMode: 'unknown' },
      ]
    case 'secret':
      return [true, false].map((present) => ({ about: 'secret', login: question.login, generation: question.generation, present }))
    default:
      return question satisfies never
  }
}

function completions({ after }: Intent): readonly object[] {
  if (after.type === 'vendor-confirmed') return [{ ...after, by: 'Robin Vale' }]
  if (after.type === 'call-ended')
    return [
      { ...after, session: 'gone' },
      { ...after, session: 'remains' },
    ]
  return [after]
}

function failures({ act, id, login, holder, generation }: Intent): readonly object[] {
  const verification = { type: 'verification-failed', login, holder: holder ?? null, code: '1326' }
  return [
    { type: 'act-failed', act: id, code: 'time-out', outcome: 'unknown' },
    { type: 'act-failed', act: id, code: 'refused', outcome: 'not-done' },
    { type: 'password-refused', login, generation, code: '2245' },
    ...(act === 'verify-login' || act === 'verify-holder'
      ? [
          { ...verification, proves: 'wrong-password' },
          { ...verification, proves: 'nothing' },
        ]
      : []),
    { type: 'preflight-failed', problems: ['lock-out-margin'] },
    { type: 'watch-failed', code: '7038', login: null },
  ]
}

/** What can happen next, from what the state itself asks for; some of it the machine may refuse. */
function nextEvents(state: RotationState, ledger: Ledger): readonly RotationEvent[] {
  const at = laterBy(ledger.lastAt ?? START, MINUTE_MS)
  const { intent, questions, decisions } = state
  const [question] = questions
  const started: FactTemplate | null = intent?.before ?? null
  const facts: readonly object[] = [
    ...(question === undefined ? [] : answersTo(question, ledger).map((answer) => ({ type: 'world-asked', answer }))),
    ...(intent === null ? [] : [...(started === null ? [] : [started]), ...failures(intent)]),
    ...decisions.map((type) => (type === 'renewal-chosen' ? { type, logins: Object.keys(ledger.logins).slice(0, 1) } : { type })),
    { type: 'finished', outcome: 'provisional' },
    { type: 'resumed' },
  ]
  const done = intent === null ? [] : completions(intent).map((fact) => ({ ...fact, at: intent.notBefore ?? at }))
  return [...facts.map((fact) => ({ ...fact, at })), ...done] as unknown as readonly RotationEvent[]
}

const DISTURBING: ReadonlySet<RotationEvent['type']> = new Set([
  'act-failed',
  'password-refused',
  'verification-failed',
  'preflight-failed',
  'watch-failed',
  'resumed',
  'renewal-chosen',
  'back-chosen',
  'forward-chosen',
])

/** Two states that differ in their times alone are the same place of the walk. */
export function keyOf({ ledger, snapshot }: Rotation): string {
  const { plan: _plan, pending, trouble, lastAt: _lastAt, pausedBeforeMs: _ms, ...rest } = ledger
  const parts = [snapshot.value, pending?.intent.id, trouble?.reason, trouble?.login, rest]
  return JSON.stringify(parts, (_key, value: unknown) => (typeof value === 'string' && /^\d{4}-.*Z$/.test(value) ? 'time' : value))
}

/**
 * Every step that the machine can take on a plan, with at most so many things that go otherwise than planned.
 *
 * Breadth first and without chance: the same plan gives the same steps in the same order.
 */
export function* walk(plan: RotationPlan, disturbances: number): Generator<WalkStep> {
  const first = begin(plan)
  const seen = new Map<string, number>([[keyOf(first), 0]])
  let layer: readonly (readonly [Rotation, number])[] = [[first, 0]]
  while (layer.length > 0) {
    const next: (readonly [Rotation, number])[] = []
    for (const [from, disturbed] of layer) {
      for (const event of nextEvents(view(from), from.ledger)) {
        const cost = disturbed + (DISTURBING.has(event.type) ? 1 : 0)
        const to = cost > disturbances ? null : accept(from, event)
        if (to === null) continue
        yield { from, event, to }
        const key = keyOf(to)
        if ((seen.get(key) ?? Number.POSITIVE_INFINITY) <= cost) continue
        seen.set(key, cost)
        next.push([to, cost])
      }
    }
    layer = next
  }
}
