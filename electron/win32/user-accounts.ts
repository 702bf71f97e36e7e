import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { createNetBuffers, MAX_PREFERRED_LENGTH, type NetListing, sidBehind, textBehind } from './net-buffers.ts'
import { errorCodes, succeeded, type Win32Result } from './result.ts'

/** A user as USER_INFO_4 holds it. */
export interface UserAccount {
  readonly name: string
  readonly sid: string
  readonly fullName: string
  readonly comment: string
  /** usri4_flags, the UF_ constants of lmaccess.h */
  readonly flags: number
  readonly passwordAgeSeconds: number
  /** the password must be changed at the next sign-in */
  readonly passwordExpired: boolean
  /** seconds since 1970; 0: never or not known */
  readonly lastLogonSeconds: number
  /** null: not known */
  readonly badPasswordCount: number | null
}

export interface UserAccounts {
  /** Names of all normal users of this machine's database – on a domain controller of the whole domain. */
  names(): Win32Result<NetListing<string>>
  /** One user by its bare name; null: there is none (NERR_UserNotFound). */
  account(name: string): Win32Result<UserAccount | null>
}

/** FILTER_NORMAL_ACCOUNT of lmaccess.h: people and services, no computers and no trusts. */
const NORMAL_ACCOUNTS = 2

/** The count of a database that does not keep one. */
const COUNT_NOT_KNOWN = 0xffffffff

/** NetUserEnum has no level that holds SIDs, so it gives the names and NetUserGetInfo level 4 the rest, user by user. */
export function createUserAccounts(native: NativeAccess): UserAccounts {
  const buffers = createNetBuffers(native)
  const enumerate = native.bind(
    'netapi32.dll',
    'uint32_t __stdcall NetUserEnum(str16 server, uint32_t level, uint32_t filter, _Out_ uintptr_t *buffer, uint32_t bytes, _Out_ uint32_t *count, _Out_ uint32_t *total, _Inout_ uint32_t *resume)',
    'status',
  )
  const getInformation = native.bind(
    'netapi32.dll',
    'uint32_t __stdcall NetUserGetInfo(str16 server, str16 name, uint32_t level, _Out_ uintptr_t *buffer)',
    'status',
  )
  return {
    names: () =>
      buffers.list(
        { function: 'NetUserEnum', bytes: layouts.USER_INFO_0.size },
        (buffer, count, resume) => enumerate(null, 0, NORMAL_ACCOUNTS, buffer, MAX_PREFERRED_LENGTH, count, [0], resume),
        (row) => textBehind(native, row, layouts.USER_INFO_0.usri0_name) || null,
      ),
    account: (name) => {
      const answer = buffers.take(
        { function: 'NetUserGetInfo', subject: name, bytes: layouts.USER_INFO_4.size },
        (buffer) => getInformation(null, name, 4, buffer),
        (bytes) => decodeUser(native, bytes),
      )
      return !answer.ok && answer.failure.code === errorCodes.userNotFound ? succeeded(null) : answer
    },
  }
}

/** A USER_INFO_4; null: it has no name or no SID. */
export function decodeUser(native: NativeAccess, bytes: Buffer): UserAccount | null {
  const layout = layouts.USER_INFO_4
  const name = textBehind(native, bytes, layout.usri4_name)
  const sid = sidBehind(native, bytes, layout.usri4_user_sid)
  if (name === '' || sid === null) return null
  const badPasswords = bytes.readUInt32LE(layout.usri4_bad_pw_count)
  return {
    name,
    sid,
    fullName: textBehind(native, bytes, layout.usri4_full_name),
    comment: textBehind(native, bytes, layout.usri4_comment),
    flags: bytes.readUInt32LE(layout.usri4_flags),
    passwordAgeSeconds: bytes.readUInt32LE(layout.usri4_password_age),
    passwordExpired: bytes.readUInt32LE(layout.usri4_password_expired) !== 0,
    lastLogonSeconds: bytes.readUInt32LE(layout.usri4_last_logon),
    badPasswordCount: badPasswords === COUNT_NOT_KNOWN ? null : badPasswords,
  }
}
