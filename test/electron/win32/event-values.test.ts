import { describe, expect, it } from 'vitest'

import { decodeEventValues } from '#electron/win32/event-values.ts'
import { fileTime, type MadeValue, rendered } from './event-stand-in.ts'

const BASE = 0x7000_0000n

const decode = (values: readonly MadeValue[]) => decodeEventValues(rendered(values, BASE), BASE, values.length)

describe('event-values', () => {
  it('reads texts, SIDs and times that stand beside each other', () => {
    const sid = 'S-1-5-21-1-2-3-1001'
    const at = '2026-03-01T08:15:00.123Z'
    expect(decode([{ text: 'ACME\\jürgen' }, { fileTime: fileTime(at) + 4567n }, { sid }, { text: '' }])).toEqual([
      { kind: 'text', text: 'ACME\\jürgen' },
      { kind: 'time', atMs: Date.parse(at) },
      { kind: 'sid', sid },
      { kind: 'text', text: '' },
    ])
  })

  it.each([
    { name: 'Int8', type: 3, raw: 0xffn, number: -1 },
    { name: 'UInt8', type: 4, raw: 0xffn, number: 255 },
    { name: 'Int16', type: 5, raw: 0xffffn, number: -1 },
    { name: 'UInt16', type: 6, raw: 0xffffn, number: 65_535 },
    { name: 'Int32', type: 7, raw: 0xffff_ffffn, number: -1 },
    { name: 'UInt32', type: 8, raw: 0xffff_ffffn, number: 4_294_967_295 },
    { name: 'Int64', type: 9, raw: 0xffff_ffff_ffff_fffen, number: -2 },
    { name: 'UInt64', type: 10, raw: 5n, number: 5 },
    { name: 'Boolean', type: 13, raw: 1n, number: 1 },
    { name: 'HexInt32', type: 20, raw: 0x10n, number: 16 },
    { name: 'HexInt64', type: 21, raw: 0x10n, number: 16 },
  ])('reads $name', ({ type, raw, number }) => {
    expect(decode([{ type, raw }])).toEqual([{ kind: 'number', number }])
  })

  it.each([
    { name: 'a list of texts', value: { type: 0x81, raw: BASE }, type: 0x81 },
    { name: 'a text of one byte per character', value: { type: 2, raw: BASE }, type: 2 },
    { name: 'a text that lies elsewhere', value: { wild: 1 }, type: 1 },
    { name: 'a SID that lies elsewhere', value: { wild: 19 }, type: 19 },
    { name: 'a SID that is none', value: { sid: 'no SID' }, type: 19 },
    { name: 'a type of a later Windows', value: { type: 77, raw: 0n }, type: 77 },
  ])('follows no pointer of $name', ({ value, type }) => {
    expect(decode([value])).toEqual([{ kind: 'other', type }])
  })

  it('has nothing where the event has nothing, and where the memory ends', () => {
    expect(decode([{ type: 0, raw: 0n }])).toEqual([{ kind: 'none' }])
    expect(decodeEventValues(Buffer.alloc(20), BASE, 2)).toEqual([{ kind: 'none' }, { kind: 'none' }])
  })
})
