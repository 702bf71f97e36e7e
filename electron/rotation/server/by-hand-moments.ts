import type { RotationEvent } from '#shared/rotation/events.ts'
import type { PlannedLogin } from '#shared/rotation/plan.ts'
import { attemptsOf } from './password-attempts.ts'

/** The times by which the age of an entry tells what it keeps. */
export interface Moments {
  /** The login began to get the password that is wanted: what is older does not have it. Null: it got none of its own. */
  readonly given: Date | null
  /** On the way back, when this change first touched the login: what is older still has what it had before. Null: on the way there. */
  readonly touched: Date | null
}

/** The times of one generation of a login, as the journal has them. */
export function momentsOf(events: readonly RotationEvent[], login: PlannedLogin, generation: number, actMinutes: number): Moments {
  const begunAt = (at: number): Date => (login.changedBy === 'you' ? offeredAt(events, at) : new Date(at))
  const first = generation === 0 ? firstTouch(events, login.key) : undefined
  const touched = first === undefined ? null : begunAt(Date.parse(first.at))
  // The old user of a move keeps its password all the time.
  if (generation === 0 && login.change.kind === 'new-user') return { given: null, touched }
  const attempts = attemptsOf(events, login.key, actMinutes)
  let index = attempts.findLastIndex((attempt) => attempt.generation === generation)
  // A person may have gone to the holders after an attempt that nobody saw the end of.
  while (attempts[index - 1]?.generation === generation) index -= 1
  const begun = attempts[index]
  return { given: begun === undefined ? null : begunAt(begun.fromMs), touched }
}

/** What a person changes is written down when they say so: they may have begun as soon as it was theirs to do. */
const offeredAt = (events: readonly RotationEvent[], saidAt: number): Date =>
  new Date(events.findLast(({ at }) => Date.parse(at) < saidAt)?.at ?? saidAt)

const firstTouch = (events: readonly RotationEvent[], login: string): RotationEvent | undefined =>
  events.find(
    (event) =>
      (event.type === 'password-changing' && event.login === login) ||
      (event.type === 'act-started' && event.act.startsWith(`create-user ${login} `)),
  )

/** Clocks and the times of entries are a moment apart, and SQL Server rounds; in milliseconds. */
export const TOLERANCE_MS = 2000

/** What the time of an entry's last change tells of the password in it; `toleranceMs` is what the clocks may be apart. */
export function judgeAge(writtenAt: Date, { given, touched }: Moments, toleranceMs = TOLERANCE_MS): 'changed' | 'unchanged' | 'not-told' {
  const at = writtenAt.getTime()
  if (given === null) return 'not-told'
  if (at >= given.getTime() - toleranceMs) return 'changed'
  // Nobody ever brought anything else there, so it has what it shall have; the person's word is not in doubt.
  return touched !== null && at <= touched.getTime() + toleranceMs ? 'not-told' : 'unchanged'
}
