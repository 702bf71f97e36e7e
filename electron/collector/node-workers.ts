import { type ChildProcess, fork } from 'node:child_process'

import type { Area } from '../probes/probe.ts'
import { type StartWorker, WORKER_MARKER, type WorkerChannel, type WorkerExit } from './worker-port.ts'

/** Variables that would change how the worker's Node starts, or that belong to this program alone. */
const NOT_FOR_WORKERS = /^(?:NODE_|ELECTRON_|ERP_CHECKUP_)/i

/**
 * Starts workers as Node processes, for the command line and the loopback host.
 *
 * `workerPath` is the bundle that stands beside the running one; the caller knows where. Not for the packaged desktop app: there
 * `process.execPath` is the app itself.
 */
export function nodeWorkers(workerPath: string): StartWorker {
  return (area) => {
    // SECURITY: a worker that started workers would do so without end.
    if (process.env[WORKER_MARKER] !== undefined) throw new Error('a worker never starts another')
    const child = fork(workerPath, [], {
      execArgv: [],
      env: workerEnvironment(process.env, area),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return channelOf(child)
  }
}

/** The parent's variables without those that change Node or hold a secret of this program, and with the worker's mark. */
export function workerEnvironment(environment: NodeJS.ProcessEnv, area: Area): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !NOT_FOR_WORKERS.test(name))
  return { ...Object.fromEntries(kept), [WORKER_MARKER]: area }
}

/** Messages may still be on their way when the process has gone: its exit is told once the channel is closed as well. */
function channelOf(child: ChildProcess): WorkerChannel {
  const kill = (): void => {
    child.kill('SIGKILL')
  }
  return {
    send: (message) => {
      child.send(message as object, (error) => {
        if (error) kill()
      })
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      child.on('error', (error) => {
        if (child.pid === undefined) listener({ status: null, signal: null, error: error.message })
      })
      child.once('exit', (status, signal) => {
        const exit: WorkerExit = { status, signal }
        if (child.connected) child.once('disconnect', () => listener(exit))
        else listener(exit)
      })
    },
    kill,
  }
}
