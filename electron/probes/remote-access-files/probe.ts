import { remoteTools } from '#shared/catalogue/tools.ts'
import { describeFailure } from '../../win32/result.ts'
import type { Probe, ProbeContext } from '../probe.ts'
import { createNotebook, type Notebook } from '../reading.ts'
import { foldersByVariable } from './patterns.ts'
import { readProfiles } from './profiles.ts'
import { machineRoots, profileRoots } from './roots.ts'
import { type Found, type SearchRoot, search } from './search.ts'

/** A server of many users has as many profiles that may all refuse; the first ones say enough. */
const MAX_NOTES = 20

/** What a path may name that holds for everybody on this machine; the other variables are those of whoever reads. */
const MACHINE_VARIABLES: ReadonlySet<string> = new Set([
  'ALLUSERSPROFILE',
  'PROGRAMDATA',
  'PROGRAMFILES',
  'PROGRAMFILES(X86)',
  'PUBLIC',
  'SYSTEMDRIVE',
  'SYSTEMROOT',
  'WINDIR',
])

/**
 * Folders of the remote-access catalogue that exist, as they are written on disk.
 *
 * Looked for under both Program Files, ProgramData, the folder of Windows, its drive, their temporary folders, and AppData of every
 * profile. A place that refuses, lies on another machine or behind a link is noted, once per profile, and makes the record incomplete.
 * Tools that are no way in are not looked for: Windows itself brings some of their folders.
 */
export const remoteAccessFilesProbe: Probe<'remote-access-files'> = {
  id: 'remote-access-files',
  area: 'programs',
  read: ({ windows, environment }) => {
    const machine = Object.fromEntries(Object.entries(environment).filter(([name]) => MACHINE_VARIABLES.has(name.toUpperCase())))
    const unseen: string[] = []
    const take = (note: string): void => {
      unseen.push(note)
    }
    const byVariable = foldersByVariable(remoteTools)
    const profiles = readProfiles(windows, machine, take)
    if (!profiles.ok) take(`the profiles of this machine are not known: ${describeFailure(profiles.failure)}`)
    const found = machineRoots(byVariable, machine).flatMap((root) => search(windows.folders, root, take))
    for (const roots of profileRoots(byVariable, profiles.ok ? profiles.value : [])) found.push(...searchProfile(windows, roots, take))
    const notebook = createNotebook()
    noteUnseen(unseen, notebook)
    return notebook.reading({ present: inOrder(found) })
  },
}

function searchProfile(windows: ProbeContext['windows'], roots: readonly SearchRoot[], take: (note: string) => void): readonly Found[] {
  const unseen: string[] = []
  const found = roots.flatMap((root) => search(windows.folders, root, (note) => unseen.push(note)))
  for (const note of unseen.slice(0, 1)) take(note)
  return found
}

function noteUnseen(unseen: readonly string[], notebook: Notebook): void {
  for (const note of unseen.slice(0, MAX_NOTES)) notebook.gap(note)
  if (unseen.length > MAX_NOTES) notebook.gap(`and ${unseen.length - MAX_NOTES} more places were not looked at`)
}

/** Each once, by the catalogue's order and then by path. */
function inOrder(found: readonly Found[]): readonly Found[] {
  const order = new Map(remoteTools.map((tool, index) => [tool.id, index]))
  const unique = [...new Map(found.map((each) => [`${each.tool} ${each.path.toLowerCase()}`, each])).values()]
  const place = (each: Found): number => order.get(each.tool) ?? 0
  return unique.sort((one, other) => place(one) - place(other) || (one.path.toLowerCase() < other.path.toLowerCase() ? -1 : 1))
}
