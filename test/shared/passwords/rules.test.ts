import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  containsName,
  EXCLUDED_SPECIALS,
  hasThreeAlike,
  isAcceptable,
  namesOf,
  SPECIALS,
  startsWithSpecial,
  tellingNames,
} from '#shared/passwords/rules.ts'

describe('namesOf', () => {
  it.each([
    ['bare names', { login: 'svc_sync', server: 'ERP01' }, ['svc_sync', 'ERP01']],
    ['a domain and an instance', { login: 'CONTOSO\\svc_sync', server: 'ERP01\\SAGE' }, ['svc_sync', 'ERP01']],
    ['full names', { login: 'svc@contoso.example', server: 'erp01.contoso.example' }, ['svc', 'erp01']],
    ['this server', { login: '.\\svc', server: '.' }, ['svc']],
    ['one name for both', { login: 'sync', server: 'sync' }, ['sync']],
    ['nothing', {}, []],
    ['blanks', { login: ' ', server: '' }, []],
  ])('takes the bare names of %s', (_name, owner, names) => {
    expect(namesOf(owner)).toEqual(names)
  })
})

describe('rules', () => {
  it.each([
    ['aa', false],
    ['aaa', true],
    ['xAaAy', true],
    ['aa1aa', false],
    ['...x', true],
    ['11x11', false],
    ['', false],
  ])('sees three equal characters in a row of %j: %j', (password, expected) => {
    expect(hasThreeAlike(password)).toBe(expected)
  })

  it.each([...SPECIALS].map((special) => [special]))('sees %j in the first place only', (special) => {
    expect([startsWithSpecial(`${special}a`), startsWithSpecial(`a${special}`)]).toEqual([true, false])
  })

  it('holds a generated password free of names of any length, in any case', () => {
    expect(isAcceptable('xSVC_SYNCx1', ['svc_sync'])).toBe(false)
    expect(isAcceptable('xsAx1.b', ['sa'])).toBe(false)
    expect(isAcceptable('x1.b', ['b'])).toBe(false)
    expect(isAcceptable('x1.b', [''])).toBe(true)
  })

  it('blames a person for names of three characters and more only', () => {
    expect(tellingNames(['sa', 'svc', 'erp01'])).toEqual(['svc', 'erp01'])
  })

  it('finds a name wherever it stands and whatever its case', () => {
    const name = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcXYZ019._-') })
    fc.assert(
      fc.property(name, fc.string(), fc.string(), (given, before, after) => {
        expect(containsName(`${before}${given.toUpperCase()}${after}`, [given.toLowerCase()])).toBe(true)
      }),
    )
  })

  it('refuses exactly the three-in-a-row that a pattern finds', () => {
    const text = fc.string({ maxLength: 30, unit: fc.constantFrom(...'aAbB1._') })
    const agree = fc.property(text, (given) => {
      expect(hasThreeAlike(given)).toBe(/(.)\1\1/i.test(given))
    })
    fc.assert(agree, { numRuns: 500 })
  })

  it('excludes no special that it promises', () => {
    expect([...EXCLUDED_SPECIALS].filter((character) => SPECIALS.includes(character))).toEqual([])
  })
})
