import type { Translator } from '../texts/translator.ts'
import type { Report } from './model.ts'

/** What to do after reading the report, first things first; the next review is always the last. */
export function nextSteps(report: Report, translator: Translator): string[] {
  const steps: string[] = []
  const toClose = report.gaps.filter((item) => item.accepted === undefined)
  const [first] = toClose
  if (first !== undefined) steps.push(translator.text('report/next/fix', { count: toClose.length, title: first.title }))
  if (report.open.length > 0) steps.push(translator.text('report/next/answer', { count: report.open.length }))
  if (report.notChecked.items.length > 0) steps.push(translator.text('report/next/read'))
  if (report.notChecked.answers.length > 0) steps.push(translator.text('report/next/answers'))
  steps.push(translator.text('report/next/review', { date: report.nextReview.inWords }))
  return steps
}
