import type { MessagePort } from 'node:worker_threads'

import { createJudge } from '../judge.ts'
import { createJudgeFile } from './judge-file.ts'
import type { JobMessage, JudgeSettings, WorkerMessage } from './messages.ts'

/** The inside of a worker thread: takes files and answers each with what became of it, in whatever order. */
export function startJudgeWorker(port: MessagePort, settings: JudgeSettings): void {
  const judgeFile = createJudgeFile(settings, createJudge())
  const answer = (message: WorkerMessage, moved: readonly ArrayBuffer[] = []): void => {
    port.postMessage(message, moved)
  }
  port.on('message', ({ place, job }: JobMessage) => {
    judgeFile(job).then(
      (judged) => {
        const bytes = judged.kind === 'row' ? judged.checkup : null
        answer({ kind: 'judged', place, judged }, bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [])
      },
      (error: unknown) => answer({ kind: 'fault', place, error, check: checkOf(error) }),
    )
  })
  answer({ kind: 'ready' })
}

function checkOf(error: unknown): string | null {
  return error instanceof Error && 'checkId' in error && typeof error.checkId === 'string' ? error.checkId : null
}
