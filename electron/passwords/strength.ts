import { Worker } from 'node:worker_threads'
import { ESTIMATED_CHARACTERS, type StrengthEstimate } from '#shared/passwords/estimate.ts'
import { ESTIMATE_LIMIT_MS, type StrengthQuestion, type StrengthReply } from '#shared/passwords/guesses.ts'

/** The word lists need about 80 MB; a password that makes the estimate want far more gets none. */
const MEMORY_LIMIT_MB = 512

export interface StrengthRequest extends StrengthQuestion {
  /** file of the worker: its source, or the bundle that stands beside the running one */
  readonly workerPath: string
  readonly timeLimitMs?: number
}

/**
 * Estimates in a thread of its own how hard a password is to guess; null: there was no answer in time or in the memory allowed.
 *
 * An estimate cannot be interrupted and some inputs take long, so the thread is ended in any case, and with it what it knew.
 */
export async function estimateStrength({ password, words, workerPath, timeLimitMs }: StrengthRequest): Promise<StrengthEstimate | null> {
  const worker = new Worker(workerPath, {
    argv: [],
    execArgv: [],
    env: {},
    // SECURITY: whatever a library writes stays in these streams, which nobody reads.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<StrengthEstimate | null>((resolve, reject) => {
      timer = setTimeout(() => resolve(null), timeLimitMs ?? ESTIMATE_LIMIT_MS)
      worker.once('message', (reply: StrengthReply) => {
        if ('estimate' in reply) resolve(reply.estimate)
        else reject(workerFault(reply.fault))
      })
      worker.once('error', (error: unknown) => {
        if (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY') resolve(null)
        else reject(workerFault(codeOf(error)))
      })
      worker.once('exit', () => reject(workerFault('ended without an answer')))
      // SECURITY: posted, not handed over at the start, where it would stay for as long as the thread lives.
      worker.postMessage({ password: password.slice(0, ESTIMATED_CHARACTERS), words } satisfies StrengthQuestion)
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function workerFault(kind: string): Error {
  return new Error('the strength of a password could not be estimated', { cause: new Error(kind) })
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
