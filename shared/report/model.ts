import type { Checkup, Severity, Verdict } from '../formats/checkup.ts'
import type { Language, Translator } from '../texts/translator.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { gradeSentence } from './grade.ts'
import { headerFields, identityFields, nextReviewOf, type ReportField } from './header.ts'
import { type ReportItem, reportItem } from './items.ts'
import { type NotChecked, notCheckedOf } from './not-checked.ts'
import { visibleText } from './visible-text.ts'

type Grade = Checkup['grade']
type Outcome = Checkup['checklists'][number]['outcome']

export interface ReportChecklist {
  readonly id: string
  readonly title: string
  readonly outcome: Outcome
  readonly outcomeWord: string
  readonly counts: { readonly [Each in Verdict]: number }
  /** e.g. `3 passed, 1 gap` */
  readonly countsInWords: string
  readonly items: readonly ReportItem[]
}

interface ReportLogin {
  readonly login: string
  readonly details: readonly string[]
}

/**
 * What every report says, in the words of one language.
 *
 * All text from outside is made visible here once; escaping for the format is left to each report. The output depends on
 * the checkup and the language alone.
 */
export interface Report {
  readonly language: Language
  readonly title: string
  /** a sentence that marks a sample; absent for a real server */
  readonly sample: string | undefined
  readonly server: string
  readonly organization: string
  readonly fields: readonly ReportField[]
  readonly grade: { readonly id: Grade; readonly word: string; readonly sentence: string }
  readonly coverage: Coverage
  /** the three checklists, and the packs that apply */
  readonly checklists: readonly ReportChecklist[]
  /** packs that do not apply; the sentence is the reason */
  readonly otherPacks: readonly { readonly title: string; readonly sentence: string; readonly items: readonly ReportItem[] }[]
  /** every gap, worst first, those with an accepted risk last */
  readonly gaps: readonly ReportItem[]
  readonly open: readonly ReportItem[]
  readonly logins: readonly ReportLogin[]
  readonly notChecked: NotChecked
  readonly nextReview: { readonly date: string; readonly inWords: string; readonly sentence: string }
  /** what the report is and is not */
  readonly scope: readonly string[]
  readonly identity: readonly ReportField[]
  readonly checkupId: string
  readonly evaluatedAt: string
}

const verdicts: readonly Verdict[] = ['pass', 'fail', 'attention', 'unknown', 'not-applicable']
const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low']

/** Always shown; every other checklist is a pack. */
const alwaysShown: ReadonlySet<string> = new Set(['remote-access', 'designated-users', 'unused-sync-tool'])

/** The check whose evidence names the designated logins with the grade of their passwords. */
const LOGINS_CHECK = 'passwords-strong-unique'

export function createReport(checkup: Checkup, translator: Translator): Report {
  const items = checkup.items.map((item) => reportItem(item, translator))
  const checklists = checkup.checklists.map((checklist) => reportChecklist(checklist, items, translator))
  const applies = (checklist: ReportChecklist): boolean => alwaysShown.has(checklist.id) || checklist.outcome !== 'not-applicable'
  const coverage = coverageOf(checkup.items, translator)
  const server = visibleText(checkup.host.name) || translator.text('report/not-told')
  return {
    language: translator.language,
    title: translator.text('report/title'),
    sample: checkup.sample === undefined ? undefined : translator.text('report/sample', { name: visibleText(checkup.sample) }),
    server,
    organization: visibleText(checkup.profile.organization) || translator.text('report/not-told'),
    fields: headerFields(checkup, server, translator),
    grade: {
      id: checkup.grade,
      word: translator.text(`report/grade/${checkup.grade}`),
      sentence: gradeSentence(checkup.grade, items, translator),
    },
    coverage,
    checklists: checklists.filter(applies),
    otherPacks: checklists
      .filter((each) => !applies(each))
      .map(({ title, items: each }) => ({ title, sentence: each[0]?.sentence ?? '', items: each })),
    gaps: worstFirst(items.filter((item) => item.verdict === 'fail')),
    open: worstFirst(items.filter((item) => item.verdict === 'attention')),
    logins: loginsOf(items.find((item) => item.id === LOGINS_CHECK)),
    notChecked: notCheckedOf(checkup, items, translator),
    nextReview: nextReviewOf(checkup, translator),
    scope: ['observed', 'later', 'no-certification'].map((key) => translator.text(`report/scope/${key}`)),
    identity: identityFields(checkup, translator),
    checkupId: visibleText(checkup.id),
    evaluatedAt: checkup.evaluatedAt,
  }
}

function reportChecklist(
  { id, outcome }: Checkup['checklists'][number],
  allItems: readonly ReportItem[],
  translator: Translator,
): ReportChecklist {
  const items = allItems.filter((item) => item.checklist === id)
  const count = (verdict: Verdict): number => items.filter((item) => item.verdict === verdict).length
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as ReportChecklist['counts']
  const counted = verdicts.filter((verdict) => counts[verdict] > 0)
  return {
    id,
    title: visibleText(translator.checklistTitle(id)),
    outcome,
    outcomeWord: translator.text(`report/outcome/${outcome}`),
    counts,
    countsInWords: counted.map((verdict) => translator.text(`report/count/${verdict}`, { count: counts[verdict] })).join(', '),
    items,
  }
}

function worstFirst(items: readonly ReportItem[]): ReportItem[] {
  const rank = (item: ReportItem): number => (item.accepted === undefined ? 0 : severities.length) + severities.indexOf(item.severity)
  return items.toSorted((one, other) => rank(one) - rank(other))
}

function loginsOf(item: ReportItem | undefined): ReportLogin[] {
  const details = new Map<string, string[]>()
  for (const { probe, subject, detail } of item?.evidence ?? []) {
    // the profile is named where there is no login to speak of
    if (probe === 'profile') continue
    const known = details.get(subject)
    if (known === undefined) details.set(subject, [detail])
    else known.push(detail)
  }
  return [...details].map(([login, each]) => ({ login, details: each }))
}

export type { Coverage } from './coverage.ts'
export type { ReportField } from './header.ts'
export type { ReportEvidence, ReportItem } from './items.ts'
