import { afterEach, describe, expect, it, vi } from 'vitest'
import { randomBytes } from '#renderer/passwords/random-bytes.ts'

afterEach(() => void vi.restoreAllMocks())

describe('randomBytes', () => {
  it('gives as many bytes of the cryptographic source as are asked for', () => {
    const source = vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((bytes) => {
      if (bytes instanceof Uint8Array) bytes.fill(7)
      return bytes
    })
    expect(randomBytes(256)).toEqual(new Uint8Array(256).fill(7))
    expect(source).toHaveBeenCalledOnce()
  })

  it('never gives the same batch again', () => {
    expect(randomBytes(256)).not.toEqual(randomBytes(256))
  })
})
