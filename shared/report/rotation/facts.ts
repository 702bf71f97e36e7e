import type { ReportedLogin, RotationOutcome, RotationReportDocument } from '../../formats/rotation-report.ts'
import { generatedEvent } from '../../rotation/credential-records.ts'
import type { RotationEvent } from '../../rotation/events.ts'
import { holdersOf, type LoginRow } from '../../rotation/holders.ts'
import { type Ledger, type LoginLedger, loginsInOrder } from '../../rotation/ledger.ts'
import type { PlannedLogin } from '../../rotation/plan.ts'
import { actsUntilTheEnd } from '../../rotation/recover.ts'
import { pausedMsAt } from '../../rotation/state.ts'
import type { Course, CourseStep, RotationJournal } from './course.ts'
import { openPointsOf } from './open-points.ts'
import { troublesOf } from './troubles.ts'

/** What came of a password change, without a word of any language. */
export type RotationFacts = Omit<RotationReportDocument, 'schema' | 'events'>

const MS_PER_SECOND = 1000

export function rotationFacts({ plan, events, now }: RotationJournal, { steps, ledger }: Course): RotationFacts {
  const timeOf = (type: RotationEvent['type']): string | null => events.findLast((event) => event.type === type)?.at ?? null
  const stopped = new Set(events.flatMap((event) => (event.type === 'service-stopping' ? [event.service] : [])))
  return {
    rotation: plan.id,
    server: plan.server,
    rehearsal: plan.rehearsal,
    madeAt: now,
    begunAt: events[0]?.at ?? null,
    callBegunAt: timeOf('call-joined'),
    callEndedAt: ledger.callEndedAt,
    outcome: outcomeOf(ledger, now),
    logins: loginsOf(ledger, steps),
    pause: {
      by: plan.pause,
      services: plan.stopOrder.filter((service) => stopped.has(service)),
      seconds: Math.round(pausedMsAt(ledger, now) / MS_PER_SECOND),
      since: ledger.pausedSince,
    },
    troubles: troublesOf(steps),
    open: openPointsOf(ledger, events, now),
    reviewOn: plan.schedule.reviewOn,
  }
}

function outcomeOf(ledger: Ledger, now: string): RotationOutcome {
  if (ledger.outcome === 'complete') return 'complete'
  if (ledger.outcome === 'cancelled') return ledger.direction === 'back' ? 'taken-back' : 'cancelled'
  if (ledger.pending !== null || ledger.questions.length > 0) return 'interrupted'
  if (ledger.trouble !== null || ledger.direction === 'back') return 'open'
  if (ledger.session === 'gone') return actsUntilTheEnd(ledger, now).every(({ place }) => place === 'end') ? 'in-grace' : 'open'
  return ledger.outcome
}

function loginsOf(ledger: Ledger, steps: readonly CourseStep[]): readonly ReportedLogin[] {
  const rows = new Map(holdersOf(ledger).map((row) => [row.login, row]))
  return loginsInOrder(ledger).flatMap(([planned, login]) => {
    const row = rows.get(planned.key)
    return row === undefined ? [] : [reportedLogin(planned, login, row, steps)]
  })
}

function reportedLogin(
  planned: PlannedLogin,
  login: LoginLedger,
  { agree, holders, takes }: LoginRow,
  steps: readonly CourseStep[],
): ReportedLogin {
  const { change, changedBy, keptIn, key, kind, name } = planned
  const events = steps.map(({ event }) => event)
  const { grade = null, unique = null } = generatedEvent(events, key, login.generated) ?? {}
  const set = events.findLast((event) => event.type === 'password-changing' && event.login === key)
  const proven = (held: number | null, verified: number | null | undefined): boolean => held !== null && held > 0 && held === verified
  return {
    key,
    kind,
    name,
    change: change.kind,
    newUser: change.kind === 'new-user' ? { key: change.newKey, name: change.newName } : null,
    setBy: set?.type === 'password-changing' ? set.how : null,
    changedBy: changedBy === 'app' ? 'app' : 'person',
    changedAt: login.changedAt,
    verifiedAt: proven(login.held, login.verified) ? verifiedAt(steps, key) : null,
    keptIn,
    grade: grade === 'weak' ? null : grade,
    unique,
    takes,
    holders: holders.map(({ holder, ...rest }) => ({
      key: holder,
      ...rest,
      verifiedAt: proven(login.holders[holder] ?? null, login.holdersVerified[holder]) ? verifiedAt(steps, key, holder) : null,
    })),
    agree,
  }
}

/** When the last sign-in of a login, or of one of its holders, was seen to work. */
function verifiedAt(steps: readonly CourseStep[], login: string, holder: string | null = null): string | null {
  const proof = steps.findLast(({ event }) => event.type === 'verified' && event.login === login && event.holder === holder)
  return proof?.event.at ?? null
}
