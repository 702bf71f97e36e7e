import type { FolderEntry, FolderListing, Folders } from '#electron/win32/folders.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import { globMatches } from '#shared/catalogue/glob.ts'

/** A disk by path: a folder, a file, a link or a mount point, or the code with which listing a folder fails. */
export type StandInDisk = Readonly<Record<string, 'folder' | 'file' | 'link' | 'mount-point' | number>>

export interface StandInFolders extends Folders {
  /** What was asked for, in order. */
  readonly asked: string[]
}

/** Folders above those that are named exist too. `cut` are folders with more entries than are looked at, H: is a drive of the network. */
export function foldersOf(disk: StandInDisk, cut: readonly string[] = []): StandInFolders {
  const asked: string[] = []
  const entries = (folder: string, pattern: string): Win32Result<FolderListing> => {
    asked.push(`${folder}\\${pattern}`)
    const code = Object.entries(disk).find(([path]) => path.toLowerCase() === folder.toLowerCase())?.[1]
    if (typeof code === 'number') return refused('FindFirstFileW', code, { subject: folder, missingRight: 'FILE_LIST_DIRECTORY' })
    const found = new Map<string, FolderEntry>()
    for (const [path, kind] of Object.entries(disk)) {
      if (!path.toLowerCase().startsWith(`${folder.toLowerCase()}\\`)) continue
      const [name = '', ...rest] = path.slice(folder.length + 1).split('\\')
      if (!globMatches(pattern, name) || (found.has(name.toLowerCase()) && rest.length > 0)) continue
      const link = kind === 'link' ? 'other' : kind === 'mount-point' ? kind : null
      found.set(name.toLowerCase(), { name, isFolder: rest.length > 0 || kind !== 'file', link: rest.length > 0 ? null : link })
    }
    return succeeded({ entries: [...found.values()], cutShort: cut.includes(folder) })
  }
  return { asked, entries, isOnNetworkDrive: (path) => path.startsWith('H:') }
}
