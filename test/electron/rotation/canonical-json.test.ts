import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonicalJson } from '#electron/rotation/canonical-json.ts'

describe('canonical-json', () => {
  it.each([
    {
      name: 'keys in the order of their units',
      value: { b: 1, a: 2, '€': 3, Z: 4, '\u{1f600}': 5, '\ufb33': 6 },
      text: '{"Z":4,"a":2,"b":1,"\u20ac":3,"\ud83d\ude00":5,"\ufb33":6}',
    },
    { name: 'numbers as short as they get', value: [1e21, 0.1, -0, 100, 1e-7], text: '[1e+21,0.1,0,100,1e-7]' },
    { name: 'texts with the least escapes', value: '\u0000\n"\\é\u2028', text: '"\\u0000\\n\\"\\\\é\u2028"' },
    { name: 'levels and nothing', value: { a: [{}, [], null, true] }, text: '{"a":[{},[],null,true]}' },
    { name: 'no key without a value', value: { a: undefined, b: 1 }, text: '{"b":1}' },
  ])('writes $name', ({ value, text }) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it.each([
    { name: 'a number that is none', value: Number.NaN },
    { name: 'an endless number', value: [Number.POSITIVE_INFINITY] },
    { name: 'a date', value: { at: new Date(0) } },
    { name: 'nothing at all', value: undefined },
    { name: 'a hole in a list', value: [undefined] },
    { name: 'bytes', value: Buffer.from('a') },
    { name: 'a function', value: { a: () => 1 } },
    { name: 'a large integer', value: 1n },
  ])('refuses $name', ({ value }) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('refuses what is nested without end instead of exhausting the stack', () => {
    expect(() => canonicalJson(JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)))).toThrow('nested too deeply')
  })

  it('gives one text for one value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(canonicalJson(reversed(value))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  )
}
