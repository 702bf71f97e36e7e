import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress, wideTextAt } from './memory.ts'
import { refused, succeeded, type Win32Result } from './result.ts'

export interface FolderEntry {
  /** As it is written on disk. */
  readonly name: string
  readonly isFolder: boolean
  /** Its content lies elsewhere: on this machine (`mount-point`, as junctions are), or perhaps on another. Null: it lies here. */
  readonly link: 'mount-point' | 'other' | null
}

export interface FolderListing {
  readonly entries: readonly FolderEntry[]
  /** There are more than were looked at. */
  readonly cutShort: boolean
}

export interface Folders {
  /** Entries of a folder by the pattern of Windows (`*`, or one name); a folder that does not exist has none. */
  entries(folder: string, pattern: string): Win32Result<FolderListing>
  /** Whether the drive of a path such as `H:\…` lies on another machine. */
  isOnNetworkDrive(path: string): boolean
}

/** No folder of programs or settings comes near; temporary folders that nobody empties do. */
export const MAX_ENTRIES = 20_000

/** File attributes of winnt.h. */
const DIRECTORY = 0x10
const REPARSE_POINT = 0x400

/** IO_REPARSE_TAG_MOUNT_POINT of winnt.h: junctions and mounted volumes. */
const MOUNT_POINT = 0xa0000003

const INVALID_HANDLE = 0xffffffffffffffffn

/** DRIVE_REMOTE of winbase.h. */
const REMOTE_DRIVE = 4

/** ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND, ERROR_NO_MORE_FILES and ERROR_DIRECTORY: proof that nothing is there. */
const ABSENT: ReadonlySet<number> = new Set([2, 3, 18, 267])
const NO_MORE_FILES = 18

/** Lists folders through kernel32; no file is ever opened. */
export function createFolders(native: NativeAccess): Folders {
  const bind = (declaration: string): NativeFunction => native.bind('kernel32.dll', declaration, 'last-error')
  const first = bind('uintptr_t __stdcall FindFirstFileW(str16 pattern, _Out_ uint8_t *data)')
  const next = bind('int __stdcall FindNextFileW(uintptr_t search, _Out_ uint8_t *data)')
  const close = bind('int __stdcall FindClose(uintptr_t search)')
  const driveType = bind('uint32_t __stdcall GetDriveTypeW(str16 root)')

  const readOn = (search: bigint, data: Buffer, subject: string): Win32Result<FolderListing> => {
    const entries: FolderEntry[] = []
    for (let seen = 0; seen < MAX_ENTRIES; seen += 1) {
      const entry = decodeEntry(data)
      if (entry.name !== '.' && entry.name !== '..') entries.push(entry)
      if (next(search, data)) continue
      const code = native.lastError()
      return code === NO_MORE_FILES ? succeeded({ entries, cutShort: false }) : refused('FindNextFileW', code, { subject })
    }
    return succeeded({ entries, cutShort: true })
  }

  return {
    entries: (folder, pattern) => {
      const data = Buffer.alloc(layouts.WIN32_FIND_DATAW.size)
      const search = toAddress(first(`${folder}\\${pattern}`, data))
      if (search === INVALID_HANDLE || search === 0n) {
        const code = native.lastError()
        if (ABSENT.has(code)) return succeeded({ entries: [], cutShort: false })
        return refused('FindFirstFileW', code, { subject: folder, missingRight: 'FILE_LIST_DIRECTORY' })
      }
      try {
        return readOn(search, data, folder)
      } finally {
        close(search)
      }
    },
    isOnNetworkDrive: (path) => Number(driveType(`${path.slice(0, 2)}\\`)) === REMOTE_DRIVE,
  }
}

function decodeEntry(data: Buffer): FolderEntry {
  const { dwFileAttributes, dwReserved0, cFileName, cAlternateFileName } = layouts.WIN32_FIND_DATAW
  const attributes = data.readUInt32LE(dwFileAttributes)
  return {
    name: wideTextAt(data, cFileName, cAlternateFileName),
    isFolder: (attributes & DIRECTORY) !== 0,
    link: (attributes & REPARSE_POINT) === 0 ? null : data.readUInt32LE(dwReserved0) === MOUNT_POINT ? 'mount-point' : 'other',
  }
}
