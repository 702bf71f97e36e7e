import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseXml, type XmlElement } from '#electron/policy/xml.ts'

/** Far above what a linear reader takes for this much, far below what a quadratic one would. */
const MAX_MS = 1000

interface Tree {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly Tree[]
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function written({ name, attributes, text, children }: Tree): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return `<${name}${list.join('')}>${escaped(text)}${children.map(written).join('<!-- - -->')}</${name}>`
}

const plain = ({ name, attributes, text, children }: XmlElement): Tree => ({
  name,
  attributes: Object.fromEntries(attributes),
  text,
  children: children.map(plain),
})

const name = fc.stringMatching(/^[a-z][a-z\d.-]{0,5}$/)
const treeOf = (levels: number): fc.Arbitrary<Tree> =>
  fc.record({
    name,
    attributes: fc.dictionary(name, fc.string({ unit: 'grapheme' }), { maxKeys: 3, noNullPrototype: true }),
    text: fc.string({ unit: 'grapheme' }),
    children: levels === 0 ? fc.constant([]) : fc.array(treeOf(levels - 1), { maxLength: 3 }),
  })
const tree = treeOf(3)

describe('xml', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(tree, (whole) => {
        expect(plain(parseXml(written(whole)) ?? fail())).toEqual(whole)
      }),
    )
  })

  it('never reads a document that was cut short', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (whole, at) => {
        const source = written(whole)
        expect(parseXml(source.slice(0, at % source.length))).toBeNull()
      }),
    )
  })

  it('answers whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>/!?-[]&;#x="\' aA1:CDATA') }), (source) => parseXml(source) !== undefined),
    )
  })

  it.each([
    { name: 'white space that never ends', source: `<a${' '.repeat(200_000)}` },
    { name: 'attributes that never end', source: `<a${' b="1"'.repeat(50_000)}` },
    { name: 'comments that never end', source: `<a>${'<!--'.repeat(50_000)}` },
    { name: 'references that never end', source: `<a>${'&#'.repeat(100_000)}</a>` },
  ])('refuses $name at once', ({ source }) => {
    const startedAt = performance.now()
    expect(parseXml(source)).toBeNull()
    expect(performance.now() - startedAt).toBeLessThan(MAX_MS)
  })

  it.each([
    { name: 'characters by number', source: '<a>&#65;&#x42;&#x1F600;</a>', text: 'AB😀' },
    { name: 'the five entities', source: '<a>&lt;&gt;&amp;&quot;&apos;</a>', text: '<>&"\'' },
    { name: 'CDATA as it is', source: '<a>x<![CDATA[&lt;<b>]]]>y</a>', text: 'x&lt;<b>]y' },
    { name: 'text around a comment', source: '<?xml version="1.0"?><!-- a --><a>x<!-- <b> -->y</a>\n<!-- z -->', text: 'xy' },
    { name: 'a name with a prefix', source: "<t:a xmlns:t='urn:x'>x</t:a >", text: 'x' },
  ])('reads $name', ({ source, text }) => {
    expect(parseXml(source)).toMatchObject({ name: 'a', text })
  })

  it.each([
    { name: 'a document type', source: '<!DOCTYPE a [<!ENTITY b "c">]><a>x</a>' },
    { name: 'an entity of its own', source: '<a>&b;</a>' },
    { name: 'a lonely ampersand', source: '<a>x & y</a>' },
    { name: 'the character zero', source: '<a>&#0;</a>' },
    { name: 'half a character', source: '<a>&#xD83D;</a>' },
    { name: 'a character beyond the last', source: '<a>&#x110000;</a>' },
    { name: 'an end of something else', source: '<a><b></a></b>' },
    { name: 'an end without a beginning', source: '</a>' },
    { name: 'two roots', source: '<a/><b/>' },
    { name: 'text beside the root', source: '<a/>x' },
    { name: 'an attribute twice', source: '<a b="1" b="2"/>' },
    { name: 'an attribute without quotation marks', source: '<a b=1/>' },
    { name: 'an entity of its own in an attribute', source: '<a b="&c;"/>' },
    { name: 'a comment without an end', source: '<a/><!-- x' },
    { name: 'elements without end', source: '<a>'.repeat(100_000) },
  ])('refuses $name', ({ source }) => {
    expect(parseXml(source)).toBeNull()
  })
})

function fail(): never {
  throw new Error('not read')
}
