import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'

import { type HeldSecret, holdSecret } from '#electron/rotation/hand-over/held-secret.ts'

const SECRET = 'Canary-ß✓🔒'

function held(text = SECRET): HeldSecret {
  const secret = holdSecret(Buffer.from(text))
  if (typeof secret === 'string') throw new Error(secret)
  return secret
}

describe('held-secret', () => {
  it('takes the bytes over and wipes those that were given', () => {
    const given = Buffer.from(SECRET)
    const secret = holdSecret(given)
    expect(given.every((byte) => byte === 0)).toBe(true)
    expect(typeof secret !== 'string' && [secret.text(), secret.length()]).toEqual([SECRET, 11])
  })

  it('lends its UTF-16 bytes and wipes them', () => {
    const secret = held()
    const lent = secret.use((utf16) => utf16)
    expect(Buffer.from(lent).toString('utf16le')).toBe(SECRET)
    secret.wipe()
    expect(lent.every((byte) => byte === 0)).toBe(true)
    expect([secret.length(), secret.text()]).toEqual([0, ''])
  })

  it('shows nothing of itself', () => {
    const secret = held()
    const shown = `${inspect(secret, { depth: 9, showHidden: true })}${JSON.stringify(secret)}`
    expect(shown).not.toContain('Canary')
    expect(shown).not.toContain(Buffer.from(SECRET, 'utf16le').toString('hex').slice(0, 12))
  })

  it.each([
    { name: 'nothing', bytes: Buffer.alloc(0), reason: 'empty' },
    { name: 'a line break, which is the Enter key', bytes: Buffer.from('abc\ndef'), reason: 'control-character' },
    { name: 'a tab, which leaves the field', bytes: Buffer.from('abc\tdef'), reason: 'control-character' },
    { name: 'what is no text', bytes: Buffer.from([0x61, 0xff]), reason: 'broken-text' },
    { name: 'one unit too many', bytes: Buffer.from('x'.repeat(257)), reason: 'too-long' },
  ])('refuses $name, and wipes it', ({ bytes, reason }) => {
    expect(holdSecret(bytes)).toBe(reason)
    expect(bytes.every((byte) => byte === 0)).toBe(true)
  })

  it('holds the longest one', () => {
    expect(held('x'.repeat(256)).length()).toBe(256)
  })
})
