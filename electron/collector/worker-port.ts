import type { Area } from '../probes/probe.ts'

/** Environment variable that tells a process that it is a worker, and for which area. */
export const WORKER_MARKER = 'ERP_CHECKUP_WORKER'

/** What a worker without an exit of its own says last: its parent ends it then. */
export const END_OF_WORK = 'end of work'

/** How a worker ended. On Windows a process that was killed has status 1, one that crashed its exception code. */
export interface WorkerExit {
  readonly status: number | null
  readonly signal: string | null
  /** Why it never started. */
  readonly error?: string
}

/** One running worker, whatever started it: a forked Node process or a utility process of the desktop host. */
export interface WorkerChannel {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, after the last message. */
  onExit(listener: (exit: WorkerExit) => void): void
  /** Ends the process whatever it is doing. */
  kill(): void
}

export type StartWorker = (area: Area) => WorkerChannel
