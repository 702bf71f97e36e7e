import type { CheckedStore } from './checked-store.ts'
import { services } from './entry-names.ts'
import { type Run, VaultRefusal, type VaultResult } from './problem.ts'

/** Bytes: the length of a key for HMAC-SHA-256, and of the seed of an Ed25519 key. */
const KEY_BYTES = 32

/** What the key is for; each has its own. */
export type KeyName = 'password-uniqueness' | 'certificate-signing'

export type SecretBytes = (name: KeyName) => Promise<VaultResult<Uint8Array>>

/** Reads a key, or makes it where there is none; one that cannot be a key is never replaced, because what it made would be lost. */
export function createSecretBytes(store: CheckedStore, randomBytes: (count: number) => Uint8Array, run: Run): SecretBytes {
  return (name) =>
    run(async () => {
      const kept = await store.read(services.key, name)
      if (kept !== null) return decode(kept)
      const made = Buffer.from(randomBytes(KEY_BYTES)).toString('base64')
      await store.write(services.key, name, made)
      return decode(made)
    })
}

function decode(text: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(text, 'base64'))
  if (bytes.byteLength !== KEY_BYTES) throw new VaultRefusal({ kind: 'lost' })
  return bytes
}
