import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compileGlob, globMatches } from '#shared/catalogue/glob.ts'

/** The same meaning by another road; its backtracking is harmless on short texts. */
function byRegularExpression(pattern: string, text: string): boolean {
  const source = [...pattern.toLowerCase()].map((each) =>
    each === '*' ? '[^]*' : each === '?' ? '[^]' : each.replace(/[\\^$.|+()[\]{}]/, '\\$&'),
  )
  return new RegExp(`^${source.join('')}$`).test(text.toLowerCase())
}

describe('globMatches', () => {
  it.each([
    ['a plain name', 'AnyDesk', 'anydesk', true],
    ['a longer name', 'AnyDesk', 'AnyDesk MSI', false],
    ['a name inside another', 'Level', 'Water Level', false],
    ['a star for nothing', 'GoToResolve_*', 'GoToResolve_', true],
    ['a star for much', 'g2ax_*.exe', 'G2AX_comm_customer.exe', true],
    ['an end that is missing', 'g2ax_*.exe', 'g2ax_comm.dll', false],
    ['an end and a start that would overlap', 'aba*bab', 'abab', false],
    ['one character for a question mark', 'KA??', 'ka12', true],
    ['no character for a question mark', 'KA??', 'ka1', false],
    ['a question mark beside a star', '*?', '', false],
    ['pieces in their order', '*one*two*', 'x two one', false],
    ['the leftmost place of a repeated piece', 'a*bc*bc', 'abcbc', true],
    ['brackets as themselves', 'Client (*)', 'Client (1)', true],
    ['a backslash as itself', 'C:\\A\\*', 'c:\\a\\b\\c.exe', true],
    ['the empty glob', '', '', true],
    ['letters that are not ASCII', 'SPLASHTOP® Ü', 'splashtop® ü', true],
  ])('%s', (_, pattern, text, expected) => {
    expect(globMatches(pattern, text)).toBe(expected)
  })
  it('agrees with a regular expression of the same meaning', () => {
    const letters = fc.constantFrom('a', 'b', '.', '\\', '(')
    const patterns = fc.string({ unit: fc.oneof(letters, fc.constantFrom('*', '?', 'A')), maxLength: 8 })
    fc.assert(
      fc.property(patterns, fc.string({ unit: letters, maxLength: 12 }), (pattern, text) => {
        expect(globMatches(pattern, text)).toBe(byRegularExpression(pattern, text))
      }),
      { numRuns: 5000 },
    )
  })
  it('takes every text whose wildcards were filled in', () => {
    const piece = fc.string({ maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, piece), { minLength: 1, maxLength: 4 }), (pairs) => {
        const plain = pairs.map(([fixed, free]) => [fixed.replaceAll(/[*?]/g, ''), free] as const)
        expect(globMatches(plain.map(([fixed]) => `${fixed}*`).join(''), plain.flat().join(''))).toBe(true)
      }),
    )
  })
  it('looks at no text twice for one star more', () => {
    let looks = 0
    const length = 2000
    const text = new Proxy(Object('a'.repeat(length)), {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1
        return Reflect.get(target, key)
      },
    })
    const pattern = '*a*a*a*a*a*a*a*a*b'
    expect(compileGlob(pattern).matchesLowerCase(text)).toBe(false)
    expect(compileGlob(`${pattern}*`).matchesLowerCase(text)).toBe(false)
    expect(looks).toBeGreaterThan(length)
    expect(looks).toBeLessThanOrEqual(length * pattern.length)
  })
})

describe('compileGlob', () => {
  it.each([
    ['AnyDesk', 'anydesk', false],
    ['GoTo*X', 'goto', true],
    ['*x', '', true],
    ['K?*', 'k', true],
  ])('knows what every match of %s begins with', (pattern, prefix, hasWildcard) => {
    expect(compileGlob(pattern)).toMatchObject({ prefix, hasWildcard })
  })
})
