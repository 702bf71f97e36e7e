import { type ActorLogic, initialTransition, type SnapshotFrom, transition } from 'xstate'

import type { RotationEvent } from './events.ts'
import { type HandState, handStates, type Place, places } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { rotationMachine } from './machine.ts'
import type { RotationPlan } from './plan.ts'
import { type RotationState, stateOf } from './state.ts'

/** A rotation between two events; its ledger and its state are what others read. */
export interface Rotation {
  readonly snapshot: SnapshotFrom<typeof rotationMachine>
  readonly ledger: Ledger
}

/** An event that cannot have happened where the journal has it. */
export interface ReplayFault {
  readonly index: number
  readonly event: RotationEvent
  readonly place: Place
  readonly phase: string | null
  readonly hands: HandState
}

export type Replay =
  | { readonly ok: true; readonly rotation: Rotation; readonly state: RotationState }
  | { readonly ok: false; readonly fault: ReplayFault }

const rotationOf = (snapshot: Rotation['snapshot']): Rotation => ({ snapshot, ledger: snapshot.context })

/** A rotation of which nothing happened yet. */
export const begin = (plan: RotationPlan): Rotation => rotationOf(initialTransition(rotationMachine, plan)[0])

/** The rotation after one more event; null: the machine refuses it there. */
export function accept({ snapshot }: Rotation, event: RotationEvent): Rotation | null {
  return snapshot.can(event) ? rotationOf(transition(machineAt(snapshot), snapshot, event)[0]) : null
}

/**
 * The machine for one step from where it is.
 *
 * For every step the library first asks for an initial state, of which it needs nothing; without a plan the machine itself can only throw,
 * and that took a third of each step.
 */
const machineAt = (snapshot: Rotation['snapshot']): ActorLogic<Rotation['snapshot'], RotationEvent> => ({
  transition: (before, event, scope) => rotationMachine.transition(before, event, scope),
  getInitialSnapshot: () => snapshot,
  getPersistedSnapshot: () => snapshot,
})

/** The state of the machine by the names of its regions. */
export function whereIs({ snapshot }: Rotation): Pick<RotationState, 'place' | 'phase' | 'hands'> {
  const { way, hands } = snapshot.value
  const [place, phase] = typeof way === 'string' ? [way, null] : (Object.entries(way)[0] ?? ['', null])
  return { place: oneOf(places, place), phase: phase ?? null, hands: oneOf(handStates, hands) }
}

function oneOf<Name extends string>(names: readonly Name[], name: string): Name {
  const found = names.find((known) => known === name)
  if (found === undefined) throw new Error(`the machine has a state ${name} that keys.ts does not know`)
  return found
}

/** What a rotation means for a person and for the hands. */
export function view(rotation: Rotation): RotationState {
  const { place, phase, hands } = whereIs(rotation)
  return stateOf(place, phase, hands, rotation.ledger)
}

/**
 * The state that the events of a journal come to.
 *
 * An event that the machine refuses is a fault with its index, never left out: what follows would rest on it.
 */
export function replay(plan: RotationPlan, events: readonly RotationEvent[]): Replay {
  let rotation = begin(plan)
  for (const [index, event] of events.entries()) {
    const next = accept(rotation, event)
    if (next === null) return { ok: false, fault: { index, event, ...whereIs(rotation) } }
    rotation = next
  }
  return { ok: true, rotation, state: view(rotation) }
}
