import { assertNever } from '../assert-never.ts'
import type { RotationEvent } from './events.ts'
import type { Intent } from './intent.ts'
import { type Ledger, type LoginLedger, loginOf, withLogin, withService } from './ledger.ts'

/** What the completion of an act may tell beside the act itself. */
export interface Completion {
  readonly at: string
  readonly event: RotationEvent | null
}

/** The ledger once an act is done. */
export function afterAct(ledger: Ledger, intent: Intent, completion: Completion): Ledger {
  const settled = { ...ledger, pending: null }
  const { login, service } = intent
  if (login !== undefined) return onLogin(settled, intent, login, completion.at)
  if (service !== undefined) return onService(settled, intent, service, completion.at)
  return onRotation(settled, intent, completion)
}

/** A change of the server makes what was watched before worth nothing. */
export const unwatched = { watched: false, vendorConfirmedBy: null } as const

function onLogin(ledger: Ledger, intent: Intent, key: string, at: string): Ledger {
  const { act, holder, generation = 0 } = intent
  const known = loginOf(ledger, key)
  const set = (changes: Partial<LoginLedger>): Ledger => withLogin(ledger, key, changes)
  const changed = (changes: Partial<LoginLedger>): Ledger => ({ ...set(changes), ...unwatched })
  switch (act) {
    case 'generate':
      return set({ generated: generation, newDeleted: false })
    case 'change-password':
      return changed({ held: generation, changedAt: at, verified: null })
    case 'create-user':
      return changed({ created: true, held: generation, changedAt: at, verified: null })
    case 'remove-new-user':
      return changed({ created: false, held: null, rightsGranted: false, remoteDesktopDenied: false })
    case 'grant-rights':
      return set({ rightsGranted: true })
    case 'deny-remote-desktop':
      return set({ remoteDesktopDenied: true })
    case 'verify-login':
      return set({ verified: generation })
    case 'retire-old-login':
      return set({ retired: true })
    case 'delete-old-generation':
      return set({ oldDeleted: true, oldAvailable: false })
    case 'delete-new-generation':
      return set({ newDeleted: true })
    default:
      return holder === undefined ? ledger : onHolder(ledger, intent, key, known, holder)
  }
}

function onHolder(ledger: Ledger, { act, generation = 0 }: Intent, key: string, known: LoginLedger, holder: string): Ledger {
  const at = (table: { readonly [holder: string]: number | null }) => ({ ...table, [holder]: generation })
  if (act === 'verify-holder') return withLogin(ledger, key, { holdersVerified: at(known.holdersVerified) })
  // Whether what was handed over is what the window took is known once it is confirmed.
  if (act === 'hand-over') {
    const unknown = { ...known.holders, [holder]: null }
    return { ...withLogin(ledger, key, { handedOver: at(known.handedOver), holders: unknown }), ...unwatched }
  }
  const holdersVerified = { ...known.holdersVerified, [holder]: null }
  return { ...withLogin(ledger, key, { holders: at(known.holders), holdersVerified }), ...unwatched }
}

/** The clock runs from the first service that stopped. */
export const pausedFrom = (ledger: Ledger, at: string): string => ledger.pausedSince ?? at

function onService(ledger: Ledger, { act }: Intent, name: string, at: string): Ledger {
  const planned = ledger.plan.services.find((service) => service.name === name)
  switch (act) {
    case 'stop-service':
      return { ...withService(ledger, name, { state: 'stopped' }), ...unwatched, pausedSince: pausedFrom(ledger, at) }
    case 'disable-service':
      return withService(ledger, name, { startMode: 'disabled' })
    case 'restore-start-mode':
      return withService(ledger, name, { startMode: planned?.startMode ?? 'unknown' })
    case 'start-service':
      return withService(ledger, name, { state: 'running' })
    default:
      return ledger
  }
}

const pausedMs = (from: string | null, to: string): number => (from === null ? 0 : Math.max(0, Date.parse(to) - Date.parse(from)))

