import { describeFailure } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import type { Notebook } from '../reading.ts'

/**
 * Programs of sockets by the id of their process, each asked once: its path, or its name where the path is refused or there is none.
 *
 * Null: Windows tells no owner (id 0), or the process has ended and left its socket behind. Without the list of processes, which is
 * noted, paths are all there is.
 */
export function createOwners(windows: Windows, notebook: Notebook): (processId: number) => string | null {
  const listed = windows.processes.list()
  if (!listed.ok) notebook.gap(`names of processes are not known: ${describeFailure(listed.failure)}`)
  const names = new Map((listed.ok ? listed.value : []).map(({ id, name }) => [id, name]))
  const known = new Map<number, string | null>([[0, null]])
  const lookUp = (processId: number): string | null => {
    if (listed.ok && !names.has(processId)) return null
    const opened = windows.processes.open(processId, (process) => process.imagePath())
    const path = opened.ok && opened.value.ok ? opened.value.value : null
    return path ?? names.get(processId) ?? null
  }
  return (processId) => {
    const owner = known.get(processId)
    if (owner !== undefined) return owner
    const found = lookUp(processId)
    known.set(processId, found)
    return found
  }
}
