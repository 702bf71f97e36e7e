import { DAY_MS } from '#shared/evaluation/time.ts'
import { type ProbeId, probeIds } from '#shared/facts/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'

/**
 * Facts that stay beside renewed ones may be this old.
 *
 * A snapshot has one time, and every age in it is counted from there. Within a day that is as exact as the checks are: they count
 * whole days. Beyond, renewed facts would look younger than they are, or kept ones would, so all of the server is read again instead.
 */
const LONGEST_MIX_MS = DAY_MS

/** Whether some probes may be renewed in a snapshot, or all have to be read. */
export function mayRenewParts(kept: Snapshot, nowMs: number): boolean {
  const ageMs = nowMs - Date.parse(kept.collectedAt)
  return ageMs >= 0 && ageMs <= LONGEST_MIX_MS
}

/**
 * Puts what was read anew into a snapshot; a new record replaces the old one whatever it says, because that is what was seen last.
 *
 * The time is the older of the two as long as an older record is left: facts are never told to be fresher than the oldest of them, so
 * the snapshot counts as too old no later than it should. It counts as read by an administrator only where both readings were.
 */
export function mergeSnapshots(kept: Snapshot, fresh: Snapshot): Snapshot {
  const isRenewed = (probe: ProbeId): boolean => fresh.probes[probe] !== undefined
  const left = probeIds.filter((probe) => kept.probes[probe] !== undefined && !isRenewed(probe))
  if (left.length === 0) return fresh
  const records = probeIds.flatMap((probe) => {
    const record = fresh.probes[probe] ?? kept.probes[probe]
    return record === undefined ? [] : [[probe, record]]
  })
  const isOlder = Date.parse(kept.collectedAt) <= Date.parse(fresh.collectedAt)
  const { userSid: _either, ...collector } = fresh.collector
  const sameUser = fresh.collector.userSid !== undefined && fresh.collector.userSid === kept.collector.userSid
  return {
    ...kept,
    collectedAt: isOlder ? kept.collectedAt : fresh.collectedAt,
    collector: {
      ...collector,
      elevated: kept.collector.elevated && fresh.collector.elevated,
      ...(sameUser ? { userSid: fresh.collector.userSid } : {}),
    },
    probes: { ...kept.probes, ...Object.fromEntries(records) },
  }
}
