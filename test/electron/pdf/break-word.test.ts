import { describe, expect, it } from 'vitest'

import { breakWord } from '#electron/pdf/break-word.ts'
import { hostileNames, longPath, longWord } from '../../support/checkup.ts'

describe('breakWord', () => {
  it.each([
    ['keeps a short word', 'administrator', ['administrator']],
    ['breaks a path behind its separators', 'C:\\Program\\ERP-Driver', ['C:\\', '', 'Program\\', '', 'ERP-', '', 'Driver']],
    ['does not part a bracket from the comma behind it', 'something-long[x],', ['something-', '', 'long[x],']],
    ['keeps a word that fits a column', '(3f9c2a71d05be684)).', ['(3f9c2a71d05be684)).']],
    ['breaks a longer one anywhere', 'x'.repeat(35), Array.from({ length: 69 }, (_, index) => (index % 2 === 0 ? 'x' : ''))],
    ['breaks wide letters sooner', 'W'.repeat(23), Array.from({ length: 45 }, (_, index) => (index % 2 === 0 ? 'W' : ''))],
  ])('%s', (_, word, pieces) => {
    expect(breakWord(word)).toEqual(pieces)
  })

  it('keeps marks with their letter and pairs together', () => {
    expect(breakWord(`${'e\u0301'.repeat(20)}😀`).filter((piece) => piece !== '')).toEqual([
      ...Array.from({ length: 20 }, () => 'e\u0301'),
      '😀',
    ])
  })

  it('loses nothing', () => {
    for (const word of [longPath, longWord, ...Object.values(hostileNames)]) expect(breakWord(word).join('')).toBe(word)
  })
})
