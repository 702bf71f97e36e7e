import { type AnyProbe, type Area, areas, type ProbeContext } from '../probes/probe.ts'
import { createNativeAccess, koffiSource } from '../win32/library.ts'
import { createWindows, type Windows } from '../win32/windows.ts'
import type { Identity, ReadRequest } from './messages.ts'
import { startWatchdog } from './watchdog.ts'
import { END_OF_WORK, WORKER_MARKER } from './worker-port.ts'
import { type ParentPort, runWorker } from './worker-runtime.ts'

/** Exit status of a process that was started as a worker by nobody who may. */
const NOT_A_WORKER = 2

/** What a worker reads with: Windows itself, its clock. Tests describe another Windows at another time. */
export interface WorkerSurroundings {
  readonly openWindows: () => Windows
  readonly now: () => Date
}

const REAL_SURROUNDINGS: WorkerSurroundings = {
  openWindows: () => createWindows(createNativeAccess(koffiSource)),
  now: () => new Date(),
}

/** Makes this process a worker that reads `probes`; refuses where it was not started as one. */
export async function startWorkerProcess(probes: readonly AnyProbe[], surroundings = REAL_SURROUNDINGS): Promise<void> {
  const area = areas.find((known) => known === process.env[WORKER_MARKER])
  const utility = utilityPort()
  if (area !== undefined && utility !== null) {
    await runWorker(portOf(utility), workerParts(area, probes, surroundings))
    utility.postMessage(END_OF_WORK)
    return
  }
  if (area === undefined || process.send === undefined) {
    process.stderr.write('this file is started by the collector only\n')
    process.exitCode = NOT_A_WORKER
    return
  }
  // A worker without a parent has nobody to tell.
  process.once('disconnect', () => process.exit())
  await runWorker(nodePort(), workerParts(area, probes, surroundings))
  process.disconnect?.()
}

function workerParts(area: Area, probes: readonly AnyProbe[], { openWindows, now }: WorkerSurroundings) {
  const windows = openWindows()
  const context: Omit<ProbeContext, 'profile'> = { windows, now, environment: process.env }
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

/** What Electron gives a utility process to talk to its parent. */
interface UtilityPort {
  postMessage(message: unknown): void
  once(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
}

/** Null: this is a Node process. Electron's types say that there is always one, so they are not asked. */
function utilityPort(): UtilityPort | null {
  return (Reflect.get(process, 'parentPort') as UtilityPort | null | undefined) ?? null
}

function portOf(utility: UtilityPort): ParentPort {
  return {
    send: async (message) => utility.postMessage(message),
    request: () =>
      new Promise((resolve) => {
        utility.once('message', ({ data }) => resolve(data as ReadRequest))
      }),
  }
}
