// How long a timer has to wait for its turn while something goes on.
const TICK_MS = 20

export interface Pauses {
  readonly tookMs: number
  /** Longest time that nothing else of the program got a turn. */
  readonly longestPauseMs: number
}

/** Begins to measure; what it gives ends that. */
export function measurePauses(tick: () => void = () => undefined): () => Pauses {
  const startedMs = performance.now()
  let lastMs = startedMs
  let longestPauseMs = 0
  const note = (): number => {
    const nowMs = performance.now()
    longestPauseMs = Math.max(longestPauseMs, nowMs - lastMs)
    lastMs = nowMs
    return nowMs
  }
  const timer = setInterval(() => {
    note()
    tick()
  }, TICK_MS)
  return () => {
    clearInterval(timer)
    return { tookMs: note() - startedMs, longestPauseMs }
  }
}
