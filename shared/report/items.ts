import type { CheckTexts, Command } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import type { Answer } from '../formats/answers.ts'
import type { CheckupItem, Severity, Verdict } from '../formats/checkup.ts'
import type { Translator } from '../texts/translator.ts'
import { visibleLine, visibleText } from '../visible-text.ts'
import { dayInWords } from './dates.ts'

export interface ReportEvidence {
  readonly probe: string
  readonly subject: string
  readonly detail: string
  /** what this piece alone says; absent: it only shows the surroundings */
  readonly verdict: Verdict | undefined
}

interface ReportAnswer {
  readonly kind: Answer['kind']
  /** who said what, when, about what, with the note; no full stop */
  readonly sentence: string
}

interface FirstStep {
  readonly text: string
  readonly restarts: string | undefined
  /** lines to copy; our own text, with placeholders in capitals */
  readonly command: readonly string[]
}

/** One item in the words of a language. */
export interface ReportItem {
  readonly id: string
  readonly checklist: string
  readonly title: string
  readonly verdict: Verdict
  readonly verdictWord: string
  readonly severity: Severity
  readonly severityWord: string
  readonly sentence: string
  readonly evidence: readonly ReportEvidence[]
  readonly answers: readonly ReportAnswer[]
  /** a gap or question whose risk somebody accepted: until when, the earliest where there are several */
  readonly accepted: { readonly until: string; readonly inWords: string } | undefined
  /** what to do first about a gap or an open question */
  readonly firstStep: FirstStep | undefined
}

export function reportItem(item: CheckupItem, translator: Translator): ReportItem {
  const texts = translator.check(item.id)
  return {
    id: item.id,
    checklist: item.checklist,
    title: visibleText(texts.title),
    verdict: item.verdict,
    verdictWord: translator.text(`report/verdict/${item.verdict}`),
    severity: item.severity,
    severityWord: translator.text(`report/severity/${item.severity}`),
    sentence: visibleText(translator.sentence([item.message, ...(item.also ?? [])])),
    evidence: item.evidence.map((piece) => ({
      probe: visibleText(piece.probe),
      subject: visibleText(piece.subject),
      detail: visibleText(piece.message === undefined ? piece.detail : translator.message(piece.message)),
      verdict: piece.verdict,
    })),
    answers: (item.answers ?? []).map((answer) => reportAnswer(answer, translator)),
    accepted: acceptedUntil(item, translator),
    firstStep: item.verdict === 'fail' || item.verdict === 'attention' ? firstStep(item.id, texts) : undefined,
  }
}

function firstStep(checkId: string, texts: CheckTexts): FirstStep | undefined {
  const ordered = checks.find((check) => check.definition.id === checkId)?.definition.steps ?? []
  const step = ordered.find(({ id }) => Object.hasOwn(texts.steps, id))
  const words = texts.steps[step?.id ?? Object.keys(texts.steps)[0] ?? '']
  if (words === undefined) return undefined
  const { text, restarts } = words
  return { text: visibleText(text), restarts: restarts === undefined ? undefined : visibleText(restarts), command: linesOf(step?.command) }
}

function linesOf(command: Command | undefined): string[] {
  return command === undefined ? [] : command.text.split('\n').map(visibleLine)
}

function reportAnswer(answer: Answer, translator: Translator): ReportAnswer {
  const until = answer.until === undefined ? '' : dayInWords(answer.until, translator)
  let said = translator.text(`report/answer/${answer.kind}`, { by: visibleText(answer.by), date: dayInWords(answer.at, translator), until })
  if (answer.subjects !== undefined && answer.subjects.length > 0) {
    said = translator.text('report/answer/about', { said, subjects: answer.subjects.map(visibleText) })
  }
  const note = visibleText(answer.note)
  return { kind: answer.kind, sentence: note === '' ? said : translator.text('report/answer/note', { said, note }) }
}

/** A passed item needs no acceptance; of several the one that ends first is what has to be looked at next. */
function acceptedUntil(item: CheckupItem, translator: Translator): ReportItem['accepted'] {
  if (item.verdict === 'pass' || item.verdict === 'not-applicable') return undefined
  const ends = (item.answers ?? []).flatMap((answer) =>
    answer.kind === 'accepted-risk' && answer.until !== undefined ? [answer.until] : [],
  )
  const until = ends.toSorted()[0]
  if (until === undefined) return undefined
  return { until, inWords: translator.text('report/accepted', { until: dayInWords(until, translator) }) }
}
