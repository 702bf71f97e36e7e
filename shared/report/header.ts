import { addCalendarMonths, dayOf, endOfDay } from '../evaluation/time.ts'
import type { Checkup } from '../formats/checkup.ts'
import type { Translator } from '../texts/translator.ts'
import { visibleText } from '../visible-text.ts'
import { dayInWords, momentInWords } from './dates.ts'
import type { ReportField } from './field.ts'

/** Product ids as people write them; any other id is shown as it is. */
export const erpNames: { readonly [product: string]: string } = {
  'sage-50': 'Sage 50',
  'sage-100': 'Sage 100',
  'sage-100-contractor': 'Sage 100 Contractor',
  'sage-300': 'Sage 300',
  'sage-500': 'Sage 500',
  'sage-x3': 'Sage X3',
}

/** Months to the next review where the profile says nothing. */
const REVIEW_EVERY_MONTHS = 3

/** What stands at the head of a report; people who are not named are left out. */
export function headerFields(checkup: Checkup, server: string, translator: Translator, timeZone?: string): ReportField[] {
  const { profile } = checkup
  const notTold = translator.text('report/not-told')
  const field = (id: ReportField['id'], value: string, instant?: string): ReportField => ({
    id,
    label: translator.text(`report/field/${id}`),
    value,
    ...(instant === undefined ? {} : { instant }),
  })
  const people = (['prepared-by', 'consultant'] as const).flatMap((id) => {
    const name = visibleText((id === 'consultant' ? profile.consultant : profile.preparedBy) ?? '')
    return name === '' ? [] : [field(id, name)]
  })
  return [
    field('organization', visibleText(profile.organization) || notTold),
    field('server', server),
    field('erp', erpInWords(checkup, translator) || notTold),
    ...(profile.deployment.phase === 'live' ? [] : [field('phase', translator.text(`report/phase/${profile.deployment.phase}`))]),
    field('evaluated', momentInWords(checkup.evaluatedAt, translator, timeZone), checkup.evaluatedAt),
    field('snapshot', momentInWords(checkup.host.snapshotTakenAt, translator, timeZone), checkup.host.snapshotTakenAt),
    field('source', translator.text(`report/source/${checkup.source}`)),
    ...people,
  ]
}

function erpInWords(checkup: Checkup, translator: Translator): string {
  const { product, edition } = checkup.profile.erp
  const name = Object.hasOwn(erpNames, product) ? erpNames[product] : product
  const parts = [visibleText(name ?? ''), edition === undefined ? '' : translator.text(`report/edition/${edition}`)]
  return parts.filter((part) => part !== '').join(' ')
}

/** When to look again. */
export interface NextReview {
  readonly date: string
  readonly inWords: string
  readonly sentence: string
  /** the planned day lay before the checkup */
  readonly overdue: boolean
}

/**
 * When to look again: the date of the profile, else so many months after the checkup.
 *
 * A planned date that lies before the checkup is said to have passed.
 */
export function nextReviewOf(checkup: Checkup, translator: Translator): NextReview {
  const { nextReview, reviewEveryMonths } = checkup.profile
  const evaluatedMs = Date.parse(checkup.evaluatedAt)
  if (nextReview !== undefined) {
    const date = nextReview.slice(0, 10)
    const inWords = dayInWords(date, translator)
    const overdue = endOfDay(date) < evaluatedMs
    return { date, inWords, sentence: translator.text(`report/next-review/${overdue ? 'overdue' : 'planned'}`, { date: inWords }), overdue }
  }
  const months = Math.max(1, Math.round(reviewEveryMonths ?? REVIEW_EVERY_MONTHS))
  const date = dayOf(addCalendarMonths(evaluatedMs, months))
  const inWords = dayInWords(date, translator)
  return { date, inWords, sentence: translator.text('report/next-review/suggested', { date: inWords, count: months }), overdue: false }
}
