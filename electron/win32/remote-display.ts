import type { NativeAccess } from './library.ts'
import { refused, succeeded, type Win32Result } from './result.ts'

export interface DisplayMetrics {
  /** The desktop of this session is shown by a client elsewhere. */
  readonly isRemoteSession: boolean
  /** Somebody looks at this session from another one, or controls it. */
  readonly isRemoteControlled: boolean
}

export interface RemoteDisplay {
  metrics(): Win32Result<DisplayMetrics>
}

/** SM_ of winuser.h. */
const MONITORS = 80
const REMOTE_SESSION = 0x1000
const REMOTE_CONTROL = 0x2001

export function createRemoteDisplay(native: NativeAccess): RemoteDisplay {
  const metric = native.bind('user32.dll', 'int __stdcall GetSystemMetrics(int index)', 'last-error')
  return {
    metrics: () => {
      // Zero is both "no" and "failed": only a session that has a monitor is believed.
      if (Number(metric(MONITORS)) === 0) return refused('GetSystemMetrics', native.lastError())
      return succeeded({ isRemoteSession: Number(metric(REMOTE_SESSION)) !== 0, isRemoteControlled: Number(metric(REMOTE_CONTROL)) !== 0 })
    },
  }
}
