import type { Facts, ProbeId } from '#shared/facts/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'

/** Facts of one probe; a snapshot without them describes no Windows. */
export function factsOf<Id extends ProbeId>(snapshot: Snapshot, probe: Id): Facts[Id] {
  const record = snapshot.probes[probe]
  if (record?.status !== 'ok') throw new Error(`the snapshot has no facts of ${probe}`)
  return record.facts as Facts[Id]
}

/** Whole seconds or milliseconds from an instant of the snapshot to its collection. */
export function msBefore(snapshot: Snapshot, instant: string): number {
  return Date.parse(snapshot.collectedAt) - Date.parse(instant)
}

const MS_FROM_1601_TO_1970 = 11_644_473_600_000n

/** A FILETIME: steps of 100 nanoseconds since 1601. */
export function fileTimeOf(ms: number): bigint {
  return (BigInt(ms) + MS_FROM_1601_TO_1970) * 10_000n
}
