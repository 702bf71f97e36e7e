import type { RotationPlan } from '#shared/rotation/plan.ts'
import { replay } from '#shared/rotation/replay.ts'
import type { RunFacts } from '../rotation/run-view.ts'
import type { OpenRun, RunRecord } from '../rotation/runs.ts'

/** What the view of an open run is made from. */
export function factsOf({ run, startedAt, conductor, secrets }: OpenRun): RunFacts {
  const { plan } = conductor
  const { intent } = conductor.state()
  return {
    run,
    plan,
    startedAt,
    events: conductor.events(),
    state: conductor.state(),
    ledger: conductor.ledger(),
    running: false,
    stops: [],
    lacks: intent === null ? null : (secrets?.lackedBy(intent) ?? null),
    canType: false,
    caseId: plan.caseId ?? null,
    recordsGoTo: recordsOf(plan),
  }
}

/** The same of a run that can only be looked at. */
export function factsOfRecord({ run, plan, events, startedAt }: RunRecord): RunFacts {
  const replayed = replay(plan, events)
  if (!replayed.ok) throw new Error('a finished journal does not replay')
  const { state, rotation } = replayed
  return {
    run,
    plan,
    events,
    startedAt,
    state,
    ledger: rotation.ledger,
    running: false,
    stops: [],
    lacks: null,
    canType: false,
    caseId: plan.caseId ?? null,
    recordsGoTo: recordsOf(plan),
  }
}

const SAMPLE_CASE = 'sample-'

/** A rehearsal on a real server's facts changes nothing there, so nothing is recorded; a sample server is there for that. */
export function recordsOf({ rehearsal, caseId }: RotationPlan): RunFacts['recordsGoTo'] {
  if (caseId === undefined) return 'nowhere'
  if (!rehearsal) return 'checkup'
  return caseId.startsWith(SAMPLE_CASE) ? 'sample' : 'nowhere'
}
