import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { createNetBuffers, MAX_PREFERRED_LENGTH, type NetListing, sidBehind, textBehind } from './net-buffers.ts'
import { errorCodes, type Win32Result } from './result.ts'

export interface GroupMember {
  readonly sid: string
  /** `AUTHORITY\name`; empty where the SID resolves to nothing */
  readonly name: string
  /** unknown: a deleted account, or one whose domain does not answer */
  readonly kind: 'user' | 'group' | 'well-known' | 'unknown'
}

export interface LocalGroupDatabase {
  /** Names of the local groups; on a domain controller those of the domain. */
  names(): Win32Result<NetListing<string>>
  /** Direct members with their names, which Windows may have to ask a domain for. */
  members(group: string): Win32Result<NetListing<GroupMember>>
  /** Direct members as SIDs alone, which no domain is asked for. */
  memberSids(group: string): Win32Result<NetListing<string>>
  /** Names of the local groups that an account is in, nested ones included. */
  groupsOfUser(account: string): Win32Result<NetListing<string>>
}

/** SID_NAME_USE of winnt.h; what is not listed is unknown. */
const KINDS: ReadonlyMap<number, GroupMember['kind']> = new Map([
  [1, 'user'],
  [2, 'group'],
  [4, 'group'],
  [5, 'well-known'],
  [9, 'user'],
])

/** LG_INCLUDE_INDIRECT of lmaccess.h. */
const INCLUDE_INDIRECT = 1

export function createLocalGroupDatabase(native: NativeAccess): LocalGroupDatabase {
  const buffers = createNetBuffers(native)
  const bind = (declaration: string) => native.bind('netapi32.dll', declaration, 'status')
  const enumerate = bind(
    'uint32_t __stdcall NetLocalGroupEnum(str16 server, uint32_t level, _Out_ uintptr_t *buffer, uint32_t bytes, _Out_ uint32_t *count, _Out_ uint32_t *total, _Inout_ uintptr_t *resume)',
  )
  const getMembers = bind(
    'uint32_t __stdcall NetLocalGroupGetMembers(str16 server, str16 group, uint32_t level, _Out_ uintptr_t *buffer, uint32_t bytes, _Out_ uint32_t *count, _Out_ uint32_t *total, _Inout_ uintptr_t *resume)',
  )
  const getGroups = bind(
    'uint32_t __stdcall NetUserGetLocalGroups(str16 server, str16 user, uint32_t level, uint32_t flags, _Out_ uintptr_t *buffer, uint32_t bytes, _Out_ uint32_t *count, _Out_ uint32_t *total)',
  )
  const listMembers = <Row>(group: string, level: 0 | 2, bytes: number, decode: (row: Buffer) => Row | null) =>
    buffers.list(
      { function: 'NetLocalGroupGetMembers', subject: group, bytes },
      (buffer, count, resume) => getMembers(null, group, level, buffer, MAX_PREFERRED_LENGTH, count, [0], resume),
      decode,
    )
  return {
    names: () =>
      buffers.list(
        { function: 'NetLocalGroupEnum', bytes: layouts.LOCALGROUP_INFO_0.size },
        (buffer, count, resume) => enumerate(null, 0, buffer, MAX_PREFERRED_LENGTH, count, [0], resume),
        (row) => textBehind(native, row, layouts.LOCALGROUP_INFO_0.lgrpi0_name) || null,
      ),
    members: (group) => listMembers(group, 2, layouts.LOCALGROUP_MEMBERS_INFO_2.size, (row) => decodeMember(native, row)),
    memberSids: (group) =>
      listMembers(group, 0, layouts.LOCALGROUP_MEMBERS_INFO_0.size, (row) =>
        sidBehind(native, row, layouts.LOCALGROUP_MEMBERS_INFO_0.lgrmi0_sid),
      ),
    groupsOfUser: (account) =>
      buffers.list(
        { function: 'NetUserGetLocalGroups', subject: account, bytes: layouts.LOCALGROUP_USERS_INFO_0.size },
        // One page only: the function takes no handle to go on with, so a second call would give the same again.
        (buffer, count, resume) => {
          if (resume[0] !== 0) return errorCodes.moreData
          resume[0] = 1
          return getGroups(null, account, 0, INCLUDE_INDIRECT, buffer, MAX_PREFERRED_LENGTH, count, [0])
        },
        (row) => textBehind(native, row, layouts.LOCALGROUP_USERS_INFO_0.lgrui0_name) || null,
      ),
  }
}

function decodeMember(native: NativeAccess, row: Buffer): GroupMember | null {
  const layout = layouts.LOCALGROUP_MEMBERS_INFO_2
  const sid = sidBehind(native, row, layout.lgrmi2_sid)
  if (sid === null) return null
  const kind = KINDS.get(row.readUInt32LE(layout.lgrmi2_sidusage)) ?? 'unknown'
  return { sid, kind, name: kind === 'unknown' ? '' : textBehind(native, row, layout.lgrmi2_domainandname) }
}
