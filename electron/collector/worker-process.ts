import { type AnyProbe, type Area, areas, type ProbeContext } from '../probes/probe.ts'
import { createNativeAccess, koffiSource } from '../win32/library.ts'
import { createWindows, type Windows } from '../win32/windows.ts'
import type { Identity, ReadRequest } from './messages.ts'
import { startWatchdog } from './watchdog.ts'
import { WORKER_MARKER } from './worker-port.ts'
import { type ParentPort, runWorker } from './worker-runtime.ts'

/** Exit status of a process that was started as a worker by nobody who may. */
const NOT_A_WORKER = 2

/** Makes this process a worker that reads `probes`; refuses where it was not started as one. */
export async function startWorkerProcess(probes: readonly AnyProbe[]): Promise<void> {
  const area = areas.find((known) => known === process.env[WORKER_MARKER])
  if (area === undefined || process.send === undefined) {
    process.stderr.write('this file is started by the collector only\n')
    process.exitCode = NOT_A_WORKER
    return
  }
  // A worker without a parent has nobody to tell.
  process.once('disconnect', () => process.exit())
  await runWorker(nodePort(), workerParts(area, probes))
  process.disconnect?.()
}

function workerParts(area: Area, probes: readonly AnyProbe[]) {
  const windows = createWindows(createNativeAccess(koffiSource))
  const context: ProbeContext = { windows, now: () => new Date(), environment: process.env }
  return { area, probes, context, startWatchdog, readIdentity: () => (process.platform === 'win32' ? readIdentity(windows) : null) }
}

function readIdentity({ token }: Windows): Identity | null {
  const elevated = token.elevated()
  const userSid = token.userSid()
  if (!elevated.ok) return null
  return { elevated: elevated.value, ...(userSid.ok ? { userSid: userSid.value } : {}) }
}

function nodePort(): ParentPort {
  return {
    send: (message) =>
      new Promise((resolve, reject) => {
        process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()))
      }),
    request: () =>
      new Promise((resolve) => {
        process.once('message', (message) => resolve(message as ReadRequest))
      }),
  }
}
