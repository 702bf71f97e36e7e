/**
 * Waits for what `start` settles with, or for the limit, which settles with `late()`.
 *
 * `start` gives back what releases its sockets; it is called once, however the wait ends.
 */
export function settleWithin<Value>(
  limitMs: number,
  late: () => Value,
  start: (settle: (value: Value) => void) => () => void,
): Promise<Value> {
  return new Promise((resolve) => {
    let settled = false
    let release: (() => void) | null = null
    const settle = (value: Value): void => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      release?.()
      resolve(value)
    }
    const timer = setTimeout(() => settle(late()), limitMs)
    release = start(settle)
    if (settled) release()
  })
}
