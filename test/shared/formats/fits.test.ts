import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { type Fits, fitsOf, NESTING_LIMIT } from '#shared/formats/fits.ts'
import { readSnapshot } from '#shared/formats/reader.ts'
import { isSoundSnapshot, snapshotSchema } from '#shared/formats/snapshot.ts'
import { loadSample, sampleIds } from '#shared/samples/index.ts'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const snapshots = sampleIds.map((id) => plain(loadSample(id).snapshot))

/** Every place in a JSON value. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, child]) => placesIn(child, [...path, key]))]
}

/** A copy in which one place holds something else; undefined: the place is gone. */
function changed(value: unknown, path: readonly string[], replacement: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return replacement
  const copy = structuredClone(value) as Record<string, unknown>
  const next = changed(copy[key], rest, replacement)
  if (next === undefined) delete copy[key]
  else copy[key] = next
  return copy
}

describe('fits', () => {
  it.each(sampleIds.map((id, index) => [id, snapshots[index]] as const))('recognises the sample %s without its schema', (_id, snapshot) => {
    expect(isSoundSnapshot(snapshot as object)).toBe(true)
  })

  it('never lets anything through that the schema refuses', () => {
    const replacement = fc.oneof(
      fc.constantFrom(
        null,
        undefined,
        '',
        'x',
        'S-1-5-x',
        '2026-02-30T00:00:00Z',
        -1,
        0.5,
        65_536,
        true,
        [],
        {},
        [null],
        ['x'],
        'ok',
        'denied',
      ),
      fc.jsonValue({ maxDepth: 2 }),
    )
    const typical = plain(loadSample('typical').snapshot)
    const places = placesIn(typical)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: places.length - 1 }), replacement, (index, other) => {
        const value = changed(typical, places[index] ?? [], other)
        const isSound = typeof value === 'object' && value !== null && isSoundSnapshot(value)
        if (isSound) expect(snapshotSchema.safeParse(value).data).toEqual(value)
        // An optional key that holds nothing is the only thing that a schema takes and JSON cannot say.
        else expect(snapshotSchema.safeParse(value).success).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('keeps what no schema knows, but nothing that nests too deeply', () => {
    const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`
    const withExtra = (extra: string): string =>
      JSON.stringify({ ...(snapshots[0] as object), extra: 0 }).replace('"extra":0', `"extra":${extra}`)
    expect(readSnapshot(withExtra(nested(NESTING_LIMIT - 1)))).toMatchObject({ ok: true, value: { extra: expect.any(Array) } })
    expect(readSnapshot(withExtra(nested(NESTING_LIMIT)))).toMatchObject({ ok: false, path: '$' })
  })

  it('leaves a key that would reach into other objects to the schema, which drops it', () => {
    const text = JSON.stringify(snapshots[0]).replace('"probes":{', '"probes":{"__proto__":{"status":"ok"},')
    const read = readSnapshot(text)
    expect(read.ok && Object.keys(read.value.probes)).not.toContain('__proto__')
  })

  const fitting: readonly (readonly [name: string, schema: z.ZodType, yes: readonly unknown[], no: readonly unknown[]])[] = [
    ['a string', z.string(), ['', 'x'], [1, null, undefined]],
    ['a pattern', z.string().regex(/^a+$/), ['a', 'aa'], ['', 'b', 1]],
    ['a whole number within bounds', z.int().min(0).max(9), [0, 9], [-1, 10, 0.5, '1']],
    ['a number', z.number().min(0), [0, 0.5], [-0.5, Number.NaN, Number.POSITIVE_INFINITY]],
    ['one of several words', z.enum(['a', 'b']), ['a', 'b'], ['c', 'A', null]],
    ['something or nothing', z.boolean().nullable(), [true, null], [undefined, 0]],
    ['something or absent', z.looseObject({ a: z.string().optional() }), [{}, { a: 'x' }], [{ a: null }, [], null]],
    ['a list', z.array(z.boolean()), [[], [true]], [{}, [0], 'x']],
    ['a record', z.record(z.string(), z.string()), [{}, { a: 'x' }], [{ a: 1 }, []]],
    ['either', z.union([z.string(), z.boolean()]), ['x', true], [0, null]],
  ]
  it.each(fitting)('knows %s', (_name, schema, yes, no) => {
    const fits = fitsOf(schema) as Fits
    for (const value of yes) expect([value, fits(value, 4), schema.safeParse(value).success]).toEqual([value, true, true])
    for (const value of no) expect([value, fits(value, 4), schema.safeParse(value).success]).toEqual([value, false, false])
  })

  it.each([
    ['a transformed value', z.string().transform((text) => text.length)],
    ['a strict object', z.strictObject({ a: z.string() })],
    ['a refined string', z.string().min(3)],
    ['an exclusive bound', z.number().gt(0)],
    ['a record with chosen keys', z.record(z.string().regex(/^a/), z.string())],
    ['a list of one of these', z.array(z.string().min(3))],
  ])('leaves %s to its schema', (_name, schema) => {
    expect(fitsOf(schema)).toBeNull()
  })
})
