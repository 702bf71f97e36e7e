import { nextIntent } from './back-work.ts'
import { afterAct, afterDecision } from './effects.ts'
import type { Fact, RotationEvent } from './events.ts'
import type { Intent } from './intent.ts'
import type { Ledger, Question } from './ledger.ts'
import { type Closed, openAt } from './open.ts'
import type { RotationPlan } from './plan.ts'
import { accept, begin, type ReplayFault, replay, view } from './replay.ts'
import type { RotationState } from './state.ts'

/** What to do when an interrupted rotation is taken up again. */
export type Recovery =
  | { readonly kind: 'nothing-begun' }
  | { readonly kind: 'over'; readonly state: RotationState }
  /** `resumed` is journalled first, then each question is asked and its answer journalled; only then is there an intent */
  | { readonly kind: 'interrupted'; readonly first: Fact; readonly ask: readonly Question[]; readonly state: RotationState }
  | { readonly kind: 'fault'; readonly fault: ReplayFault }

/** What has to be asked before anything goes on; `now` is the time of the start in UTC. */
export function recover(plan: RotationPlan, events: readonly RotationEvent[], now: string): Recovery {
  if (events.length === 0) return { kind: 'nothing-begun' }
  const replayed = replay(plan, events)
  if (!replayed.ok) return { kind: 'fault', fault: replayed.fault }
  const resumed = accept(replayed.rotation, { type: 'resumed', at: now })
  if (resumed === null) return { kind: 'over', state: replayed.state }
  return { kind: 'interrupted', first: { type: 'resumed' }, ask: resumed.ledger.questions, state: view(resumed) }
}

/** The acts that undo what was done, or why nothing can be undone and what to do instead. */
export type BackPath =
  | { readonly open: true; readonly intents: readonly Intent[] }
  | { readonly open: false; readonly closed: readonly Closed[]; readonly instead: readonly Intent[] }

/** No rotation has so many acts; more of them mean that one does not do what it says. */
const MOST_ACTS = 10_000

/** Every act until the end of a direction, each taken as done at the time of the first. */
export function actsUntilTheEnd(ledger: Ledger, at: string): readonly Intent[] {
  const intents: Intent[] = []
  let current = ledger
  for (let next = nextIntent(current); next !== null; next = nextIntent(current)) {
    if (intents.length === MOST_ACTS) throw new Error(`the act ${next.id} is offered without end`)
    intents.push(next)
    current = afterAct(current, next, { at, event: null })
  }
  return intents
}

/** The way back from a point at a time in UTC; where it is closed, the way forward with what is still to do. */
export function backPath(ledger: Ledger, at: string): BackPath {
  const { backClosed } = openAt(ledger, at)
  if (backClosed.length > 0) return { open: false, closed: backClosed, instead: actsUntilTheEnd(ledger, at) }
  const returning = ledger.direction === 'back' ? ledger : afterDecision(ledger, 'back-chosen', [])
  return { open: true, intents: actsUntilTheEnd({ ...returning, pending: null }, at) }
}

/** Every act of a plan in order, as a rehearsal prints it; `at` only fills the times. */
export const actsOf = (plan: RotationPlan, at: string): readonly Intent[] => actsUntilTheEnd(begin(plan).ledger, at)
