import type { UtilityProcess } from 'electron'
import { END_OF_WORK, type StartWorker, WORKER_MARKER, type WorkerChannel, workerEnvironment } from '#electron/core/host-workers.ts'
import type { ElectronParts } from './electron-parts.ts'

/**
 * Starts the collector's workers as utility processes: with the app's own program a fork would start the app again.
 *
 * `workerPath` is the worker's bundle inside the app's archive. Not before Electron is ready.
 */
export function utilityWorkers(electron: Pick<ElectronParts, 'utilityProcess'>, workerPath: string): StartWorker {
  return (area) => {
    // SECURITY: a worker that started workers would do so without end.
    if (process.env[WORKER_MARKER] !== undefined) throw new Error('a worker never starts another')
    const child = electron.utilityProcess.fork(workerPath, [], {
      env: workerEnvironment(process.env, area),
      execArgv: [],
      stdio: 'ignore',
      serviceName: `erp-checkup ${area}`,
    })
    return channelOf(child)
  }
}

/**
 * The worker tells that it is done and waits to be let go, because its last messages would be lost with a process that ends by itself.
 */
function channelOf(child: UtilityProcess): WorkerChannel {
  let isDone = false
  const kill = (): void => {
    child.kill()
    // One that is not there yet cannot be ended; one in a native call may overlook the polite way.
    if (child.pid === undefined) child.once('spawn', () => child.kill())
    else killNow(child.pid)
  }
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', (message: unknown) => {
        if (message === END_OF_WORK) {
          isDone = true
          child.kill()
        } else listener(message)
      })
    },
    onExit: (listener) => {
      child.once('exit', (code) => listener({ status: isDone ? 0 : code, signal: null }))
    },
    kill,
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // It is gone, or about to be.
    if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM'))) throw error
  }
}
