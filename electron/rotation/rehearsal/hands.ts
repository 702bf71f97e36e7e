import type { Intent } from '#shared/rotation/intent.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import { type Done, done, failed, type Hands, type Learned, type Said } from '../hands.ts'
import { answerFrom, applyIntent, copyOfWorld, type RotationWorld } from './world.ts'

/** Where the server of a rehearsal is kept, so that it outlives the program as a real one does. */
export interface WorldStore {
  read(): Promise<RotationWorld>
  write(world: RotationWorld): Promise<void>
}

export interface RehearsalPorts {
  readonly plan: RotationPlan
  readonly world: WorldStore
  /** takes as long as a person needs to follow; resolves at once where nobody looks */
  readonly pace: (signal: AbortSignal) => Promise<void>
}

/** Characters from which a password that the program makes is graded Best. */
const BEST_LENGTH = 25

/** Hands that touch nothing but the server of the rehearsal: every act comes out as it would on a server where all goes well. */
export function createRehearsalHands({ plan, world, pace }: RehearsalPorts): Hands {
  return {
    act: async (intent, said, signal): Promise<Done> => {
      if (intent.owner === 'app') await pace(signal)
      // Nobody waits for it any more, and the world may have been asked already.
      if (signal.aborted) return failed({ type: 'act-failed', act: intent.id, code: 'time-out', outcome: 'not-done' })
      const next = copyOfWorld(await world.read())
      applyIntent(next, plan, intent)
      await world.write(next)
      return done(learnedBy(plan, intent, said))
    },
    ask: async (question) => answerFrom(await world.read(), plan, question),
  }
}

function learnedBy(plan: RotationPlan, { act, login }: Intent, said: Said): Learned {
  switch (act) {
    case 'generate':
      return { grade: gradeOf(plan.logins.find(({ key }) => key === login)), unique: true, entry: null }
    case 'vendor-confirm':
      return { by: said.by ?? '' }
    case 'end-call':
      return { session: said.session ?? 'gone' }
    default:
      return {}
  }
}

const gradeOf = (login: PlannedLogin | undefined): 'best' | 'good' => ((login?.length ?? 0) >= BEST_LENGTH ? 'best' : 'good')
