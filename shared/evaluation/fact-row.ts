import type { ProbeId } from '../facts/index.ts'

export type FieldValue = string | number | boolean | null | readonly string[]

/** One thing that a probe saw, so that two snapshots can be laid side by side. */
export interface FactRow {
  /** the same thing has the same key in both snapshots; lower case where Windows ignores case */
  readonly key: string
  readonly subject: string
  readonly fields: { readonly [field: string]: FieldValue }
  /** the SQL Server instance that it belongs to */
  readonly instance?: string
  /** time of an event of the log, ISO 8601 UTC */
  readonly loggedAt?: string
}

/** A key ignores case, as Windows does. */
export function row(subject: string, key: readonly string[], fields: FactRow['fields']): FactRow {
  return { key: JSON.stringify(key).toLowerCase(), subject, fields }
}

/** For probes that look at one thing only: the subject is the probe itself. */
export function single(probe: ProbeId, fields: FactRow['fields']): FactRow {
  return { key: '', subject: probe, fields }
}

/** Lists are sets here: their order says nothing. */
export function sorted(names: readonly string[]): string[] {
  return [...names].sort(compareText)
}

/** By code units: the same order on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
