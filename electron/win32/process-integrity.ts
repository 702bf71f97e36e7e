import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { sidBehind } from './net-buffers.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'
import { MAX_SID_BYTES } from './security-identifiers.ts'

export interface ProcessIntegrity {
  /** The last part of the integrity level's SID: 0x2000 medium, 0x3000 high; null asks for this process. */
  level(processId: number | null): Win32Result<number>
}

const QUERY_LIMITED_INFORMATION = 0x1000
const TOKEN_QUERY = 0x8

/** TokenIntegrityLevel of winnt.h. */
const TOKEN_INTEGRITY_CLASS = 25

/** GetCurrentProcess returns this constant, which needs no closing. */
const CURRENT_PROCESS = 0xffffffffffffffffn

/** Reads integrity levels; input of a process reaches windows of the same level and below. */
export function createProcessIntegrity(native: NativeAccess): ProcessIntegrity {
  const open = native.bind('kernel32.dll', 'uintptr_t __stdcall OpenProcess(uint32_t access, int inherit, uint32_t process)', 'last-error')
  const openToken = native.bind(
    'advapi32.dll',
    'int __stdcall OpenProcessToken(uintptr_t process, uint32_t access, _Out_ uintptr_t *token)',
    'last-error',
  )
  const getInformation = native.bind(
    'advapi32.dll',
    'int __stdcall GetTokenInformation(uintptr_t token, int kind, _Out_ uint8_t *information, uint32_t bytes, _Out_ uint32_t *needed)',
    'last-error',
  )
  const close = native.bind('kernel32.dll', 'int __stdcall CloseHandle(uintptr_t handle)', 'last-error')

  const ofProcess = (process: bigint): Win32Result<number> => {
    const handle = [0n]
    if (!openToken(process, TOKEN_QUERY, handle)) return refused('OpenProcessToken', native.lastError())
    const token = toAddress(handle[0])
    const label = Buffer.alloc(layouts.TOKEN_MANDATORY_LABEL.size + MAX_SID_BYTES)
    try {
      if (!getInformation(token, TOKEN_INTEGRITY_CLASS, label, label.byteLength, [0])) {
        return refused('GetTokenInformation', native.lastError())
      }
      const sid = sidBehind(native, label, layouts.TOKEN_MANDATORY_LABEL['Label.Sid'])
      const level = /^S-1-16-(\d+)$/.exec(sid ?? '')?.[1]
      return level === undefined ? refused('GetTokenInformation', errorCodes.invalidData) : succeeded(Number(level))
    } finally {
      close(token)
    }
  }
  return {
    level: (processId) => {
      if (processId === null) return ofProcess(CURRENT_PROCESS)
      const process = toAddress(open(QUERY_LIMITED_INFORMATION, 0, processId))
      if (process === 0n) return refused('OpenProcess', native.lastError())
      try {
        return ofProcess(process)
      } finally {
        close(process)
      }
    },
  }
}
