import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'
import { type AccessDescription, parseAccessDescription } from './security-description.ts'

/** Who a folder belongs to and whom it lets in. */
export interface FolderProtection extends AccessDescription {
  /** its content lies elsewhere: a junction, a symbolic link, a mounted volume */
  readonly isLink: boolean
  readonly isFolder: boolean
}

export interface ProtectedFolders {
  /** The folder of programs for the data of all users, e.g. `C:\ProgramData`. */
  programData(): Win32Result<string>
  /** Makes a folder that belongs to the administrators and lets in them and the system alone; `exists`: there is one, and it stays as it is. */
  create(path: string): Win32Result<'created' | 'exists'>
  /** Of the entry itself, never of what a link leads to. */
  protectionOf(path: string): Win32Result<FolderProtection>
}

/** Owner Administrators; nothing inherited; full access for SYSTEM and Administrators, for everything below too. */
export const ADMINISTRATORS_ALONE = 'O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'

/** SDDL_REVISION_1 of sddl.h. */
const REVISION = 1

/** SE_FILE_OBJECT of accctrl.h; OWNER_SECURITY_INFORMATION and DACL_SECURITY_INFORMATION of winnt.h. */
const FILE_OBJECT = 1
const OWNER_AND_LIST = 0x1 | 0x4

/** READ_CONTROL and FILE_READ_ATTRIBUTES, shared with everybody, OPEN_EXISTING. */
const READING = 0x2_0000 | 0x80
const SHARE_ALL = 0x7
const OPEN_EXISTING = 3
/** FILE_FLAG_BACKUP_SEMANTICS opens folders, FILE_FLAG_OPEN_REPARSE_POINT a link instead of its target. */
const FOLDER_OR_LINK = 0x0200_0000 | 0x0020_0000
const INVALID_HANDLE = 0xffffffffffffffffn

/** File attributes of winnt.h. */
const DIRECTORY = 0x10
const REPARSE_POINT = 0x400

/** FOLDERID_ProgramData {62AB5D82-FDC1-4DC3-A9DD-070D1D495D97} of knownfolders.h. */
const PROGRAM_DATA = Buffer.from('825dab62c1fdc34da9dd070d1d495d97', 'hex')

/** Through kernel32, advapi32 and shell32; everything is asked of one open handle, so that nothing can be swapped between two questions. */
export function createProtectedFolders(native: NativeAccess): ProtectedFolders {
  const bindings = bindAll(native)
  return {
    programData: () => {
      const text = [0n]
      // SECURITY: a variable of the environment is the user's to set; what Windows itself knows is not.
      const status = Number(bindings.knownFolder(PROGRAM_DATA, 0, 0n, text)) >>> 0
      const address = toAddress(text[0])
      try {
        return status === 0 ? succeeded(native.wideStringAt(address)) : refused('SHGetKnownFolderPath', status, { subject: 'ProgramData' })
      } finally {
        if (address !== 0n) bindings.freeTask(address)
      }
    },
    create: (path) => {
      const descriptor = [0n]
      if (!bindings.describe(ADMINISTRATORS_ALONE, REVISION, descriptor, null)) {
        return refused('ConvertStringSecurityDescriptorToSecurityDescriptorW', native.lastError(), { subject: path })
      }
      try {
        if (bindings.createFolder(path, attributesWith(toAddress(descriptor[0])))) return succeeded('created')
        const code = native.lastError()
        return code === errorCodes.alreadyExists ? succeeded('exists') : refused('CreateDirectoryW', code, { subject: path })
      } finally {
        bindings.free(toAddress(descriptor[0]))
      }
    },
    protectionOf: (path) => {
      const handle = toAddress(bindings.open(path, READING, SHARE_ALL, null, OPEN_EXISTING, FOLDER_OR_LINK, 0n))
      if (handle === INVALID_HANDLE || handle === 0n) {
        return refused('CreateFileW', native.lastError(), { subject: path, missingRight: 'READ_CONTROL' })
      }
      try {
        return readProtection(native, bindings, handle, path)
      } finally {
        bindings.close(handle)
      }
    },
  }
}

