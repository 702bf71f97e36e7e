import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readChain } from '#electron/rotation/journal-chain.ts'
import { type JournalEntry, lineOf, MAX_LINE_BYTES, makeEntry } from '#electron/rotation/journal-entry.ts'
import { nextEntry } from '#electron/rotation/journal-writer.ts'
import { bytesOf, CLOCK, chainOf } from './journals-under-test.ts'

const sample = chainOf([
  ['event', { type: 'dienst-angehalten', text: 'Größe Ω 😀' }],
  ['event', { type: 'changed', login: 'windows:ERP01\\erpsync' }],
  ['end', { type: 'over' }],
])
const bytes = bytesOf(sample)

/** Where each line begins, and behind the last one. */
const borders = [0]
for (const entry of sample) borders.push((borders.at(-1) ?? 0) + lineOf(entry).byteLength)

function wholeLinesBefore(offset: number): number {
  return borders.filter((border) => border > 0 && border <= offset).length
}

/** The sample with one entry in place of another, each hash made right again up to there. */
function replaced(index: number, change: Partial<JournalEntry>): Buffer {
  const { hash: _hash, ...content } = { ...(sample[index] as JournalEntry), ...change }
  return bytesOf(sample.with(index, makeEntry(content)))
}

describe('journal-chain', () => {
  it('follows a whole chain to its end', () => {
    expect(readChain(bytes)).toEqual({ entries: sample, end: { state: 'whole' } })
  })

  it('notices every single byte that is changed, wherever it lies', () => {
    for (let offset = 0; offset < bytes.byteLength; offset += 1) {
      for (const flip of [0x01, 0x20, 0x80, 0xff, bytes[offset] ?? 0]) {
        const changed = Buffer.from(bytes)
        changed[offset] = (changed[offset] ?? 0) ^ flip
        const { entries, end } = readChain(changed)
        expect(end.state, `byte ${offset} ^ ${flip}`).not.toBe('whole')
        // What is before the changed line stays, and nothing of it or behind it is taken for an entry.
        expect(entries).toEqual(sample.slice(0, wholeLinesBefore(offset)))
        if (end.state !== 'torn') continue
        // Only the last line may look as if it had never been finished.
        expect(offset).toBeGreaterThanOrEqual(borders[sample.length - 1] ?? 0)
      }
    }
  })

  it('takes a file that was cut anywhere for whole only between two lines, and for torn elsewhere', () => {
    for (let length = 1; length < bytes.byteLength; length += 1) {
      const kept = wholeLinesBefore(length)
      const offset = borders[kept] ?? 0
      const end = offset === length ? { state: 'whole' } : { state: 'torn', index: kept, offset }
      expect(readChain(bytes.subarray(0, length))).toEqual({ entries: sample.slice(0, kept), end })
    }
  })

  it.each([
    { name: 'its second half', from: 0.5, to: 1 },
    { name: 'its middle, not its end', from: 0.3, to: 0.6 },
    { name: 'all of it', from: 0, to: 1 },
  ])('takes a last line of which $name reads as zeros for torn', ({ from, to }) => {
    const start = borders[sample.length - 1] ?? 0
    const length = bytes.byteLength - start
    const zeroed = Buffer.from(bytes).fill(0, start + Math.floor(length * from), start + Math.floor(length * to))
    expect(readChain(zeroed)).toEqual({ entries: sample.slice(0, -1), end: { state: 'torn', index: sample.length - 1, offset: start } })
  })

  it('never takes two lines for one because a zero byte stands between them', () => {
    const joined = Buffer.from(bytes)
    joined[(borders[3] ?? 0) - 1] = 0
    expect(readChain(joined)).toEqual({ entries: sample.slice(0, 2), end: { state: 'broken', index: 2, expected: 'form' } })
    const unended = joined.subarray(0, -1)
    expect(readChain(unended).end).toEqual({ state: 'broken', index: 2, expected: 'form' })
  })

  it('never takes zeros before the last line for torn', () => {
    const zeroed = Buffer.from(bytes).fill(0, (borders[1] ?? 0) + 5, (borders[1] ?? 0) + 9)
    expect(readChain(zeroed)).toEqual({ entries: sample.slice(0, 1), end: { state: 'broken', index: 1, expected: 'form' } })
  })

  it.each([
    { name: 'an empty file', bytes: Buffer.alloc(0), index: 0, expected: 'plan' },
    {
      name: 'another event with the old hash',
      bytes: Buffer.from(bytes.toString().replace('changed', 'Changed')),
      index: 2,
      expected: 'hash',
    },
    { name: 'another event with a hash of its own', bytes: replaced(1, { event: { type: 'nothing' } }), index: 2, expected: 'previous' },
    { name: 'a missing entry', bytes: bytesOf(sample.toSpliced(1, 1)), index: 1, expected: 'sequence' },
    {
      name: 'two entries that changed places',
      bytes: bytesOf([sample[0], sample[2], sample[1], sample[3]] as JournalEntry[]),
      index: 1,
      expected: 'sequence',
    },
    { name: 'an entry twice', bytes: bytesOf(sample.toSpliced(2, 0, sample[1] as JournalEntry)), index: 2, expected: 'sequence' },
    { name: 'a chain without its plan', bytes: bytesOf(sample.slice(1)), index: 0, expected: 'sequence' },
    { name: 'an event where the plan should be', bytes: replaced(0, { kind: 'event' }), index: 0, expected: 'plan' },
    { name: 'a second plan', bytes: replaced(1, { kind: 'plan' }), index: 1, expected: 'plan' },
    { name: 'a first entry that names a forerunner', bytes: replaced(0, { previous: 'a'.repeat(64) }), index: 0, expected: 'previous' },
    {
      name: 'something behind the end',
      bytes: Buffer.concat([bytes, lineOf(nextEntry(sample[3] as JournalEntry, 'event', {}, new Date(CLOCK)))]),
      index: 4,
      expected: 'nothing',
    },
    { name: 'an empty line at the end', bytes: Buffer.concat([bytes, Buffer.from('\n')]), index: 4, expected: 'form' },
    { name: 'a line of anything', bytes: Buffer.concat([bytes, Buffer.from('{"sequence":4}\n')]), index: 4, expected: 'form' },
    {
      name: 'the same line written otherwise',
      bytes: Buffer.from(bytes.toString().replace('{"at"', '{ "at"')),
      index: 0,
      expected: 'form',
    },
    {
      name: 'a line with the ending of Windows',
      bytes: Buffer.from(bytes.toString().replaceAll('\n', '\r\n')),
      index: 0,
      expected: 'form',
    },
    { name: 'a byte order mark', bytes: Buffer.concat([Buffer.from('\ufeff'), bytes]), index: 0, expected: 'form' },
    { name: 'a line that is too long', bytes: Buffer.from(`${'x'.repeat(MAX_LINE_BYTES)}\n`), index: 0, expected: 'form' },
    {
      name: 'a line that nests without end',
      bytes: Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}\n`),
      index: 0,
      expected: 'form',
    },
  ])('names the entry and what was expected where it finds $name', ({ bytes: given, index, expected }) => {
    expect(readChain(given).end).toEqual({ state: 'broken', index, expected })
  })

  it('reads any bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(bytes.byteLength), (noise, offset) => {
        readChain(Buffer.concat([bytes.subarray(0, offset), noise]))
      }),
    )
  })
})

describe('journal-entry', () => {
  it('takes a line up to its limit and refuses one that is longer', () => {
    const frame = lineOf(nextEntry(null, 'plan', '', new Date(CLOCK))).byteLength
    const most = nextEntry(null, 'plan', 'x'.repeat(MAX_LINE_BYTES - frame), new Date(CLOCK))
    expect(readChain(lineOf(most))).toEqual({ entries: [most], end: { state: 'whole' } })
    const more = nextEntry(null, 'plan', 'x'.repeat(MAX_LINE_BYTES - frame + 1), new Date(CLOCK))
    expect(() => lineOf(more)).toThrow(`an entry of ${MAX_LINE_BYTES + 1} bytes`)
  })

  it('reads back any JSON value that it wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const entry = nextEntry(null, 'plan', value, new Date(CLOCK))
        expect(readChain(lineOf(entry))).toEqual({ entries: [entry], end: { state: 'whole' } })
        expect(entry.event).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
