import { describeFailure } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import { flatten, isAbsent, readMachinePrograms, UNINSTALL_KEY } from '../machine-programs.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, type Notebook, refusal } from '../reading.ts'
import { type Program, readUninstallKey } from '../uninstall-key.ts'

/** Hives of people and of the service accounts; `…_Classes` is a part of one, `.DEFAULT` another name of S-1-5-18. */
const USER_HIVE = /^S-1-\d+(?:-\d+)+$/

/**
 * Installed programs, as *Programs and Features* lists them.
 *
 * Source: the Uninstall key of HKLM in both views and of each loaded hive under HKU. Left out are entries without DisplayName, parts
 * of others (ParentKeyName) and those with SystemComponent 1, which are counted in a note. A view of the machine that cannot be read
 * fails the probe; a user's hive or an entry that refuses is noted and the record is incomplete. Hives of people who are not signed
 * in are not loaded and not read.
 */
export const programsProbe: Probe<'programs'> = {
  id: 'programs',
  area: 'programs',
  read: ({ windows, environment }) => {
    const notebook = createNotebook()
    const programs = readMachinePrograms(windows.registry, environment, notebook)
    if (!programs.ok) return refusal(programs.failure)
    return notebook.reading({ programs: [...programs.value, ...readUserHives(windows, notebook)] })
  },
}

function readUserHives(windows: Windows, notebook: Notebook): readonly Program[] {
  const hives = flatten(windows.registry.key({ root: 'HKEY_USERS', path: '', view: '64-bit' }, (key) => key.subkeyNames()))
  if (!hives.ok) notebook.gap(`programs of users are not known: ${describeFailure(hives.failure)}`)
  const sids = hives.ok ? hives.value.filter((name) => USER_HIVE.test(name)) : []
  return sids.flatMap((sid) => {
    const user = nameOf(windows, sid)
    const location = { root: 'HKEY_USERS', path: `${sid}\\${UNINSTALL_KEY}`, view: '64-bit' } as const
    const owner = { scope: 'user', user, environment: null } as const
    const opened = windows.registry.key(location, (key) => readUninstallKey(key, owner, notebook))
    const read = flatten(opened)
    if (read.ok) return read.value
    if (!isAbsent(opened)) notebook.gap(`programs of ${user} are not known: ${describeFailure(read.failure)}`)
    return []
  })
}

/** A SID stands for itself where it has no name, e.g. of an account that was deleted. */
function nameOf(windows: Windows, sid: string): string {
  const name = windows.accounts.nameOf(sid)
  return name.ok && name.value !== null ? name.value : sid
}
