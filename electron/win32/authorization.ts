import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'
import { sidFromBytes, sidToBytes } from './security-identifiers.ts'

export interface Authorization {
  /**
   * SIDs of all groups that an account would sign in with, nested and domain ones included.
   *
   * Windows asks the account's domain; where that does not answer or refuses, so does this.
   */
  groupsOf(sid: string): Win32Result<readonly string[]>
}

/** AUTHZ_RM_FLAG_NO_AUDIT of authz.h: nothing is checked or logged here. */
const NO_AUDIT = 1

/** AuthzContextInfoGroupsSids of authz.h. */
const GROUPS_SIDS = 2

/** Room for the groups of nearly every account; an account has at most 1,015 of them in its token, so four times that is a broken answer. */
const FIRST_BYTES = 16 * 1024
const MAX_BYTES = 512 * 1024

/** SE_GROUP_LOGON_ID and SE_GROUP_INTEGRITY of winnt.h: marks of a session and of a level, no groups. */
const NO_GROUP = 0xc0000020

const MISSING_RIGHT = 'reading the group membership of the account in its domain'

type AuthzCalls = Readonly<Record<'openManager' | 'closeManager' | 'openContext' | 'closeContext' | 'query', NativeFunction>>

export function createAuthorization(native: NativeAccess): Authorization {
  const bind = (declaration: string) => native.bind('authz.dll', declaration, 'last-error')
  const calls: AuthzCalls = {
    openManager: bind(
      'int __stdcall AuthzInitializeResourceManager(uint32_t flags, void *check, void *compute, void *free, str16 name, _Out_ uintptr_t *manager)',
    ),
    closeManager: bind('int __stdcall AuthzFreeResourceManager(uintptr_t manager)'),
    openContext: bind(
      'int __stdcall AuthzInitializeContextFromSid(uint32_t flags, const uint8_t *sid, uintptr_t manager, void *expires, uint64_t identifier, void *arguments, _Out_ uintptr_t *context)',
    ),
    closeContext: bind('int __stdcall AuthzFreeContext(uintptr_t context)'),
    query: bind(
      'int __stdcall AuthzGetInformationFromContext(uintptr_t context, int kind, uint32_t bytes, _Out_ uint32_t *needed, _Out_ uint8_t *buffer)',
    ),
  }
  return {
    groupsOf: (sid) => {
      const bytes = sidToBytes(sid)
      if (bytes === null) return refused('AuthzInitializeContextFromSid', errorCodes.invalidData, { subject: sid })
      const manager = [0n]
      if (!calls.openManager(NO_AUDIT, null, null, null, null, manager)) {
        return refused('AuthzInitializeResourceManager', native.lastError())
      }
      const context = [0n]
      try {
        if (!calls.openContext(0, bytes, toAddress(manager[0]), null, 0n, null, context)) {
          const details = { subject: sid, missingRight: MISSING_RIGHT }
          return refused('AuthzInitializeContextFromSid', native.lastError(), details)
        }
        return readGroups(native, calls, toAddress(context[0]), sid)
      } finally {
        if (toAddress(context[0]) !== 0n) calls.closeContext(toAddress(context[0]))
        calls.closeManager(toAddress(manager[0]))
      }
    },
  }
}

function readGroups(native: NativeAccess, calls: AuthzCalls, context: bigint, sid: string): Win32Result<readonly string[]> {
  const needed = [0]
  for (let size = FIRST_BYTES; ; size = Number(needed[0])) {
    const buffer = Buffer.alloc(size)
    if (calls.query(context, GROUPS_SIDS, size, needed, buffer)) {
      const groups = decodeGroups(native, buffer)
      // Everybody is in a group: an answer without one, or with a broken one, is none.
      if (groups !== null && groups.length > 0) return succeeded(groups)
      return refused('AuthzGetInformationFromContext', errorCodes.invalidData, { subject: sid })
    }
    const code = native.lastError()
    const larger = Number(needed[0]) > size && Number(needed[0]) <= MAX_BYTES
    if (code !== errorCodes.insufficientBuffer || !larger) return refused('AuthzGetInformationFromContext', code, { subject: sid })
  }
}

/** TOKEN_GROUPS; null: a structure points outside of its buffer or to what is no SID. */
function decodeGroups(native: NativeAccess, buffer: Buffer): readonly string[] | null {
  const base = native.addressOf(buffer)
  const row = layouts.SID_AND_ATTRIBUTES
  const count = buffer.readUInt32LE(layouts.TOKEN_GROUPS.GroupCount)
  if (layouts.TOKEN_GROUPS.Groups + count * row.size > buffer.byteLength) return null
  const groups: string[] = []
  for (let index = 0; index < count; index += 1) {
    const start = layouts.TOKEN_GROUPS.Groups + index * row.size
    if ((buffer.readUInt32LE(start + row.Attributes) & NO_GROUP) !== 0) continue
    const offset = Number(buffer.readBigUInt64LE(start + row.Sid) - base)
    const sid = offset >= 0 && offset < buffer.byteLength ? sidFromBytes(buffer.subarray(offset)) : null
    if (sid === null) return null
    groups.push(sid)
  }
  return groups
}
