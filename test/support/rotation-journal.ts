import type { RotationJournal } from '#shared/report/rotation/course.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { type Course, type Fault, goOn, nowOf, type RotationSession, rotationSession } from './rotation-session.ts'

/** The journal of a change, as of its last event. */
export const journalOf = (session: RotationSession): RotationJournal => ({
  plan: session.plan,
  events: session.journal,
  now: nowOf(session),
})

/** The journal of a change that takes a course. */
export function journalAfter(plan: RotationPlan, course: Course = {}): RotationJournal {
  const session = rotationSession(plan)
  goOn(session, course)
  return journalOf(session)
}

/** Strikes the first time that such an act is done. */
export function strikeOnce(act: string, fault: Fault): NonNullable<Course['strike']> {
  let struck = false
  return (intent) => {
    if (struck || intent.act !== act) return undefined
    struck = true
    return fault
  }
}

const kinds = ['killed', 'refusal', 'time-out'] as const

/** Every act that is begun meets one fault, of one kind after the other. */
export function strikeAll(): NonNullable<Course['strike']> {
  const struck = new Set<string>()
  return ({ id, before }) => {
    if (struck.has(id) || before === null) return undefined
    struck.add(id)
    return { place: 'once it is begun', kind: kinds[struck.size % kinds.length] ?? 'killed' }
  }
}
