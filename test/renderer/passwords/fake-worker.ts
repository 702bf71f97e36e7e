import { vi } from 'vitest'
import { answer } from '#renderer/passwords/guess.ts'
import type { StrengthQuestion, StrengthReply } from '#shared/passwords/guesses.ts'

/** What a worker does with its question; undefined: it never answers. */
export type Behaviour = (question: StrengthQuestion) => StrengthReply | 'crash' | undefined

export interface FakeWorkers {
  /** what each worker was told, in order */
  readonly questions: readonly StrengthQuestion[]
  /** how many run and have not been ended */
  readonly running: () => number
}

/** Workers in this thread in the place of the browser's; without more they estimate as the real one does. */
export function fakeWorkers(behave: Behaviour = answer): FakeWorkers {
  const questions: StrengthQuestion[] = []
  let running = 0
  class FakeWorker extends EventTarget {
    private isEnded = false
    constructor() {
      super()
      running += 1
    }
    postMessage(question: StrengthQuestion) {
      questions.push(structuredClone(question))
      queueMicrotask(() => {
        if (this.isEnded) return
        const reply = behave(question)
        if (reply === 'crash') this.dispatchEvent(new Event('error', { cancelable: true }))
        else if (reply !== undefined) this.dispatchEvent(new MessageEvent('message', { data: reply }))
      })
    }
    terminate() {
      if (!this.isEnded) running -= 1
      this.isEnded = true
    }
  }
  vi.stubGlobal('Worker', FakeWorker)
  return { questions, running: () => running }
}
