import { nextIntent } from './back-work.ts'
import { afterAct, afterDecision } from './effects.ts'
import type { EventOf, FactTemplate, RotationEvent } from './events.ts'
import type { Intent } from './intent.ts'
import type { TroubleReason } from './keys.ts'
import { type Ledger, loginOf, type Trouble, withLogin } from './ledger.ts'
import { afterAnswer, afterInterruption, questionsAgain, unsettled } from './questions.ts'
import { WRONG_OLD_PASSWORD } from './sign-ins.ts'

/** Whether an event says all that was foreseen. */
export const matches = (template: FactTemplate, event: RotationEvent): boolean => {
  const said: { readonly [field: string]: unknown } = event
  return Object.entries(template).every(([field, value]) => said[field] === value)
}

/** The act that an event can complete or fail: the one that was begun, or the one that a person does without a beginning. */
export function actNow(ledger: Ledger): Intent | null {
  if (ledger.pending !== null) return ledger.pending.intent
  const next = nextIntent(ledger)
  return next?.before === null ? next : null
}

/** The ledger after an event that the machine accepted. */
export function record(ledger: Ledger, event: RotationEvent): Ledger {
  return { ...recorded(ledger, event), lastAt: event.at }
}

function recorded(ledger: Ledger, event: RotationEvent): Ledger {
  switch (event.type) {
    case 'act-started':
    case 'service-stopping':
    case 'password-changing':
      return begun(ledger, event.at)
    case 'act-failed':
    case 'password-refused':
    case 'verification-failed':
    case 'watch-failed':
      return failed(ledger, event)
    case 'preflight-failed':
      return { ...ledger, pending: null, preflight: 'failed', preflightProblems: event.problems }
    case 'world-asked':
      return afterAnswer(ledger, event.answer, event.at)
    case 'resumed':
      return afterInterruption(ledger)
    case 'retry-chosen':
      return { ...ledger, trouble: null, questions: questionsAgain(ledger) }
    case 'renewal-chosen':
      return afterDecision(ledger, event.type, event.logins)
    case 'back-chosen':
    case 'forward-chosen':
      return afterDecision(ledger, event.type, [])
    case 'cancelled':
      return { ...ledger, outcome: 'cancelled', trouble: null }
    case 'finished':
      return { ...ledger, outcome: event.outcome, pending: null }
    default:
      return completed(ledger, event)
  }
}

function begun(ledger: Ledger, at: string): Ledger {
  const intent = nextIntent(ledger)
  if (intent === null) throw new Error('an act was begun where there is none to do')
  return { ...ledger, pending: { intent, at } }
}

function completed(ledger: Ledger, event: RotationEvent): Ledger {
  const intent = actNow(ledger)
  if (intent === null) throw new Error(`${event.type} completes no act`)
  return afterAct(ledger, intent, { at: event.at, event })
}

type Failure = EventOf<'act-failed' | 'password-refused' | 'verification-failed' | 'watch-failed'>

function failed(ledger: Ledger, event: Failure): Ledger {
  const intent = actNow(ledger)
  const about: Omit<Trouble, 'reason'> = { intent, login: intent?.login ?? null, code: event.code }
  const stopped = (reason: TroubleReason, next: Ledger = ledger): Ledger => ({ ...next, pending: null, trouble: { ...about, reason } })
  switch (event.type) {
    case 'act-failed':
      // A person's act that began unseen may have happened just as well.
      return stopped(
        'act-failed',
        intent === null ? ledger : event.outcome === 'unknown' ? unsettled(ledger, intent) : afterNotDone(ledger, intent, event.code),
      )
    case 'password-refused':
      return stopped('password-refused')
    case 'watch-failed':
      return { ...stopped('watch-failed'), watched: false }
    case 'verification-failed':
      return stopped('verification-failed', afterWrongPassword(ledger, event))
    default:
      return event satisfies never
  }
}

/** A window that did not take what was handed over gets it once more; an old password that is none counts as a sign-in that failed. */
function afterNotDone(ledger: Ledger, { act, how, login, holder }: Intent, code: string): Ledger {
  if (login === undefined) return ledger
  if (act === 'change-password' && how === 'change' && code === WRONG_OLD_PASSWORD)
    return withLogin(ledger, login, { failedSignIns: loginOf(ledger, login).failedSignIns + 1 })
  if (act !== 'confirm-entered' || holder === undefined) return ledger
  return withLogin(ledger, login, { handedOver: { ...loginOf(ledger, login).handedOver, [holder]: null } })
}

/** A password that is proven wrong leaves open what holds; other failures leave what is known. */
function afterWrongPassword(ledger: Ledger, { login, holder, proves }: EventOf<'verification-failed'>): Ledger {
  if (proves === 'nothing') return ledger
  const known = loginOf(ledger, login)
  if (holder === null) return withLogin(ledger, login, { held: null, verified: null, failedSignIns: known.failedSignIns + 1 })
  return withLogin(ledger, login, {
    holders: { ...known.holders, [holder]: null },
    handedOver: { ...known.handedOver, [holder]: null },
  })
}
