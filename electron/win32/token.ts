import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'
import { MAX_SID_BYTES, sidFromBytes } from './security-identifiers.ts'

export interface ProcessToken {
  /** Whether this process holds a full administrator token (TokenElevation). */
  elevated(): Win32Result<boolean>
  /** SID of the account that this process runs under. */
  userSid(): Win32Result<string>
}

/** Reads tokens that this process holds. */
export interface TokenReader {
  /** SID of the user that a token stands for. */
  userSid(token: bigint): Win32Result<string>
  elevated(token: bigint): Win32Result<boolean>
}

const TOKEN_QUERY = 0x8

/** TOKEN_INFORMATION_CLASS of winnt.h. */
const TOKEN_USER_CLASS = 1
const TOKEN_ELEVATION_CLASS = 20

/** GetCurrentProcess returns this constant, which needs no closing. */
const CURRENT_PROCESS = 0xffffffffffffffffn

export function createTokenReader(native: NativeAccess): TokenReader {
  const getInformation = native.bind(
    'advapi32.dll',
    'int __stdcall GetTokenInformation(uintptr_t token, int kind, _Out_ uint8_t *buffer, uint32_t bytes, _Out_ uint32_t *needed)',
    'last-error',
  )
  const query = (token: bigint, kind: number, size: number): Win32Result<Buffer> => {
    const buffer = Buffer.alloc(size)
    return getInformation(token, kind, buffer, size, [0]) ? succeeded(buffer) : refused('GetTokenInformation', native.lastError())
  }
  return {
    elevated: (token) => {
      const answer = query(token, TOKEN_ELEVATION_CLASS, layouts.TOKEN_ELEVATION.size)
      return answer.ok ? succeeded(answer.value.readUInt32LE(layouts.TOKEN_ELEVATION.TokenIsElevated) !== 0) : answer
    },
    userSid: (token) => {
      const answer = query(token, TOKEN_USER_CLASS, layouts.TOKEN_USER.size + MAX_SID_BYTES)
      if (!answer.ok) return answer
      const offset = Number(answer.value.readBigUInt64LE(layouts.TOKEN_USER['User.Sid']) - native.addressOf(answer.value))
      const sid = offset >= 0 && offset < answer.value.byteLength ? sidFromBytes(answer.value.subarray(offset)) : null
      return sid === null ? refused('GetTokenInformation', errorCodes.invalidData) : succeeded(sid)
    },
  }
}

export function createProcessToken(native: NativeAccess): ProcessToken {
  const reader = createTokenReader(native)
  const openToken = native.bind(
    'advapi32.dll',
    'int __stdcall OpenProcessToken(uintptr_t process, uint32_t access, _Out_ uintptr_t *token)',
    'last-error',
  )
  const closeHandle = native.bind('kernel32.dll', 'int __stdcall CloseHandle(uintptr_t handle)', 'last-error')

  const withToken = <Value>(read: (token: bigint) => Win32Result<Value>): Win32Result<Value> => {
    const handle = [0n]
    if (!openToken(CURRENT_PROCESS, TOKEN_QUERY, handle)) return refused('OpenProcessToken', native.lastError())
    const token = toAddress(handle[0])
    try {
      return read(token)
    } finally {
      closeHandle(token)
    }
  }
  return { elevated: () => withToken(reader.elevated), userSid: () => withToken(reader.userSid) }
}
