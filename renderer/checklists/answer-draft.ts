import type { AnswerView, ItemView } from '#shared/contract/index.ts'

/** As long as the evaluator lets a risk be accepted, in days. */
const LONGEST_ACCEPTANCE_DAYS = 365
const DAY_MS = 24 * 60 * 60 * 1000

/** What stands in the form before it is saved. */
export interface AnswerDraft {
  readonly kind: AnswerView['kind'] | null
  readonly by: string
  readonly note: string
  /** day, yyyy-mm-dd; empty: none chosen */
  readonly until: string
  readonly subjects: ReadonlySet<string>
}

export type Need = 'kind' | 'by' | 'note' | 'until' | 'until-range' | 'subjects'

export interface DayRange {
  readonly first: string
  readonly last: string
}

/** Days on which an acceptance given now may end; the core counts in UTC, so this does as well. */
export function acceptanceRange(nowMs: number): DayRange {
  return { first: dayOf(nowMs), last: dayOf(nowMs + LONGEST_ACCEPTANCE_DAYS * DAY_MS) }
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 'yyyy-mm-dd'.length)
}

/** Answers are given per thing where the check lists things and has seen some. */
export function asksForSubjects(item: ItemView): boolean {
  return item.listsSubjects && item.subjects.length > 0
}

/** What is missing before it can be saved, in the order of the form. */
export function needsOf(draft: AnswerDraft, item: ItemView, range: DayRange): Need[] {
  const needs: Need[] = []
  if (draft.kind === null) needs.push('kind')
  if (asksForSubjects(item) && draft.subjects.size === 0) needs.push('subjects')
  if (draft.kind === 'accepted-risk') {
    if (draft.until === '') needs.push('until')
    else if (draft.until < range.first || draft.until > range.last) needs.push('until-range')
  }
  if (draft.kind === 'kept' && draft.note.trim() === '') needs.push('note')
  if (draft.by.trim() === '') needs.push('by')
  return needs
}

/** The answer as the core takes it; the draft has no needs. */
export function answerOf(draft: AnswerDraft & { readonly kind: AnswerView['kind'] }, item: ItemView) {
  return {
    kind: draft.kind,
    by: draft.by.trim(),
    note: draft.note.trim(),
    ...(draft.kind === 'accepted-risk' ? { until: draft.until } : {}),
    ...(asksForSubjects(item) ? { subjects: item.subjects.filter((subject) => draft.subjects.has(subject)) } : {}),
  }
}
