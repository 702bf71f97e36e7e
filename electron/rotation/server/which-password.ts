import type { Answer, RotationEvent } from '#shared/rotation/events.ts'
import { countsAsWrong, provesPassword, wasTried } from './account-codes.ts'
import type { Acted } from './acted.ts'
import type { PasswordQuestion } from './login-hands.ts'
import { type Attempt, attemptsOf, generationOf, provenWrong } from './password-attempts.ts'

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
 * A sign-in is tried with the one password that should hold, never to find out by trying: a wrong one counts against the lock-out, and the
 * answer says so. None is tried where the question does not allow it, nor where one was in vain before; where the same was asked before and
 * nobody knows how that ended, one may have been tried then, and counts as a wrong one.
 */
export function createWhichPassword({ events, actMinutes }: WhichPasswordPorts): WhichPassword {
  return async (login) => {
    const { question, isNewUser } = login
    const written = events()
    const setAt = await login.passwordSetAt()
    const doubt: Doubt = { attempts: attemptsOf(written, question.login, actMinutes), isNewUser, setAtMs: setAt?.getTime() ?? null }
    const wrong = provenWrong(written, question.login)
    const since = sinceTouched(written, question.login)
    const isAllowed = question.by === 'password-age-and-sign-in'
    const isOpen = isAllowed && since.filter((event) => asksAgain(event, question.login)).length > 1
    const inVain = wasInVain(since[0])
    const [likely] = possibleIn(doubt, wrong)
    const tries = isAllowed && !isOpen && !inVain && likely !== undefined
    const result = tries ? await login.signIn(likely) : null
    const answer = { about: 'password', login: question.login, holds: decide(doubt, wrong, result) } as const
    if (isOpen) return { ...answer, failedSignIns: 1 }
    // Not to be tried again the next time either.
    if (inVain) return answer
    return { ...answer, tried: result !== null && wasTried(result), ...costOf(result, likely) }
  }
}

/** What a sign-in cost, and what it ruled out. */
function costOf(result: Acted | null, tried: number | undefined) {
  return {
    ...(result !== null && countsAsWrong(result) ? { failedSignIns: 1 } : {}),
    ...(result !== null && provesWrong(result) && tried !== undefined ? { wrong: tried } : {}),
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

/** What is known of a password beside the sign-ins. */
interface Doubt {
  readonly attempts: readonly Attempt[]
  readonly isNewUser: boolean
  /** null: it could not be told */
  readonly setAtMs: number | null
}

/** What the login may hold; what a sign-in proved wrong it does not, whatever the age says. */
function possibleIn(doubt: Doubt, wrong: ReadonlySet<number>): Possible {
  const { setAtMs } = doubt
  // An age that a sign-in contradicts was told too exactly: the old password may have been set a moment before the first attempt.
  const found = setAtMs === null ? possibleWithoutAge(doubt) : possibleAt(setAtMs, doubt, wrong.size > 0 ? TOLERANCE_MS : 0)
  return found.filter((generation) => !wrong.has(generation))
}

function possibleWithoutAge({ attempts, isNewUser }: Doubt): Possible {
  const newestFirst = sinceLastChange(attempts)
    .map(({ generation }) => generation)
    .reverse()
  return distinct([...newestFirst, ...(mayBeOld(attempts, isNewUser) ? [0] : [])])
}

/** By the age: a password that was set at a time of which the journal knows nothing is nobody's of ours. */
function possibleAt(setAtMs: number, { attempts, isNewUser }: Doubt, toleranceMs: number): Possible {
  const during = sinceLastChange(attempts).filter(
    ({ fromMs, untilMs }) => setAtMs >= fromMs - TOLERANCE_MS && setAtMs <= untilMs + TOLERANCE_MS,
  )
  const first = attempts[0]
  const before = mayBeOld(attempts, isNewUser) && (first === undefined || setAtMs < first.fromMs + toleranceMs)
  return distinct([...during.map(({ generation }) => generation).reverse(), ...(before ? [0] : [])])
}

/** Without a sign-in, with the most likely one, only the age decides, and only where it leaves one generation. */
function decide(doubt: Doubt, wrong: ReadonlySet<number>, result: Acted | null): number | null {
  const onlyOne = (possible: Possible): number | null => (doubt.setAtMs !== null && possible.length === 1 ? (possible[0] ?? null) : null)
  const possible = possibleIn(doubt, wrong)
  const [likely] = possible
  if (result === null || likely === undefined) return onlyOne(possible)
  if (provesPassword(result)) return likely
  return onlyOne(provesWrong(result) ? possibleIn(doubt, new Set([...wrong, likely])) : possible)
}

const provesWrong = (result: Acted): boolean => result.kind === 'no-sign-in' && result.proves === 'wrong-password'

/** What happened since the password was touched, or its question answered, for the last time; that is the first of them. */
function sinceTouched(events: readonly RotationEvent[], login: string): readonly RotationEvent[] {
  const last = events.findLastIndex(
    (event) =>
      (event.type === 'world-asked' && event.answer.about === 'password' && event.answer.login === login) ||
      generationOf(event, login) !== null,
  )
  return events.slice(Math.max(0, last))
}

/** Whether a sign-in was tried in vain for the last answer; an older journal does not say, so one may have been. */
const wasInVain = (last: RotationEvent | undefined): boolean =>
  last?.type === 'world-asked' && last.answer.about === 'password' && last.answer.holds === null && last.answer.tried !== false

/** Whether the question is asked after such an event, so that a second one means that the first time came to no answer. */
const asksAgain = (event: RotationEvent, login: string): boolean =>
  event.type === 'resumed' ||
  event.type === 'retry-chosen' ||
  (event.type === 'act-failed' && event.outcome === 'unknown' && event.act.startsWith(`change-password ${login} `))
