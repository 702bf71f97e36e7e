import { type Conductor, createConductor } from '#electron/rotation/conductor.ts'
import { type Done, done, type Hands } from '#electron/rotation/hands.ts'
import type { Appended } from '#electron/rotation/journal-writer.ts'
import { answerFrom, rotationWorld } from '#electron/rotation/rehearsal/world.ts'
import type { RotationEvent } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { rotationPlan } from '../../support/rotation-plans.ts'

/** A conductor whose journal and hands a test tells what to say. */
export interface Conducted {
  readonly conductor: Conductor
  /** what was written down and done, in order */
  readonly log: string[]
  readonly written: RotationEvent[]
  readonly faults: unknown[]
  readonly clock: { nowMs: number }
  /** what the journal says next, by the type of the event; null: it throws */
  readonly journalSays: Map<string, Appended | null>
  /** what the hands do in place of a good act, by the act */
  readonly handsDo: Map<Intent['act'], (signal: AbortSignal) => Promise<Done>>
  /** ends the time that acts have */
  timeIsOver(): void
}

export interface ConductedChanges {
  readonly plan?: RotationPlan
  readonly events?: readonly RotationEvent[]
  readonly ask?: Hands['ask']
  /** how much of what is waited for really passes */
  readonly passes?: (durationMs: number) => number
}

export const SAID = { by: 'Robin Vale', session: 'gone' } as const
export const kept: Appended = { ok: true, sequence: 1, head: 'kept' }
const LIMITS_MS = [5 * 60_000, 15 * 60_000]

export function conducted({ plan = rotationPlan(), events = [], ask, passes = (ms) => ms }: ConductedChanges = {}): Conducted {
  const log: string[] = []
  const written: RotationEvent[] = []
  const faults: unknown[] = []
  const clock = { nowMs: Date.parse('2026-03-02T09:00:00.000Z') }
  const journalSays: Conducted['journalSays'] = new Map()
  const handsDo: Conducted['handsDo'] = new Map()
  const ends: (() => void)[] = []
  const world = rotationWorld(plan)
  const content = {
    id: '0'.repeat(32),
    startedAt: new Date(clock.nowMs).toISOString(),
    plan,
    events: events.map((event, index) => ({ sequence: index + 1, at: event.at, event })),
    isFinished: false,
  }
  const conductor = createConductor({
    journal: {
      content,
      append: async (event) => {
        const says = journalSays.get(event.type) === undefined ? kept : (journalSays.get(event.type) ?? null)
        if (says === null) throw new Error('this is no event of the format')
        if (says.ok) {
          log.push(event.type)
          written.push(event)
        }
        return says
      },
      close: async () => {
        log.push('closed')
      },
    },
    hands: {
      act: async (intent, said, signal) => {
        log.push(`hands: ${intent.act}`)
        const other = handsDo.get(intent.act)
        if (other !== undefined) return await other(signal)
        if (intent.act === 'generate') return done({ grade: 'best', unique: true, entry: null })
        if (intent.act === 'vendor-confirm') return done({ by: said.by ?? '' })
        return intent.act === 'end-call' ? done({ session: said.session ?? 'gone' }) : done()
      },
      ask:
        ask ??
        (async (question) => {
          log.push(`asked: ${question.about}`)
          return answerFrom(world, plan, question)
        }),
    },
    now: () => new Date(clock.nowMs),
    wait: async (durationMs, signal) => {
      if (!LIMITS_MS.includes(durationMs)) {
        clock.nowMs += passes(durationMs)
        return
      }
      await new Promise<void>((resolve) => {
        ends.push(resolve)
        signal.addEventListener('abort', () => resolve())
      })
    },
    noteFault: (error) => faults.push(error),
  })
  const timeIsOver = (): void => {
    for (const end of ends) end()
  }
  return { conductor, log, written, faults, clock, journalSays, handsDo, timeIsOver }
}

/** Goes on until such an act is next; tells its id. */
export async function until({ conductor, log }: Conducted, act: Intent['act']): Promise<string> {
  for (let turns = 0; turns < 200; turns += 1) {
    const { intent } = conductor.state()
    if (intent === null) throw new Error(`${act} never came`)
    if (intent.act === act) {
      log.length = 0
      return intent.id
    }
    const turn = await conductor.act(intent.id, SAID)
    if (turn.kind !== 'moved') throw new Error(`${intent.id} came to ${JSON.stringify(turn)}`)
  }
  throw new Error(`${act} never came`)
}
