import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { createNetBuffers } from './net-buffers.ts'
import type { Win32Result } from './result.ts'

export interface PasswordRules {
  /** characters */
  readonly minLength: number
  /** null: passwords never expire */
  readonly maxAgeSeconds: number | null
  readonly minAgeSeconds: number
  /** passwords remembered */
  readonly history: number
}

export interface LockoutRules {
  /** failed sign-ins; 0: never locks */
  readonly threshold: number
  /** null: until an administrator unlocks */
  readonly durationSeconds: number | null
}

/** Rules for the accounts of this machine's database, on a domain controller those of the domain. */
export interface AccountModals {
  passwords(): Win32Result<PasswordRules>
  lockout(): Win32Result<LockoutRules>
}

/** TIMEQ_FOREVER of lmaccess.h. */
const FOREVER = 0xffffffff

export function createAccountModals(native: NativeAccess): AccountModals {
  const buffers = createNetBuffers(native)
  const getModals = native.bind(
    'netapi32.dll',
    'uint32_t __stdcall NetUserModalsGet(str16 server, uint32_t level, _Out_ uintptr_t *buffer)',
    'status',
  )
  return {
    passwords: () => {
      const layout = layouts.USER_MODALS_INFO_0
      return buffers.take(
        { function: 'NetUserModalsGet', subject: 'level 0', bytes: layout.size },
        (buffer) => getModals(null, 0, buffer),
        (bytes) => ({
          minLength: bytes.readUInt32LE(layout.usrmod0_min_passwd_len),
          maxAgeSeconds: finite(bytes.readUInt32LE(layout.usrmod0_max_passwd_age)),
          minAgeSeconds: bytes.readUInt32LE(layout.usrmod0_min_passwd_age),
          history: bytes.readUInt32LE(layout.usrmod0_password_hist_len),
        }),
      )
    },
    lockout: () => {
      const layout = layouts.USER_MODALS_INFO_3
      return buffers.take(
        { function: 'NetUserModalsGet', subject: 'level 3', bytes: layout.size },
        (buffer) => getModals(null, 3, buffer),
        (bytes) => ({
          threshold: bytes.readUInt32LE(layout.usrmod3_lockout_threshold),
          // Zero is what the policy editor calls "until an administrator unlocks".
          durationSeconds: finite(bytes.readUInt32LE(layout.usrmod3_lockout_duration)) || null,
        }),
      )
    },
  }
}

function finite(seconds: number): number | null {
  return seconds === FOREVER ? null : seconds
}
