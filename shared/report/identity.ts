import { catalogueForDigest, catalogueVersion } from '../catalogue/index.ts'
import type { Checkup } from '../formats/checkup.ts'
import type { Translator } from '../texts/translator.ts'
import { visibleText } from '../visible-text.ts'
import { dayInWords } from './dates.ts'
import type { ReportField } from './field.ts'
import type { NextReview } from './header.ts'
import { jsonReport } from './json.ts'

/** What tells one certificate from every other, and what its text can be compared by. */
export interface Identity {
  /** e.g. `4F23-C47E-418C-D03B`: the first 64 bits of the checkup id */
  readonly number: string
  /** SHA-256 of the checkup as the JSON report writes it, hex: whoever has that file can compare */
  readonly digest: string
  /** number and digest, in characters that a QR code packs tightly; no address */
  readonly qrText: string
  readonly fields: readonly ReportField[]
}

/** Hex digits of the number: enough that no two certificates of anybody meet. */
const NUMBER_DIGITS = 16

export function identityOf(checkup: Checkup, translator: Translator, sha256: (text: string) => string): Identity {
  const digest = sha256(jsonReport(checkup))
  const number = numberOf(checkup.id, sha256)
  const field = (id: ReportField['id'], value: string): ReportField => ({ id, label: translator.text(`report/field/${id}`), value })
  return {
    number,
    digest,
    qrText: `ERP-SYNC-CHECKUP ${number} SHA256:${digest}`.toUpperCase(),
    fields: [
      field('number', number),
      field('digest', digest),
      field('checkup', visibleText(checkup.id)),
      field('catalogue', catalogueInWords(checkup.digests.catalogue, translator, sha256)),
      field('snapshot-digest', visibleText(checkup.digests.snapshot)),
    ],
  }
}

/** An id that no version of ours made is brought into the same shape. */
function numberOf(id: string, sha256: (text: string) => string): string {
  const digits = /^[0-9a-f]{16,}$/i.test(id) ? id : sha256(id)
  return (digits.slice(0, NUMBER_DIGITS).match(/.{4}/g) ?? []).join('-').toUpperCase()
}

/** The version is known where the checkup was judged by the catalogue at hand; of any other only the digest is. */
function catalogueInWords(given: string, translator: Translator, sha256: (text: string) => string): string {
  const digest = visibleText(given)
  if (sha256(catalogueForDigest()) !== given) return digest
  return translator.text('report/catalogue-version', { version: catalogueVersion, digest })
}

/** How far the result can be relied on; a printed page cannot know the day on which it is read, so it names the day. */
export interface ReportState {
  readonly id: 'final' | 'provisional' | 'lapsed'
  readonly word: string
  readonly note: string
}

/** Provisional while anything that applies is neither judged nor answered, or the deployment goes on. */
export function stateOf(checkup: Checkup, review: NextReview, translator: Translator): ReportState {
  const date = dayInWords(review.date, translator)
  const state = (id: ReportState['id'], why: string): ReportState => ({
    id,
    word: translator.text(`report/state/${id}`),
    note: id === 'lapsed' ? why : translator.text('report/state-note', { why, date }),
  })
  if (review.overdue) return state('lapsed', translator.text('report/state-says/lapsed', { date }))
  const count = checkup.items.filter(({ verdict }) => verdict === 'attention' || verdict === 'unknown').length
  if (count > 0) return state('provisional', translator.text('report/state-says/provisional', { count }))
  if (checkup.grade === 'incomplete') return state('provisional', translator.text('report/state-says/deploying'))
  return state('final', translator.text('report/state-says/final'))
}
