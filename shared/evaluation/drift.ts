import { type ProbeId, probeIds } from '../facts/index.ts'
import type { Checkup, CheckupItem, Verdict } from '../formats/checkup.ts'
import type { Snapshot } from '../formats/snapshot.ts'
import type { FactRow, FieldValue } from './fact-row.ts'
import { factRows } from './fact-rows.ts'

/** Times that are counted back from an age in seconds differ by this much between two readings of the same thing. */
const SAME_INSTANT_MS = 5000

/** One difference between the facts of two snapshots; `field`, `before` and `after` belong to `changed`. */
export interface FactChange {
  readonly probe: ProbeId
  readonly subject: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly field?: string
  readonly before?: FieldValue
  readonly after?: FieldValue
  /** one side could be read in part only: the thing may have been there all along, or still be */
  readonly uncertain?: true
}

export interface EvidenceChange {
  readonly probe: string
  readonly subject: string
  readonly change: 'added' | 'removed'
  readonly detail: string
}

/** One item whose verdict, evidence or counting answers changed; a verdict of null: the item is absent there. */
export interface ItemChange {
  readonly id: string
  readonly title: string
  readonly checklist: string
  readonly before: Verdict | null
  readonly after: Verdict | null
  readonly direction: 'better' | 'worse' | 'same'
  readonly evidence: readonly EvidenceChange[]
  readonly answers: readonly { readonly change: 'added' | 'removed'; readonly kind: string; readonly by: string; readonly at: string }[]
}

export interface FactDrift {
  readonly facts: readonly FactChange[]
  /** probes that were not read on one side: nothing can be said about them */
  readonly notCompared: readonly { readonly probe: ProbeId; readonly before: string; readonly after: string }[]
}

/** Compares what was seen: a probe that failed on one side is named and never taken for an empty one. */
export function compareFacts(before: Snapshot, after: Snapshot): FactDrift {
  const facts: FactChange[] = []
  const notCompared: { probe: ProbeId; before: string; after: string }[] = []
  for (const probe of probeIds) {
    const status = { probe, before: before.probes[probe]?.status ?? 'not-collected', after: after.probes[probe]?.status ?? 'not-collected' }
    if (status.before === 'ok' && status.after === 'ok') facts.push(...compareProbe(probe, before, after))
    else if (status.before !== 'not-collected' || status.after !== 'not-collected') notCompared.push(status)
  }
  return { facts, notCompared }
}

function compareProbe(probe: ProbeId, before: Snapshot, after: Snapshot): FactChange[] {
  const old = rowsIn(before, probe)
  const fresh = rowsIn(after, probe)
  const removed = [...old.rows].flatMap(([key, row]) =>
    fresh.rows.has(key) || hasFadedFromLog(row, after) ? [] : [presence(probe, row, 'removed', fresh.isUnsure(row))],
  )
  const added = [...fresh.rows].flatMap(([key, row]) => (old.rows.has(key) ? [] : [presence(probe, row, 'added', old.isUnsure(row))]))
  const changed = [...fresh.rows].flatMap(([key, row]) => {
    const known = old.rows.get(key)
    return known === undefined ? [] : compareFields(probe, known, row)
  })
  return [...added, ...removed, ...changed]
}

interface SeenRows {
  readonly rows: ReadonlyMap<string, FactRow>
  /** whether a thing that is absent here may only have been overlooked */
  readonly isUnsure: (row: FactRow) => boolean
}

function rowsIn(snapshot: Snapshot, probe: ProbeId): SeenRows {
  const record = snapshot.probes[probe]
  if (record?.status !== 'ok') return { rows: new Map(), isUnsure: () => true }
  const incomplete = record.incomplete === true || isOfAController(snapshot, probe)
  const unread = new Set(probe === 'sql-server' ? unreadInstances(snapshot) : [])
  return { rows: factRows(probe, record.facts), isUnsure: (row) => incomplete || (row.instance !== undefined && unread.has(row.instance)) }
}

/** The users of a controller are those that something names: one that is absent may only not have been named. */
function isOfAController(snapshot: Snapshot, probe: ProbeId): boolean {
  const users = snapshot.probes['local-users']
  return probe === 'local-users' && users?.status === 'ok' && users.facts.lookedFor !== undefined
}

function unreadInstances(snapshot: Snapshot): string[] {
  const record = snapshot.probes['sql-server']
  if (record?.status !== 'ok') return []
  return record.facts.instances
    .filter((instance) => instance.error !== undefined || instance.visibility === 'partial')
    .map((instance) => instance.name.toLowerCase())
}

