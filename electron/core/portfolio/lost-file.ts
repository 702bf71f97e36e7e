import { refused } from '../outcome.ts'
import type { Job, JudgedFile } from './messages.ts'
import { unreadFile } from './unread-file.ts'

/** A fault of our own, with the check whose rule broke. */
class JudgingFault extends Error {
  readonly checkId?: string

  constructor(check: string | null, cause: unknown) {
    super('a file could not be judged', { cause })
    this.name = 'JudgingFault'
    if (check !== null) this.checkId = check
  }
}

/** The row of a file on which a rule broke: never a verdict. */
export function withFault(job: Job, error: unknown, check: string | null): JudgedFile {
  const where = check === null ? '' : ` in the check ${check}`
  const { line } = refused(job.path, `a fault of our own${where}: nothing was judged`)
  return { ...unreadFile(job.path, line), fault: new JudgingFault(check, error) }
}

/** The row of a file on which a worker died. Too little memory is the file's doing, whatever else is ours. */
export function withoutWorker(job: Job, error: unknown): JudgedFile {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (!isMemory) return withFault(job, error, null)
  return unreadFile(
    job.path,
    refused(job.path, 'expected a snapshot of usual size, but judging this one takes more memory than there is').line,
  )
}
