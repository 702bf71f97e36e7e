import { nextIntent } from './back-work.ts'
import type { EventOf, RotationEvent } from './events.ts'
import type { Intent } from './intent.ts'
import { type Place, places, type Step } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { openAt } from './open.ts'
import { isAsked } from './questions.ts'
import { actNow, matches } from './record.ts'
import { isUntouched } from './work.ts'

const isFree = (ledger: Ledger): boolean => ledger.questions.length === 0 && ledger.trouble === null
const isOver = (ledger: Ledger): boolean => ledger.outcome === 'complete' || ledger.outcome === 'cancelled'
const mayDecide = (ledger: Ledger): boolean => ledger.questions.length === 0 && ledger.pending === null && !isOver(ledger)

/** Where the next act belongs. */
function placeOf(ledger: Ledger): Place {
  if (ledger.outcome === 'complete' || ledger.outcome === 'cancelled') return ledger.outcome
  return nextIntent(ledger)?.place ?? 'complete'
}

/** Whether it is the act that is to be done; only idle hands begin one. */
export function begins(ledger: Ledger, event: RotationEvent): boolean {
  const before = nextIntent(ledger)?.before
  return before != null && matches(before, event)
}

/** Whether the act is the one to do, was begun where it has to be, and is not done too early. */
export function completes(ledger: Ledger, event: RotationEvent): boolean {
  if (!isFree(ledger)) return false
  const intent = nextIntent(ledger)
  if (intent === null || intent.id !== actNow(ledger)?.id || !matches(intent.after, event)) return false
  return intent.notBefore === null || Date.parse(event.at) >= Date.parse(intent.notBefore)
}

/** A service that cannot sign in as it starts says of its holder what a sign-in says of the login. */
function isTried({ plan }: Ledger, { act, login, holder, service }: Intent, tried: EventOf<'verification-failed'>): boolean {
  if (act === 'verify-login' || act === 'verify-holder') return tried.login === login && tried.holder === (holder ?? null)
  const holders = plan.logins.find(({ key }) => key === tried.login)?.holders ?? []
  return act === 'start-service' && holders.some(({ key, kind, name }) => key === tried.holder && kind === 'service' && name === service)
}

export function fails(ledger: Ledger, event: RotationEvent): boolean {
  const intent = actNow(ledger)
  if (intent === null) return false
  switch (event.type) {
    case 'act-failed':
      return event.act === intent.id
    case 'password-refused':
      return (
        (intent.act === 'change-password' || intent.act === 'create-user') &&
        event.login === intent.login &&
        event.generation === intent.generation
      )
    case 'verification-failed':
      return isTried(ledger, intent, event)
    case 'watch-failed':
      return intent.act === 'watch' || intent.act === 'vendor-confirm'
    case 'preflight-failed':
      return intent.act === 'preflight'
    default:
      return false
  }
}

export const answers = (ledger: Ledger, event: RotationEvent): boolean => event.type === 'world-asked' && isAsked(ledger, event.answer)

export const retries = (ledger: Ledger): boolean => mayDecide(ledger) && ledger.trouble !== null

/** New passwords are set as long as the call goes on and the change has begun. */
export function mayRenew(ledger: Ledger): boolean {
  const place = placeOf(ledger)
  return (
    mayDecide(ledger) &&
    ledger.session === 'joined' &&
    ledger.direction === 'forward' &&
    Object.values(ledger.logins).every(({ generated, wanted }) => generated >= wanted) &&
    (place === 'change' || place === 'enter' || place === 'resume' || place === 'verify')
  )
}

export const renews = (ledger: Ledger, event: RotationEvent): boolean =>
  mayRenew(ledger) && event.type === 'renewal-chosen' && event.logins.every((login) => Object.hasOwn(ledger.logins, login))

export const mayGoBack = (ledger: Ledger, at: string): boolean =>
  mayDecide(ledger) && ledger.direction === 'forward' && openAt(ledger, at).backClosed.length === 0

export const mayGoForward = (ledger: Ledger): boolean => mayDecide(ledger) && ledger.direction === 'back'

export const mayCancel = (ledger: Ledger): boolean =>
  mayDecide(ledger) && ledger.direction === 'forward' && ledger.session !== 'gone' && isUntouched(ledger)

/** The rest can only be done after the call, so the records are written before. */
export const endsProvisionally = (ledger: Ledger, event: RotationEvent): boolean =>
  event.type === 'finished' &&
  event.outcome === 'provisional' &&
  ledger.outcome === 'open' &&
  ledger.pending === null &&
  isFree(ledger) &&
  placeOf(ledger) === 'end' &&
  ledger.session === 'remains'

export const canResume = (ledger: Ledger): boolean => !isOver(ledger)

export const isPast = (ledger: Ledger, step: Step): boolean => places.indexOf(placeOf(ledger)) > places.indexOf(step)

export const isInPhase = (ledger: Ledger, place: Step | 'returning', phase: string): boolean => {
  const next = nextIntent(ledger)
  return next?.place === place && next.phase === phase
}

export const isAt = (ledger: Ledger, place: Place): boolean => placeOf(ledger) === place
