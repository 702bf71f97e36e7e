import { describe, expect, it } from 'vitest'
import { createAccess } from '#electron/hosts/loopback/access.ts'

const LIFE_MS = 600_000

function accessAt(port = 5000) {
  const clock = { ms: 0 }
  const access = createAccess({ port, lifeMs: LIFE_MS, now: () => clock.ms })
  return { access, clock }
}

const keyOf = (cookie: string | null): string => cookie?.split(';', 1)[0] ?? ''

describe('access', () => {
  it('gives a key for the token once', () => {
    const { access } = accessAt()
    expect(access.isRedeemed).toBe(false)
    const cookie = access.redeem(access.token)
    expect(cookie).toMatch(/^erp-checkup-5000=[\w-]{43}; Path=\/[\w-]{22}\/; HttpOnly; SameSite=Strict$/)
    expect(access.isRedeemed).toBe(true)
    expect(access.admits(keyOf(cookie))).toBe(true)
    expect(access.redeem(access.token)).toBeNull()
  })

  it('takes the token until its time is over, and no moment longer', () => {
    const inTime = accessAt()
    inTime.clock.ms = LIFE_MS
    expect(inTime.access.redeem(inTime.access.token)).not.toBeNull()
    const late = accessAt()
    late.clock.ms = LIFE_MS + 1
    expect(late.access.redeem(late.access.token)).toBeNull()
    expect(late.access.isRedeemed).toBe(false)
  })

  const wrong: readonly [string, (token: string) => string][] = [
    ['nothing', () => ''],
    ['a part of it', (token) => token.slice(0, -1)],
    ['more than it', (token) => `${token}A`],
    ['the same in small letters', (token) => token.toLowerCase()],
    ['another of the same length', () => accessAt().access.token],
    ['a very long text', () => 'A'.repeat(1_000_000)],
  ]
  it.each(wrong)('refuses %s as a token, and takes the right one afterwards', (_name, guess) => {
    const { access } = accessAt()
    expect(access.redeem(guess(access.token))).toBeNull()
    expect(access.redeem(access.token)).not.toBeNull()
  })

  it('makes every token, key and place anew', () => {
    const made = Array.from({ length: 50 }, () => {
      const { access } = accessAt()
      return [access.token, access.place, keyOf(access.redeem(access.token))]
    })
    expect(new Set(made.flat()).size).toBe(150)
  })

  it('admits nobody before the token was brought', () => {
    const { access } = accessAt()
    for (const cookies of [undefined, '', 'erp-checkup-5000=', 'erp-checkup-5000', 'erp-checkup-5000=null', 'erp-checkup-5000=undefined'])
      expect(access.admits(cookies)).toBe(false)
  })

  it('finds its key among other cookies, also behind one that somebody planted under its name', () => {
    const { access } = accessAt()
    const key = keyOf(access.redeem(access.token))
    expect(access.admits(`a=1; erp-checkup-5000=planted; ${key}; erp-checkup-5001=2`)).toBe(true)
    expect(access.admits(`a=1;${key}`)).toBe(true)
  })

  const strangers: readonly [string, (key: string, token: string) => string][] = [
    ['a planted key', () => 'erp-checkup-5000=planted'],
    ['the key under the name of another port', (key) => key.replace('5000', '5001')],
    ['the key under no name', (key) => key.split('=', 2)[1] ?? ''],
    ['the token as a key', (_key, token) => `erp-checkup-5000=${token}`],
    ['the key with something behind it', (key) => `${key}=`],
    ['the key in quotes', (key) => key.replace('=', '="').concat('"')],
    ['a name that ends alike', (key) => `x${key}`],
  ]
  it.each(strangers)('does not admit %s', (_name, cookies) => {
    const { access } = accessAt()
    const key = keyOf(access.redeem(access.token))
    expect(access.admits(cookies(key, access.token))).toBe(false)
  })

  it('does not admit the key of another server on the same port', () => {
    const earlier = accessAt().access
    const later = accessAt().access
    const key = keyOf(earlier.redeem(earlier.token))
    later.redeem(later.token)
    expect(later.admits(key)).toBe(false)
  })
})
