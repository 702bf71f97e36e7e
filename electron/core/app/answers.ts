import { checks } from '#shared/checks/index.ts'
import { DAY_MS, endOfDay, startOfDay } from '#shared/evaluation/time.ts'
import type { Answer, Answers } from '#shared/formats/answers.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { UndoStep } from '../../store/case-file.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import type { CaseChange } from '../../store/cases.ts'
import type { App } from './app.ts'
import { AppFailure, found } from './failure.ts'
import { itemsBeyondAnswers, judgeCase, nowOf } from './judge-case.ts'
import { bearingSubjects, possibleAnswers } from './possible-answers.ts'

/** More steps back than anybody remembers. */
const MOST_UNDO_STEPS = 50

/** Longest time that a risk may be accepted for, in days. */
const LONGEST_ACCEPTANCE_DAYS = 365

/** What a person says to one item. */
export interface GivenAnswer {
  readonly kind: Answer['kind']
  readonly by: string
  readonly note: string
  readonly until?: string | undefined
  readonly subjects?: readonly string[] | undefined
}

/** Adds an answer after looking at the facts of this moment: one that would count for nothing is refused. */
export async function giveAnswer(app: App, id: string, check: string, given: GivenAnswer, translator: Translator): Promise<StoredCase> {
  const changed = await app.cases.change(id, async (current) => {
    const checkup = await judgeCase(app, current)
    const item = checkup.items.find((each) => each.id === check)
    if (item === undefined) throw new AppFailure('NOT_FOUND', 'app/not-found/check')
    const beyond = (await itemsBeyondAnswers(app, current, checkup)).has(check)
    const answer = makeAnswer(item, given, beyond, nextInstant(app, current, check), translator)
    return withStep(current, { did: 'given', check, answer: mutable(answer) }, [...answersTo(current, check), answer])
  })
  return found(changed)
}

/** Takes the last answer back that was given, or puts the last one back that was removed. */
export async function undoAnswer(app: App, id: string): Promise<StoredCase> {
  const changed = await app.cases.change(id, async (current) => {
    const step = current.file.undo.at(-1)
    if (step === undefined) throw new AppFailure('REFUSED', 'app/refused/nothing-to-undo')
    const own = answersTo(current, step.check)
    const place = own.findLastIndex((answer) => isSame(answer, step.answer))
    const answers = step.did === 'removed' ? [...own, step.answer] : own.filter((_, index) => index !== place)
    return { answers: withAnswers(current, step.check, answers), file: { undo: current.file.undo.slice(0, -1) } }
  })
  return found(changed)
}

/** Removes one answer; `at` is unique among the answers to one check that were given here. */
export async function removeAnswer(app: App, id: string, check: string, at: string): Promise<StoredCase> {
  const changed = await app.cases.change(id, async (current) => {
    const own = answersTo(current, check)
    const place = own.findLastIndex((answer) => answer.at === at)
    const answer = own[place]
    if (answer === undefined) throw new AppFailure('NOT_FOUND', 'app/not-found/answer')
    const rest = own.filter((_, index) => index !== place)
    return withStep(current, { did: 'removed', check, answer: mutable(answer) }, rest)
  })
  return found(changed)
}

function makeAnswer(item: CheckupItem, given: GivenAnswer, beyond: boolean, at: string, translator: Translator): Answer {
  const definition = checks.find((check) => check.definition.id === item.id)?.definition
  const title = definition === undefined ? item.title : translator.check(item.id).title
  if (definition === undefined || !possibleAnswers(item, definition, beyond).includes(given.kind)) {
    throw new AppFailure('REFUSED', 'app/refused/kind', { title })
  }
  const subjects = subjectsOf(item, given, definition.listsSubjects === true, title)
  if (given.kind === 'kept' && given.note.trim() === '') throw new AppFailure('REFUSED', 'app/refused/no-note')
  checkEnd(given, at)
  return {
    kind: given.kind,
    by: given.by,
    at,
    note: given.note,
    ...(given.until === undefined ? {} : { until: given.until }),
    ...(subjects === null ? { factsDigest: item.factsDigest ?? '' } : { subjects }),
  }
}

/** The subjects as the facts spell them; null: the answer is about the whole check, on the facts as they are. */
function subjectsOf(item: CheckupItem, { kind, subjects }: GivenAnswer, lists: boolean, title: string): string[] | null {
  const seen = bearingSubjects(item)
  if (!lists || (seen.length === 0 && kind !== 'kept')) return null
  if (subjects === undefined || subjects.length === 0) throw new AppFailure('REFUSED', 'app/refused/no-subjects', { title })
  const spelled = subjects.map((subject) => [subject, seen.find((each) => sameWord(each, subject))] as const)
  const unknown = spelled.flatMap(([subject, known]) => (known === undefined ? [visibleText(subject)] : []))
  if (unknown.length > 0) throw new AppFailure('REFUSED', 'app/refused/unknown-subjects', { title, subjects: unknown })
  return [...new Set(spelled.flatMap(([, known]) => known ?? []))]
}

/** A screen shows what cannot be seen as code points, and sends back what it shows. */
function sameWord(fact: string, said: string): boolean {
  return [fact, visibleText(fact)].some((each) => each.toLowerCase() === said.toLowerCase())
}

function checkEnd({ kind, until }: GivenAnswer, at: string): void {
  if (until === undefined) {
    if (kind === 'accepted-risk') throw new AppFailure('REFUSED', 'app/refused/no-end')
    return
  }
  const endMs = until.length > 10 ? Date.parse(until) : endOfDay(until)
  if (endMs < Date.parse(at)) throw new AppFailure('REFUSED', 'app/refused/end-passed')
  const isTooFar = startOfDay(until) > Date.parse(at) + LONGEST_ACCEPTANCE_DAYS * DAY_MS
  if (kind === 'accepted-risk' && isTooFar) throw new AppFailure('REFUSED', 'app/refused/end-too-far')
}

/** Now, or just after the newest answer: of two in one instant it must be plain which is the newer, and `at` names one of them. */
function nextInstant(app: App, current: StoredCase, check: string): string {
  const nowMs = Date.parse(nowOf(app, current))
  const newestMs = Math.max(0, ...answersTo(current, check).map((answer) => Date.parse(answer.at)))
  const isJustNow = newestMs >= nowMs && newestMs < nowMs + DAY_MS / 2
  return new Date(isJustNow ? newestMs + 1 : nowMs).toISOString()
}

function withStep(current: StoredCase, step: UndoStep, answers: readonly Answer[]): CaseChange {
  const undo = [...current.file.undo, step].slice(-MOST_UNDO_STEPS)
  return { answers: withAnswers(current, step.check, answers), file: { undo } }
}

function withAnswers({ answers }: StoredCase, check: string, own: readonly Answer[]): Answers {
  const { [check]: _replaced, ...others } = answers.value.answers
  return { ...answers.value, answers: own.length === 0 ? others : { ...others, [check]: own } }
}

function answersTo({ answers }: StoredCase, check: string): readonly Answer[] {
  return Object.hasOwn(answers.value.answers, check) ? (answers.value.answers[check] ?? []) : []
}

function mutable(answer: Answer): UndoStep['answer'] {
  return answer as UndoStep['answer']
}

function isSame(answer: Answer, other: UndoStep['answer']): boolean {
  return answer.at === other.at && answer.kind === other.kind && answer.by === other.by
}
