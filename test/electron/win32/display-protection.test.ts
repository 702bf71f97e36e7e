import { describe, expect, it } from 'vitest'

import { createDisplayProtection } from '#electron/win32/display-protection.ts'
import { standIn } from './stand-in.ts'

const HANDLE = Buffer.from('8877665544332211', 'hex')

function protection(affinity: number | null) {
  const windows = standIn((self) => ({
    'user32.dll': {
      GetWindowDisplayAffinity: (window, value) => {
        expect(window).toBe(0x1122334455667788n)
        if (affinity === null) self.setLastError(1400)
        else (value as number[])[0] = affinity
        return affinity === null ? 0 : 1
      },
    },
  }))
  return createDisplayProtection(windows.native)
}

describe('display-protection', () => {
  it.each([
    { affinity: 0, expected: 'none' },
    { affinity: 1, expected: 'monitor-only' },
    { affinity: 0x11, expected: 'excluded' },
    { affinity: 2, expected: 'none' },
  ])('knows the affinity $affinity', ({ affinity, expected }) => {
    expect(protection(affinity).affinity(HANDLE)).toEqual({ ok: true, value: expected })
  })

  it('is refused for a window that is gone', () => {
    expect(protection(null).affinity(HANDLE)).toEqual({ ok: false, failure: { function: 'GetWindowDisplayAffinity', code: 1400 } })
  })

  it('is refused where Windows does not have it', () => {
    const answer = createDisplayProtection(standIn({ 'user32.dll': {} }).native).affinity(HANDLE)
    expect(answer).toEqual({ ok: false, failure: { function: 'GetWindowDisplayAffinity', code: 127 } })
  })
})
