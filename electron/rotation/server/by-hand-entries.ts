/**
 * What can be seen of a holder that a person brings the password to.
 *
 * `changed`: it was given something since the login has the wanted password. `unchanged`: it surely has what it had before, or names the
 * user that is moved from. `unchanged-or-namesake`: the same, unless it means a login of this name on another computer. `gone-elsewhere`:
 * it names somebody else. `not-told`: nothing can be seen, so the person's word counts.
 */
export type Seen = 'changed' | 'unchanged' | 'unchanged-or-namesake' | 'gone-elsewhere' | 'not-there' | 'not-told'

/** What an entry says of itself. */
export interface Entry {
  readonly account: string
  /** on the clock of this program; null: it does not tell, or the time says nothing of the password */
  readonly writtenAt: Date | null
  /** what the clocks may be apart, in milliseconds; absent: as ever */
  readonly toleranceMs?: number
  /** the time is that of a larger whole: that it is late proves nothing */
  readonly isOfMore?: boolean
}

/** How one entry is judged. */
export type Judge = (entry: Entry) => Seen

/** Of several entries with one name the one that needs a hand decides; one that names somebody else only where all do. */
const WORST_FIRST: readonly Seen[] = ['unchanged', 'unchanged-or-namesake', 'not-told', 'changed', 'gone-elsewhere', 'not-there']

/** What all entries of one holder come to; `none` where there is no entry. */
export function worstOf(entries: readonly Entry[], judge: Judge, none: Seen): Seen {
  const seen = entries.map(judge)
  return WORST_FIRST.find((each) => seen.includes(each)) ?? none
}
