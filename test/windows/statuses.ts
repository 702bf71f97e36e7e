import type { Snapshot } from '#shared/formats/snapshot.ts'

/** What an ordinary server should take at most, in milliseconds; a runner on shared hardware may take longer. */
const AIM_MS = 5000

/** One line for each probe of a snapshot: what came of it, how long it took, and why something is missing. */
export function statusLines({ collector, probes }: Snapshot): readonly string[] {
  const lines = Object.entries(probes).flatMap(([id, record]) => {
    if (record === undefined) return []
    const why = record.status === 'ok' ? (record.incomplete === true ? (record.notes ?? []).join('; ') : '') : record.reason
    const status = record.status === 'ok' && record.incomplete === true ? 'incomplete' : record.status
    return [`${id.padEnd(20)} ${status.padEnd(12)} ${String(record.durationMs).padStart(6)} ms  ${why}`.trimEnd()]
  })
  return [...lines, `read in ${collector.durationMs ?? 'an unknown number of'} ms (aim ${AIM_MS})`]
}
