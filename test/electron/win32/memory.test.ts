import { describe, expect, it } from 'vitest'

import { pointedTextAt, toAddress, wideTextAt } from '#electron/win32/memory.ts'

describe('memory', () => {
  it.each([
    { name: 'text with its NUL', bytes: Buffer.from('Zürich\0rest', 'utf16le'), text: 'Zürich' },
    { name: 'text without a NUL', bytes: Buffer.from('Zürich', 'utf16le'), text: 'Zürich' },
    { name: 'half a character at the end', bytes: Buffer.concat([Buffer.from('ab', 'utf16le'), Buffer.from([0x63])]), text: 'ab' },
    { name: 'a character beyond the basic plane', bytes: Buffer.from('a😀', 'utf16le'), text: 'a😀' },
    { name: 'nothing', bytes: Buffer.alloc(0), text: '' },
  ])('reads $name', ({ bytes, text }) => {
    expect(wideTextAt(bytes, 0)).toBe(text)
  })

  it('follows a pointer into the buffer that holds it', () => {
    const buffer = Buffer.alloc(32)
    buffer.writeBigUInt64LE(0x1000n + 16n, 0)
    buffer.write('abc\0', 16, 'utf16le')
    expect(pointedTextAt(buffer, 0x1000n, 0)).toBe('abc')
  })

  it('reads a null pointer as empty', () => {
    expect(pointedTextAt(Buffer.alloc(8), 0x1000n, 0)).toBe('')
  })

  it.each([0xfffn, 0x1020n])('refuses a pointer to elsewhere (%s)', (pointer) => {
    const buffer = Buffer.alloc(32)
    buffer.writeBigUInt64LE(pointer, 0)
    expect(() => pointedTextAt(buffer, 0x1000n, 0)).toThrow('outside')
  })

  it('takes an address as number and as bigint', () => {
    expect([toAddress(7), toAddress(7n)]).toEqual([7n, 7n])
  })
})
