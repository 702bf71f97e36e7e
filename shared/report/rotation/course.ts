import type { RotationEvent } from '../../rotation/events.ts'
import type { Intent } from '../../rotation/intent.ts'
import type { Ledger } from '../../rotation/ledger.ts'
import type { RotationPlan } from '../../rotation/plan.ts'
import { actNow } from '../../rotation/record.ts'
import { accept, begin } from '../../rotation/replay.ts'

/** What a report of a password change is made from: a journal, and the time at which the report is made (ISO 8601 UTC). */
export interface RotationJournal {
  readonly plan: RotationPlan
  readonly events: readonly RotationEvent[]
  readonly now: string
}

/** One event with what was known before and after it. */
export interface CourseStep {
  readonly event: RotationEvent
  /** the act that the event begins, completes or fails; null: it is about none */
  readonly intent: Intent | null
  readonly before: Ledger
  readonly after: Ledger
}

/** The events one by one, and where they come to. */
export interface Course {
  readonly steps: readonly CourseStep[]
  readonly ledger: Ledger
}

const BEGINNINGS: ReadonlySet<RotationEvent['type']> = new Set(['act-started', 'service-stopping', 'password-changing'])

export const isBeginning = ({ type }: RotationEvent): boolean => BEGINNINGS.has(type)

/** Goes through a journal; throws where an event cannot have happened, because whoever read the journal had to refuse it before. */
export function courseOf(plan: RotationPlan, events: readonly RotationEvent[]): Course {
  let rotation = begin(plan)
  const steps = events.map((event, index): CourseStep => {
    const next = accept(rotation, event)
    if (next === null) throw new Error(`event ${index} of the journal does not replay`)
    const before = rotation.ledger
    rotation = next
    return { event, intent: isBeginning(event) ? (next.ledger.pending?.intent ?? null) : actNow(before), before, after: next.ledger }
  })
  return { steps, ledger: rotation.ledger }
}
