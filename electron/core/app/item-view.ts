import type { Definition } from '#shared/checks/check.ts'
import type { ItemView } from '#shared/contract/index.ts'
import type { ProbeId } from '#shared/facts/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { ReportItem } from '#shared/report/items.ts'
import { probeName } from '#shared/report/not-checked.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import { bearingSubjects, possibleAnswers } from './possible-answers.ts'

export interface ItemParts {
  readonly item: CheckupItem
  /** the same in the words of the language */
  readonly spoken: ReportItem
  readonly definition: Definition
  readonly answers: ItemView['answers']
  /** scripts made for what was found; they come before what holds for every server */
  readonly scripts: ItemView['steps']
  /** not applicable by profile, phase or pack */
  readonly beyondAnswers: boolean
}

/** One item with everything that its page shows. */
export function itemView({ item, spoken, definition, answers, scripts, beyondAnswers }: ItemParts, translator: Translator): ItemView {
  const texts = translator.check(item.id)
  return {
    id: item.id,
    checklist: item.checklist,
    title: spoken.title,
    verdict: item.verdict,
    verdictWord: spoken.verdictWord,
    severity: item.severity,
    severityWord: spoken.severityWord,
    sentence: spoken.sentence,
    why: texts.why,
    judged: [...texts.judged],
    open: [...texts.open],
    evidence: spoken.evidence.map(({ probe, subject, detail, verdict }) => {
      return { probe, probeName: probeName(probe, translator), subject, detail, verdict: verdict ?? null }
    }),
    steps: [...scripts, ...stepViews(definition, translator)],
    references: definition.references.map(({ title, url }) => ({ title, url })),
    who: definition.who,
    effort: definition.effort,
    manual: definition.manual === true,
    listsSubjects: definition.listsSubjects === true,
    subjects: bearingSubjects(item).map(visibleText),
    factsDigest: item.factsDigest ?? null,
    answers,
    acceptedUntil: spoken.accepted?.until.slice(0, 10) ?? null,
    possibleAnswers: possibleAnswers(item, definition, beyondAnswers),
    reads: definition.reads.map((read) => read.replace(/\?$/, '') as ProbeId),
  }
}

function stepViews(definition: Definition, translator: Translator): ItemView['steps'] {
  const texts = translator.check(definition.id).steps
  return definition.steps.flatMap(({ id, command }) => {
    const step = texts[id]
    if (step === undefined) return []
    const { text, restarts, undo } = step
    return [{ text, restarts: restarts ?? null, undo: undo ?? null, command: command === undefined ? null : { ...command } }]
  })
}
