import { contextWords, ESTIMATED_CHARACTERS, type StrengthEstimate } from '#shared/passwords/estimate.ts'
import { ESTIMATE_LIMIT_MS, type StrengthQuestion, type StrengthReply } from '#shared/passwords/guesses.ts'

/**
 * Estimates in a worker of this page how hard a password is to guess; null: there was no answer in time, or nobody wants it any more.
 *
 * An estimate cannot be interrupted and some inputs take long, so the worker is ended in any case, and with it what it knew.
 */
export async function estimateStrength(password: string, signal: AbortSignal): Promise<StrengthEstimate | null> {
  const worker = new Worker(new URL('./strength-worker.ts', import.meta.url), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<StrengthEstimate | null>((resolve, reject) => {
      timer = setTimeout(() => resolve(null), ESTIMATE_LIMIT_MS)
      signal.addEventListener('abort', () => resolve(null), { once: true })
      worker.addEventListener('message', ({ data }: MessageEvent<StrengthReply>) => {
        if ('estimate' in data) resolve(data.estimate)
        else reject(workerFault(data.fault))
      })
      worker.addEventListener('error', (event) => {
        // SECURITY: handled here, so that no message that quotes the password reaches the console.
        event.preventDefault()
        reject(workerFault('ended without an answer'))
      })
      const question: StrengthQuestion = { password: password.slice(0, ESTIMATED_CHARACTERS), words: contextWords }
      worker.postMessage(question)
    })
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}

function workerFault(kind: string): Error {
  return new Error('the strength of a password could not be estimated', { cause: new Error(kind) })
}
