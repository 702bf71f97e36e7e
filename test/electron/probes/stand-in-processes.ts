import type { ProcessList } from '#electron/win32/process-list.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'

/** A process of the stand-in; a number is the code that asking gives. */
export interface StandInProcess {
  readonly id: number
  readonly name: string
  /** Code with which opening it fails. */
  readonly opening?: number
  readonly path?: string | number | null
  readonly owner?: string | number
}

export function processListOf(processes: readonly StandInProcess[], owners: ReadonlyMap<number, string> | number = 120): ProcessList {
  const answer = <Value>(call: string, found: Value | number): Win32Result<Value> =>
    typeof found === 'number' ? refused(call, found) : succeeded(found)
  return {
    list: () => succeeded(processes.map(({ id, name }) => ({ id, name }))),
    open: (id, reader) => {
      const { opening, path = null, owner = 'S-1-5-18' } = processes.find((process) => process.id === id) ?? { opening: 87 }
      if (opening !== undefined) return refused('OpenProcess', opening, { missingRight: 'PROCESS_QUERY_LIMITED_INFORMATION' })
      return succeeded(
        reader({ imagePath: () => answer('QueryFullProcessImageNameW', path), ownerSid: () => answer('OpenProcessToken', owner) }),
      )
    },
    ownerSids: () => answer('WTSEnumerateProcessesW', owners),
  }
}
