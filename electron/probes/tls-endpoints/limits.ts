/** Longest waits of a reading, in milliseconds. */
export interface Limits {
  /** Name, TCP and – where one is in the way – the proxy. */
  readonly connectMs: number
  /** From the first byte sent to the server's certificate. */
  readonly handshakeMs: number
  /** From the request to the end of the answer's headers. */
  readonly httpMs: number
  /** All addresses together. */
  readonly wholeMs: number
}

/**
 * A web server of the same network answers within milliseconds, one behind a slow line within a second: four are patience enough.
 * The whole stays far below what the area has, because another probe shares it.
 */
export const LIMITS: Limits = { connectMs: 4_000, handshakeMs: 4_000, httpMs: 4_000, wholeMs: 30_000 }

/** Hosts that are read at the same time: twenty that do not answer then cost two rounds of waiting and no crowd of sockets. */
export const PARALLEL_HOSTS = 16

/** Paths of one host that plain HTTP is asked for at the same time. */
export const PARALLEL_PATHS = 4

/** The clock of one reading: no step takes longer than its own limit, nor than what is left of the whole. */
export interface Clock {
  readonly limits: Limits
  /** The limit of a step, at least one millisecond. */
  stepMs(limitMs: number): number
  /** Nothing is left. */
  isOver(): boolean
}

export function startClock(limits: Limits): Clock {
  const endsAt = performance.now() + limits.wholeMs
  const leftMs = (): number => endsAt - performance.now()
  return { limits, stepMs: (limitMs) => Math.max(1, Math.min(limitMs, leftMs())), isOver: () => leftMs() <= 0 }
}