/** The event log forgets: a sign-in older than its first event was not undone. */
function hasFadedFromLog(row: FactRow, after: Snapshot): boolean {
  const record = after.probes.logons
  const at = row.loggedAt
  return at !== undefined && record?.status === 'ok' && Date.parse(at) < Date.parse(record.facts.since)
}

function presence(probe: ProbeId, row: FactRow, change: 'added' | 'removed', uncertain: boolean): FactChange {
  return { probe, subject: row.subject, change, ...(uncertain ? { uncertain: true as const } : {}) }
}

function compareFields(probe: ProbeId, before: FactRow, after: FactRow): FactChange[] {
  return Object.entries(after.fields).flatMap(([field, value]) => {
    const old = before.fields[field] ?? null
    return isSame(old, value) ? [] : [{ probe, subject: after.subject, change: 'changed', field, before: old, after: value }]
  })
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

function isSame(before: FieldValue, after: FieldValue): boolean {
  if (JSON.stringify(before) === JSON.stringify(after)) return true
  if (typeof before !== 'string' || typeof after !== 'string' || !INSTANT.test(before) || !INSTANT.test(after)) return false
  return Math.abs(Date.parse(before) - Date.parse(after)) <= SAME_INSTANT_MS
}

type Items = Checkup['items']

/** Compares items by id, in the order of the newer checkup; those that are gone come last. */
export function compareItems(before: Items, after: Items): readonly ItemChange[] {
  const old = new Map(before.map((item) => [item.id, item]))
  const kept = new Set(after.map((item) => item.id))
  const changes = [
    ...after.map((item) => compareItem(old.get(item.id) ?? null, item, item)),
    ...before.filter((item) => !kept.has(item.id)).map((item) => compareItem(item, null, item)),
  ]
  return changes.filter((change) => change.before !== change.after || change.evidence.length > 0 || change.answers.length > 0)
}

function compareItem(before: CheckupItem | null, after: CheckupItem | null, named: CheckupItem): ItemChange {
  return {
    id: named.id,
    title: named.title,
    checklist: named.checklist,
    before: before?.verdict ?? null,
    after: after?.verdict ?? null,
    direction: directionOf(before?.verdict ?? null, after?.verdict ?? null),
    evidence: compareEvidence(before?.evidence ?? [], after?.evidence ?? []),
    answers: compareAnswers(before?.answers ?? [], after?.answers ?? []),
  }
}

/** How much there is to do: a proven gap is worse than an open question; an item that is absent says nothing either way. */
const burden: { readonly [Name in Verdict]: number } = { fail: 2, unknown: 1, attention: 1, pass: 0, 'not-applicable': 0 }

function directionOf(before: Verdict | null, after: Verdict | null): ItemChange['direction'] {
  if (before === null || after === null || burden[before] === burden[after]) return 'same'
  return burden[after] > burden[before] ? 'worse' : 'better'
}

function compareEvidence(before: CheckupItem['evidence'], after: CheckupItem['evidence']): EvidenceChange[] {
  const added = difference(after, before, (piece) => [piece.probe, piece.subject.toLowerCase(), piece.kind ?? piece.detail])
  const removed = difference(before, after, (piece) => [piece.probe, piece.subject.toLowerCase(), piece.kind ?? piece.detail])
  const describe = (change: EvidenceChange['change']) => (piece: CheckupItem['evidence'][number]) => {
    return { probe: piece.probe, subject: piece.subject, change, detail: piece.detail }
  }
  return [...added.map(describe('added')), ...removed.map(describe('removed'))]
}

type CountingAnswers = NonNullable<CheckupItem['answers']>

function compareAnswers(before: CountingAnswers, after: CountingAnswers): ItemChange['answers'] {
  const describe = (change: 'added' | 'removed') => (answer: CountingAnswers[number]) => ({
    change,
    kind: answer.kind,
    by: answer.by,
    at: answer.at,
  })
  const identity = (answer: CountingAnswers[number]) => [answer.kind, answer.by, answer.at, answer.until, answer.subjects]
  return [...difference(after, before, identity).map(describe('added')), ...difference(before, after, identity).map(describe('removed'))]
}

/** What the first list has and the second has not, by what identifies a thing. */
function difference<Thing>(things: readonly Thing[], others: readonly Thing[], identity: (thing: Thing) => unknown): Thing[] {
  const known = new Set(others.map((thing) => JSON.stringify(identity(thing))))
  return things.filter((thing) => !known.has(JSON.stringify(identity(thing))))
}
