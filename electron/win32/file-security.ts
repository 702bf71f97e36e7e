import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'
import { sidFromBytes } from './security-identifiers.ts'

/** Whom the access list of a file lets read what is in it. */
export interface FileReaders {
  /** each once, in the order of the list */
  readonly sids: readonly string[]
  /** entries of a kind that is not known here: whom they let in is not told */
  readonly unknownEntries: number
}

export interface FileSecurity {
  /** By the discretionary access list alone; a file without one may be read by everyone. Owner and privileges are left aside. */
  readersOf(path: string): Win32Result<FileReaders>
}

/** SE_FILE_OBJECT of accctrl.h and DACL_SECURITY_INFORMATION of winnt.h. */
const FILE_OBJECT = 1
const DACL_INFORMATION = 0x4

/** Each of these lets read the content: FILE_READ_DATA, GENERIC_ALL, GENERIC_READ of winnt.h. */
const READING = 0x1 | 0x1000_0000 | 0x8000_0000

/** INHERIT_ONLY_ACE of winnt.h: for what is below, not for the object itself. */
const INHERIT_ONLY = 0x8

const EVERYONE = 'S-1-1-0'

/** Entry types of winnt.h: plain, with a condition (callback), for an object, for an object with a condition. */
const ALLOWING: ReadonlySet<number> = new Set([0, 9, 5, 11])
const DENYING: ReadonlySet<number> = new Set([1, 10, 6, 12])
const WITH_CONDITION: ReadonlySet<number> = new Set([9, 10, 11, 12])
const FOR_OBJECT: ReadonlySet<number> = new Set([5, 6, 11, 12])

/** Size of each identifier that an object's entry may hold before the SID, in bytes, with the flag that tells of it. */
const IDENTIFIER_BYTES = 16
const IDENTIFIER_FLAGS = [1, 2]

export function createFileSecurity(native: NativeAccess): FileSecurity {
  const getSecurity = native.bind(
    'advapi32.dll',
    'uint32_t __stdcall GetNamedSecurityInfoW(str16 name, int type, uint32_t information, void *owner, void *group, _Out_ uintptr_t *dacl, void *sacl, _Out_ uintptr_t *descriptor)',
    'status',
  )
  const free = native.bind('kernel32.dll', 'uintptr_t __stdcall LocalFree(uintptr_t memory)', 'last-error')
  return {
    readersOf: (path) => {
      const list = [0n]
      const descriptor = [0n]
      const status = Number(getSecurity(path, FILE_OBJECT, DACL_INFORMATION, null, null, list, null, descriptor))
      if (status !== 0) return refused('GetNamedSecurityInfoW', status, { subject: path, missingRight: 'READ_CONTROL' })
      try {
        const address = toAddress(list[0])
        if (address === 0n) return succeeded({ sids: [EVERYONE], unknownEntries: 0 })
        const readers = decodeAccessList(copyAccessList(native, address))
        return readers === null ? refused('GetNamedSecurityInfoW', errorCodes.invalidData, { subject: path }) : succeeded(readers)
      } finally {
        if (toAddress(descriptor[0]) !== 0n) free(toAddress(descriptor[0]))
      }
    },
  }
}

function copyAccessList(native: NativeAccess, address: bigint): Buffer {
  const header = Buffer.from(native.bytesAt(address, layouts.ACL.size))
  return Buffer.from(native.bytesAt(address, Math.max(header.readUInt16LE(layouts.ACL.AclSize), layouts.ACL.size)))
}

/**
 * Reads an access list from its beginning, as Windows does: what was denied before is not allowed any more.
 *
 * An entry with a condition allows as if the condition held, and denies nothing: it may hold or not. Null: the entries do not lie
 * within the list.
 */
function decodeAccessList(list: Buffer): FileReaders | null {
  const { size, AclSize, AceCount } = layouts.ACL
  const entry = layouts.ACE_HEADER
  if (list.byteLength < size || list.byteLength < list.readUInt16LE(AclSize)) return null
  const allowed = new Set<string>()
  const denied = new Set<string>()
  let unknownEntries = 0
  let start: number = size
  for (let count = list.readUInt16LE(AceCount); count > 0; count -= 1) {
    if (start + entry.size > list.byteLength) return null
    const bytes = list.subarray(start, start + list.readUInt16LE(start + entry.AceSize))
    if (bytes.byteLength < entry.size || bytes.byteLength < list.readUInt16LE(start + entry.AceSize)) return null
    start += bytes.byteLength
    const type = bytes[entry.AceType] ?? -1
    if (((bytes[entry.AceFlags] ?? 0) & INHERIT_ONLY) !== 0) continue
    if (!ALLOWING.has(type) && !DENYING.has(type)) {
      unknownEntries += 1
      continue
    }
    const sid = sidOfReader(bytes, type)
    if (sid === undefined) return null
    if (sid === null) continue
    if (DENYING.has(type) && !WITH_CONDITION.has(type)) denied.add(sid)
    else if (ALLOWING.has(type) && !denied.has(sid) && !denied.has(EVERYONE)) allowed.add(sid)
  }
  return { sids: [...allowed], unknownEntries }
}

/** Whom the entry is about; null: it is not about reading; undefined: it is broken. */
function sidOfReader(entry: Buffer, type: number): string | null | undefined {
  const plain = layouts.ACCESS_ALLOWED_ACE
  const object = layouts.ACCESS_ALLOWED_OBJECT_ACE
  if (entry.byteLength < (FOR_OBJECT.has(type) ? object.ObjectType : plain.size)) return undefined
  if ((entry.readUInt32LE(plain.Mask) & READING) === 0) return null
  let start: number = plain.SidStart
  if (FOR_OBJECT.has(type)) {
    const flags = entry.readUInt32LE(object.Flags)
    start = object.ObjectType + IDENTIFIER_FLAGS.filter((flag) => (flags & flag) !== 0).length * IDENTIFIER_BYTES
  }
  return sidFromBytes(entry.subarray(start)) ?? undefined
}
