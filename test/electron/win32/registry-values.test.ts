import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { decodeRegistryValue } from '#electron/win32/registry-values.ts'

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

describe('registry-values', () => {
  it.each([
    { name: 'REG_SZ', type: 1, bytes: wide('Prüfung\0'), value: { kind: 'text', text: 'Prüfung', expandable: false } },
    { name: 'REG_SZ without a NUL', type: 1, bytes: wide('abc'), value: { kind: 'text', text: 'abc', expandable: false } },
    { name: 'REG_SZ with text after its NUL', type: 1, bytes: wide('abc\0def\0'), value: { kind: 'text', text: 'abc', expandable: false } },
    { name: 'REG_EXPAND_SZ', type: 2, bytes: wide('%TEMP%\0'), value: { kind: 'text', text: '%TEMP%', expandable: true } },
    { name: 'an empty REG_SZ', type: 1, bytes: Buffer.alloc(0), value: { kind: 'text', text: '', expandable: false } },
    { name: 'REG_DWORD', type: 4, bytes: Buffer.from([1, 2, 0, 0x80]), value: { kind: 'number', number: 0x80000201n } },
    { name: 'REG_DWORD_BIG_ENDIAN', type: 5, bytes: Buffer.from([0, 0, 2, 1]), value: { kind: 'number', number: 0x201n } },
    { name: 'REG_QWORD', type: 11, bytes: Buffer.from([1, 0, 0, 0, 0, 0, 0, 1]), value: { kind: 'number', number: 0x0100000000000001n } },
    { name: 'REG_MULTI_SZ', type: 7, bytes: wide('a\0bc\0\0'), value: { kind: 'texts', texts: ['a', 'bc'] } },
    { name: 'REG_MULTI_SZ cut short', type: 7, bytes: wide('a\0bc'), value: { kind: 'texts', texts: ['a', 'bc'] } },
    { name: 'an empty REG_MULTI_SZ', type: 7, bytes: wide('\0'), value: { kind: 'texts', texts: [] } },
  ])('reads $name', ({ type, bytes, value }) => {
    expect(decodeRegistryValue(type, bytes)).toEqual(value)
  })

  it.each([
    { name: 'REG_BINARY', type: 3, length: 4 },
    { name: 'REG_DWORD of the wrong length', type: 4, length: 3 },
    { name: 'REG_QWORD of the wrong length', type: 11, length: 4 },
    { name: 'a type of tomorrow', type: 99, length: 1 },
  ])('keeps $name as bytes', ({ type, length }) => {
    expect(decodeRegistryValue(type, Buffer.alloc(length, 7))).toEqual({ kind: 'binary', type, bytes: new Uint8Array(length).fill(7) })
  })

  it('never throws, whatever type and bytes claim', () => {
    fc.assert(fc.property(fc.nat(20), fc.uint8Array({ maxLength: 64 }), (type, bytes) => decodeRegistryValue(type, bytes) !== undefined))
  })
})
