import { DAY_MS, dayOf, endOfDay } from '../../evaluation/time.ts'
import type { Facts } from '../../facts/index.ts'
import type { Answer } from '../../formats/answers.ts'
import type { Checkup, CheckupItem } from '../../formats/checkup.ts'
import type { Translator } from '../../texts/translator.ts'
import { dayInWords } from '../dates.ts'
import { nextReviewOf } from '../header.ts'
import { brief } from './brief.ts'

/** Something that has a date and needs a person: overdue, or due within `SOON_DAYS`. */
export interface Due {
  readonly kind: 'review' | 'accepted-risk' | 'answer' | 'certificate'
  /** UTC, e.g. `2026-03-01` */
  readonly date: string
  readonly isPast: boolean
  /** a clause: no full stop */
  readonly sentence: string
}

/** Long enough to arrange a review or to renew a certificate, short enough that the list stays a list of what is next. */
export const SOON_DAYS = 30

/** More than this in one row is a matter for the report of that server: the rest is left out, the earliest stay. */
const MOST_IN_A_ROW = 12

interface Dated {
  readonly kind: Due['kind']
  readonly endMs: number
  readonly isPast: boolean
  /** check, or address of an endpoint */
  readonly subject: string
}

/**
 * What is overdue or due soon: the next review, accepted risks and answers with an end, certificates of the web screens.
 *
 * An answer that has ended is listed while its item is not settled. Measured from the evaluation, by whole days in UTC.
 */
export function dueOf(checkup: Checkup, endpoints: Facts['tls-endpoints'] | null, translator: Translator): Due[] {
  const nowMs = Date.parse(checkup.evaluatedAt)
  const lastMs = nowMs + SOON_DAYS * DAY_MS
  const reviewMs = endOfDay(nextReviewOf(checkup, translator).date)
  const dated: Dated[] = [
    { kind: 'review', endMs: reviewMs, isPast: reviewMs < nowMs, subject: '' },
    ...checkup.items.flatMap(endingAnswers),
    ...endedAnswers(checkup),
    ...expiringCertificates(endpoints, nowMs),
  ]
  const due = dated
    .filter(({ endMs }) => endMs <= lastMs)
    .toSorted((one, other) => one.endMs - other.endMs)
    .map((each) => inWords(each, translator))
  const once = new Map(due.map((each) => [each.sentence, each]))
  return [...once.values()].slice(0, MOST_IN_A_ROW)
}

/** Answers that count: their ends lie ahead. An acceptance matters only while the item is not settled without it. */
function endingAnswers(item: CheckupItem): Dated[] {
  const isSettled = item.verdict === 'pass' || item.verdict === 'not-applicable'
  return (item.answers ?? []).flatMap((answer: Answer): Dated[] => {
    if (answer.until === undefined || (isSettled && answer.kind === 'accepted-risk')) return []
    const kind = answer.kind === 'accepted-risk' ? 'accepted-risk' : 'answer'
    return [{ kind, endMs: endOfDay(answer.until), isPast: false, subject: item.id }]
  })
}

function endedAnswers({ items, answerProblems = [] }: Checkup): Dated[] {
  const open = new Set(items.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not-applicable').map((item) => item.id))
  return answerProblems.flatMap(({ check, problem, message }): Dated[] => {
    const { date } = message.params
    if (problem !== 'expired' || typeof date !== 'string' || !open.has(check)) return []
    return [{ kind: 'answer', endMs: endOfDay(date), isPast: true, subject: check }]
  })
}

function expiringCertificates(endpoints: Facts['tls-endpoints'] | null, nowMs: number): Dated[] {
  return (endpoints?.endpoints ?? []).flatMap(({ url, certificate }): Dated[] => {
    if (certificate === null) return []
    const endMs = Date.parse(certificate.validTo)
    return [{ kind: 'certificate', endMs, isPast: endMs < nowMs, subject: url }]
  })
}

function inWords({ kind, endMs, isPast, subject }: Dated, translator: Translator): Due {
  const date = dayOf(endMs)
  const about = kind === 'accepted-risk' || kind === 'answer' ? translator.check(subject).title : subject
  const sentence = translator.text(`report/portfolio/${isPast ? 'past' : 'due'}/${kind}`, {
    about: brief(about),
    date: dayInWords(date, translator),
  })
  return { kind, date, isPast, sentence }
}
