import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createFileSecurity } from '#electron/win32/file-security.ts'
import { sidToBytes } from '#electron/win32/security-identifiers.ts'
import { standIn } from './stand-in.ts'

const USER = 'S-1-5-21-1-2-3-1000'
const EVERYONE = 'S-1-1-0'
const READ = 0x1

interface Entry {
  readonly type: number
  readonly flags?: number
  readonly mask?: number
  readonly sid?: string
  /** flags of an object's entry, and with them the identifiers before the SID */
  readonly identifiers?: number
}

function entryBytes({ type, flags = 0, mask = READ, sid = USER, identifiers }: Entry): Buffer {
  const head = Buffer.alloc(identifiers === undefined ? 8 : 12)
  head.writeUInt32LE(mask, 4)
  if (identifiers !== undefined) head.writeUInt32LE(identifiers, 8)
  const ids = Buffer.alloc(identifiers === undefined ? 0 : 16 * ((identifiers & 1) + ((identifiers >> 1) & 1)))
  const bytes = Buffer.concat([head, ids, sidToBytes(sid) ?? Buffer.alloc(8)])
  bytes[0] = type
  bytes[1] = flags
  bytes.writeUInt16LE(bytes.byteLength, 2)
  return bytes
}

function listBytes(entries: readonly Buffer[], count = entries.length): Buffer {
  const head = Buffer.alloc(8)
  head[0] = 2
  const bytes = Buffer.concat([head, ...entries])
  bytes.writeUInt16LE(bytes.byteLength, 2)
  bytes.writeUInt16LE(count, 4)
  return bytes
}

function readersOf(list: Buffer | null, status = 0) {
  const freed: unknown[] = []
  const descriptor = 0x5000n
  const windows = standIn((self) => ({
    'advapi32.dll': {
      GetNamedSecurityInfoW: (...args) => {
        if (status !== 0) return status
        ;(args[5] as bigint[])[0] = list === null ? 0n : self.placeBytes(list)
        ;(args[7] as bigint[])[0] = descriptor
        return 0
      },
    },
    'kernel32.dll': {
      LocalFree: (address) => {
        freed.push(address)
        return 0
      },
    },
  }))
  const answer = createFileSecurity(windows.native).readersOf('C:\\a.key')
  expect(freed).toEqual(status === 0 ? [descriptor] : [])
  return answer
}

function sidsOf(...entries: readonly Entry[]): readonly string[] {
  const answer = readersOf(listBytes(entries.map(entryBytes)))
  if (!answer.ok) throw new Error(`refused: ${answer.failure.code}`)
  return answer.value.sids
}

describe('file-security', () => {
  it.each([
    { name: 'the right to read data', mask: 0x1, reads: true },
    { name: 'generic reading', mask: 0x8000_0000, reads: true },
    { name: 'generic everything', mask: 0x1000_0000, reads: true },
    { name: 'full control', mask: 0x1f01ff, reads: true },
    { name: 'attributes and extended attributes alone', mask: 0x120088, reads: false },
    { name: 'writing', mask: 0x2, reads: false },
    { name: 'generic execution and writing', mask: 0x6000_0000, reads: false },
    { name: 'changing the access list', mask: 0x4_0000, reads: false },
  ])('takes $name for reading: $reads', ({ mask, reads }) => {
    expect(sidsOf({ type: 0, mask })).toEqual(reads ? [USER] : [])
  })

  it('names each reader once, in the order of the list', () => {
    expect(sidsOf({ type: 0, sid: EVERYONE }, { type: 0 }, { type: 0, sid: EVERYONE, flags: 0x10 })).toEqual([EVERYONE, USER])
  })

  it('leaves out what only children inherit', () => {
    expect(sidsOf({ type: 0, flags: 0x0b }, { type: 0, flags: 0x03, sid: EVERYONE })).toEqual([EVERYONE])
  })

  it.each([
    { name: 'before it', entries: [{ type: 1 }, { type: 0 }], sids: [] },
    { name: 'behind it', entries: [{ type: 0 }, { type: 1 }], sids: [USER] },
    { name: 'before it to another', entries: [{ type: 1, sid: 'S-1-5-18' }, { type: 0 }], sids: [USER] },
    { name: 'before it to everyone', entries: [{ type: 1, sid: EVERYONE }, { type: 0 }], sids: [] },
    { name: 'before it, but not reading', entries: [{ type: 1, mask: 0x2 }, { type: 0 }], sids: [USER] },
    { name: 'before it to children alone', entries: [{ type: 1, flags: 0x0b }, { type: 0 }], sids: [USER] },
    { name: 'before it under a condition', entries: [{ type: 10 }, { type: 0 }], sids: [USER] },
  ])('reads an entry with a denial $name', ({ entries, sids }) => {
    expect(sidsOf(...entries)).toEqual(sids)
  })

  it.each([
    { name: 'with a condition', entry: { type: 9 } },
    { name: 'for an object without identifiers', entry: { type: 5, identifiers: 0 } },
    { name: 'for an object with one identifier', entry: { type: 5, identifiers: 1 } },
    { name: 'for an object with the other identifier', entry: { type: 5, identifiers: 2 } },
    { name: 'for an object with both and a condition', entry: { type: 11, identifiers: 3 } },
  ])('reads an entry $name', ({ entry }) => {
    expect(sidsOf(entry)).toEqual([USER])
  })

  it('counts entries of a kind that it does not know', () => {
    const bytes = listBytes([entryBytes({ type: 4 }), entryBytes({ type: 0 })])
    expect(readersOf(bytes)).toEqual({ ok: true, value: { sids: [USER], unknownEntries: 1 } })
  })

  it('knows that everyone reads a file without a list, and nobody one with an empty list', () => {
    expect(readersOf(null)).toEqual({ ok: true, value: { sids: [EVERYONE], unknownEntries: 0 } })
    expect(readersOf(listBytes([]))).toEqual({ ok: true, value: { sids: [], unknownEntries: 0 } })
  })

  it.each([
    { name: 'more entries than bytes', bytes: listBytes([entryBytes({ type: 0 })], 2) },
    { name: 'an entry that ends behind the list', bytes: listBytes([entryBytes({ type: 0 }).fill(0xff, 2, 4)]) },
    { name: 'an entry of no size', bytes: listBytes([entryBytes({ type: 0 }).fill(0, 2, 4)]) },
    { name: 'a SID that is cut', bytes: listBytes([Buffer.from([0, 0, 12, 0, 1, 0, 0, 0, 1, 5, 0, 0])]) },
  ])('refuses a list with $name', ({ bytes }) => {
    expect(readersOf(bytes)).toMatchObject({ ok: false, failure: { function: 'GetNamedSecurityInfoW', code: 13, subject: 'C:\\a.key' } })
  })

  it.each([2, 5])('names the file and the right where Windows refuses (error %i)', (code) => {
    expect(readersOf(null, code)).toEqual({
      ok: false,
      failure: { function: 'GetNamedSecurityInfoW', code, subject: 'C:\\a.key', missingRight: 'READ_CONTROL' },
    })
  })

  it('never throws, whatever the bytes of the list', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(20), (bytes, count) => {
        readersOf(listBytes([Buffer.from(bytes)], count))
      }),
    )
  })
})
