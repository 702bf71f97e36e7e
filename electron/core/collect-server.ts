import type { ProbeId } from '#shared/facts/index.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import type { StartWorker } from '../collector/worker-port.ts'
import type { SqlRequest } from '../sql/request.ts'
import { documentText, type Input } from './inputs.ts'
import { sha256 } from './sha256.ts'

export interface CollectRequest {
  readonly version: string
  readonly now: () => Date
  /** the bundle of the collector's worker */
  readonly workerPath: string
  /** another way to start workers than as Node processes */
  readonly startWorker?: StartWorker
  /** ids of probes; absent: all */
  readonly only?: readonly string[]
  /** what is known of this server; absent: nothing */
  readonly profile?: Profile | undefined
  /** how to sign in to SQL Server; absent: as whoever runs this program */
  readonly sql?: SqlRequest | undefined
  readonly onProgress?: (done: number, total: number) => void
}

export type Collected =
  | { readonly kind: 'snapshot'; readonly snapshot: Input<Snapshot>; readonly text: string }
  | { readonly kind: 'not-windows' }
  | { readonly kind: 'unknown-probe'; readonly given: string; readonly known: readonly ProbeId[] }

/** Reads this server in worker processes; on a machine without Windows there is nothing to read. */
export async function collectServer(request: CollectRequest): Promise<Collected> {
  if (process.platform !== 'win32') return { kind: 'not-windows' }
  const { collect } = await import('../collector/collect.ts')
  const { nodeWorkers } = await import('../collector/node-workers.ts')
  const result = await collect({
    version: request.version,
    now: request.now,
    startWorker: request.startWorker ?? nodeWorkers(request.workerPath),
    only: request.only,
    profile: request.profile,
    sql: request.sql,
    onProgress: ({ done, total }) => request.onProgress?.(done, total),
  })
  switch (result.kind) {
    case 'snapshot': {
      const text = documentText(result.snapshot)
      return { kind: 'snapshot', snapshot: { name: 'this server', value: result.snapshot, digest: sha256(text) }, text }
    }
    case 'unknown-probes':
      return { kind: 'unknown-probe', given: result.unknown[0] ?? '', known: result.known }
    case 'not-windows':
      return { kind: 'not-windows' }
    case 'cancelled':
      throw new Error('a scan that nobody can cancel was cancelled')
  }
}
