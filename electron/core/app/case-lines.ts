import type { CaseLine, Language } from '#shared/contract/index.ts'
import { addCalendarMonths, DAY_MS, dayOf } from '#shared/evaluation/time.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { CaseSummary } from '../../store/case-file.ts'
import type { BriefCase } from '../../store/case-folder.ts'
import { StoreRefusal } from '../../store/refusal.ts'
import type { App } from './app.ts'
import { judgeCase } from './judge-case.ts'

/** What a case came to is looked up again after this long: facts age, and answers end by the day. */
const SUMMARY_LIMIT_MS = DAY_MS

/** What is wrong with one case alone; anything else concerns them all. */
const COSTS_ONE_CASE: ReadonlySet<StoreRefusal['reason']> = new Set(['damaged', 'newer', 'not-read'])

/** Months from one review to the next where the profile says nothing. */
const REVIEW_EVERY_MONTHS = 3

/** All cases, the one that was changed last first, and the paths of what is damaged. */
export async function caseLines(app: App, language: Language): Promise<{ cases: CaseLine[]; damaged: string[] }> {
  const lines: CaseLine[] = []
  const unread: string[] = []
  for (const id of await app.cases.ids()) {
    try {
      const brief = await app.cases.brief(id)
      const summary = brief === null ? null : await summaryOf(app, brief)
      if (brief !== null && summary !== null) lines.push(caseLine(brief, summary, app.say(language)))
    } catch (error) {
      if (!(error instanceof StoreRefusal) || !COSTS_ONE_CASE.has(error.reason)) throw error
      unread.push(error.path)
    }
  }
  lines.sort((one, other) => Date.parse(other.changedAt) - Date.parse(one.changedAt))
  const aside = [...(await app.settings.damaged()), ...(await app.cases.damaged())]
  const others = unread.filter((path) => !aside.some((each) => each.startsWith(`${path}.damaged-`)))
  return { cases: lines, damaged: [...aside, ...others].map(visibleText) }
}

function caseLine({ id, file, profile }: BriefCase, summary: CaseSummary, translator: Translator): CaseLine {
  const grade = (given: CaseSummary['grade']): CaseLine['grade'] => ({ id: given, word: translator.text(`report/grade/${given}`) })
  return {
    id,
    source: file.source,
    organization: visibleText(summary.organization),
    server: visibleText(summary.server),
    collectedAt: summary.collectedAt,
    changedAt: file.changedAt,
    grade: grade(summary.grade),
    fail: summary.fail,
    open: summary.open,
    nextReview: nextReviewDay({ file, profile }),
    checkups: file.checkups.map((kept) => ({ id: kept.id, at: kept.at, grade: grade(kept.grade) })).toReversed(),
  }
}

/** A case that nobody has touched since is not judged again for every look at the list; null: it is gone. */
async function summaryOf(app: App, { id, file }: BriefCase): Promise<CaseSummary | null> {
  const { summary, changedAt } = file
  const now = app.ports.core.now()
  const ageMs = summary === undefined ? Number.POSITIVE_INFINITY : Date.parse(now) - Date.parse(summary.judgedAt)
  if (summary !== undefined && ageMs >= 0 && ageMs < SUMMARY_LIMIT_MS) return summary
  const stored = await app.cases.read(id)
  if (stored === null) return null
  const made = summarize(await judgeCase(app, stored), now)
  await app.cases.noteSummary(id, changedAt, made)
  return made
}

function summarize(checkup: Checkup, judgedAt: string): CaseSummary {
  const count = (...verdicts: readonly string[]): number => checkup.items.filter((item) => verdicts.includes(item.verdict)).length
  return {
    judgedAt,
    organization: checkup.profile.organization,
    server: checkup.host.name,
    collectedAt: checkup.host.snapshotTakenAt,
    grade: checkup.grade,
    fail: count('fail'),
    open: count('attention', 'unknown'),
  }
}

/** The planned day, else so many months after the newest kept checkup; null: neither is known. */
export function nextReviewDay({ file, profile }: Pick<BriefCase, 'file' | 'profile'>): string | null {
  const { nextReview, reviewEveryMonths } = profile.value
  if (nextReview !== undefined) return nextReview.slice(0, 10)
  const last = file.checkups.at(-1)
  if (last === undefined) return null
  return dayOf(addCalendarMonths(Date.parse(last.at), Math.max(1, Math.round(reviewEveryMonths ?? REVIEW_EVERY_MONTHS))))
}
