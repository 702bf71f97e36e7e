import type { ReportedTrouble, RotationOutcome } from '../../formats/rotation-report.ts'
import type { Decision } from '../../rotation/keys.ts'
import type { Language, Translator } from '../../texts/translator.ts'
import { visibleText } from '../../visible-text.ts'
import { dayAndTime, dayInWords, momentInWords } from '../dates.ts'
import { type Course, courseOf, type RotationJournal } from './course.ts'
import { type RotationFacts, rotationFacts } from './facts.ts'
import { loginInWords, type RotationReportLogin } from './logins-in-words.ts'
import { rotationNames } from './names.ts'
import { openInWords } from './open-in-words.ts'
import { decisionInWords, eventInWords, type RotationWords } from './sentences.ts'
import { type TimelineDay, timelineOf } from './timeline.ts'

type RotationFieldId = 'server' | 'mode' | 'begun' | 'call-begun' | 'call-ended' | 'made' | 'review'

export interface RotationField {
  readonly id: RotationFieldId
  readonly label: string
  readonly value: string
  /** the time exactly as the journal has it, ISO 8601 UTC */
  readonly instant?: string
}

/** What went wrong, and what a person decided then; undefined: nothing had to be decided. */
export interface RotationReportTrouble {
  readonly moment: string
  readonly sentence: string
  readonly decision: string | undefined
}

/** What the report of a password change says, in the words of one language; there is no password in it. */
export interface RotationReport {
  readonly language: Language
  readonly title: string
  readonly server: string
  readonly rotation: string
  /** a sentence that marks a rehearsal; absent for a change of a real server */
  readonly rehearsal: string | undefined
  readonly outcome: { readonly id: RotationOutcome; readonly word: string; readonly sentence: string }
  readonly fields: readonly RotationField[]
  readonly logins: readonly RotationReportLogin[]
  readonly paused: readonly string[]
  readonly troubles: readonly RotationReportTrouble[]
  readonly open: readonly string[]
  readonly timeline: readonly TimelineDay[]
  readonly about: readonly string[]
  /** ISO 8601 UTC */
  readonly madeAt: string
}

/**
 * The report of a password change from its journal; the same for the same journal, time, language and time zone.
 *
 * Times are shown as people in `timeZone` (IANA name; absent: UTC) read them. Throws where the events do not replay, which is a bug of
 * whoever read the journal.
 */
export function createRotationReport(journal: RotationJournal, translator: Translator, timeZone?: string): RotationReport {
  const course = courseOf(journal.plan, journal.events)
  const facts = rotationFacts(journal, course)
  const words: RotationWords = { translator, names: rotationNames(journal.plan, translator) }
  // The list of events says how far each day is from UTC.
  const moment = (instant: string): string => translator.text('report/rotation/moment', { ...dayAndTime(instant, translator, timeZone) })
  const text = (key: string, params = {}): string => translator.text(`report/rotation/${key}`, params)
  const context = { ledger: course.ledger, now: journal.now, moment }
  return {
    language: translator.language,
    title: text('title'),
    server: visibleText(facts.server),
    rotation: visibleText(facts.rotation),
    rehearsal: facts.rehearsal ? text('rehearsal') : undefined,
    outcome: { id: facts.outcome, word: text(`outcome/${facts.outcome}`), sentence: text(`outcome-says/${facts.outcome}`) },
    fields: fieldsOf(facts, translator, timeZone),
    logins: facts.logins.map((login) => loginInWords(login, facts.outcome === 'taken-back', words, moment)),
    paused: pausedInWords(facts.pause, translator, moment),
    troubles: facts.troubles.map((trouble) => troubleInWords(trouble, course, words, moment)),
    open: facts.open.map((point) => openInWords(point, context, words)),
    timeline: timelineOf(course.steps, words, timeZone),
    about: ['no-password', 'about/journal', 'about/verified', 'about/times'].map((key) => text(key)),
    madeAt: journal.now,
  }
}

function fieldsOf(facts: RotationFacts, translator: Translator, timeZone: string | undefined): RotationField[] {
  const field = (id: RotationFieldId, value: string, instant?: string | null): RotationField => ({
    id,
    label: translator.text(`report/rotation/field/${id}`),
    value,
    ...(instant == null ? {} : { instant }),
  })
  const time = (id: RotationFieldId, instant: string | null): RotationField =>
    field(id, instant === null ? translator.text('report/rotation/not-yet') : momentInWords(instant, translator, timeZone), instant)
  return [
    field('server', visibleText(facts.server)),
    field('mode', translator.text(`report/rotation/mode/${facts.rehearsal ? 'rehearsal' : 'real'}`)),
    time('begun', facts.begunAt),
    time('call-begun', facts.callBegunAt),
    time('call-ended', facts.callEndedAt),
    time('made', facts.madeAt),
    field('review', reviewInWords(facts, translator)),
  ]
}

function reviewInWords({ madeAt, reviewOn }: RotationFacts, translator: Translator): string {
  if (reviewOn === null) return translator.text('report/rotation/no-review')
  const date = dayInWords(reviewOn, translator)
  return reviewOn < madeAt.slice(0, 10) ? translator.text('report/rotation/review-past', { date }) : date
}

const SECONDS_PER_MINUTE = 60

function pausedInWords(
  { by, seconds, services, since }: RotationFacts['pause'],
  translator: Translator,
  moment: (instant: string) => string,
): string[] {
  const text = (key: string, params = {}): string => translator.text(`report/rotation/paused/${key}`, params)
  if (by === 'not-wanted') return [text('not-wanted')]
  if (seconds === 0 && since === null && services.length === 0) return [text('not-yet')]
  const minutes = Math.round(seconds / SECONDS_PER_MINUTE)
  return [
    by === 'by-hand' ? text('by-hand') : text('services', { services: services.map(visibleText) }),
    seconds < SECONDS_PER_MINUTE ? text('short') : text('minutes', { count: minutes }),
    ...(since === null ? [] : [text('still', { moment: moment(since) })]),
  ]
}

function troubleInWords(
  trouble: ReportedTrouble,
  { steps }: Course,
  words: RotationWords,
  moment: (instant: string) => string,
): RotationReportTrouble {
  const step = steps[trouble.event]
  if (step === undefined) throw new Error(`no event ${trouble.event} in the journal`)
  return { moment: moment(trouble.at), sentence: eventInWords(step, words), decision: decisionOf(trouble, words, moment) }
}

function decisionOf(
  { decidedAt, decision, reason }: ReportedTrouble,
  { translator }: RotationWords,
  moment: (instant: string) => string,
): string | undefined {
  if (reason === 'interrupted') return undefined
  if (decision === null || decidedAt === null) return translator.text('report/rotation/decision-open')
  const word = decisionInWords(decision as Decision | 'chosen', translator)
  return translator.text('report/rotation/decision', { decision: word, moment: moment(decidedAt) })
}
