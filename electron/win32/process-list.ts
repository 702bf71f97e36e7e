import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress, wideTextAt } from './memory.ts'
import { sidBehind } from './net-buffers.ts'
import { createProcessOwners } from './process-owners.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'
import { MAX_SID_BYTES } from './security-identifiers.ts'

export interface ListedProcess {
  readonly id: number
  /** Image file name without its folder; parts of the kernel such as `System` have a name that is no file. */
  readonly name: string
}

export interface OpenProcess {
  /** Null: the process has no image file, or is about to end. */
  imagePath(): Win32Result<string | null>
  /** SID of the account that its token names. */
  ownerSid(): Win32Result<string>
}

export interface ProcessList {
  /** Every process of this machine; the idle process, which has the id 0 and is none, is left out. */
  list(): Win32Result<readonly ListedProcess[]>
  /** Opens a process for as long as `reader` runs; ERROR_INVALID_PARAMETER is proof that it has ended. */
  open<Value>(id: number, reader: (process: OpenProcess) => Value): Win32Result<Value>
  /** Owners as the session manager tells them: SIDs by id; who is not listed is not told. */
  ownerSids(): Win32Result<ReadonlyMap<number, string>>
}

/** TH32CS_SNAPPROCESS of tlhelp32.h. */
const SNAPSHOT_OF_PROCESSES = 0x2

/** PROCESS_QUERY_LIMITED_INFORMATION of winnt.h: enough for path and token, and nothing of the memory. */
const QUERY_LIMITED_INFORMATION = 0x1000
const TOKEN_QUERY = 0x8

/** TOKEN_INFORMATION_CLASS of winnt.h. */
const TOKEN_USER_CLASS = 1

/** INVALID_HANDLE_VALUE. */
const INVALID_HANDLE = 0xffffffffffffffffn

/** The longest path that Windows has (UNICODE_STRING_MAX_CHARS). */
const PATH_CHARACTERS = 32_767

/** ERROR_NO_MORE_FILES ends the list; ERROR_GEN_FAILURE answers for a process without an image. */
const NO_MORE_FILES = 18
const GENERAL_FAILURE = 31

/** Lists processes through kernel32 and looks at their tokens; SeDebugPrivilege is not enabled for it. */
export function createProcessList(native: NativeAccess): ProcessList {
  const calls = bindCalls(native)
  const path = Buffer.alloc(PATH_CHARACTERS * 2)
  return {
    list: () => {
      const snapshot = toAddress(calls.snapshot(SNAPSHOT_OF_PROCESSES, 0))
      if (snapshot === INVALID_HANDLE || snapshot === 0n) return refused('CreateToolhelp32Snapshot', native.lastError())
      try {
        return listProcesses(native, calls, snapshot)
      } finally {
        calls.close(snapshot)
      }
    },
    open: (id, reader) => {
      const process = toAddress(calls.open(QUERY_LIMITED_INFORMATION, 0, id))
      if (process === 0n) return refused('OpenProcess', native.lastError(), { missingRight: 'PROCESS_QUERY_LIMITED_INFORMATION' })
      try {
        return succeeded(
          reader({ imagePath: () => readPath(native, calls, process, path), ownerSid: () => readOwner(native, calls, process) }),
        )
      } finally {
        calls.close(process)
      }
    },
    ownerSids: createProcessOwners(native),
  }
}

type ProcessCalls = Readonly<
  Record<'snapshot' | 'first' | 'next' | 'open' | 'imageName' | 'close' | 'token' | 'information', NativeFunction>
>

function bindCalls(native: NativeAccess): ProcessCalls {
  const kernel = (declaration: string): NativeFunction => native.bind('kernel32.dll', declaration, 'last-error')
  const security = (declaration: string): NativeFunction => native.bind('advapi32.dll', declaration, 'last-error')
  return {
    snapshot: kernel('uintptr_t __stdcall CreateToolhelp32Snapshot(uint32_t flags, uint32_t process)'),
    first: kernel('int __stdcall Process32FirstW(uintptr_t snapshot, _Inout_ uint8_t *entry)'),
    next: kernel('int __stdcall Process32NextW(uintptr_t snapshot, _Inout_ uint8_t *entry)'),
    open: kernel('uintptr_t __stdcall OpenProcess(uint32_t access, int inherit, uint32_t process)'),
    imageName: kernel(
      'int __stdcall QueryFullProcessImageNameW(uintptr_t process, uint32_t flags, _Out_ uint8_t *path, _Inout_ uint32_t *characters)',
    ),
    close: kernel('int __stdcall CloseHandle(uintptr_t handle)'),
    token: security('int __stdcall OpenProcessToken(uintptr_t process, uint32_t access, _Out_ uintptr_t *token)'),
    information: security(
      'int __stdcall GetTokenInformation(uintptr_t token, int kind, _Out_ uint8_t *information, uint32_t bytes, _Out_ uint32_t *needed)',
    ),
  }
}

function listProcesses(native: NativeAccess, calls: ProcessCalls, snapshot: bigint): Win32Result<readonly ListedProcess[]> {
  const { size, dwSize, th32ProcessID, szExeFile } = layouts.PROCESSENTRY32W
  const processes: ListedProcess[] = []
  const entry = Buffer.alloc(size)
  entry.writeUInt32LE(size, dwSize)
  let more = calls.first(snapshot, entry)
  while (more) {
    const id = entry.readUInt32LE(th32ProcessID)
    if (id !== 0) processes.push({ id, name: wideTextAt(entry, szExeFile) })
    more = calls.next(snapshot, entry)
  }
  const code = native.lastError()
  // A machine without a process would not have answered: an empty list is a broken one.
  if (code === NO_MORE_FILES && processes.length > 0) return succeeded(processes)
  return refused(processes.length > 0 ? 'Process32NextW' : 'Process32FirstW', code)
}

function readPath(native: NativeAccess, calls: ProcessCalls, process: bigint, path: Buffer): Win32Result<string | null> {
  const characters = [PATH_CHARACTERS]
  if (!calls.imageName(process, 0, path, characters)) {
    const code = native.lastError()
    return code === GENERAL_FAILURE ? succeeded(null) : refused('QueryFullProcessImageNameW', code)
  }
  const text = path.toString('utf16le', 0, Number(characters[0]) * 2)
  return succeeded(text.includes('\\') ? text : null)
}

function readOwner(native: NativeAccess, calls: ProcessCalls, process: bigint): Win32Result<string> {
  const handle = [0n]
  if (!calls.token(process, TOKEN_QUERY, handle)) return refused('OpenProcessToken', native.lastError(), { missingRight: 'TOKEN_QUERY' })
  const token = toAddress(handle[0])
  try {
    const information = Buffer.alloc(layouts.TOKEN_USER.size + MAX_SID_BYTES)
    if (!calls.information(token, TOKEN_USER_CLASS, information, information.byteLength, [0])) {
      return refused('GetTokenInformation', native.lastError())
    }
    const sid = sidBehind(native, information, layouts.TOKEN_USER['User.Sid'])
    return sid === null ? refused('GetTokenInformation', errorCodes.invalidData) : succeeded(sid)
  } finally {
    calls.close(token)
  }
}
