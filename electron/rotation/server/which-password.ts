import type { Answer, RotationEvent } from '#shared/rotation/events.ts'
import type { Question } from '#shared/rotation/ledger.ts'
import { provesPassword } from './account-codes.ts'
import type { Acted } from './acted.ts'
import { type Attempt, attemptsOf } from './password-attempts.ts'

type PasswordQuestion = Extract<Question, { readonly about: 'password' }>

/** One login whose password is in doubt. */
export interface PasswordInDoubt {
  readonly question: PasswordQuestion
  /** it did not exist before the change, so it can hold no password from before */
  readonly isNewUser: boolean
  /** When its password was set, by the clock of the journal; null: it could not be told. */
  passwordSetAt(): Promise<Date | null>
  /** One sign-in with the password of a generation. */
  signIn(generation: number): Promise<Acted>
}

/** Tells which generation a login holds; null: it could not be told. */
export type WhichPassword = (login: PasswordInDoubt) => Promise<Answer>

export interface WhichPasswordPorts {
  /** what was written down until now */
  readonly events: () => readonly RotationEvent[]
  /** after this long an act counts as timed out */
  readonly actMinutes: number
}

/**
 * The age of the password against the times of the journal comes first, and one sign-in after it.
 *
 * A sign-in is tried with the one password that should hold, never to find out by trying: a wrong one counts against the lock-out. None is
 * tried where the question does not allow it, nor where it was answered in vain before.
 */
export function createWhichPassword({ events, actMinutes }: WhichPasswordPorts): WhichPassword {
  return async (login) => {
    const { question, isNewUser } = login
    const written = events()
    const attempts = attemptsOf(written, question.login, actMinutes)
    const setAt = await login.passwordSetAt()
    const possible = setAt === null ? possibleWithoutAge(attempts, isNewUser) : possibleAt(setAt.getTime(), attempts, isNewUser)
    const mayTry = question.by === 'password-age-and-sign-in' && !wasInVain(written, question.login)
    const held = await decide(possible, setAt !== null, mayTry ? login.signIn : null)
    return { about: 'password', login: question.login, holds: held }
  }
}

/** Ages come in whole seconds, and the server's clock is asked a moment before this one. */
const TOLERANCE_MS = 2000

/** Generations that the login may hold, each once, the most likely first. */
type Possible = readonly number[]

const distinct = (generations: readonly number[]): Possible => [...new Set(generations)]

/** Attempts that can have been the last: whatever came before a change that surely happened is over. */
function sinceLastChange(attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts.slice(
    Math.max(
      0,
      attempts.findLastIndex(({ happened }) => happened),
    ),
  )
}

/** Whether the login can still hold what it held before all attempts. */
const mayBeOld = (attempts: readonly Attempt[], isNewUser: boolean): boolean => !isNewUser && !attempts.some(({ happened }) => happened)

function possibleWithoutAge(attempts: readonly Attempt[], isNewUser: boolean): Possible {
  const newestFirst = sinceLastChange(attempts)
    .map(({ generation }) => generation)
    .reverse()
  return distinct([...newestFirst, ...(mayBeOld(attempts, isNewUser) ? [0] : [])])
}

/** By the age: a password that was set at a time of which the journal knows nothing is nobody's of ours. */
function possibleAt(setAtMs: number, attempts: readonly Attempt[], isNewUser: boolean): Possible {
  const during = sinceLastChange(attempts).filter(
    ({ fromMs, untilMs }) => setAtMs >= fromMs - TOLERANCE_MS && setAtMs <= untilMs + TOLERANCE_MS,
  )
  const first = attempts[0]
  const before = mayBeOld(attempts, isNewUser) && (first === undefined || setAtMs < first.fromMs)
  return distinct([...during.map(({ generation }) => generation).reverse(), ...(before ? [0] : [])])
}

/** Without a sign-in only the age decides, and only where it leaves one generation. */
async function decide(possible: Possible, byAge: boolean, signIn: PasswordInDoubt['signIn'] | null): Promise<number | null> {
  const [likely, other, ...more] = possible
  if (likely === undefined) return null
  const only = byAge && other === undefined ? likely : null
  if (signIn === null) return only
  const result = await signIn(likely)
  if (provesPassword(result)) return likely
  if (result.kind !== 'no-sign-in' || result.proves === 'nothing') return only
  // The age leaves two, and the one is proven wrong.
  return byAge && other !== undefined && more.length === 0 ? other : null
}

/** Whether the same was asked before, without an answer, since the password was touched last. */
function wasInVain(events: readonly RotationEvent[], login: string): boolean {
  const last = events.findLast(
    (event) =>
      (event.type === 'world-asked' && event.answer.about === 'password' && event.answer.login === login) ||
      (event.type === 'password-changing' && event.login === login),
  )
  return last?.type === 'world-asked' && last.answer.about === 'password' && last.answer.holds === null
}
