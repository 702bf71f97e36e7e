import type { Fact, RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { Ledger } from '#shared/rotation/ledger.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { accept, begin, type Rotation, replay } from '#shared/rotation/replay.ts'
import type { VaultProblem } from '../vault/problem.ts'
import type { Done } from './hands.ts'
import type { Journal } from './journal.ts'
import type { Appended } from './journal-writer.ts'

type Written = Extract<Appended, { readonly ok: true }>

/** `not-asked`: the keychain has to be asked what it holds before anything can be written, and does not answer. */
export type Unwritten =
  | Extract<Appended, { readonly ok: false }>
  | { readonly ok: false; readonly onDisk: 'no'; readonly reason: 'not-asked'; readonly problem: VaultProblem }

/** An entry that could not be written. */
export class NotWritten extends Error {
  readonly fault: Unwritten

  constructor(fault: Unwritten) {
    super(`the journal takes nothing: ${fault.reason}`)
    this.fault = fault
  }
}

export interface RecordPorts {
  readonly journal: Pick<Journal<RotationPlan, RotationEvent>, 'append' | 'content'>
  readonly now: () => Date
  /** notes down what was wrong with what the hands said */
  readonly noteFault: (error: unknown) => void
}

/** What happened in an open rotation: every event is on disk before it counts. */
export interface RotationRecord {
  rotation(): Rotation
  readonly events: readonly RotationEvent[]
  /** False: the state does not take it. Throws `NotWritten`. */
  append(fact: Fact): Promise<boolean>
  /** That the state does not take it is a bug. */
  mustAppend(fact: Fact): Promise<void>
  /** Writes down that an act begins; it may be begun where this resolves. */
  startAct(before: Fact): Promise<void>
  /** Writes down what became of an act, also where the hands say what cannot be. */
  conclude(intent: Intent, fact: Fact): Promise<void>
}

export function createRecord({ journal, now, noteFault }: RecordPorts): RotationRecord {
  const events: RotationEvent[] = journal.content.events.map(({ event }) => event)
  let rotation = replayed(journal.content.plan, events)
  /** Null: the state does not take it. */
  const write = async (fact: Fact): Promise<Written | null> => {
    const event = { ...fact, at: timeOf(now(), rotation.ledger) } as RotationEvent
    const next = accept(rotation, event)
    if (next === null) return null
    const appended = await journal.append(event)
    if (!appended.ok) throw new NotWritten(appended)
    events.push(event)
    rotation = next
    return appended
  }
  const append = async (fact: Fact): Promise<boolean> => (await write(fact)) !== null

  /** What the hands say has to fit, or they do not do what the plan says. */
  const mustAppend = async (fact: Fact): Promise<Written> => {
    const written = await write(fact)
    if (written === null) throw new Error(`${fact.type} does not fit where the change is`)
    return written
  }

  const startAct = async (before: Fact): Promise<void> => {
    const { head } = await mustAppend(before)
    // Nothing more would be taken before the head is kept: what the act comes to could not be written down.
    if (typeof head === 'object') throw new NotWritten({ ok: false, onDisk: 'no', reason: 'head-not-kept', problem: head.problem })
  }

  /** What became of an act that was begun has to be written down, also where the hands say what cannot be. */
  const conclude = async (intent: Intent, fact: Fact): Promise<void> => {
    try {
      await mustAppend(fact)
    } catch (error) {
      if (error instanceof NotWritten || rotation.ledger.pending === null) throw error
      noteFault(error)
      await mustAppend(unknownOutcome(intent, 'fault').failure)
    }
  }
  return {
    rotation: () => rotation,
    events,
    append,
    mustAppend: async (fact) => {
      await mustAppend(fact)
    },
    startAct,
    conclude,
  }
}

function replayed(plan: RotationPlan, events: readonly RotationEvent[]): Rotation {
  if (events.length === 0) return begin(plan)
  const result = replay(plan, events)
  if (!result.ok) throw new Error(`entry ${result.fault.index} of the journal cannot have happened: ${result.fault.event.type}`)
  return result.rotation
}

/** Never before what happened last, whatever the clock says now. */
function timeOf(now: Date, { lastAt }: Ledger): string {
  const at = now.toISOString()
  return lastAt !== null && lastAt > at ? lastAt : at
}

/** It may have happened all the same. */
export const unknownOutcome = (intent: Intent, code: string): Extract<Done, { readonly kind: 'failed' }> => ({
  kind: 'failed',
  failure: { type: 'act-failed', act: intent.id, code, outcome: 'unknown' },
})
