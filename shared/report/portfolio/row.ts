import { DAY_MS } from '../../evaluation/time.ts'
import type { Facts } from '../../facts/index.ts'
import type { Checkup, CheckupItem, Severity, Verdict } from '../../formats/checkup.ts'
import type { Translator } from '../../texts/translator.ts'
import { nextReviewOf } from '../header.ts'
import { brief } from './brief.ts'
import { type Due, dueOf } from './due.ts'

/** What a portfolio says about one server, small whatever its snapshot holds; all text is visible and of bounded length. */
export interface JudgedServer {
  readonly kind: 'judged'
  /** the snapshot, as it was named or found */
  readonly file: string
  /** empty: the snapshot does not tell */
  readonly server: string
  /** empty: no profile tells */
  readonly organization: string
  readonly grade: Checkup['grade']
  readonly counts: { readonly [Each in Verdict]: number }
  /** gaps whose risk somebody accepted until a date that has not passed */
  readonly accepted: number
  /** gaps by severity; an accepted one weighs nothing until its date */
  readonly gapWeight: number
  readonly openWeight: number
  /** what to look at first; null: nothing fails and nothing is open */
  readonly worst: { readonly check: string; readonly verdict: Verdict; readonly severity: Severity; readonly sentence: string } | null
  /** ISO 8601 UTC */
  readonly takenAt: string
  /** whole days between the snapshot and the evaluation; null: it is dated later, so a clock is wrong */
  readonly ageDays: number | null
  readonly nextReview: { readonly date: string; readonly sentence: string }
  /** what is overdue or due soon, in the order of its dates */
  readonly due: readonly Due[]
}

/** A file, or a folder, that gave no checkup; the reason is one line and does not repeat the name. */
export interface UnreadFile {
  readonly kind: 'unread'
  readonly file: string
  readonly reason: string
}

export type PortfolioRow = JudgedServer | UnreadFile

/** One critical gap outweighs a few of the next severity, not any number of them. */
const WEIGHTS: { readonly [Each in Severity]: number } = { critical: 27, high: 9, medium: 3, low: 1 }

type TlsEndpoints = Facts['tls-endpoints']

/** `endpoints`: the web screens of the snapshot, where they were read. */
export function judgedServer(file: string, checkup: Checkup, endpoints: TlsEndpoints | null, translator: Translator): JudgedServer {
  const { items } = checkup
  const count = (verdict: Verdict): number => items.filter((item) => item.verdict === verdict).length
  const gaps = items.filter((item) => item.verdict === 'fail')
  const toClose = gaps.filter((gap) => !isAccepted(gap))
  const open = items.filter((item) => item.verdict === 'attention' || item.verdict === 'unknown')
  const ageMs = Date.parse(checkup.evaluatedAt) - Date.parse(checkup.host.snapshotTakenAt)
  const { date, sentence } = nextReviewOf(checkup, translator)
  return {
    kind: 'judged',
    file: brief(file),
    server: brief(checkup.host.name),
    organization: brief(checkup.profile.organization),
    grade: checkup.grade,
    counts: {
      pass: count('pass'),
      fail: gaps.length,
      attention: count('attention'),
      unknown: count('unknown'),
      'not-applicable': count('not-applicable'),
    },
    accepted: gaps.length - toClose.length,
    gapWeight: weightOf(toClose),
    openWeight: weightOf(open),
    worst: worstOf(items, translator),
    takenAt: checkup.host.snapshotTakenAt,
    ageDays: ageMs < 0 ? null : Math.floor(ageMs / DAY_MS),
    nextReview: { date, sentence },
    due: dueOf(checkup, endpoints, translator),
  }
}

function isAccepted(item: CheckupItem): boolean {
  return (item.answers ?? []).some((answer) => answer.kind === 'accepted-risk')
}

function weightOf(items: readonly CheckupItem[]): number {
  return items.reduce((sum, item) => sum + WEIGHTS[item.severity], 0)
}

/** A gap before an open question before what could not be verified, each by severity; an accepted gap last. */
function worstOf(items: readonly CheckupItem[], translator: Translator): JudgedServer['worst'] {
  const place = { fail: 0, attention: 1, unknown: 2 } as const
  const rank = ({ verdict, severity }: CheckupItem & { verdict: keyof typeof place }): number =>
    place[verdict] * WEIGHTS.critical - WEIGHTS[severity]
  const unsettled = items.flatMap((item) =>
    item.verdict === 'pass' || item.verdict === 'not-applicable' ? [] : [{ ...item, verdict: item.verdict }],
  )
  const first = (each: typeof unsettled) => each.toSorted((one, other) => rank(one) - rank(other))[0]
  const isPutOff = (item: CheckupItem): boolean => item.verdict === 'fail' && isAccepted(item)
  const worst = first(unsettled.filter((item) => !isPutOff(item))) ?? first(unsettled)
  if (worst === undefined) return null
  const { id: check, verdict, severity, message } = worst
  return { check, verdict, severity, sentence: brief(translator.sentence([message])) }
}
