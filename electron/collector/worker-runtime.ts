import type { AnyProbe, Area, ProbeContext } from '../probes/probe.ts'
import type { Identity, ReadRequest } from './messages.ts'

/** The worker's end of its channel. */
export interface ParentPort {
  /** Resolves once the message is on its way. */
  send(message: unknown): Promise<void>
  /** The parent's one request. */
  request(): Promise<ReadRequest>
}

export interface WorkerParts {
  readonly area: Area
  readonly probes: readonly AnyProbe[]
  readonly context: Omit<ProbeContext, 'profile' | 'sql'>
  readonly startWatchdog: (limitMs: number) => Promise<void>
  /** Null: not known. */
  readonly readIdentity: () => Identity | null
}

/**
 * Serves one request: reads its probes one after the other and sends each record as soon as it is there.
 *
 * The watchdog is awake before the first native call. Who the worker runs as comes last, so that a fault there costs no probe.
 */
export async function runWorker(port: ParentPort, parts: WorkerParts): Promise<void> {
  const request = await port.request()
  await parts.startWatchdog(request.limitMs)
  const { profile, sql } = request
  const context: ProbeContext = { ...parts.context, profile, ...(sql === undefined ? {} : { sql }) }
  const wanted = new Set<string>(request.probes)
  for (const probe of parts.probes) {
    if (probe.area !== parts.area || !wanted.has(probe.id)) continue
    await port.send({ kind: 'started', probe: probe.id })
    const startedAt = performance.now()
    const reading = await readProbe(probe, context)
    await port.send({ kind: 'record', probe: probe.id, record: { ...reading, durationMs: Math.round(performance.now() - startedAt) } })
  }
  const identity = parts.readIdentity()
  if (identity !== null) await port.send({ kind: 'identity', ...identity })
}

/** The boundary where a bug of a probe becomes its record: the other probes go on. */
async function readProbe(probe: AnyProbe, context: ProbeContext) {
  try {
    return await probe.read(context)
  } catch (error) {
    return { status: 'failed', reason: `fault of this program: ${error instanceof Error ? error.message : String(error)}` } as const
  }
}
