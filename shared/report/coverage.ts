import type { CheckupItem } from '../formats/checkup.ts'
import type { Translator } from '../texts/translator.ts'

/** How much of what applies is really known, and from where; the four kinds add up to the total. */
export interface Coverage {
  /** items that apply */
  readonly total: number
  /** passed or failed by what was seen */
  readonly verified: number
  /** settled by a person's answer */
  readonly byPerson: number
  /** the facts needed were missing */
  readonly unknown: number
  /** waits for a person */
  readonly open: number
  /** beyond the total: does not apply by facts, profile or phase */
  readonly notApplicable: number
  /** e.g. `18 of 21 verified, 2 confirmed by a person, 1 could not be verified` */
  readonly inWords: string
}

type Kind = 'verified' | 'byPerson' | 'unknown' | 'open' | 'notApplicable'

export function coverageOf(items: readonly CheckupItem[], translator: Translator): Coverage {
  const kinds = items.map(kindOf)
  const count = (kind: Kind): number => kinds.filter((each) => each === kind).length
  const counts = { verified: count('verified'), byPerson: count('byPerson'), unknown: count('unknown'), open: count('open') }
  const total = items.length - count('notApplicable')
  return { total, ...counts, notApplicable: count('notApplicable'), inWords: inWords(total, counts, translator) }
}

/** An answer settles what it says, even where the facts alone would have done: the smaller claim is made. */
function kindOf(item: CheckupItem): Kind {
  const answered = (...kinds: readonly string[]): boolean => item.answers?.some((answer) => kinds.includes(answer.kind)) === true
  switch (item.verdict) {
    case 'unknown':
      return 'unknown'
    case 'attention':
      return 'open'
    case 'pass':
      return answered('confirmed', 'kept', 'not-applicable') ? 'byPerson' : 'verified'
    case 'fail':
      return answered('denied') ? 'byPerson' : 'verified'
    case 'not-applicable':
      return answered('not-applicable') ? 'byPerson' : 'notApplicable'
  }
}

function inWords(total: number, counts: { readonly [Each in Exclude<Kind, 'notApplicable'>]: number }, translator: Translator): string {
  if (total === 0) return translator.text('report/coverage/nothing')
  const parts = [translator.text('report/coverage/verified', { verified: counts.verified, total })]
  if (counts.byPerson > 0) parts.push(translator.text('report/coverage/person', { count: counts.byPerson }))
  if (counts.unknown > 0) parts.push(translator.text('report/coverage/unknown', { count: counts.unknown }))
  if (counts.open > 0) parts.push(translator.text('report/coverage/open', { count: counts.open }))
  return parts.join(', ')
}
