import { describe, expect, it } from 'vitest'

import { secretText } from '#electron/rotation/server/secret-text.ts'

const SECRET = 'Sommer-Ärger №7'
const WRITTEN = Buffer.from(`${SECRET}\0`, 'utf16le')
const WIPED = Buffer.alloc(WRITTEN.byteLength)

describe('a password on its way', () => {
  it.each([
    { name: 'when the call has returned', work: () => 'done' },
    {
      name: 'when the call has failed',
      work: () => {
        throw new Error('refused')
      },
    },
  ])('is zero-terminated text, and wiped $name', ({ work }) => {
    let seen: Buffer = Buffer.alloc(0)
    const used = (): unknown =>
      secretText(SECRET).use((buffer) => {
        seen = buffer
        expect(buffer).toEqual(WRITTEN)
        return work()
      })
    try {
      used()
    } catch (error) {
      expect(error).toMatchObject({ message: 'refused' })
    }
    expect(seen).toEqual(WIPED)
  })

  it.each(['resolve', 'reject'] as const)('stays for a call that goes on, until it ends: %s', async (ending) => {
    const { promise, ...end } = Promise.withResolvers<string>()
    let seen: Buffer = Buffer.alloc(0)
    const used = secretText(SECRET).useUntil((buffer) => {
      seen = buffer
      return promise
    })
    await Promise.resolve()
    expect(seen).toEqual(WRITTEN)
    end[ending]('ended')
    expect(await used.catch((reason: unknown) => reason)).toBe('ended')
    expect(seen).toEqual(WIPED)
  })
})
