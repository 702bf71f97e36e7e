import type { RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { PlannedHolder, PlannedLogin } from '#shared/rotation/plan.ts'
import { type Acted, acted, notDone } from './acted.ts'
import type { ByHandHands } from './by-hand.ts'
import type { Seen } from './by-hand-entries.ts'
import { momentsOf } from './by-hand-moments.ts'

export interface ByHandActPorts {
  readonly byHand: ByHandHands
  readonly events: readonly RotationEvent[]
  readonly actMinutes: number
}

/** Codes of what contradicts a person; null: nothing does. */
const CODES: Readonly<Record<Seen, string | null>> = {
  changed: null,
  'not-told': null,
  unchanged: 'by-hand-unchanged',
  'unchanged-or-namesake': 'by-hand-namesake',
  'gone-elsewhere': 'by-hand-elsewhere',
  'not-there': 'by-hand-gone',
}

/**
 * Looks whether a person's work is there to be seen.
 *
 * What surely has another password is not done, however often it is said. What is gone or names somebody else may be so on purpose, and
 * what belongs to another computer needs nothing: a person is told of it once for each password, and when they say so again, it counts.
 */
export async function lookByHand(ports: ByHandActPorts, login: PlannedLogin, holder: PlannedHolder, intent: Intent): Promise<Acted> {
  const { byHand, events, actMinutes } = ports
  const { act, generation = 0 } = intent
  const moments = momentsOf(events, login, generation, actMinutes)
  const code = CODES[await byHand.look({ login, holder, generation, moments })]
  if (code === null || (code !== CODES.unchanged && wasTold(events, login, holder, code, generation))) return acted
  return act === 'verify-holder' ? { kind: 'no-sign-in', code, proves: 'nothing' } : notDone(code)
}

/** Whether the same stood in the way of this password before. */
function wasTold(events: readonly RotationEvent[], login: PlannedLogin, holder: PlannedHolder, code: string, generation: number): boolean {
  const update = `update-by-hand ${login.key} ${holder.key} ${generation}`
  const begun = events.findIndex((event) => event.type === 'act-started' && event.act === update)
  return events
    .slice(Math.max(0, begun))
    .some(
      (event) =>
        (event.type === 'act-failed' && event.act === update && event.code === code) ||
        (event.type === 'verification-failed' && event.login === login.key && event.holder === holder.key && event.code === code),
    )
}
