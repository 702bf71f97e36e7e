import { Worker } from 'node:worker_threads'

/** A program of its own, because a bundle has no second file for it. */
const WATCHDOG_SOURCE = `
const { workerData } = require('node:worker_threads')
setTimeout(() => process.kill(process.pid, 'SIGKILL'), workerData.limitMs)
`

/**
 * Ends this process after `limitMs`, even while its main thread hangs in a native call.
 *
 * Runs in a thread of its own and resolves once that thread is awake. It does not keep the process alive: one that is done leaves.
 */
export async function startWatchdog(limitMs: number): Promise<void> {
  const watchdog = new Worker(WATCHDOG_SOURCE, { eval: true, workerData: { limitMs }, execArgv: [], stdin: false })
  await new Promise<void>((resolve, reject) => {
    watchdog.once('online', resolve)
    watchdog.once('error', reject)
  })
  watchdog.unref()
}
