import { createHmac, timingSafeEqual } from 'node:crypto'

/** Bytes; a key that is shorter than the digest would be the weakest part. */
const SHORTEST_KEY_BYTES = 32

/** Keeps these digests apart from anything else that the same key may ever be used for. */
const PURPOSE = 'erp-checkup password uniqueness 1\0'

/**
 * What is kept of a password to see it again: HMAC-SHA-256, hex.
 *
 * Without the key, which lives in the keychain, it can neither be made nor tried against a word list. The password is taken in UTF-16,
 * as Windows and SQL Server take it, and exactly as it is: upper and lower case differ.
 */
export function passwordDigest(key: Uint8Array, password: string): string {
  if (key.length < SHORTEST_KEY_BYTES) throw new Error(`a key of ${key.length} bytes is too short for digests of passwords`)
  return createHmac('sha256', key).update(PURPOSE).update(Buffer.from(password, 'utf16le')).digest('hex')
}

/** Whether the password is none of those whose digests are known; takes equally long wherever it is found. */
export function isUniquePassword(key: Uint8Array, password: string, knownDigests: readonly string[]): boolean {
  const digest = Buffer.from(passwordDigest(key, password), 'hex')
  let found = 0
  for (const known of knownDigests) {
    const other = Buffer.from(known, 'hex')
    // A digest of another length was made by something else; its length is no secret.
    if (other.length === digest.length) found += Number(timingSafeEqual(digest, other))
  }
  return found === 0
}
