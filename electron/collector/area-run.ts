import type { ProbeId } from '#shared/facts/index.ts'
import type { Profile } from '#shared/formats/profile.ts'
import type { Area, ProbeContext } from '../probes/probe.ts'
import { describeExit } from './exit-reason.ts'
import { type Identity, parseWorkerMessage, type ReadRequest, type WorkerRecord } from './messages.ts'
import type { StartWorker, WorkerExit } from './worker-port.ts'

export interface AreaRun {
  readonly area: Area
  readonly probes: readonly ProbeId[]
  readonly limitMs: number
  readonly graceMs: number
  readonly profile: Profile
  readonly sql: ProbeContext['sql']
  readonly startWorker: StartWorker
  readonly signal: AbortSignal
  readonly onStarted: (probe: ProbeId) => void
  readonly onRecord: (probe: ProbeId, record: WorkerRecord) => void
  readonly onIdentity: (identity: Identity) => void
}

/**
 * Reads the probes of one area: resolves when each has its record, or at once when the scan is cancelled.
 *
 * A worker that is ended by a probe costs that probe alone: those that it had not come to are read by another worker, in half of its
 * time, because what made one hang may make the next one hang. No probe is tried twice; a worker that ends before it did anything has no
 * successor.
 */
export async function runArea(run: AreaRun): Promise<void> {
  let open = run.probes
  let { limitMs } = run
  while (open.length > 0 && !run.signal.aborted) {
    open = await runWorkerOnce({ ...run, probes: open, limitMs })
    limitMs = Math.max(limitMs / 2, Math.min(run.limitMs, SHORTEST_MS))
  }
}

/** A busy server needs this long for a worker to start and read what lies on the machine. */
const SHORTEST_MS = 10_000

/**
 * The life of one worker; gives the probes that it did not come to.
 *
 * Every other probe has exactly one record: what the worker sent, or `failed` with how the worker ended.
 */
async function runWorkerOnce(run: AreaRun): Promise<readonly ProbeId[]> {
  const open = new Map(run.probes.map((probe) => [probe, performance.now()]))
  let reading: ProbeId | null = null
  let endedByParent = false
  const startedAt = performance.now()
  const finish = (probe: ProbeId, record: WorkerRecord): void => {
    if (open.delete(probe)) run.onRecord(probe, record)
  }
  const take = (input: unknown): boolean => {
    const message = parseWorkerMessage(input)
    if (message?.kind === 'identity') run.onIdentity(message)
    if (message?.kind === 'record') finish(message.probe, message.record)
    if (message?.kind === 'started' && open.has(message.probe)) {
      reading = message.probe
      open.set(message.probe, performance.now())
      run.onStarted(message.probe)
    }
    return message !== null
  }
  const exit = await liveWorker(run, take, () => {
    endedByParent = true
  })
  if (run.signal.aborted) return []
  const timedOut = exit.status !== 0 && (endedByParent || performance.now() - startedAt >= run.limitMs)
  const reason = describeExit(exit, timedOut, run.limitMs)
  const hasDoneNothing = reading === null || exit.error !== undefined
  const lost = [...open].filter(([probe]) => hasDoneNothing || probe === reading)
  for (const [probe, since] of lost) {
    finish(probe, { status: 'failed', durationMs: Math.round(performance.now() - since), reason })
  }
  return [...open.keys()]
}

/** Starts the worker, asks it, and waits for its end; a message that is none ends it, as does its time limit. */
function liveWorker(run: AreaRun, take: (message: unknown) => boolean, onLimit: () => void): Promise<WorkerExit> {
  return new Promise((resolve) => {
    const channel = startOrExplain(run, resolve)
    if (channel === null) return
    // Not even a killed process is waited for: one that is stuck in a driver may stay.
    const end = (): void => {
      channel.kill()
      resolve({ status: null, signal: null })
    }
    const timer = setTimeout(() => {
      onLimit()
      end()
    }, run.limitMs + run.graceMs)
    const cancel = (): void => {
      clearTimeout(timer)
      end()
    }
    run.signal.addEventListener('abort', cancel, { once: true })
    channel.onMessage((message) => {
      if (!run.signal.aborted && !take(message)) channel.kill()
    })
    channel.onExit((exit) => {
      clearTimeout(timer)
      run.signal.removeEventListener('abort', cancel)
      resolve(exit)
    })
    const { probes, limitMs, profile, sql } = run
    const request: ReadRequest = { kind: 'read', probes, limitMs, profile, ...(sql === undefined ? {} : { sql }) }
    channel.send(request)
  })
}

function startOrExplain(run: AreaRun, resolve: (exit: WorkerExit) => void) {
  try {
    return run.startWorker(run.area)
  } catch (error) {
    resolve({ status: null, signal: null, error: error instanceof Error ? error.message : String(error) })
    return null
  }
}
