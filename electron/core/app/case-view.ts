import { checklists, checks } from '#shared/checks/index.ts'
import type { CaseView, ChecklistView, ItemView, Language } from '#shared/contract/index.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import { createReport, type Report } from '#shared/report/model.ts'
import { probeName } from '#shared/report/not-checked.ts'
import { samples } from '#shared/samples/index.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { StoredCase } from '../../store/case-folder.ts'
import { sha256 } from '../sha256.ts'
import { answerViews } from './answer-views.ts'
import type { App } from './app.ts'
import { nextReviewDay } from './case-lines.ts'
import { itemView } from './item-view.ts'
import { itemsBeyondAnswers, judgeCase } from './judge-case.ts'
import { scriptSteps } from './script-steps.ts'
import { sqlProblemsOf } from './sql-access.ts'

/** A case as a screen shows it: judged now, in the words of one language. */
export async function caseView(app: App, stored: StoredCase, language: Language): Promise<CaseView> {
  const checkup = await judgeCase(app, stored)
  const translator = app.say(language)
  const report = createReport(checkup, translator, { sha256, timeZone: app.ports.timeZone })
  const items = itemViews(stored, checkup, report, await itemsBeyondAnswers(app, stored, checkup), translator)
  const count = (...verdicts: readonly string[]): number => items.filter((item) => verdicts.includes(item.verdict)).length
  return {
    id: stored.id,
    source: stored.file.source,
    sample: sampleTitle(stored, language),
    organization: visibleText(stored.profile.value.organization),
    server: visibleText(checkup.host.name),
    collectedAt: stored.snapshot.value.collectedAt,
    evaluatedAt: checkup.evaluatedAt,
    elevated: stored.snapshot.value.collector.elevated,
    grade: { ...report.grade },
    coverage: report.coverage.inWords,
    counts: { fail: count('fail'), open: count('attention', 'unknown'), pass: count('pass'), notApplicable: count('not-applicable') },
    checklists: checklistViews(checkup, report, items, translator),
    notCollected: (checkup.notCollected ?? []).map(({ probe, status, reason }) => {
      return { probe: visibleText(probe), name: probeName(probe, translator), status: visibleText(status), reason: visibleText(reason) }
    }),
    sqlProblems: sqlProblemsOf(stored.snapshot.value),
    answerProblems: [
      ...report.notChecked.answers,
      ...stored.setAside.map((path) => translator.text('app/set-aside', { path: visibleText(path) })),
    ],
    profile: stored.profile.value as CaseView['profile'],
    credentials: [...stored.answers.value.credentials] as CaseView['credentials'],
    nextReview: nextReviewDay(stored),
    undo: undoInWords(stored, translator),
    checkupId: checkup.id,
  }
}

function sampleTitle({ file }: StoredCase, language: Language): string | null {
  if (file.source !== 'sample') return null
  return samples.find((each) => each.id === file.sample)?.title[language] ?? file.sample ?? ''
}

function itemViews(
  stored: StoredCase,
  checkup: Checkup,
  report: Report,
  beyondAnswers: ReadonlySet<string>,
  translator: Translator,
): ItemView[] {
  const spoken = new Map([...report.checklists, ...report.otherPacks].flatMap(({ items }) => items.map((each) => [each.id, each])))
  return checkup.items.flatMap((item) => {
    const words = spoken.get(item.id)
    const definition = checks.find((check) => check.definition.id === item.id)?.definition
    if (words === undefined || definition === undefined) return []
    const given = stored.answers.value.answers[item.id] ?? []
    const answers = answerViews(item, given, checkup.answerProblems ?? [], translator)
    const scripts = scriptSteps(item, stored, translator)
    return [itemView({ item, spoken: words, definition, answers, scripts, beyondAnswers: beyondAnswers.has(item.id) }, translator)]
  })
}

/** All checklists and packs; one that does not apply says why. */
function checklistViews(checkup: Checkup, report: Report, items: readonly ItemView[], translator: Translator): ChecklistView[] {
  return checkup.checklists.map(({ id, outcome }) => {
    const own = items.filter((item) => item.checklist === id)
    const shown = report.checklists.find((checklist) => checklist.id === id)
    const hidden = report.otherPacks.find((pack) => pack.items.some((item) => item.checklist === id))
    return {
      id,
      title: visibleText(translator.checklistTitle(id)),
      introduction: checklists.find((checklist) => checklist.id === id)?.texts[translator.language].introduction ?? '',
      outcome,
      outcomeWord: translator.text(`report/outcome/${outcome}`),
      countsInWords: shown?.countsInWords ?? translator.text('report/count/not-applicable', { count: own.length }),
      reason: hidden?.sentence ?? shown?.reason ?? null,
      items: own,
    }
  })
}

function undoInWords({ file }: StoredCase, translator: Translator): string | null {
  const last = file.undo.at(-1)
  if (last === undefined) return null
  const isKnown = checks.some((check) => check.definition.id === last.check)
  const title = isKnown ? translator.check(last.check).title : visibleText(last.check)
  return translator.text(`app/undo/${last.did}`, { title })
}
