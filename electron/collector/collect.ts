import { availableParallelism } from 'node:os'

import type { ProbeId } from '#shared/facts/index.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { type Snapshot, snapshotSchemaId } from '#shared/formats/snapshot.ts'
import { probes as allProbes } from '../probes/index.ts'
import type { AnyProbe, Area, ProbeContext } from '../probes/probe.ts'
import { runArea } from './area-run.ts'
import { AREA_LIMITS_MS, PARENT_GRACE_MS } from './limits.ts'
import type { Identity, WorkerRecord } from './messages.ts'
import { type StartWorker, WORKER_MARKER } from './worker-port.ts'

/** One step of a scan; `done` of `total` probes have their record. */
export type CollectProgress =
  | { readonly kind: 'started'; readonly probe: ProbeId; readonly done: number; readonly total: number }
  | {
      readonly kind: 'finished'
      readonly probe: ProbeId
      readonly status: WorkerRecord['status']
      /** why there are no facts; null where there are */
      readonly reason: string | null
      /** there are facts, but some could not be read */
      readonly incomplete: boolean
      readonly durationMs: number
      readonly done: number
      readonly total: number
    }

export interface CollectOptions {
  /** Version of this program, for the snapshot. */
  readonly version: string
  readonly now: () => Date
  readonly startWorker: StartWorker
  /** Probes to read; absent: all. */
  readonly only?: readonly string[] | undefined
  /** What is known of this server; absent: nothing. */
  readonly profile?: Profile | undefined
  /** How to sign in to SQL Server; absent: as whoever runs this program. */
  readonly sql?: ProbeContext['sql']
  readonly onProgress?: (progress: CollectProgress) => void
  readonly signal?: AbortSignal | undefined
  /** The list to choose from, and the machine that it runs on; tests pass their own. */
  readonly probes?: readonly Pick<AnyProbe, 'id' | 'area'>[]
  readonly limitsMs?: Readonly<Partial<Record<Area, number>>>
  readonly graceMs?: number
  readonly workers?: number
  readonly platform?: NodeJS.Platform
}

export type CollectResult =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'not-windows'; readonly platform: string }
  | { readonly kind: 'unknown-probes'; readonly unknown: readonly string[]; readonly known: readonly ProbeId[] }
  | { readonly kind: 'cancelled' }

/**
 * Reads this Windows server into a snapshot.
 *
 * Areas run side by side, at most one per processor core. `elevated` is false where no worker could tell. A cancelled scan has no
 * snapshot: half of one would look like a server where half is missing.
 */
export async function collect(options: CollectOptions): Promise<CollectResult> {
  // SECURITY: a worker that collected would start workers without end.
  if (process.env[WORKER_MARKER] !== undefined) throw new Error('a worker never starts another')
  const platform = options.platform ?? process.platform
  if (platform !== 'win32') return { kind: 'not-windows', platform }
  const list = options.probes ?? allProbes
  const known = list.map((probe) => probe.id)
  const unknown = (options.only ?? []).filter((id) => !known.some((other) => other === id))
  if (unknown.length > 0) return { kind: 'unknown-probes', unknown, known }
  const wanted = list.filter((probe) => options.only === undefined || options.only.includes(probe.id))
  const startedAt = performance.now()
  const scan = await runScan(wanted, options)
  if (scan === null) return { kind: 'cancelled' }
  const found = known.flatMap((id) => (scan.records.has(id) ? [[id, scan.records.get(id)]] : []))
  const snapshot: Snapshot = {
    schema: snapshotSchemaId,
    collectedAt: options.now().toISOString(),
    collector: {
      version: options.version,
      elevated: scan.identity?.elevated ?? false,
      ...(scan.identity?.userSid === undefined ? {} : { userSid: scan.identity.userSid }),
      durationMs: Math.round(performance.now() - startedAt),
    },
    probes: Object.fromEntries(found),
  }
  return { kind: 'snapshot', snapshot }
}

/** The one area that may hear of a password. */
const SQL_AREA: Area = 'sql'

interface Scan {
  readonly records: ReadonlyMap<ProbeId, WorkerRecord>
  readonly identity: Identity | null
}

function briefly(record: WorkerRecord) {
  const reason = record.status === 'ok' ? null : record.reason
  return { status: record.status, reason, incomplete: record.status === 'ok' && record.incomplete === true, durationMs: record.durationMs }
}

/** Null: cancelled. */
async function runScan(wanted: readonly Pick<AnyProbe, 'id' | 'area'>[], options: CollectOptions): Promise<Scan | null> {
  const signal = options.signal ?? new AbortController().signal
  const records = new Map<ProbeId, WorkerRecord>()
  let identity: Identity | null = null
  const progress = () => ({ done: records.size, total: wanted.length })
  const limitOf = (area: Area): number => options.limitsMs?.[area] ?? AREA_LIMITS_MS[area]
  // What may take longest begins first: the short ones then fill the time beside it.
  const queue = [...new Set(wanted.map((probe) => probe.area))].sort((one, other) => limitOf(other) - limitOf(one))
  const runNext = async (): Promise<void> => {
    const area = queue.shift()
    if (area === undefined || signal.aborted) return
    await runArea({
      area,
      probes: wanted.filter((probe) => probe.area === area).map((probe) => probe.id),
      limitMs: limitOf(area),
      graceMs: options.graceMs ?? PARENT_GRACE_MS,
      profile: options.profile ?? emptyProfile,
      sql: area === SQL_AREA ? options.sql : undefined,
      startWorker: options.startWorker,
      signal,
      onStarted: (probe) => options.onProgress?.({ kind: 'started', probe, ...progress() }),
      onRecord: (probe, record) => {
        records.set(probe, record)
        options.onProgress?.({ kind: 'finished', probe, ...briefly(record), ...progress() })
      },
      onIdentity: (told) => {
        identity ??= told
      },
    })
    await runNext()
  }
  const workers = Math.max(1, Math.min(options.workers ?? availableParallelism(), queue.length))
  await Promise.all(Array.from({ length: workers }, runNext))
  return signal.aborted ? null : { records, identity }
}
