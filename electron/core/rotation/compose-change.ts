import type { Snapshot } from '#shared/formats/snapshot.ts'
import { afterAct } from '#shared/rotation/effects.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import { type Closed, openAt } from '#shared/rotation/open.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import type { PreflightFinding, PreflightKey } from '#shared/rotation/preflight/findings.ts'
import type { LoginToChange } from '#shared/rotation/preflight/input.ts'
import { judgePreflight, type Preflight } from '#shared/rotation/preflight/preflight.ts'
import type { PreflightReadings } from '#shared/rotation/preflight/readings.ts'
import { actsOf } from '#shared/rotation/recover.ts'
import { begin } from '#shared/rotation/replay.ts'
import type { RehearsalServer } from './rehearsal-logins.ts'
import { rehearsalPlanOf } from './rehearsal-plan.ts'

/** A change as a person chose it. */
export interface ChangeRequest {
  readonly snapshot: Snapshot
  readonly server: RehearsalServer
  readonly logins: readonly LoginToChange[]
  /** what the server told beside its facts; empty: nobody asked it */
  readonly readings: PreflightReadings
  /** ids of dependants that a person brings the new password to */
  readonly takenByHand: readonly string[]
  /** who pauses the sync, where there are services to stop */
  readonly pause: RotationPlan['pause']
  /** keys of logins whose password of now somebody can enter */
  readonly oldPasswords: ReadonlySet<string>
  readonly schedule: RotationPlan['schedule']
  /** ISO 8601 UTC */
  readonly now: string
}

/** `not-known` also stands for what is done by hand: the program alone cannot say that all is well. */
export type Standing = 'could-start' | 'stopped' | 'not-known'

/** An act of the plan, and why the way back is closed once it is done; empty: it is open. */
export interface RehearsedAct extends Intent {
  readonly backClosed: readonly Closed[]
}

export interface Rehearsal {
  readonly now: string
  readonly collectedAt: string
  readonly standing: Standing
  readonly plan: RotationPlan
  readonly preflight: Preflight
  /** findings that a file can have */
  readonly findings: readonly PreflightFinding[]
  /** what only the server itself can tell, at the start of the change */
  readonly notRead: readonly PreflightFinding[]
  readonly acts: readonly RehearsedAct[]
  readonly throughWindows: readonly string[]
  /** minutes */
  readonly pausedAtLeast: number
  /** names of services that stop and start again */
  readonly restarts: readonly string[]
}

/** Never in a file: they are asked for when the change begins, on the server. */
const ON_THE_SERVER: ReadonlySet<PreflightKey> = new Set([
  'keychain-not-known',
  'journal-space-not-known',
  'service-order-not-known',
  'account-expiry-not-known',
  'right-not-known',
  'sql-right-not-known',
  'sql-mode-not-known',
  'sql-login-state-not-known',
  'sql-replicas-not-known',
  'sql-sessions-not-known',
  'uses-not-known',
])

/** An act of a person takes a minute even where nothing is looked for. */
const PERSON_ACT_MINUTES = 1

/** An act of the program with its check: a service that stops, a sign-in. */
const APP_ACT_MINUTES = 0.1

/** What a change comes to: what stands in its way, its plan, and every act of it. */
export function composeChange(request: ChangeRequest): Rehearsal {
  const { snapshot, server, logins, now, takenByHand, readings } = request
  const preflight = judgePreflight({
    now,
    snapshot,
    readings,
    logins,
    syncTool: { services: server.services, tasks: server.tasks },
    takenByHand,
  })
  const plan = rehearsalPlanOf(request, preflight)
  const acts = rehearsedActs(plan, now)
  const isNotRead = ({ key, level }: PreflightFinding): boolean => level === 'warn' && ON_THE_SERVER.has(key)
  return {
    now,
    collectedAt: snapshot.collectedAt,
    standing: standingOf(preflight.findings),
    plan,
    preflight,
    findings: preflight.findings.filter((finding) => !isNotRead(finding)),
    notRead: preflight.findings.filter(isNotRead),
    acts,
    throughWindows: server.throughWindows,
    pausedAtLeast: pausedAtLeast(acts),
    restarts: restartsOf(plan, preflight),
  }
}

/** The sync tool's own services in the order in which they start, then those of others that get a new sign-in. */
function restartsOf({ pause, services, startOrder }: RotationPlan, { findings }: Preflight): readonly string[] {
  const running = services.filter(({ state }) => state === 'running').map(({ name }) => name)
  const own = pause === 'app' ? startOrder.filter((name) => running.includes(name)) : []
  const following = findings.filter(({ key }) => key === 'restart-follows').map(({ params }) => String(params.service))
  return [...new Set([...own, ...following])]
}

function rehearsedActs(plan: RotationPlan, at: string): readonly RehearsedAct[] {
  let { ledger } = begin(plan)
  return actsOf(plan, at).map((act) => {
    ledger = afterAct(ledger, act, { at, event: null })
    return { ...act, backClosed: openAt(ledger, at).backClosed.filter(({ reason }) => reason !== 'nothing-done') }
  })
}

/** Minutes from the first act of the pause to the last one that resumes, where nothing goes wrong and nobody waits. */
function pausedAtLeast(acts: readonly RehearsedAct[]): number {
  const first = acts.findIndex(({ place }) => place === 'pause')
  const last = acts.findLastIndex(({ place }) => place === 'resume')
  if (first === -1) return 0
  const minutes = acts.slice(first, last + 1).map(({ owner }) => (owner === 'app' ? APP_ACT_MINUTES : PERSON_ACT_MINUTES))
  return Math.ceil(minutes.reduce((sum, each) => sum + each, 0))
}

function standingOf(findings: readonly PreflightFinding[]): Standing {
  if (findings.some(({ level }) => level === 'stop')) return 'stopped'
  const isOpen = findings.some(({ key, level }) => level === 'by-hand' || (level === 'warn' && /-not-known$|-partly-known$/.test(key)))
  return isOpen ? 'not-known' : 'could-start'
}
