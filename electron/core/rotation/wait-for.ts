import { setTimeout as delay } from 'node:timers/promises'

/** Longer timers than this the system does not keep; whoever waits longer looks again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Resolves after a time, or when the signal is aborted; keeps no program alive. */
export async function waitFor(durationMs: number, signal: AbortSignal): Promise<void> {
  await delay(Math.min(durationMs, LONGEST_TIMER_MS), undefined, { signal, ref: false }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}
