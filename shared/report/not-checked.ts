import type { ProbeId } from '../facts/index.ts'
import type { Checkup } from '../formats/checkup.ts'
import { probeNames } from '../texts/probes.ts'
import type { Translator } from '../texts/translator.ts'
import { visibleText } from '../visible-text.ts'
import type { ReportItem } from './items.ts'

/** What the checkup does not speak about, and why. */
export interface NotChecked {
  readonly items: readonly ReportItem[]
  readonly probes: readonly { readonly id: string; readonly name: string; readonly reason: string }[]
  /** answers that count for nothing, one sentence each */
  readonly answers: readonly string[]
  readonly isEmpty: boolean
}

export function notCheckedOf(checkup: Checkup, items: readonly ReportItem[], translator: Translator): NotChecked {
  const unknown = items.filter((item) => item.verdict === 'unknown')
  const probes = (checkup.notCollected ?? []).map(({ probe, status, reason }) => ({
    id: visibleText(probe),
    name: probeName(probe, translator),
    reason: reasonOf(status, visibleText(reason), translator),
  }))
  const answers = (checkup.answerProblems ?? []).map(({ message }) => visibleText(translator.sentence([message])))
  return { items: unknown, probes, answers, isEmpty: unknown.length + probes.length + answers.length === 0 }
}

/** What a probe, the profile or the answers are called in words. */
export function probeName(id: string, translator: Translator): string {
  if (id === 'profile' || id === 'answers') return translator.text(`report/probe/${id}`)
  const names = probeNames[translator.language]
  return Object.hasOwn(names, id) ? names[id as ProbeId] : visibleText(id)
}

/** A status that this version does not know is shown as it is. */
function reasonOf(status: string, reason: string, translator: Translator): string {
  const known = ['denied', 'unsupported', 'failed', 'not-collected'].includes(status)
  const label = known ? translator.text(`report/status/${status}`) : visibleText(status)
  return reason === '' ? label : translator.text('report/labelled', { label, text: reason })
}
