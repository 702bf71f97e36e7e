import { createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUniquePassword, passwordDigest } from '#electron/passwords/uniqueness.ts'

const key = Buffer.alloc(32, 7)

describe('passwordDigest', () => {
  it('is HMAC-SHA-256 of the password in UTF-16, for this purpose alone', () => {
    const expected = createHmac('sha256', key)
      .update(Buffer.concat([Buffer.from('erp-checkup password uniqueness 1\0'), Buffer.from('Grün.42', 'utf16le')]))
      .digest('hex')
    expect(passwordDigest(key, 'Grün.42')).toBe(expected)
  })

  it('differs with every key and every password', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        expect(passwordDigest(key, one) === passwordDigest(key, other)).toBe(one === other)
        expect(passwordDigest(randomBytes(32), one)).not.toBe(passwordDigest(key, one))
      }),
    )
  })

  it.each([0, 16, 31])('refuses a key of %i bytes', (length) => {
    expect(() => passwordDigest(Buffer.alloc(length), 'x')).toThrow(`a key of ${length} bytes`)
  })
})

describe('isUniquePassword', () => {
  const known = ['first.One1', 'second.One2', 'Third.One3'].map((password) => passwordDigest(key, password))

  it.each([
    ['a known one', 'second.One2', false],
    ['the last known one', 'Third.One3', false],
    ['a new one', 'fourth.One4', true],
    ['a known one in other case', 'third.One3', true],
  ])('says of %s', (_name, password, expected) => {
    expect(isUniquePassword(key, password, known)).toBe(expected)
  })

  it('knows nothing under another key', () => {
    expect(isUniquePassword(Buffer.alloc(32, 8), 'second.One2', known)).toBe(true)
  })

  it('takes what is no digest for none, and finds the rest', () => {
    expect(isUniquePassword(key, 'second.One2', ['', 'zz', 'ab', ...known])).toBe(false)
    expect(isUniquePassword(key, 'new.One5', ['', 'zz', 'ab'])).toBe(true)
    expect(isUniquePassword(key, 'new.One5', [])).toBe(true)
  })
})
