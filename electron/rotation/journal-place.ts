import { lstat, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { codeOf } from './journal-file-system.ts'

/**
 * Why a folder is not used for journals; whoever made it could read them, take them away or put others in their place.
 *
 * `link`: it leads elsewhere. `owner`: it belongs to somebody else. `open-to-others`: it lets in more than it should. `inheriting`: who is
 * let in depends on the folder above. `denied`: this process may not look; an administrator may. `failed`: the system says so, `detail` how.
 */
export type PlaceProblem = 'link' | 'no-folder' | 'owner' | 'open-to-others' | 'inheriting' | 'denied' | 'failed'

/** `missing`: there is no such folder, hence no journal. */
export type PlaceState =
  | { readonly state: 'ready' | 'missing'; readonly folder: string }
  | { readonly state: 'refused'; readonly folder: string; readonly problem: PlaceProblem; readonly detail: string }

/** Where journals lie. */
export interface JournalPlace {
  /** Looks, and changes nothing. */
  examine(): Promise<PlaceState>
  /** Makes what is missing, protected from the first moment, then looks. Never `missing`. */
  prepare(): Promise<PlaceState>
}

export function placeRefused(folder: string, problem: PlaceProblem, detail = ''): PlaceState {
  return { state: 'refused', folder, problem, detail }
}

const FOLDER_MODE = 0o700
const OTHERS = 0o077

/** The place of a system without administrators of a server, for rehearsals: a folder of this user's data, for this user alone. */
export function userPlace(dataFolder: string): JournalPlace {
  const folder = join(dataFolder, 'rotation')
  const examine = async (): Promise<PlaceState> => {
    try {
      const entry = await lstat(folder)
      if (entry.isSymbolicLink()) return placeRefused(folder, 'link')
      if (!entry.isDirectory()) return placeRefused(folder, 'no-folder')
      // Windows has neither: there the data of a user are protected by the profile that they lie in.
      if (process.getuid !== undefined && entry.uid !== process.getuid()) return placeRefused(folder, 'owner', String(entry.uid))
      if (process.platform !== 'win32' && (entry.mode & OTHERS) !== 0)
        return placeRefused(folder, 'open-to-others', (entry.mode & 0o777).toString(8))
      return { state: 'ready', folder }
    } catch (error) {
      return problemOf(folder, error)
    }
  }
  return {
    examine,
    prepare: async () => {
      try {
        await mkdir(dataFolder, { recursive: true, mode: FOLDER_MODE })
        await mkdir(folder, { mode: FOLDER_MODE })
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') return problemOf(folder, error)
      }
      const state = await examine()
      return state.state === 'missing' ? placeRefused(folder, 'failed', 'ENOENT') : state
    },
  }
}

function problemOf(folder: string, error: unknown): PlaceState {
  const code = codeOf(error)
  if (code === 'ENOENT') return { state: 'missing', folder }
  return placeRefused(folder, code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed', code)
}
