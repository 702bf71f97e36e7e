/** What a call beside the main thread came to. */
export interface Ended {
  readonly value: unknown
  /** Of a call that failed, in the style of the function: what it returned, or its own GetLastError. Says nothing after a success. */
  readonly code: number
}

/** A function that is called beside the main thread. */
export type SlowFunction = (...args: readonly unknown[]) => Promise<Ended>

/** A function as the foreign function interface hands it over. */
export interface LoadedFunction {
  (...args: readonly unknown[]): unknown
  /**
   * Calls it on another thread; the last argument is told `(error, value)` on the thread of the caller.
   *
   * For as long as that one runs, GetLastError gives what the call left on its thread; koffi puts it back then.
   */
  readonly async: (...args: readonly unknown[]) => unknown
}

/** Calls functions beside the main thread; `codeOf` tells from what one returned with which code it failed. */
export type SlowCaller = (called: LoadedFunction, args: readonly unknown[], codeOf: (value: unknown) => number) => Promise<Ended>

export function createSlowCaller(): SlowCaller {
  // The other thread reads and writes memory of these without anything in JavaScript that would keep it.
  const underWay = new Set<readonly unknown[]>()
  return (called, args, codeOf) =>
    new Promise((resolve, reject) => {
      underWay.add(args)
      const end = (error: unknown, value: unknown): void => {
        underWay.delete(args)
        if (error instanceof Error) reject(new Error('a slow call could not be made', { cause: error }))
        // Never later: the code of the call is there for this moment alone.
        else resolve({ value, code: codeOf(value) })
      }
      try {
        called.async(...args, end)
      } catch (error) {
        end(error, undefined)
      }
    })
}
