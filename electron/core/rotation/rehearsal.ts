import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { afterAct } from '#shared/rotation/effects.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import { type Closed, openAt } from '#shared/rotation/open.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import type { PreflightFinding, PreflightKey } from '#shared/rotation/preflight/findings.ts'
import type { LoginToChange } from '#shared/rotation/preflight/input.ts'
import { judgePreflight, type Preflight } from '#shared/rotation/preflight/preflight.ts'
import { actsOf } from '#shared/rotation/recover.ts'
import { begin } from '#shared/rotation/replay.ts'
import { type Chosen, chooseLogin, chooseLogins, type LoginRefusal } from './choose-logins.ts'
import { type RehearsalServer, rehearsalServerOf } from './rehearsal-logins.ts'
import { loginsToChange, type NewUsers, rehearsalPlanOf } from './rehearsal-plan.ts'

export interface RehearsalRequest {
  readonly snapshot: Snapshot
  /** null: nobody told anything */
  readonly profile: Profile | null
  /** logins as a person typed them; none: all that the sync tool uses */
  readonly logins: readonly string[]
  /** a login as a person typed it, and the name of the user that takes over */
  readonly newUsers: readonly { readonly login: string; readonly name: string }[]
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

export type Rehearsed =
  | { readonly kind: 'rehearsal'; readonly rehearsal: Rehearsal }
  | { readonly kind: 'no-login' }
  | { readonly kind: 'refused'; readonly refusal: LoginRefusal }

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

/** Composes the plan of a password change from files; nothing is read beside them, and nothing is touched. */
export function rehearse(request: RehearsalRequest): Rehearsed {
  const { snapshot, now } = request
  const profile = request.profile ?? emptyProfile
  const server = rehearsalServerOf(snapshot, profile)
  if (server.logins.length === 0) return { kind: 'no-login' }
  const chosen = chooseLogins(request.logins, server.logins)
  if (!chosen.ok) return { kind: 'refused', refusal: chosen.refusal }
  const newUsers = newUsersOf(request, chosen.value)
  if (!newUsers.ok) return { kind: 'refused', refusal: newUsers.refusal }
  return { kind: 'rehearsal', rehearsal: composed(request, server, loginsToChange(chosen.value, newUsers.value, server, profile), now) }
}

function newUsersOf({ newUsers }: RehearsalRequest, logins: RehearsalServer['logins']): Chosen<NewUsers> {
  const moved = new Map<string, string>()
  for (const { login, name } of newUsers) {
    const chosen = chooseLogin(login, logins)
    if (!chosen.ok) return chosen
    moved.set(chosen.value.key, name)
  }
  return { ok: true, value: moved }
}

function composed({ snapshot }: RehearsalRequest, server: RehearsalServer, logins: readonly LoginToChange[], now: string): Rehearsal {
  const preflight = judgePreflight({
    now,
    snapshot,
    readings: {},
    logins,
    syncTool: { services: server.services, tasks: server.tasks },
    takenByHand: [],
  })
  const plan = rehearsalPlanOf(server, preflight, logins, now)
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
