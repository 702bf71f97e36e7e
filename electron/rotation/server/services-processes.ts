import type { ProcessList } from '../../win32/process-list.ts'
import type { ServiceControl } from '../../win32/service-control.ts'

export interface ProcessPorts {
  readonly control: Pick<ServiceControl, 'status'>
  readonly processes: Pick<ProcessList, 'list' | 'open'>
  /** Names of the files in a folder and all below it; null: it could not be listed to its end. A folder that is not there has none. */
  readonly filesIn: (folder: string) => Promise<readonly string[] | null>
}

/** ERROR_INVALID_PARAMETER: no process has this id any more. */
const PROCESS_HAS_ENDED = 87

/** ERROR_SERVICE_DOES_NOT_EXIST: what is not there runs nowhere. */
const NO_SUCH_SERVICE = 1060

/**
 * Names of the processes that belong to these services or were started from these folders, each once; null: it could not be told.
 *
 * A process that does not show its path is one of them only where a file of that name lies in the folders.
 */
export async function processesLeft(
  ports: ProcessPorts,
  services: readonly string[],
  folders: readonly string[],
): Promise<readonly string[] | null> {
  const serving = serviceProcesses(ports, services)
  const listed = ports.processes.list()
  if (serving === null || !listed.ok) return null
  const roots = folders.map(rootOf).filter((root) => root !== '\\')
  const left = new Set<string>()
  const hidden: string[] = []
  for (const { id, name } of listed.value) {
    if (serving.has(id)) left.add(name)
    else {
      const path = pathOf(ports, id)
      if (path === undefined) hidden.push(name.toLowerCase())
      else if (path !== null && roots.some((root) => path.startsWith(root))) left.add(name)
    }
  }
  if (left.size > 0 || hidden.length === 0 || roots.length === 0) return [...left]
  const files = await Promise.all(folders.map((folder) => ports.filesIn(folder)))
  const isKnown = files.every((names) => names?.every((file) => !hidden.includes(file.toLowerCase())))
  return isKnown ? [] : null
}

const rootOf = (folder: string): string => `${folder.replaceAll('/', '\\').replace(/\\+$/, '').toLowerCase()}\\`

/** Null: one of the services does not tell. */
function serviceProcesses({ control }: ProcessPorts, services: readonly string[]): ReadonlySet<number> | null {
  const ids = new Set<number>()
  for (const service of services) {
    const status = control.status(service)
    if (status.ok) ids.add(status.value.processId)
    else if (status.failure.code !== NO_SUCH_SERVICE) return null
  }
  ids.delete(0)
  return ids
}

/** Null: it has ended, or is a part of the kernel without a file. Undefined: it does not show. */
function pathOf({ processes }: ProcessPorts, id: number): string | null | undefined {
  const opened = processes.open(id, (process) => process.imagePath())
  if (!opened.ok) return opened.failure.code === PROCESS_HAS_ENDED ? null : undefined
  return opened.value.ok ? (opened.value.value?.toLowerCase() ?? null) : undefined
}
