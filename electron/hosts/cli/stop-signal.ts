/** Ctrl-C, and how a system asks a program to end. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Lets an action clean up when the program is told to end, and then ends it as the signal would have.
 *
 * For work that would leave half a file behind; without this a signal ends the program and its threads at once. Packages that are loaded
 * meanwhile get no say: one of them answers a signal by sending it again, which on Windows ends the program before it has cleaned up.
 */
export async function untilStopped<Value>(action: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const stop = new AbortController()
  const listeners = SIGNALS.map((name) => ({ name, listener: () => stop.abort(name) }))
  for (const { name, listener } of listeners) process.on(name, listener)
  process.on('newListener', refuseSignal)
  const forget = (): void => {
    process.off('newListener', refuseSignal)
    for (const { name, listener } of listeners) process.off(name, listener)
  }
  try {
    return await action(stop.signal)
  } catch (error) {
    if (!stop.signal.aborted) throw error
    forget()
    process.kill(process.pid, String(stop.signal.reason))
    throw error
  } finally {
    forget()
  }
}

/** The event comes before the listener is there. */
function refuseSignal(name: string | symbol, listener: (...args: unknown[]) => void): void {
  if (SIGNALS.some((signal) => signal === name)) queueMicrotask(() => process.off(name, listener))
}
