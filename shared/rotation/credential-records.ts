import type { CredentialRecord } from '../formats/answers.ts'
import type { EventOf, RotationEvent } from './events.ts'
import { isNewUser, type Ledger, type LoginLedger, loginsInOrder } from './ledger.ts'
import type { PlannedLogin, RotationPlan } from './plan.ts'
import { replay } from './replay.ts'

/**
 * What a journal proves of the passwords that now hold, for the answers file; the old records of these logins then no longer count.
 *
 * There is a record for each login whose newest password holds and was verified, once the call is over or the change is finished. There is
 * none on the way back, and none where the entry about the password was lost in a crash: nobody knows its grade then. A rehearsal gives
 * records as well: whoever keeps them decides for which server they count. Throws where the events do not replay, which is a bug.
 */
export function credentialRecords(plan: RotationPlan, events: readonly RotationEvent[]): readonly CredentialRecord[] {
  const replayed = replay(plan, events)
  if (!replayed.ok) throw new Error(`event ${replayed.fault.index} of the journal does not replay`)
  const { ledger } = replayed.rotation
  if (!isSettled(ledger)) return []
  return loginsInOrder(ledger).flatMap(([planned, login]) => {
    const record = holdsNewest(planned, login) ? recordOf(planned, login, events) : undefined
    return record === undefined ? [] : [record]
  })
}

const isSettled = ({ direction, outcome, session }: Ledger): boolean =>
  direction === 'forward' && (outcome === 'complete' || outcome === 'provisional' || session === 'gone')

/** Whether the newest password is what the login takes, proven by a verification. */
export function holdsNewest(planned: PlannedLogin, { created, generated, held, newDeleted, verified, wanted }: LoginLedger): boolean {
  const newest = generated > 0 && generated === wanted && !newDeleted
  return newest && held === generated && verified === generated && (created || !isNewUser(planned))
}

/** What was written down as the password that holds was generated; undefined: that entry is missing. */
export const generatedEvent = (events: readonly RotationEvent[], login: string, generation: number): EventOf<'generated'> | undefined =>
  events.findLast(
    (event): event is EventOf<'generated'> => event.type === 'generated' && event.login === login && event.generation === generation,
  )

function recordOf(
  planned: PlannedLogin,
  { changedAt, generated }: LoginLedger,
  events: readonly RotationEvent[],
): CredentialRecord | undefined {
  const { grade, storedIn, unique } = generatedEvent(events, planned.key, generated) ?? {}
  // A user that was made while the program ended is first known by its sign-in.
  const since = changedAt ?? events.findLast((event) => event.type === 'verified' && event.login === planned.key)?.at
  if (grade === undefined || unique === undefined || since === undefined) return undefined
  const { kind } = planned
  return {
    login: recordedName(planned),
    kind,
    grade,
    unique,
    changedAt: since,
    storedIn: storedIn === 'keychain' ? 'keychain' : 'elsewhere',
  }
}

/** Windows accounts with their server or domain, as their key has it: a bare name would mean another account on a member of a domain. */
function recordedName({ change, key, kind, name }: PlannedLogin): string {
  const [newKey, newName] = change.kind === 'new-user' ? [change.newKey, change.newName] : [key, name]
  return kind === 'windows' ? newKey.slice(`${kind}:`.length) : newName
}
