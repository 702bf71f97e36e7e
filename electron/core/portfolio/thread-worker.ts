import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

import type { JobMessage, JudgeSettings, WorkerMessage } from './messages.ts'
import type { PoolWorker } from './pool.ts'

/** What the largest file that is read takes when it is judged; more is one that was made to take more. */
const HEAP_LIMIT_MB = 2048

/**
 * Starts a thread that judges files; `workerPath` is its bundle.
 *
 * With a heap of its own: what takes more memory than there is ends this thread and not the program.
 */
export function startThreadWorker(workerPath: string, settings: JudgeSettings, heapLimitMb = HEAP_LIMIT_MB): PoolWorker {
  const worker = new Worker(pathToFileURL(workerPath), {
    workerData: settings,
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMb },
  })
  let ended = (_error: unknown): void => undefined
  worker.once('error', (error) => ended(error))
  worker.once('exit', (status) => ended(new Error(`the thread ended with ${status}`)))
  return {
    send: (place, job) => worker.postMessage({ place, job } satisfies JobMessage),
    onMessage: (listener) => {
      worker.on('message', (message: WorkerMessage) => listener(message))
    },
    onEnd: (listener) => {
      ended = (error) => {
        ended = () => undefined
        listener(error)
      }
    },
    terminate: () => {
      ended = () => undefined
      return worker.terminate()
    },
  }
}
