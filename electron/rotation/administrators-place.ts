import { win32 } from 'node:path'

import type { FolderProtection, ProtectedFolders } from '../win32/protected-folder.ts'
import { describeFailure, errorCodes, type Win32Failure } from '../win32/result.ts'
import { type JournalPlace, type PlaceState, placeRefused } from './journal-place.ts'

/** Administrators and SYSTEM: whoever is one of them can do anything to this server already. */
const TRUSTED: ReadonlySet<string> = new Set(['S-1-5-32-544', 'S-1-5-18'])

/** Every folder below that of the programs' data is ours to protect: whoever owns the upper one can take away the lower one. */
const LEVELS = ['ERP Checkup', 'Rotation']

/**
 * The place on Windows: `%ProgramData%\ERP Checkup\Rotation`, for all administrators of the server.
 *
 * Any user may make folders in ProgramData, so one that is there already is used only if it belongs to the administrators or the system
 * and lets in nobody else.
 */
export function administratorsPlace(folders: ProtectedFolders): JournalPlace {
  const walk = async (look: (path: string) => PlaceState): Promise<PlaceState> => {
    const data = folders.programData()
    if (!data.ok) return failed('ProgramData', data.failure)
    let path = data.value
    for (const level of LEVELS) {
      path = win32.join(path, level)
      const state = look(path)
      if (state.state !== 'ready') return { ...state, folder: win32.join(data.value, ...LEVELS) }
    }
    return { state: 'ready', folder: path }
  }
  const examine = (path: string): PlaceState => {
    const protection = folders.protectionOf(path)
    return protection.ok ? judge(path, protection.value) : failed(path, protection.failure)
  }
  return {
    examine: () => walk(examine),
    prepare: () =>
      walk((path) => {
        const made = folders.create(path)
        if (!made.ok) return notMade(path, made.failure)
        const state = examine(path)
        return state.state === 'missing' ? placeRefused(path, 'failed', 'the folder is gone again') : state
      }),
  }
}

function judge(path: string, { isLink, isFolder, owner, isProtected, allowed, unknownEntries }: FolderProtection): PlaceState {
  if (isLink) return placeRefused(path, 'link', path)
  if (!isFolder) return placeRefused(path, 'no-folder', path)
  // SECURITY: the owner of a folder may change who is let in at any time.
  if (!TRUSTED.has(owner)) return placeRefused(path, 'owner', owner)
  const strangers = allowed?.filter((sid) => !TRUSTED.has(sid))
  if (strangers === undefined || strangers.length > 0 || unknownEntries > 0) {
    return placeRefused(path, 'open-to-others', strangers?.join(', ') ?? '')
  }
  return isProtected ? { state: 'ready', folder: path } : placeRefused(path, 'inheriting', path)
}

function failed(path: string, failure: Win32Failure): PlaceState {
  if (failure.code === errorCodes.fileNotFound || failure.code === errorCodes.pathNotFound) return { state: 'missing', folder: path }
  return notMade(path, failure)
}

function notMade(path: string, failure: Win32Failure): PlaceState {
  return placeRefused(path, failure.code === errorCodes.accessDenied ? 'denied' : 'failed', describeFailure(failure))
}