type Bindings = ReturnType<typeof bindAll>

function bindAll(native: NativeAccess) {
  return {
    knownFolder: native.bind(
      'shell32.dll',
      'uint32_t __stdcall SHGetKnownFolderPath(const uint8_t *folder, uint32_t flags, uintptr_t token, _Out_ uintptr_t *path)',
      'status',
    ),
    freeTask: native.bind('ole32.dll', 'void __stdcall CoTaskMemFree(uintptr_t memory)', 'status'),
    describe: native.bind(
      'advapi32.dll',
      'int __stdcall ConvertStringSecurityDescriptorToSecurityDescriptorW(str16 text, uint32_t revision, _Out_ uintptr_t *descriptor, void *size)',
      'last-error',
    ),
    describedAs: native.bind(
      'advapi32.dll',
      'int __stdcall ConvertSecurityDescriptorToStringSecurityDescriptorW(uintptr_t descriptor, uint32_t revision, uint32_t information, _Out_ uintptr_t *text, void *length)',
      'last-error',
    ),
    security: native.bind(
      'advapi32.dll',
      'uint32_t __stdcall GetSecurityInfo(uintptr_t handle, int type, uint32_t information, void *owner, void *group, void *dacl, void *sacl, _Out_ uintptr_t *descriptor)',
      'status',
    ),
    createFolder: native.bind('kernel32.dll', 'int __stdcall CreateDirectoryW(str16 path, const uint8_t *attributes)', 'last-error'),
    open: native.bind(
      'kernel32.dll',
      'uintptr_t __stdcall CreateFileW(str16 path, uint32_t access, uint32_t share, void *attributes, uint32_t disposition, uint32_t flags, uintptr_t template)',
      'last-error',
    ),
    information: native.bind(
      'kernel32.dll',
      'int __stdcall GetFileInformationByHandle(uintptr_t handle, _Out_ uint8_t *information)',
      'last-error',
    ),
    close: native.bind('kernel32.dll', 'int __stdcall CloseHandle(uintptr_t handle)', 'last-error'),
    free: native.bind('kernel32.dll', 'uintptr_t __stdcall LocalFree(uintptr_t memory)', 'last-error'),
  }
}

function attributesWith(descriptor: bigint): Buffer {
  const { size, nLength, lpSecurityDescriptor } = layouts.SECURITY_ATTRIBUTES
  const attributes = Buffer.alloc(size)
  attributes.writeUInt32LE(size, nLength)
  attributes.writeBigUInt64LE(descriptor, lpSecurityDescriptor)
  return attributes
}

function readProtection(native: NativeAccess, bindings: Bindings, handle: bigint, path: string): Win32Result<FolderProtection> {
  const { size, dwFileAttributes } = layouts.BY_HANDLE_FILE_INFORMATION
  const information = Buffer.alloc(size)
  if (!bindings.information(handle, information)) return refused('GetFileInformationByHandle', native.lastError(), { subject: path })
  const descriptor = [0n]
  const status = Number(bindings.security(handle, FILE_OBJECT, OWNER_AND_LIST, null, null, null, null, descriptor))
  if (status !== 0) return refused('GetSecurityInfo', status, { subject: path, missingRight: 'READ_CONTROL' })
  try {
    const text = [0n]
    if (!bindings.describedAs(toAddress(descriptor[0]), REVISION, OWNER_AND_LIST, text, null)) {
      return refused('ConvertSecurityDescriptorToStringSecurityDescriptorW', native.lastError(), { subject: path })
    }
    try {
      const described = parseAccessDescription(native.wideStringAt(toAddress(text[0])))
      if (described === null) return refused('GetSecurityInfo', errorCodes.invalidData, { subject: path })
      const attributes = information.readUInt32LE(dwFileAttributes)
      return succeeded({ ...described, isLink: (attributes & REPARSE_POINT) !== 0, isFolder: (attributes & DIRECTORY) !== 0 })
    } finally {
      bindings.free(toAddress(text[0]))
    }
  } finally {
    bindings.free(toAddress(descriptor[0]))
  }
}
