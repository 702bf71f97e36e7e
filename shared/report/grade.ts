import type { Checkup } from '../formats/checkup.ts'
import type { Translator } from '../texts/translator.ts'
import type { ReportItem } from './items.ts'

/** The grade in a sentence or two, with what it is owed to. */
export function gradeSentence(grade: Checkup['grade'], items: readonly ReportItem[], translator: Translator): string {
  const say = (key: string, count?: number): string => translator.text(`report/grade-says/${key}`, count === undefined ? {} : { count })
  const unsettled = items.filter((item) => item.verdict === 'attention' || item.verdict === 'unknown').length
  if (grade === 'incomplete') return unsettled === 0 ? say('deploying') : say('incomplete', unsettled)
  if (grade !== 'gaps') return say(grade)
  const gaps = items.filter((item) => item.verdict === 'fail')
  const accepted = gaps.filter((item) => item.accepted !== undefined).length
  const sentences = [say('gaps', gaps.length)]
  if (accepted > 0) sentences.push(gaps.length === 1 ? say('gap-accepted') : say('gaps-accepted', accepted))
  if (unsettled > 0) sentences.push(say('also-open', unsettled))
  return sentences.join(' ')
}
