import type { Definition } from '../checks/check.ts'
import type { Answer } from '../formats/answers.ts'
import type { AnswerProblem } from '../formats/checkup.ts'
import { type Clause, note, subjectsOf, worstVerdict } from './clause.ts'
import { addCalendarMonths, DAY_MS, dayOf, endOfDay, startOfDay } from './time.ts'

/** Longest time that a risk may be accepted for, in days after the answer. */
const LONGEST_ACCEPTANCE_DAYS = 365

/** How long a confirmation of a manual check counts where its definition says nothing else, in calendar months. */
const CONFIRMED_MONTHS = 12

/** A clock may be off by this much before an answer counts as being from the future. */
const CLOCK_TOLERANCE_MS = DAY_MS

export interface AnsweredCheck {
  readonly clauses: readonly Clause[]
  /** answers that count now */
  readonly counting: readonly Answer[]
  readonly problems: readonly Problem[]
}

export interface Problem {
  readonly problem: AnswerProblem['problem']
  readonly params: { readonly [name: string]: string | readonly string[] }
}

/** An answer that counts, with the subjects that it covers; null: everything that the check says. */
interface Counting {
  readonly answer: Answer
  readonly subjects: ReadonlySet<string> | null
}

/**
 * Lets a person's answers bear on what the facts say.
 *
 * An answer with subjects covers these, whatever else has been found since. One without covers what its digest covers; with
 * neither it covers the check, unless the check lists subjects and has seen some. Of several answers to one thing the newest
 * decides. What is not applicable by profile, phase or pack takes no answer.
 */
export function applyAnswers(
  definition: Definition,
  clauses: readonly Clause[],
  answers: readonly Answer[],
  digest: string,
  nowMs: number,
): AnsweredCheck {
  if (worstVerdict(clauses) === 'not-applicable' && clauses.some((clause) => clause.byProfile))
    return { clauses, counting: [], problems: [] }
  const seen = new Set(clauses.flatMap((clause) => clause.evidence.map((piece) => piece.subject.toLowerCase())))
  const lists = definition.listsSubjects === true && clauses.some((clause) => subjectsOf(clause).length > 0)
  const problems: Problem[] = []
  const counting: Counting[] = []
  for (const answer of answers) {
    const problem =
      timeProblem(definition, answer, nowMs) ?? kindProblem(definition, answer) ?? scopeProblem(definition, answer, lists, digest)
    if (problem !== null) {
      problems.push(problem)
      continue
    }
    const unknown = (answer.subjects ?? []).filter((subject) => !seen.has(subject.toLowerCase()))
    if (unknown.length > 0)
      problems.push({ problem: 'unknown-subject', params: { by: answer.by, check: definition.id, subjects: unknown } })
    if (answer.subjects === undefined) counting.push({ answer, subjects: null })
    else if (unknown.length < answer.subjects.length)
      counting.push({ answer, subjects: new Set(answer.subjects.map((each) => each.toLowerCase())) })
  }
  counting.sort((one, other) => Date.parse(one.answer.at) - Date.parse(other.answer.at))
  return { clauses: decide(clauses, counting), counting: counting.map((each) => each.answer), problems }
}

function timeProblem(definition: Definition, answer: Answer, nowMs: number): Problem | null {
  const params = { by: answer.by, check: definition.id }
  const atMs = Date.parse(answer.at)
  if (atMs > nowMs + CLOCK_TOLERANCE_MS) return { problem: 'not-yet', params: { ...params, date: dayOf(atMs) } }
  if (answer.until !== undefined) {
    const tooLong = startOfDay(answer.until) > atMs + LONGEST_ACCEPTANCE_DAYS * DAY_MS
    if (answer.kind === 'accepted-risk' && tooLong) return { problem: 'too-long', params }
    const endMs = answer.until.length > 10 ? Date.parse(answer.until) : endOfDay(answer.until)
    if (nowMs > endMs) return { problem: 'expired', params: { ...params, date: dayOf(endMs) } }
  }
  if (answer.kind === 'confirmed' && definition.manual === true) {
    const endMs = addCalendarMonths(atMs, definition.confirmedMonths ?? CONFIRMED_MONTHS)
    if (nowMs > endMs) return { problem: 'expired', params: { ...params, date: dayOf(endMs) } }
  }
  return null
}

