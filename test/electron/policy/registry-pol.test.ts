import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseRegistryPolicy } from '#electron/policy/registry-pol.ts'
import { decodeRegistryValue } from '#electron/win32/registry-values.ts'
import { encodeRegistryPolicy, numberEntry, textEntry, type WrittenEntry } from './encode-registry-policy.ts'

const KEY = 'Software\\Policies\\X'

/** `Software\\Policies\\X`, value Y, the number 1: byte by byte. */
const ONE_NUMBER = [
  '5052656701000000',
  '5b00',
  '53006f006600740077006100720065005c0050006f006c00690063006900650073005c005800',
  '0000',
  '3b00',
  '5900',
  '0000',
  '3b00',
  '04000000',
  '3b00',
  '04000000',
  '3b00',
  '01000000',
  '5d00',
].join('')

function entriesOf(bytes: Uint8Array) {
  const parsed = parseRegistryPolicy(bytes)
  if (parsed.kind === 'refused') throw new Error(parsed.reason)
  return parsed
}

const types: readonly { readonly name: string; readonly type: number; readonly data: string; readonly value: object }[] = [
  { name: 'NONE', type: 0, data: '', value: { kind: 'binary', type: 0 } },
  { name: 'SZ', type: 1, data: '5a00fc0072006900630068000000', value: { kind: 'text', text: 'Zürich', expandable: false } },
  { name: 'EXPAND_SZ', type: 2, data: '2500580025000000', value: { kind: 'text', text: '%X%', expandable: true } },
  { name: 'BINARY', type: 3, data: '005d003b00', value: { kind: 'binary', type: 3, bytes: Uint8Array.from([0, 0x5d, 0, 0x3b, 0]) } },
  { name: 'DWORD', type: 4, data: '3d0d0000', value: { kind: 'number', number: 3389n } },
  { name: 'DWORD_BIG_ENDIAN', type: 5, data: '00000d3d', value: { kind: 'number', number: 3389n } },
  { name: 'MULTI_SZ', type: 7, data: '610000003b005d0000000000', value: { kind: 'texts', texts: ['a', ';]'] } },
  { name: 'QWORD', type: 11, data: '0000000001000000', value: { kind: 'number', number: 4294967296n } },
  { name: 'of a number that nobody defined', type: 0xffff_fffe, data: '01', value: { kind: 'binary', type: 0xffff_fffe } },
]

const anyEntry: fc.Arbitrary<WrittenEntry> = fc.record({
  key: fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
  valueName: fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
  type: fc.nat(0xffff_ffff),
  data: fc.uint8Array({ maxLength: 300 }),
})

