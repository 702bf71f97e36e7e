import type { NativeAccess } from './library.ts'
import { refused, succeeded, type Win32Result } from './result.ts'

/** `monitor-only`: captures show a black rectangle; `excluded`: captures show what lies behind. */
export type DisplayAffinity = 'none' | 'monitor-only' | 'excluded'

export interface DisplayProtection {
  /** What captures get of a window; `handle` is its HWND as it lies in memory. */
  affinity(handle: Uint8Array): Win32Result<DisplayAffinity>
}

/** WDA_ of winuser.h. A value that is not here protects from nothing that is known. */
const AFFINITIES: { readonly [value: number]: DisplayAffinity } = { 1: 'monitor-only', 17: 'excluded' }

export function createDisplayProtection(native: NativeAccess): DisplayProtection {
  const getAffinity = native.bind(
    'user32.dll',
    'int __stdcall GetWindowDisplayAffinity(uintptr_t window, _Out_ uint32_t *affinity)',
    'last-error',
  )
  return {
    affinity: (handle) => {
      const value = [0]
      const window = Buffer.from(handle).readBigUInt64LE()
      if (!getAffinity(window, value)) return refused('GetWindowDisplayAffinity', native.lastError())
      return succeeded(AFFINITIES[Number(value[0])] ?? 'none')
    },
  }
}
