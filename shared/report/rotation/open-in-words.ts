import type { OpenPoint } from '../../formats/rotation-report.ts'
import type { Ledger } from '../../rotation/ledger.ts'
import { actsUntilTheEnd } from '../../rotation/recover.ts'
import { actInWords, type RotationWords } from './sentences.ts'

/** What open points are said with beside the words. */
export interface OpenContext {
  readonly ledger: Ledger
  readonly now: string
  readonly moment: (instant: string) => string
}

export function openInWords({ act, holder, kind, login, until }: OpenPoint, context: OpenContext, words: RotationWords): string {
  const { ledger, moment, now } = context
  const key = kind === 'old-password-kept' ? keptKey(until, now) : kind
  const names = words.names.ofLogin(login ?? '')
  return words.translator.text(`report/rotation/open-point/${key}`, {
    ...names,
    ...(act === null ? {} : { act: actOf(ledger, act, now, words) }),
    ...(holder === null ? {} : { holder: words.names.ofHolderInFull(login ?? '', holder) }),
    ...(until === null ? {} : { moment: moment(until) }),
  })
}

function keptKey(until: string | null, now: string): string {
  if (until === null) return 'old-password-kept'
  return Date.parse(now) < Date.parse(until) ? 'old-password-kept-until' : 'old-password-due'
}

function actOf(ledger: Ledger, id: string, now: string, words: RotationWords): string {
  const intent = ledger.pending?.intent ?? actsUntilTheEnd(ledger, now)[0]
  if (intent?.id !== id) throw new Error(`the act ${id} is not the next one`)
  return actInWords(intent, words)
}
