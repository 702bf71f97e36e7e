import type { WorkerExit } from './worker-port.ts'

/** Exception codes of ntstatus.h that native code ends a process with. */
const EXCEPTIONS: ReadonlyMap<number, string> = new Map([
  [0xc0000005, 'access violation'],
  [0xc000001d, 'illegal instruction'],
  [0xc00000fd, 'stack overflow'],
  [0xc0000374, 'heap corruption'],
  [0xc0000409, 'stack buffer overrun'],
  [0x80000100, 'call of a function that is not implemented'],
])

/** One English line for the record of a probe whose worker ended: what happened and with which status. */
export function describeExit(exit: WorkerExit, timedOut: boolean, limitMs: number): string {
  if (exit.error !== undefined) return `the worker process could not be started: ${exit.error}`
  const status = describeStatus(exit)
  if (timedOut) return `the worker process did not finish within ${limitMs / 1000} s and was ended (${status})`
  return `the worker process ended (${status})`
}

function describeStatus(exit: WorkerExit): string {
  if (exit.signal !== null) return `signal ${exit.signal}`
  if (exit.status === null) return 'no exit status'
  const unsigned = exit.status >>> 0
  const name = EXCEPTIONS.get(unsigned)
  const shown = unsigned > 0xffff ? `0x${unsigned.toString(16).toUpperCase().padStart(8, '0')}` : String(unsigned)
  return name === undefined ? `exit status ${shown}` : `exit status ${shown}, ${name}`
}
