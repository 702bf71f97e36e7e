import { lowerCase } from '#shared/catalogue/glob.ts'
import { type FolderListing, type Folders, MAX_ENTRIES } from '../../win32/folders.ts'
import { describeFailure, succeeded, type Win32Result } from '../../win32/result.ts'
import type { PatternNode } from './patterns.ts'

export interface Found {
  readonly tool: string
  readonly path: string
}

/** Where to look: a folder of this machine and what to look for below it. */
export interface SearchRoot {
  readonly folder: string
  readonly patterns: readonly PatternNode[]
}

/** Up to so many names are asked for one by one; for more, the folder is listed. Temporary folders can be very full. */
const ASKED_ONE_BY_ONE = 6

/** Two leading backslashes lead to another machine or to a device; a variable that nobody set leads nowhere. */
const LOCAL_PATH = /^[a-z]:(?!.*%)(?:\\|$)/i

/**
 * Looks for folders below a root, level by level and never deeper than the patterns go.
 *
 * What lies on another machine, or behind a link that may lead there, is not touched. `unseen` gets one line for each folder that could not be
 * looked through.
 */
export function search(folders: Folders, root: SearchRoot, unseen: (note: string) => void): readonly Found[] {
  const folder = root.folder.replace(/\\+$/, '')
  if (!isOfThisMachine(folders, folder)) {
    unseen(`${folder} is not a folder of this machine and was not looked at`)
    return []
  }
  return searchBelow(folders, folder, root.patterns, unseen)
}

/** Whether a folder can be looked at without asking another machine. */
export function isOfThisMachine(folders: Folders, folder: string): boolean {
  return LOCAL_PATH.test(folder) && !folders.isOnNetworkDrive(folder)
}

function searchBelow(folders: Folders, folder: string, patterns: readonly PatternNode[], unseen: (note: string) => void): readonly Found[] {
  const listing = list(folders, folder, patterns)
  if (!listing.ok) {
    unseen(`${folder} was not looked at: ${describeFailure(listing.failure)}`)
    return []
  }
  if (listing.value.cutShort) unseen(`${folder} has more than ${MAX_ENTRIES} entries: the rest was not looked at`)
  return listing.value.entries.flatMap((entry) => {
    if (!entry.isFolder) return []
    const path = `${folder}\\${entry.name}`
    const matching = patterns.filter((pattern) => pattern.glob.matchesLowerCase(lowerCase(entry.name)))
    const found = matching.flatMap((pattern) => pattern.tools.map((tool) => ({ tool, path })))
    const below = matching.flatMap((pattern) => pattern.below)
    if (below.length === 0) return found
    if (entry.link !== 'other') return [...found, ...searchBelow(folders, path, below, unseen)]
    unseen(`${path} is a link and was not followed`)
    return found
  })
}

function list(folders: Folders, folder: string, patterns: readonly PatternNode[]): Win32Result<FolderListing> {
  if (patterns.length > ASKED_ONE_BY_ONE) return folders.entries(folder, '*')
  const entries: FolderListing['entries'][number][] = []
  let cutShort = false
  for (const pattern of patterns) {
    const listing = folders.entries(folder, pattern.name)
    if (!listing.ok) return listing
    entries.push(...listing.value.entries)
    cutShort ||= listing.value.cutShort
  }
  return succeeded({ entries, cutShort })
}
