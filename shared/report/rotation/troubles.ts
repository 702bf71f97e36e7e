import type { ReportedTrouble } from '../../formats/rotation-report.ts'
import type { RotationEvent } from '../../rotation/events.ts'
import { decisions, type TroubleReason } from '../../rotation/keys.ts'
import type { CourseStep } from './course.ts'

/** Why a change did not simply go on. */
export type ReportedReason = TroubleReason | 'preflight-failed' | 'interrupted'

/** What answers a trouble: a decision, or another choice of logins. */
const ANSWERS: ReadonlySet<string> = new Set([...decisions, 'chosen'])

/** Everything that went wrong or was interrupted, with what a person decided then. */
export function troublesOf(steps: readonly CourseStep[]): readonly ReportedTrouble[] {
  return steps.flatMap((step, index) => {
    const begun = troubleAt(step)
    if (begun === null) return []
    const answer = begun.reason === 'interrupted' ? undefined : answerAfter(steps, index)
    return [{ at: step.event.at, event: index, ...begun, decision: answer?.type ?? null, decidedAt: answer?.at ?? null }]
  })
}

interface Begun {
  readonly reason: ReportedReason
  readonly login: string | null
  readonly code: string | null
}

function troubleAt({ event, before, after }: CourseStep): Begun | null {
  if (event.type === 'resumed') return { reason: 'interrupted', login: null, code: null }
  if (event.type === 'preflight-failed') return { reason: 'preflight-failed', login: null, code: null }
  if (after.trouble === null || after.trouble === before.trouble) return null
  const { reason, login, code } = after.trouble
  return { reason, login, code }
}

/** An interruption between a trouble and its decision does not answer it; the next trouble does not either, but it has an answer of its own. */
function answerAfter(steps: readonly CourseStep[], index: number): RotationEvent | undefined {
  const later = steps.slice(index + 1)
  const next = later.findIndex((step) => troubleAt(step) !== null && step.event.type !== 'resumed')
  return (next < 0 ? later : later.slice(0, next)).find(({ event }) => ANSWERS.has(event.type))?.event
}
