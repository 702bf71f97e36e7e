import type { CaseView, ChecklistView, ItemView } from '#shared/contract/index.ts'

type Verdict = ItemView['verdict']

/** Worst first; null is evidence that only shows the surroundings. */
const verdicts: readonly (Verdict | null)[] = ['fail', 'attention', 'unknown', 'pass', 'not-applicable', null]
const severities: readonly ItemView['severity'][] = ['critical', 'high', 'medium', 'low']

/** The three checklists are always shown in full; every other one is a pack. */
const alwaysShown: ReadonlySet<string> = new Set(['remote-access', 'designated-users', 'unused-sync-tool'])

/** Whether somebody has to do something about it now: a risk that is accepted waits for its end. */
export function isToDo(item: ItemView): boolean {
  return isOpen(item) && item.acceptedUntil === null
}

/** Whether the certificate is provisional because of it or shows it as a gap. */
export function isOpen(item: ItemView): boolean {
  return item.verdict === 'fail' || item.verdict === 'attention' || item.verdict === 'unknown'
}

export function allItems(view: CaseView): ItemView[] {
  return view.checklists.flatMap((checklist) => checklist.items)
}

/** Worst first: gaps before questions before what could not be read, within these by severity, within these as listed. */
export function worstFirst(items: readonly ItemView[]): ItemView[] {
  const rank = (item: ItemView): number => verdicts.indexOf(item.verdict) * severities.length + severities.indexOf(item.severity)
  return items.toSorted((one, other) => rank(one) - rank(other))
}

/** What bears on the verdict stands before what does not. */
export function worstEvidenceFirst(evidence: ItemView['evidence']): ItemView['evidence'] {
  return evidence.toSorted((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict))
}

/** A pack that does not apply is a line of its own and no card. */
export function isShown(checklist: ChecklistView): boolean {
  return alwaysShown.has(checklist.id) || checklist.outcome !== 'not-applicable'
}
