import type { AnswerView } from '#shared/contract/index.ts'
import type { Answer } from '#shared/formats/answers.ts'
import type { AnswerProblem, CheckupItem } from '#shared/formats/checkup.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'

/**
 * Every answer to one item, newest first, and whether it counts.
 *
 * The evaluator reports at most one problem for each answer and in their order: an answer that does not count has the next one, and
 * one that counts has one too where it also names things that were not found. Where profile, phase or pack settles the item,
 * no answer counts and none has a problem.
 */
export function answerViews(
  item: CheckupItem,
  answers: readonly Answer[],
  problems: readonly AnswerProblem[],
  translator: Translator,
): AnswerView[] {
  const counting = [...(item.answers ?? [])]
  const waiting = problems.filter((problem) => problem.check === item.id && problem.problem !== 'unknown-check')
  const found = new Set(item.evidence.map((piece) => piece.subject.toLowerCase()))
  const views = answers.map((answer) => {
    const place = counting.findIndex((each) => JSON.stringify(each) === JSON.stringify(answer))
    const counts = place >= 0
    if (counts) counting.splice(place, 1)
    const namesUnknown = answer.subjects?.some((subject) => !found.has(subject.toLowerCase())) === true
    const problem = !counts || namesUnknown ? waiting.shift() : undefined
    return answerView(answer, counts, problem, translator)
  })
  return views.toReversed().toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
}

function answerView(answer: Answer, counts: boolean, problem: AnswerProblem | undefined, translator: Translator): AnswerView {
  return {
    kind: answer.kind,
    by: visibleText(answer.by),
    at: answer.at,
    note: visibleText(answer.note),
    until: answer.until ?? null,
    subjects: answer.subjects?.map(visibleText) ?? null,
    counts,
    problem: problem === undefined ? null : visibleText(translator.sentence([problem.message])),
  }
}
