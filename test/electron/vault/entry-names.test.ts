import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isGeneration, newGeneration, passwordService, services } from '#electron/vault/entry-names.ts'

const owner = fc.record({ server: fc.string({ unit: 'grapheme' }), login: fc.string({ unit: 'grapheme' }) })

describe('entry names', () => {
  it('names server and login, with everything awkward as its bytes', () => {
    expect(passwordService({ server: 'ERP01', login: 'sql-server:ERP01\\SAGE/wsp sync é' })).toBe(
      'erp-sync-security-checkup/password/ERP01/sql-server%3AERP01%5CSAGE%2Fwsp%20sync%20%C3%A9/',
    )
  })

  it('are of plain characters, end in a delimiter, and never begin alike for two logins', () => {
    fc.assert(
      fc.property(owner, owner, (one, other) => {
        const [first, second] = [passwordService(one), passwordService(other)]
        expect(first).toMatch(/^erp-sync-security-checkup\/password\/[\w.%-]*\/[\w.%-]*\/$/)
        expect(first.startsWith(second)).toBe(one.server === other.server && one.login === other.login)
      }),
    )
  })

  it('never begin alike for what is kept apart', () => {
    const all = [...Object.values(services), passwordService({ server: 'register', login: 'key' })]
    for (const one of all) expect(all.filter((other) => other.startsWith(one))).toEqual([one])
  })

  it('tell a generation from any other text', () => {
    expect(isGeneration(newGeneration(randomBytes))).toBe(true)
    expect(['', 'x'.repeat(32), 'a'.repeat(31), 'a'.repeat(33), 'A'.repeat(32), `${'a'.repeat(32)}\n`].filter(isGeneration)).toEqual([])
  })
})
