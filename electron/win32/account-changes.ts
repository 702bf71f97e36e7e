import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { createNetBuffers, textBehind } from './net-buffers.ts'
import { refused, succeeded, type Win32Result } from './result.ts'

/** A computer as netapi32 wants it named. Never left out: a password is then changed in the caller's logon domain. */
export type ServerName = `\\\\${string}`

export interface NewUser {
  readonly name: string
  readonly comment: string
  /** UF_ constants of lmaccess.h */
  readonly flags: number
}

export interface CreatedUser {
  readonly comment: string
  readonly flags: number
  /** in the administrators' group of this machine, or in one that is */
  readonly administrator: boolean
}

/** Writes the users of a machine; each password is zero-terminated UTF-16LE, and no copy of it is made here. */
export interface AccountChanges {
  /** As the user would, with the old password. */
  changePassword(server: ServerName, user: string, old: Uint8Array, next: Uint8Array): Win32Result<null>
  /** As an administrator. */
  setPassword(server: ServerName, user: string, next: Uint8Array): Win32Result<null>
  setFlags(server: ServerName, user: string, flags: number): Win32Result<null>
  add(server: ServerName, user: NewUser, password: Uint8Array): Win32Result<null>
  remove(server: ServerName, user: string): Win32Result<null>
  /** What became of a user that was added. */
  created(server: ServerName, user: string): Win32Result<CreatedUser>
}

/** USER_PRIV_USER and USER_PRIV_ADMIN of lmaccess.h; NetUserAdd takes no other than the first. */
const ORDINARY_USER = 1
const ADMINISTRATOR = 2

const MISSING_RIGHT = 'membership in Administrators'

export function createAccountChanges(native: NativeAccess): AccountChanges {
  const buffers = createNetBuffers(native)
  const bind = (declaration: string) => native.bind('netapi32.dll', declaration, 'status')
  const change = bind('uint32_t __stdcall NetUserChangePassword(str16 server, str16 user, uintptr_t old, uintptr_t next)')
  const setInformation = bind(
    'uint32_t __stdcall NetUserSetInfo(str16 server, str16 user, uint32_t level, uint8_t *buffer, _Out_ uint32_t *parameter)',
  )
  const add = bind('uint32_t __stdcall NetUserAdd(str16 server, uint32_t level, uint8_t *buffer, _Out_ uint32_t *parameter)')
  const remove = bind('uint32_t __stdcall NetUserDel(str16 server, str16 user)')
  const getInformation = bind('uint32_t __stdcall NetUserGetInfo(str16 server, str16 user, uint32_t level, _Out_ uintptr_t *buffer)')
  return {
    changePassword: (server, user, old, next) =>
      outcomeOf('NetUserChangePassword', user, change(server, user, native.addressOf(old), native.addressOf(next))),
    setPassword: (server, user, next) => {
      const information = Buffer.alloc(layouts.USER_INFO_1003.size)
      information.writeBigUInt64LE(native.addressOf(next), layouts.USER_INFO_1003.usri1003_password)
      return outcomeOf('NetUserSetInfo', user, setInformation(server, user, 1003, information, [0]))
    },
    setFlags: (server, user, flags) => {
      const information = Buffer.alloc(layouts.USER_INFO_1008.size)
      information.writeUInt32LE(flags, layouts.USER_INFO_1008.usri1008_flags)
      return outcomeOf('NetUserSetInfo', user, setInformation(server, user, 1008, information, [0]))
    },
    add: (server, user, password) => outcomeOf('NetUserAdd', user.name, add(server, 1, informationOf(native, user, password), [0])),
    remove: (server, user) => outcomeOf('NetUserDel', user, remove(server, user)),
    created: (server, user) =>
      buffers.take(
        { function: 'NetUserGetInfo', subject: user, bytes: layouts.USER_INFO_1.size },
        (buffer) => getInformation(server, user, 1, buffer),
        (bytes) => ({
          comment: textBehind(native, bytes, layouts.USER_INFO_1.usri1_comment),
          flags: bytes.readUInt32LE(layouts.USER_INFO_1.usri1_flags),
          administrator: bytes.readUInt32LE(layouts.USER_INFO_1.usri1_priv) === ADMINISTRATOR,
        }),
      ),
  }
}

function outcomeOf(functionName: string, user: string, status: unknown): Win32Result<null> {
  const code = Number(status)
  return code === 0 ? succeeded(null) : refused(functionName, code, { subject: user, missingRight: MISSING_RIGHT })
}

/** A USER_INFO_1 with its texts behind it in the same memory; the password alone stays where it is. */
function informationOf(native: NativeAccess, { name, comment, flags }: NewUser, password: Uint8Array): Buffer {
  const layout = layouts.USER_INFO_1
  const characters = Buffer.from(`${name}\0${comment}\0`, 'utf16le')
  const information = Buffer.alloc(layout.size + characters.byteLength)
  characters.copy(information, layout.size)
  const textsAt = native.addressOf(information) + BigInt(layout.size)
  information.writeBigUInt64LE(textsAt, layout.usri1_name)
  information.writeBigUInt64LE(native.addressOf(password), layout.usri1_password)
  information.writeUInt32LE(ORDINARY_USER, layout.usri1_priv)
  information.writeBigUInt64LE(textsAt + BigInt((name.length + 1) * 2), layout.usri1_comment)
  information.writeUInt32LE(flags, layout.usri1_flags)
  return information
}
