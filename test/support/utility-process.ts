import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath, pathToFileURL } from 'node:url'

import type { ElectronParts } from '#electron/hosts/desktop/electron-parts.ts'

const bootstrap = fileURLToPath(new URL('./utility-bootstrap.ts', import.meta.url))

/** Exit status that Electron tells of a process that a signal ended. */
const ENDED_BY_SIGNAL = 15

/** Utility processes as real processes: messages are cloned, crashes are crashes. What was started stands in `pids`. */
export function realUtilityProcess() {
  const pids: number[] = []
  const utilityProcess = {
    fork: (path: string, args: readonly string[], options: { readonly env: NodeJS.ProcessEnv; readonly execArgv: string[] }) => {
      if (args.length > 0) throw new Error('workers take no arguments')
      const child = fork(bootstrap, [pathToFileURL(path).href], {
        execArgv: options.execArgv,
        env: options.env,
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
      })
      if (child.pid !== undefined) pids.push(child.pid)
      const emitter = Object.assign(new EventEmitter(), {
        pid: child.pid,
        postMessage: (message: unknown) => child.send(message as object, () => undefined),
        kill: () => child.kill(),
      })
      child.on('message', (message) => emitter.emit('message', message))
      child.once('exit', (status, signal) => {
        const tell = (): boolean => emitter.emit('exit', signal === null ? status : ENDED_BY_SIGNAL)
        if (child.connected) child.once('disconnect', tell)
        else tell()
      })
      return emitter
    },
  }
  return { pids, electron: { utilityProcess } as unknown as Pick<ElectronParts, 'utilityProcess'> }
}