const isPausing = ({ act }: Intent): boolean => act === 'confirm-paused' || act === 'pause-by-hand'
const isResuming = ({ act }: Intent): boolean => act === 'confirm-resumed' || act === 'resume-by-hand'

function onRotation(ledger: Ledger, intent: Intent, { at, event }: Completion): Ledger {
  if (isPausing(intent)) return { ...ledger, syncPaused: true, pausedSince: pausedFrom(ledger, at) }
  if (isResuming(intent)) {
    return { ...ledger, syncPaused: false, pausedSince: null, pausedBeforeMs: ledger.pausedBeforeMs + pausedMs(ledger.pausedSince, at) }
  }
  switch (intent.act) {
    case 'schedule':
      return { ...ledger, scheduled: true }
    case 'choose':
      return { ...ledger, chosen: true }
    case 'choose-again':
      return { ...ledger, preflight: 'open', preflightProblems: [] }
    case 'preflight':
      return { ...ledger, preflight: 'passed' }
    case 'join-call':
      return { ...ledger, session: 'joined' }
    case 'watch':
      return { ...ledger, watched: true }
    case 'vendor-confirm':
      return { ...ledger, vendorConfirmedBy: event?.type === 'vendor-confirmed' ? event.by : '' }
    case 'end-call':
      return event?.type === 'call-ended' && event.session === 'remains'
        ? { ...ledger, session: 'remains' }
        : { ...ledger, session: 'gone', callEndedAt: at }
    case 'finish':
      return { ...ledger, outcome: 'complete' }
    case 'close':
      return { ...ledger, outcome: 'cancelled' }
    default:
      return ledger
  }
}

/**
 * The ledger after an act of which nobody knows whether it happened.
 *
 * What it would have changed becomes unknown; acts that can be done twice without harm are offered again.
 */
export function afterUnknown(ledger: Ledger, intent: Intent): Ledger {
  const settled = { ...ledger, pending: null }
  const { act, login, holder, service } = intent
  if (service !== undefined) {
    const changesMode = act === 'disable-service' || act === 'restore-start-mode'
    return withService(settled, service, changesMode ? { startMode: 'unknown' } : { state: 'unknown' })
  }
  if (login === undefined) return settled
  const known = loginOf(settled, login)
  switch (act) {
    case 'change-password':
      return { ...withLogin(settled, login, { held: null, verified: null }), ...unwatched }
    case 'verify-login':
      return withLogin(settled, login, { failedSignIns: known.failedSignIns + 1 })
    case 'set-service-account':
    case 'update-task':
    case 'update-by-hand':
    case 'hand-over':
      return withLogin(settled, login, { holders: { ...known.holders, [holder ?? '']: null } })
    default:
      return settled
  }
}

/** What a decision wants of each login from now on. */
export function afterDecision(
  ledger: Ledger,
  decision: 'renewal-chosen' | 'back-chosen' | 'forward-chosen',
  chosen: readonly string[],
): Ledger {
  const calm: Ledger = { ...ledger, ...unwatched, trouble: null, direction: decision === 'back-chosen' ? 'back' : 'forward' }
  return ledger.plan.logins.reduce((next, { key }) => {
    const login = loginOf(next, key)
    switch (decision) {
      case 'back-chosen':
        return withLogin(next, key, { wanted: 0 })
      case 'renewal-chosen':
        return chosen.includes(key) ? withLogin(next, key, { wanted: login.generated + 1 }) : next
      case 'forward-chosen':
        return withLogin(next, key, { wanted: mustRenew(ledger, key) ? login.generated + 1 : login.generated })
      default:
        return assertNever(decision)
    }
  }, calm)
}

/** A password that may be known to some holders and not to others is replaced, and so is one that is stored no more. */
function mustRenew(ledger: Ledger, key: string): boolean {
  const { generated, newDeleted, held, holders, changedAt } = loginOf(ledger, key)
  const mixed = [held, ...Object.values(holders)].some((holds) => holds !== generated)
  return generated === 0 || newDeleted || (changedAt !== null && mixed)
}
