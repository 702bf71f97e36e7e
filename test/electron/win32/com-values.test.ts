import { describe, expect, it } from 'vitest'

import { textVariantOf } from '#electron/win32/com-values.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { standIn } from './stand-in.ts'

const VT_BSTR = 8

describe('com-values', () => {
  it.each([
    { name: 'a text', text: 'Straße→1' },
    { name: 'no characters', text: '' },
  ])('lays $name out as COM expects it: length before, zero behind', ({ text }) => {
    const windows = standIn({})
    const { variant, memory } = textVariantOf(windows.native, Buffer.from(text, 'utf16le'))
    const offset = Number(variant.readBigUInt64LE(layouts.VARIANT.bstrVal) - windows.addressOf(memory))
    expect(variant.readUInt16LE(layouts.VARIANT.vt)).toBe(VT_BSTR)
    expect(offset % 8).toBe(0)
    expect(memory.readUInt32LE(offset - 4)).toBe(text.length * 2)
    expect(memory.toString('utf16le', offset)).toBe(`${text}\0`)
  })
})
