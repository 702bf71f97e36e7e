import { assertNever } from '../assert-never.ts'
import type { FactTemplate } from './events.ts'
import { type ActKind, acts, type BackPhase, type CheckKey, type Owner, returningPhases, type Step } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { loginOf, plannedLogin } from './ledger.ts'
import { signInAllowed } from './sign-ins.ts'

/** What an act is about; absent parts do not concern it. */
export interface Subject {
  readonly login?: string
  readonly holder?: string
  readonly service?: string
  readonly generation?: number
}

/** Exactly what the hands, or a person, shall do next. */
export interface Intent extends Subject {
  /** act and subject: the same in every replay, and names the act in the journal */
  readonly id: string
  readonly act: ActKind
  readonly place: Step | 'returning'
  readonly phase: string
  readonly owner: Owner
  /** how a password is set; absent: it is no such act */
  readonly how?: 'change' | 'reset'
  /** journalled before the act; null: a person acts, and only what came of it is written down */
  readonly before: FactTemplate | null
  /** journalled once the act is done and checked */
  readonly after: FactTemplate
  readonly check: CheckKey
  /** what undoes it; null: nothing to undo, or nothing that could */
  readonly inverse: { readonly act: string; readonly generation: number | null } | null
  /** the act may not be completed before; null: at once */
  readonly notBefore: string | null
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A time in UTC that lies a duration after another one. */
export const laterBy = (at: string, durationMs: number): string => new Date(Date.parse(at) + durationMs).toISOString()

export function intentFor(ledger: Ledger, act: ActKind, owner: Owner, subject: Subject = {}): Intent {
  const { step, phase, inverse } = acts[act]
  const returning = ledger.direction === 'back'
  const parts = [act, subject.login, subject.holder, subject.service, subject.generation]
  const id = parts.filter((part) => part !== undefined).join(' ')
  const how = act === 'change-password' ? howToSet(ledger, subject) : undefined
  const described = { ...subject, id, act, owner, ...(how === undefined ? {} : { how }) }
  return {
    ...described,
    place: returning ? 'returning' : step,
    phase: returning ? returningPhaseOf(step) : phase,
    before: beforeOf(described),
    after: returning && act !== 'close' ? { type: 'went-back', act: id } : afterOf(ledger, act, subject),
    check: checkOf(ledger, act, subject),
    inverse: inverse === null ? null : { act: inverse, generation: generationBefore(ledger, subject) },
    notBefore: notBeforeOf(ledger, act),
  }
}

function returningPhaseOf(step: Step): BackPhase {
  const phase = returningPhases[step]
  if (phase === undefined) throw new Error(`no act of the step ${step} belongs to the way back`)
  return phase
}

/** A password can be changed with the old one only where that one surely holds; in all other cases an administrator resets it. */
function howToSet(ledger: Ledger, { login = '' }: Subject): 'change' | 'reset' {
  const { change } = plannedLogin(ledger, login)
  const { held, oldAvailable } = loginOf(ledger, login)
  return change.kind === 'new-password' && change.how === 'change' && held === 0 && oldAvailable ? 'change' : 'reset'
}

function generationBefore(ledger: Ledger, { login, holder }: Subject): number | null {
  if (login === undefined) return null
  const known = loginOf(ledger, login)
  return holder === undefined ? known.held : (known.holders[holder] ?? null)
}

function checkOf(ledger: Ledger, act: ActKind, { login, holder }: Subject): CheckKey {
  // A service that was never stopped signs in with its new password only when it starts the next time.
  const runsOn = ledger.plan.pause === 'not-wanted'
  if (act === 'verify-holder' && runsOn && isService(ledger, login, holder)) return 'service-account-read-back'
  if (act === 'generate' && login !== undefined && plannedLogin(ledger, login).keptIn === 'person') return 'typed-twice'
  const signsIn = act === 'verify-login' || act === 'change-password'
  return signsIn && login !== undefined && !signInAllowed(ledger, login) ? 'account-read-back' : acts[act].check
}

const isService = (ledger: Ledger, login = '', holder = ''): boolean =>
  plannedLogin(ledger, login).holders.some(({ key, kind }) => key === holder && kind === 'service')

function notBeforeOf(ledger: Ledger, act: ActKind): string | null {
  const { watchMinutes, graceDays } = ledger.plan.times
  const { pending, callEndedAt } = ledger
  if (act === 'watch') return pending?.intent.act === 'watch' ? laterBy(pending.at, watchMinutes * MINUTE_MS) : null
  if (act === 'delete-old-generation') return callEndedAt === null ? null : laterBy(callEndedAt, graceDays * DAY_MS)
  return null
}

/** What a person may have done on the server although nothing came back from it. */
const changesByHand: ReadonlySet<ActKind> = new Set(['create-user', 'remove-new-user', 'update-by-hand'])

function beforeOf({
  act,
  id,
  login,
  service,
  generation,
  how,
  owner,
}: Pick<Intent, 'act' | 'id' | 'owner' | 'how'> & Subject): FactTemplate | null {
  if (act === 'stop-service' && service !== undefined) return { type: 'service-stopping', service }
  if (how !== undefined && login !== undefined && generation !== undefined) return { type: 'password-changing', login, generation, how }
  return owner === 'app' || changesByHand.has(act) ? { type: 'act-started', act: id } : null
}

const changedBy = { windows: 'password-changed', 'sql-server': 'sql-login-changed', erp: 'erp-changed-by-hand' } as const

function afterOf(ledger: Ledger, act: ActKind, subject: Subject): FactTemplate {
  switch (act) {
    case 'generate':
      return { type: 'generated', ...subject, storedIn: plannedLogin(ledger, subject.login ?? '').keptIn }
    case 'change-password':
      return { type: changedBy[plannedLogin(ledger, subject.login ?? '').kind], ...subject }
    case 'verify-login':
      return { type: 'verified', ...subject, holder: null }
    case 'finish':
      return { type: 'finished', outcome: 'complete' }
    case 'remove-new-user':
    case 'delete-new-generation':
      throw new Error(`${act} belongs to the way back alone`)
    default:
      return { type: doneBy(act), ...subject }
  }
}

type Plain = Exclude<ActKind, 'generate' | 'change-password' | 'verify-login' | 'finish' | 'remove-new-user' | 'delete-new-generation'>

function doneBy(act: Plain) {
  switch (act) {
    case 'schedule':
      return 'scheduled'
    case 'choose':
    case 'choose-again':
      return 'chosen'
    case 'preflight':
      return 'preflight-passed'
    case 'join-call':
      return 'call-joined'
    case 'stop-service':
      return 'service-stopped'
    case 'disable-service':
      return 'service-disabled'
    case 'confirm-paused':
    case 'pause-by-hand':
      return 'sync-paused'
    case 'create-user':
      return 'user-created'
    case 'grant-rights':
      return 'rights-granted'
    case 'deny-remote-desktop':
      return 'remote-desktop-denied'
    case 'set-service-account':
      return 'service-account-set'
    case 'update-task':
      return 'task-updated'
    case 'update-by-hand':
      return 'holder-updated-by-hand'
    case 'hand-over':
      return 'handed-over'
    case 'confirm-entered':
      return 'hand-over-confirmed'
    case 'restore-start-mode':
      return 'start-mode-restored'
    case 'start-service':
      return 'service-started'
    case 'confirm-resumed':
    case 'resume-by-hand':
      return 'sync-resumed'
    case 'verify-holder':
      return 'verified'
    case 'watch':
      return 'watched'
    case 'vendor-confirm':
      return 'vendor-confirmed'
    case 'end-call':
      return 'call-ended'
    case 'retire-old-login':
      return 'old-login-retired'
    case 'delete-old-generation':
      return 'old-generation-deleted'
    case 'close':
      return 'cancelled'
    default:
      return assertNever(act)
  }
}
