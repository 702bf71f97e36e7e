import { describe, expect, it } from 'vitest'

import { displayWidth, padEnd, wrapText } from '#shared/report/text-layout.ts'

describe('displayWidth', () => {
  it.each([
    ['letters', 'abc', 3],
    ['umlauts', 'äöü', 3],
    ['a combining mark', 'e\u0301', 1],
    ['East Asian letters', '日本', 4],
    ['Hangul', '한글', 4],
    ['full-width letters', 'ＡＢ', 4],
    ['a picture', '😀', 2],
    ['nothing', '', 0],
  ])('counts %s', (_, text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('padEnd', () => {
  it('fills up by columns and cuts nothing', () => {
    expect([padEnd('日', 4), padEnd('abcd', 2)]).toEqual(['日  ', 'abcd'])
  })
})

describe('wrapText', () => {
  it.each([
    ['words', 'one two three', 7, ['one two', 'three']],
    ['a word that just fits', 'abcdefg hi', 7, ['abcdefg', 'hi']],
    ['a word that is too long', 'ab cdefghij', 4, ['ab', 'cdef', 'ghij']],
    ['wide letters', '日本語', 4, ['日本', '語']],
    ['a mark with its letter', 'aae\u0301e', 3, ['aae\u0301', 'e']],
    ['nothing', '', 5, ['']],
    ['a width that nothing fits', '日本', 1, ['日', '本']],
  ])('wraps %s', (_, text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines)
  })
})
