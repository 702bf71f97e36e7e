import { type RotationEvent, rotationEventSchema } from '#shared/rotation/events.ts'
import { type RotationPlan, rotationPlanSchema } from '#shared/rotation/plan.ts'
import { replay } from '#shared/rotation/replay.ts'
import type { JournalFormat } from './journal-format.ts'

/** What a rotation writes down: its plan and what happened. It is over where the machine says so, by everything that happened. */
export const rotationFormat: JournalFormat<RotationPlan, RotationEvent> = {
  version: 1,
  plan: rotationPlanSchema,
  event: rotationEventSchema,
  isFinal: (plan, events) => {
    // Only these end anything; all the others need no replay of what came before.
    const last = events.at(-1)?.type
    if (last !== 'finished' && last !== 'cancelled') return false
    const replayed = replay(plan, events)
    return replayed.ok && (replayed.state.place === 'complete' || replayed.state.place === 'cancelled')
  },
  migrations: new Map(),
}
