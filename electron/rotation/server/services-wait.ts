import type { Win32Result } from '../../win32/result.ts'
import type { ServiceControl, ServiceStatus } from '../../win32/service-control.ts'

export interface ServiceWaitPorts {
  readonly control: Pick<ServiceControl, 'status'>
  /** resolves after that many milliseconds, or when the signal is aborted */
  readonly wait: (durationMs: number, signal: AbortSignal) => Promise<void>
}

/** `stalled`: the service got no further for longer than it said. `ended`: nobody waits any more. */
export type Waited =
  | { readonly kind: 'reached'; readonly status: ServiceStatus }
  | { readonly kind: 'stalled' | 'ended' }
  | { readonly kind: 'refused'; readonly code: number }

/** Between two looks, in milliseconds: a tenth of the service's own hint, as Windows advises, but neither a busy loop nor a long sleep. */
const SHORTEST_STEP_MS = 100
const LONGEST_STEP_MS = 2000

/** Services are known to hint at less than they need: Windows itself gives each thirty seconds. */
const LEAST_PATIENCE_MS = 30_000

/**
 * Looks at a service until it is where it has to be.
 *
 * Each new state or checkpoint gives it its own hint once more. Time is that which was waited, so a clock that is set changes nothing.
 */
export async function waitUntil(
  ports: ServiceWaitPorts,
  service: string,
  isReached: (status: ServiceStatus) => boolean,
  signal: AbortSignal,
): Promise<Waited> {
  let last: ServiceStatus | null = null
  let idleMs = 0
  for (;;) {
    const asked: Win32Result<ServiceStatus> = ports.control.status(service)
    if (!asked.ok) return { kind: 'refused', code: asked.failure.code }
    const status = asked.value
    if (isReached(status)) return { kind: 'reached', status }
    if (last?.state !== status.state || last.checkpoint !== status.checkpoint) idleMs = 0
    if (idleMs >= Math.max(LEAST_PATIENCE_MS, status.waitHintMs)) return { kind: 'stalled' }
    if (signal.aborted) return { kind: 'ended' }
    const stepMs = Math.min(LONGEST_STEP_MS, Math.max(SHORTEST_STEP_MS, Math.round(status.waitHintMs / 10)))
    await ports.wait(stepMs, signal)
    idleMs += stepMs
    last = status
  }
}