/** `kept` says of single things that they are ours: it needs a check that lists things, and a note. */
function kindProblem(definition: Definition, answer: Answer): Problem | null {
  if (answer.kind !== 'kept' || (definition.listsSubjects === true && answer.note.trim() !== '')) return null
  return { problem: 'kind-not-allowed', params: { by: answer.by, check: definition.id, kind: answer.kind } }
}

function scopeProblem(definition: Definition, answer: Answer, lists: boolean, digest: string): Problem | null {
  if (answer.subjects !== undefined) return null
  const params = { by: answer.by, check: definition.id }
  if (answer.factsDigest !== undefined) return answer.factsDigest === digest ? null : { problem: 'facts-changed', params }
  return lists ? { problem: 'no-subjects', params } : null
}

function decide(clauses: readonly Clause[], counting: readonly Counting[]): Clause[] {
  const deciding = counting.filter((each) => each.answer.kind !== 'accepted-risk')
  const denied = deciding.filter((each) => each.answer.kind === 'denied' && !isOvertaken(each, deciding))
  const judged = clauses.map((clause) => answerClause(clause, deciding))
  const used = deciding.filter((each) => judged.some(({ by }) => by.includes(each)))
  const decided = [
    ...denied.map((each) => note('fail', 'answer-denied', { by: each.answer.by, date: dateOf(each) })),
    ...used.map(answerNote),
    ...judged.filter(({ by }) => by.length === 0).map(({ clause }) => clause),
  ]
  const settled = isWhollyNotApplicable(decided, deciding, used) ? decided.filter((clause) => clause.verdict !== 'pass') : decided
  const verdict = worstVerdict(settled)
  const accepted = verdict === 'pass' || verdict === 'not-applicable' ? [] : counting.filter((each) => each.answer.kind === 'accepted-risk')
  return [...settled, ...accepted.map(acceptance)]
}

/** An answer to all of an open check says that it does not apply here: what was fine about it does not matter either. */
function isWhollyNotApplicable(decided: readonly Clause[], deciding: readonly Counting[], used: readonly Counting[]): boolean {
  const whole = deciding.findLast((each) => each.subjects === null)
  return whole !== undefined && used.includes(whole) && whole.answer.kind === 'not-applicable' && worstVerdict(decided) === 'pass'
}

/** A later answer to the same things takes an earlier one back. */
function isOvertaken(given: Counting, all: readonly Counting[]): boolean {
  const later = all.slice(all.indexOf(given) + 1)
  const covers = (subject: string): boolean => later.some((each) => each.subjects === null || each.subjects.has(subject))
  return given.subjects === null ? later.some((each) => each.subjects === null) : [...given.subjects].every(covers)
}

interface Judged {
  readonly clause: Clause
  /** the answers that settle it; empty: it stands as it is */
  readonly by: readonly Counting[]
}

/** Only what is open can be answered, and only as a whole: every subject of the clause must be covered. */
function answerClause(clause: Clause, deciding: readonly Counting[]): Judged {
  if (clause.verdict !== 'attention' && clause.verdict !== 'unknown') return { clause, by: [] }
  const subjects = subjectsOf(clause)
  const latest = (subject: string | null): Counting | undefined =>
    deciding.findLast((each) => each.subjects === null || (subject !== null && each.subjects.has(subject)))
  const found = subjects.length === 0 ? [latest(null)] : subjects.map(latest)
  const by = found.filter((each) => each !== undefined && each.answer.kind !== 'denied') as Counting[]
  return { clause, by: by.length === found.length ? by : [] }
}

function answerNote(given: Counting): Clause {
  const params = { by: given.answer.by, date: dateOf(given) }
  if (given.answer.kind === 'not-applicable') return note('not-applicable', 'answer-not-applicable', params)
  if (given.answer.kind === 'kept' && given.answer.subjects !== undefined)
    return note('pass', 'answer-kept', { ...params, subjects: given.answer.subjects })
  return note('pass', 'answer-confirmed', params)
}

function acceptance(given: Counting): Clause {
  return note(null, 'answer-accepted', { by: given.answer.by, date: (given.answer.until ?? '').slice(0, 10) })
}

function dateOf(given: Counting): string {
  return dayOf(Date.parse(given.answer.at))
}