describe('registry policy', () => {
  it('reads one number', () => {
    const { entries, fault } = entriesOf(Buffer.from(ONE_NUMBER, 'hex'))
    expect(entries).toEqual([{ key: KEY, valueName: 'Y', type: 4, data: Uint8Array.from([1, 0, 0, 0]) }])
    expect(fault).toBeNull()
    expect(encodeRegistryPolicy([numberEntry(KEY, 'Y', 1)]).toString('hex')).toBe(ONE_NUMBER)
  })

  it('reads a policy that sets nothing', () => {
    expect(entriesOf(encodeRegistryPolicy([]))).toEqual({ kind: 'read', entries: [], fault: null })
  })

  it.each(types)('reads a value of type $name', ({ type, data, value }) => {
    const [entry] = entriesOf(encodeRegistryPolicy([{ key: KEY, valueName: 'Y', type, data: Buffer.from(data, 'hex') }])).entries
    expect(decodeRegistryValue(entry?.type ?? -1, entry?.data ?? new Uint8Array())).toMatchObject(value)
  })

  it('takes data by its size, whatever it holds, and reads what follows', () => {
    const data = Buffer.from(`];[${KEY}\0;fake\0;`, 'utf16le')
    const { entries, fault } = entriesOf(encodeRegistryPolicy([{ key: KEY, valueName: 'Y', type: 3, data }, numberEntry(KEY, 'Z', 2)]))
    expect(entries.map((entry) => entry.valueName)).toEqual(['Y', 'Z'])
    expect(entries[0]?.data).toEqual(Uint8Array.from(data))
    expect(fault).toBeNull()
  })

  it('reads from the middle of a larger buffer', () => {
    const file = encodeRegistryPolicy([textEntry(KEY, 'Y', 'Grüße')])
    const within = Buffer.concat([Buffer.alloc(13, 0x5b), file, Buffer.alloc(9)]).subarray(13, 13 + file.length)
    expect(entriesOf(within)).toEqual(entriesOf(file))
  })

  it.each([
    { name: 'an empty file', bytes: Buffer.alloc(0), reason: /8 bytes/ },
    { name: 'half a header', bytes: Buffer.from('5052656701', 'hex'), reason: /8 bytes/ },
    { name: 'another signature', bytes: Buffer.from('5052656601000000', 'hex'), reason: /begins with PReg/ },
    { name: 'a registration file', bytes: Buffer.from('\uFEFFWindows Registry', 'utf16le'), reason: /begins with PReg/ },
    { name: 'a later version', bytes: Buffer.from('5052656702000000', 'hex'), reason: /expected version 1 .* this is 2$/ },
  ])('refuses $name', ({ bytes, reason }) => {
    expect(parseRegistryPolicy(bytes)).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) })
  })

  it.each([
    { name: 'the opening bracket', offset: 0, expected: 'expected [' },
    { name: 'the semicolon after the key', offset: 2 + 42 - 2, expected: 'expected ;' },
    { name: 'the semicolon after the type', offset: 2 + 40 + 2 + 4 + 2 + 4, expected: 'expected ;' },
    { name: 'the closing bracket', offset: 66, expected: 'expected ]' },
  ])('says where $name is missing, and keeps what came before', ({ offset, expected }) => {
    const first = encodeRegistryPolicy([numberEntry(KEY, 'before', 1)])
    const whole = encodeRegistryPolicy([numberEntry(KEY, 'before', 1), numberEntry(KEY, 'Y', 1)])
    whole.write('#', first.length + offset, 'utf16le')
    const { entries, fault } = entriesOf(whole)
    expect(entries.map((entry) => entry.valueName)).toEqual(['before'])
    expect(fault).toEqual({ atByte: first.length + offset, problem: expected })
  })

  it('says for every length of a cut file that it is cut, and invents nothing', () => {
    const written = [numberEntry(KEY, 'one', 1), textEntry(KEY, 'two', 'Büro'), numberEntry(KEY, 'three', 3)]
    const ends = written.map((_entry, index) => encodeRegistryPolicy(written.slice(0, index + 1)).length)
    const whole = encodeRegistryPolicy(written)
    for (let length = 8; length < whole.length; length += 1) {
      const { entries, fault } = entriesOf(whole.subarray(0, length))
      expect(entries).toEqual(entriesOf(whole).entries.slice(0, ends.filter((end) => end <= length).length))
      expect(fault === null).toBe(length === 8 || ends.includes(length))
    }
  })

  it('does not believe a size that the file does not have', () => {
    const file = encodeRegistryPolicy([numberEntry(KEY, 'Y', 1)])
    file.writeUInt32LE(0xffff_ffff, file.length - 12)
    expect(entriesOf(file)).toMatchObject({ entries: [], fault: { problem: 'the file ends inside an entry' } })
  })

  it('gives back whatever was written', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 8 }), (written) => {
        const { entries, fault } = entriesOf(encodeRegistryPolicy(written))
        expect(fault).toBeNull()
        expect(entries).toEqual(written.map((entry) => ({ ...entry, data: Uint8Array.from(entry.data) })))
      }),
    )
  })

  it('never throws', () => {
    const header = Buffer.from('5052656701000000', 'hex')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, headed) => {
        const parsed = parseRegistryPolicy(headed ? Buffer.concat([header, bytes]) : bytes)
        expect(['read', 'refused']).toContain(parsed.kind)
      }),
    )
  })
})
