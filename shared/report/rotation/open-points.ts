import type { OpenPoint } from '../../formats/rotation-report.ts'
import { generatedEvent, holdsNewest } from '../../rotation/credential-records.ts'
import type { RotationEvent } from '../../rotation/events.ts'
import { holdersOf } from '../../rotation/holders.ts'
import type { Intent } from '../../rotation/intent.ts'
import { type Ledger, loginsInOrder } from '../../rotation/ledger.ts'
import { actsUntilTheEnd } from '../../rotation/recover.ts'

const point = (kind: OpenPoint['kind'], about: Partial<OpenPoint> = {}): OpenPoint => ({
  kind,
  login: null,
  holder: null,
  act: null,
  until: null,
  ...about,
})

/** What is left to do or to know, the most urgent first; empty for a change of which nothing is left. */
export function openPointsOf(ledger: Ledger, events: readonly RotationEvent[], now: string): readonly OpenPoint[] {
  if (ledger.outcome === 'cancelled') return []
  const left = actsUntilTheEnd(ledger, now)
  return [...nextPoint(ledger, left[0]), ...holderPoints(ledger), ...endPoints(ledger, left), ...lastingPoints(ledger, events)]
}

/** What has to happen before anything else does. */
function nextPoint({ pending, questions, session, trouble }: Ledger, next: Intent | undefined): readonly OpenPoint[] {
  if (pending !== null) return [point('act-unfinished', { act: pending.intent.id, login: pending.intent.login ?? null })]
  if (trouble !== null) return [point('decision-needed', { login: trouble.login })]
  const [question] = questions
  if (question !== undefined) return [point('server-to-ask', { login: question.about === 'service' ? null : question.login })]
  if (session === 'remains') return [point('session-remains')]
  return next === undefined || isOfTheEnd(next) ? [] : [point('next-act', { act: next.id, login: next.login ?? null })]
}

const afterTheCall: ReadonlySet<Intent['act']> = new Set(['retire-old-login', 'delete-old-generation', 'finish'])

const isOfTheEnd = ({ act }: Intent): boolean => afterTheCall.has(act)

function holderPoints(ledger: Ledger): readonly OpenPoint[] {
  return holdersOf(ledger).flatMap(({ login, takes, holders }) =>
    holders.flatMap(({ holder, holds }) => (holds === takes && holds !== 'unknown' ? [] : [point('holder-differs', { login, holder })])),
  )
}

/** While the change itself goes on, what comes after the call is no news. */
function endPoints({ session }: Ledger, left: readonly Intent[]): readonly OpenPoint[] {
  if (session !== 'gone' && session !== 'remains') return []
  return left.flatMap(({ act, login = null, notBefore }) => {
    if (act === 'retire-old-login') return [point('old-login-to-retire', { login })]
    return act === 'delete-old-generation' ? [point('old-password-kept', { login, until: session === 'gone' ? notBefore : null })] : []
  })
}

/** What stays true of the passwords that hold now. */
function lastingPoints(ledger: Ledger, events: readonly RotationEvent[]): readonly OpenPoint[] {
  if (ledger.direction === 'back' || (ledger.session !== 'gone' && ledger.session !== 'remains')) return []
  const changed = loginsInOrder(ledger).filter(([planned, login]) => holdsNewest(planned, login))
  const stays = changed.filter(([{ change, usedByOthers }]) => change.kind === 'new-user' && usedByOthers)
  const ungraded = changed.filter(([{ key }, { generated }]) => generatedEvent(events, key, generated) === undefined)
  return [
    ...stays.map(([{ key }]) => point('old-login-stays', { login: key })),
    ...ungraded.map(([{ key }]) => point('grade-not-known', { login: key })),
    ...(changed.some(([{ keptIn }]) => keptIn === 'keychain') ? [point('passwords-to-move')] : []),
  ]
}
