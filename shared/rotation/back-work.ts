import { type Intent, intentFor } from './intent.ts'
import { isNewUser, isTouched, type Ledger, type LoginLedger, loginsInOrder, openOnesFirst } from './ledger.ts'
import type { PlannedLogin } from './plan.ts'
import { firstOf, holderWork, nextForward, pauseWork, resumeWork, verifyLoginWork, windowWork } from './work.ts'

function backLogin(ledger: Ledger, planned: PlannedLogin, login: LoginLedger): Intent | null {
  const { key, changedBy } = planned
  const changes = !isNewUser(planned) && login.held !== 0
  const own = changes ? intentFor(ledger, 'change-password', changedBy, { login: key, generation: 0 }) : null
  return (
    own ??
    firstOf([...planned.holders].reverse(), (holder) => holderWork(ledger, key, holder)) ??
    windowWork(ledger, planned) ??
    verifyLoginWork(ledger, planned) ??
    // Last of all: until every holder has the old login again, the new one is what they run with.
    (isNewUser(planned) && login.created ? intentFor(ledger, 'remove-new-user', changedBy, { login: key }) : null)
  )
}

const backLogins = (ledger: Ledger): Intent | null =>
  firstOf(openOnesFirst([...loginsInOrder(ledger)].reverse()), ([planned, login]) => backLogin(ledger, planned, login))

const clearWork = (ledger: Ledger): Intent | null =>
  firstOf(loginsInOrder(ledger), ([planned, { generated, newDeleted }]) =>
    generated === 0 || newDeleted
      ? null
      : intentFor(ledger, 'delete-new-generation', planned.keptIn === 'person' ? 'you' : 'app', { login: planned.key }),
  )

function nextBack(ledger: Ledger): Intent {
  const touched = loginsInOrder(ledger).some(([planned, login]) => isTouched(planned, login))
  const pause = touched ? pauseWork(ledger) : null
  return pause ?? backLogins(ledger) ?? resumeWork(ledger) ?? clearWork(ledger) ?? intentFor(ledger, 'close', 'you')
}

/** The machine asks once for each way that an event might take, always of the same ledger; ledgers never change. */
const known = new WeakMap<Ledger, { readonly next: Intent | null }>()

/** The next act in the direction that was chosen; null: the rotation is over. */
export function nextIntent(ledger: Ledger): Intent | null {
  const found = known.get(ledger) ?? { next: findNext(ledger) }
  known.set(ledger, found)
  return found.next
}

function findNext(ledger: Ledger): Intent | null {
  if (ledger.outcome === 'complete' || ledger.outcome === 'cancelled') return null
  return ledger.direction === 'back' ? nextBack(ledger) : nextForward(ledger)
}
