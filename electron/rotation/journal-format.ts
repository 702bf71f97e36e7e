import { z } from 'zod'

import type { JournalEntry } from './journal-entry.ts'

/** What a journal holds, told by whoever writes events; the journal itself knows nothing of rotations. */
export interface JournalFormat<Plan, Event> {
  /** 1, 2, …; grows with every change that older programs would misunderstand */
  readonly version: number
  readonly plan: z.ZodType<Plan>
  readonly event: z.ZodType<Event>
  /** Whether the rotation is over after the last of these events, so that nothing can follow. */
  isFinal(plan: Plan, events: readonly Event[]): boolean
  /** by the version that they begin with: what leads to the next one */
  readonly migrations: ReadonlyMap<number, Migration>
}

/** From one version to the next. */
export interface Migration {
  plan(old: unknown): unknown
  event(old: unknown): unknown
}

const FORMAT_NAME = 'erp-sync-checkup/rotation-journal'

const formatName = z.string().regex(/^erp-sync-checkup\/rotation-journal@[1-9]\d{0,5}$/)
const opening = z.looseObject({ format: formatName, id: z.string().regex(/^[0-9a-f]{32}$/), plan: z.json() })
const change = z.looseObject({ format: formatName })

/** Enough of a first line that is of another make: which format wrote it. */
const FORMAT_IN_LINE = /"format":"(erp-sync-checkup\/rotation-journal@[1-9]\d{0,5})"/

export interface JournalEvent<Event> {
  readonly sequence: number
  /** UTC */
  readonly at: string
  readonly event: Event
}

/** A journal as the program understands it. */
export interface JournalContent<Plan, Event> {
  readonly id: string
  /** UTC */
  readonly startedAt: string
  readonly plan: Plan
  readonly events: readonly JournalEvent<Event>[]
  readonly isFinished: boolean
}

/**
 * What was made of the entries.
 *
 * `newer`: a newer program wrote at least a part. `older`: nothing leads from that version to ours. `not-understood`: an entry is none of
 * its version.
 */
export type Understanding<Plan, Event> =
  | { readonly state: 'understood'; readonly content: JournalContent<Plan, Event>; readonly version: number }
  | { readonly state: 'newer'; readonly format: string }
  | { readonly state: 'older'; readonly format: string }
  | { readonly state: 'not-understood'; readonly index: number }

export function formatNameOf(version: number): string {
  return `${FORMAT_NAME}@${version}`
}

/** The format that the beginning of a file names; null: it names none. */
export function formatNamedIn(firstLine: string): string | null {
  return FORMAT_IN_LINE.exec(firstLine)?.[1] ?? null
}

export function versionOf(format: string): number {
  return Number(format.slice(format.lastIndexOf('@') + 1))
}

/** Reads entries that follow from each other; those of older versions are led to ours one by one. */
export function understand<Plan, Event>(entries: readonly JournalEntry[], format: JournalFormat<Plan, Event>): Understanding<Plan, Event> {
  const [first, ...others] = entries
  const begun = opening.safeParse(first?.event)
  if (first === undefined || !begun.success) return { state: 'not-understood', index: 0 }
  let version = versionOf(begun.data.format)
  for (const entry of others) {
    if (entry.kind !== 'version') continue
    const changed = change.safeParse(entry.event)
    if (!changed.success || versionOf(changed.data.format) <= version) return { state: 'not-understood', index: entry.sequence }
    version = versionOf(changed.data.format)
  }
  if (version > format.version) return { state: 'newer', format: formatNameOf(version) }
  for (let step = versionOf(begun.data.format); step < format.version; step += 1) {
    if (!format.migrations.has(step)) return { state: 'older', format: begun.data.format }
  }
  const plan = format.plan.safeParse(migrated(begun.data.plan, 'plan', versionOf(begun.data.format), format))
  if (!plan.success) return { state: 'not-understood', index: 0 }
  const events = readEvents(others, versionOf(begun.data.format), format)
  if (typeof events === 'number') return { state: 'not-understood', index: events }
  const isFinished = entries.at(-1)?.kind === 'end'
  return { state: 'understood', version, content: { id: begun.data.id, startedAt: first.at, plan: plan.data, events, isFinished } }
}

/** A number: sequence number of the first entry that is not understood. */
function readEvents<Plan, Event>(
  entries: readonly JournalEntry[],
  firstVersion: number,
  format: JournalFormat<Plan, Event>,
): readonly JournalEvent<Event>[] | number {
  const events: JournalEvent<Event>[] = []
  let version = firstVersion
  for (const { kind, sequence, at, event } of entries) {
    if (kind === 'version') {
      version = versionOf(change.parse(event).format)
      continue
    }
    const read = format.event.safeParse(migrated(event, 'event', version, format))
    if (!read.success) return sequence
    events.push({ sequence, at, event: read.data })
  }
  return events
}

function migrated(value: unknown, part: keyof Migration, from: number, format: JournalFormat<unknown, unknown>): unknown {
  let current = value
  for (let version = from; version < format.version; version += 1) current = format.migrations.get(version)?.[part](current)
  return current
}
