import { lowerCase } from '#shared/catalogue/glob.ts'
import { windowsComponents } from '#shared/catalogue/windows-components.data.ts'
import type { Facts } from '#shared/facts/index.ts'
import { describeFailure, type Win32Failure } from '../../win32/result.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, type Notebook, refusal } from '../reading.ts'
import { createInspector } from './inspect.ts'
import { createOwnerNames } from './owner-names.ts'

/** Parts of the kernel that are no files. */
const KERNEL_NAMES = ['system', 'registry', 'secure system', 'memory compression', 'vmmem']

const WINDOWS_NAMES: ReadonlySet<string> = new Set([...KERNEL_NAMES, ...windowsComponents])

/**
 * Running processes with the path of their program and the account of their token; never a command line.
 *
 * Source: a Toolhelp snapshot, QueryFullProcessImageNameW and TokenUser or, where a token refuses, the session manager. SeDebugPrivilege
 * is not enabled, so Windows keeps the paths of a few of its own parts (csrss.exe) and perhaps an owner even from an administrator: that
 * is remarked. Whoever looks for a tool needs its path where names are shared, so the record is incomplete where the path of any other
 * program is refused, and where not one owner is known. What ends meanwhile is left out.
 */
export const processesProbe: Probe<'processes'> = {
  id: 'processes',
  area: 'host',
  read: ({ windows }) => {
    const listed = windows.processes.list()
    if (!listed.ok) return refusal(listed.failure)
    const notebook = createNotebook()
    const inspect = createInspector(windows)
    const nameOf = createOwnerNames(windows.accounts, notebook)
    const refusals = { paths: [] as Refused[], windowsPaths: [] as Refused[], owners: [] as Refused[] }
    const processes: Facts['processes']['processes'][number][] = []
    for (const { id, name } of listed.value) {
      const inspected = inspect(id)
      if (inspected === null) continue
      const { path, ownerSid, pathFailure, ownerFailure } = inspected
      const pathRefusals = WINDOWS_NAMES.has(lowerCase(name)) ? refusals.windowsPaths : refusals.paths
      if (pathFailure !== null) pathRefusals.push({ name, failure: pathFailure })
      if (ownerFailure !== null) refusals.owners.push({ name, failure: ownerFailure })
      processes.push({ name, path, account: ownerSid === null ? null : nameOf(ownerSid), accountSid: ownerSid })
    }
    const nobodyKnown = processes.every((process) => process.accountSid === null)
    note(notebook.gap, 'paths of processes', refusals.paths)
    note(notebook.remark, 'paths of parts of Windows', refusals.windowsPaths)
    note(nobodyKnown ? notebook.gap : notebook.remark, nobodyKnown ? 'all owners of processes' : 'owners of processes', refusals.owners)
    return notebook.reading({ processes })
  },
}

interface Refused {
  readonly name: string
  readonly failure: Win32Failure
}

/** One line for all of a kind: there may be hundreds. */
function note(take: Notebook['gap'], what: string, refused: readonly Refused[]): void {
  const [first] = refused
  if (first === undefined) return
  take(`${what} are not known (${refused.length}, the first ${first.name}): ${describeFailure(first.failure)}`)
}
