import type { Definition } from '#shared/checks/check.ts'
import type { ItemView } from '#shared/contract/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'

type Kind = ItemView['possibleAnswers'][number]

/**
 * Kinds of answer that would change something, or record a decision, as an item stands now.
 *
 * Nothing answers what is not applicable by profile, phase or pack (`beyond`), nothing turns a gap into a pass, and what has failed
 * already need not be denied. Things are kept where the check lists some that raise a question.
 */
export function possibleAnswers(item: CheckupItem, definition: Pick<Definition, 'listsSubjects'>, beyond: boolean): Kind[] {
  if (item.verdict === 'not-applicable' && beyond) return []
  const isOpen = item.verdict === 'attention' || item.verdict === 'unknown'
  const isGap = item.verdict === 'fail'
  const asks = item.evidence.some((piece) => piece.verdict === 'attention' || piece.verdict === 'unknown')
  const kinds: Kind[] = []
  if (isOpen) kinds.push('confirmed')
  if (!isGap) kinds.push('denied')
  if (isOpen) kinds.push('not-applicable')
  if (definition.listsSubjects === true && asks && (isOpen || isGap)) kinds.push('kept')
  if (isOpen || isGap) kinds.push('accepted-risk')
  return kinds
}

/** Subjects of the evidence that proves a gap or raises a question – of all that bears on the verdict where nothing does – each once, raw. */
export function bearingSubjects(item: CheckupItem): readonly string[] {
  const bearing = item.evidence.filter((piece) => piece.verdict !== undefined)
  const open = bearing.filter((piece) => piece.verdict !== 'pass' && piece.verdict !== 'not-applicable')
  const bySpelling = new Map<string, string>()
  for (const { subject } of open.length > 0 ? open : bearing) {
    if (!bySpelling.has(subject.toLowerCase())) bySpelling.set(subject.toLowerCase(), subject)
  }
  return [...bySpelling.values()]
}
