import type { Checkup, Severity, Verdict } from '../formats/checkup.ts'
import type { Language, Translator } from '../texts/translator.ts'
import { visibleText } from '../visible-text.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { ReportField } from './field.ts'
import { gradeSentence } from './grade.ts'
import { headerFields, type NextReview, nextReviewOf } from './header.ts'
import { type Identity, identityOf, type ReportState, stateOf } from './identity.ts'
import { type ReportItem, reportItem } from './items.ts'
import { loginsOf, type ReportLogin } from './logins.ts'
import { type NotChecked, notCheckedOf } from './not-checked.ts'

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
  /** why the whole checklist does not apply, where one sentence says it */
  readonly reason: string | undefined
  readonly items: readonly ReportItem[]
}

/** What a report takes from outside the checkup. */
export interface ReportOptions {
  /** SHA-256 of the UTF-8 bytes, hex */
  readonly sha256: (text: string) => string
  /** IANA name of the zone in which times are shown, with UTC beside them; absent: UTC alone */
  readonly timeZone?: string | undefined
}

/**
 * What every report says, in the words of one language.
 *
 * All text from outside is made visible here once; escaping for the format is left to each report. The output depends on
 * the checkup, the language and the options alone.
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
  /** every item that waits for a person, worst first, those with an accepted risk last */
  readonly open: readonly ReportItem[]
  /** whatever their verdict: what ends first comes first */
  readonly accepted: readonly ReportItem[]
  readonly passed: readonly ReportItem[]
  /** items of the checklists shown, without those of the packs that do not apply */
  readonly notApplicable: readonly ReportItem[]
  /** one sentence for each of gaps, accepted risks, open items and what was not checked that there is none of */
  readonly noneOf: readonly string[]
  readonly logins: readonly ReportLogin[]
  readonly notChecked: NotChecked
  readonly nextReview: NextReview
  readonly state: ReportState
  /** what the report is and is not */
  readonly scope: readonly string[]
  readonly identity: Identity
  readonly checkupId: string
  readonly evaluatedAt: string
}

const verdicts: readonly Verdict[] = ['pass', 'fail', 'attention', 'unknown', 'not-applicable']
const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low']

/** Always shown; every other checklist is a pack. */
const alwaysShown: ReadonlySet<string> = new Set(['remote-access', 'designated-users', 'unused-sync-tool'])

export function createReport(checkup: Checkup, translator: Translator, { sha256, timeZone }: ReportOptions): Report {
  const items = checkup.items.map((item) => reportItem(item, translator))
  const server = visibleText(checkup.host.name) || translator.text('report/not-told')
  const nextReview = nextReviewOf(checkup, translator)
  return {
    language: translator.language,
    title: translator.text('report/title'),
    sample: checkup.sample === undefined ? undefined : translator.text('report/sample', { name: visibleText(checkup.sample) }),
    server,
    organization: visibleText(checkup.profile.organization) || translator.text('report/not-told'),
    fields: headerFields(checkup, server, translator, timeZone),
    grade: {
      id: checkup.grade,
      word: translator.text(`report/grade/${checkup.grade}`),
      sentence: gradeSentence(checkup.grade, items, translator),
    },
    coverage: coverageOf(checkup.items, translator),
    ...itemLists(checkup, items, translator),
    logins: loginsOf(checkup.items, translator),
    nextReview,
    state: stateOf(checkup, nextReview, translator),
    scope: ['observed', 'later', 'no-certification'].map((key) => translator.text(`report/scope/${key}`)),
    identity: identityOf(checkup, translator, sha256),
    checkupId: visibleText(checkup.id),
    evaluatedAt: checkup.evaluatedAt,
  }
}

type ItemLists = Pick<
  Report,
  'checklists' | 'otherPacks' | 'gaps' | 'open' | 'accepted' | 'passed' | 'notApplicable' | 'noneOf' | 'notChecked'
>

function itemLists(checkup: Checkup, items: readonly ReportItem[], translator: Translator): ItemLists {
  const all = checkup.checklists.map((checklist) => reportChecklist(checklist, items, translator))
  const applies = (checklist: ReportChecklist): boolean => alwaysShown.has(checklist.id) || checklist.outcome !== 'not-applicable'
  const checklists = all.filter(applies)
  const otherPacks = all
    .filter((each) => !applies(each))
    .map(({ title, items: each }) => ({ title, sentence: each[0]?.sentence ?? '', items: each }))
  const shown = new Set(checklists.map(({ id }) => id))
  const gaps = worstFirst(items.filter((item) => item.verdict === 'fail'))
  const open = worstFirst(items.filter((item) => item.verdict === 'attention'))
  const accepted = items
    .filter((item) => item.accepted !== undefined)
    .toSorted((one, other) => ((one.accepted?.until ?? '') < (other.accepted?.until ?? '') ? -1 : 1))
  const notChecked = notCheckedOf(checkup, items, translator)
  const none = { gaps: gaps.length === 0, accepted: accepted.length === 0, open: open.length === 0, 'not-checked': notChecked.isEmpty }
  return {
    checklists,
    otherPacks,
    gaps,
    open,
    accepted,
    passed: items.filter((item) => item.verdict === 'pass'),
    notApplicable: items.filter((item) => item.verdict === 'not-applicable' && shown.has(item.checklist)),
    noneOf: Object.entries(none).flatMap(([key, isNone]) => (isNone ? [translator.text(`report/none/${key}`)] : [])),
    notChecked,
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
    reason: outcome === 'not-applicable' && new Set(items.map(({ sentence }) => sentence)).size === 1 ? items[0]?.sentence : undefined,
    items,
  }
}

function worstFirst(items: readonly ReportItem[]): ReportItem[] {
  const rank = (item: ReportItem): number => (item.accepted === undefined ? 0 : severities.length) + severities.indexOf(item.severity)
  return items.toSorted((one, other) => rank(one) - rank(other))
}

export type { Coverage } from './coverage.ts'
export type { ReportField } from './field.ts'
export type { ReportEvidence, ReportItem } from './items.ts'
