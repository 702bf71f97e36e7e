import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sidFromBytes, sidToBytes } from '#electron/win32/security-identifiers.ts'

const sids = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 15 }))
  .map(([authority, parts]) => `S-1-${[authority, ...parts].join('-')}`)

describe('security-identifiers', () => {
  it.each([
    { sid: 'S-1-5-18', hex: '010100000000000512000000' },
    { sid: 'S-1-5-32-544', hex: '01020000000000052000000020020000' },
    { sid: 'S-1-5-21-0-0-0-1000', hex: '010500000000000515000000000000000000000000000000e8030000' },
    { sid: 'S-1-0x123456789ABC', hex: '0100123456789abc' },
  ])('translates $sid', ({ sid, hex }) => {
    expect(sidFromBytes(Buffer.from(hex, 'hex'))).toBe(sid)
    expect(Buffer.from(sidToBytes(sid) ?? []).toString('hex')).toBe(hex)
  })

  it('reads back what it wrote', () => {
    fc.assert(fc.property(sids, (sid) => sidFromBytes(sidToBytes(sid) ?? new Uint8Array(0)) === sid))
  })

  it.each([
    { name: 'nothing', hex: '' },
    { name: 'another revision', hex: '020100000000000512000000' },
    { name: 'a count beyond the limit', hex: `0110000000000005${'00000000'.repeat(16)}` },
    { name: 'fewer parts than announced', hex: '01020000000000052000000020' },
  ])('reads $name as none', ({ hex }) => {
    expect(sidFromBytes(Buffer.from(hex, 'hex'))).toBeNull()
  })

  it.each(['', 'S-1', 'S-2-5-18', 'S-1-5-18-', 'S-1-5-4294967296', 'S-1-281474976710656', 'Administrators'])('refuses %j', (text) => {
    expect(sidToBytes(text)).toBeNull()
  })

  it('never throws on foreign bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => [null, 'string'].includes(sidFromBytes(bytes) === null ? null : 'string')),
    )
  })
})
