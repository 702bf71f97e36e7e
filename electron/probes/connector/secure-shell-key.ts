import { ED25519_BITS, type KeyStrength } from './key-strength.ts'

/** Longest public part that is read, in bytes: one of RSA with 16,384 bits takes a good 2,000. */
const MAX_PUBLIC_BYTES = 8192

/** Everything before the public part of a private key: marker, names of cipher and key derivation, its salt and the count of keys. */
const PREAMBLE_BYTES = 192

const MARKER = 'openssh-key-v1\0'

/**
 * Strength by a public key in the wire format of secure shell (RFC 4253, 5656, 8709).
 *
 * Null: the bytes are none. A kind that is not known here keeps its name, without a size.
 */
export function readPublicBlob(blob: Buffer): KeyStrength | null {
  const type = readText(blob, 0)
  if (type === null || !/^[a-z][\w@.-]+$/i.test(type.text)) return null
  const name = type.text.replace(/-cert-v\d+(?=@)/, '')
  if (name === 'ssh-rsa') {
    const exponent = readField(blob, type.end)
    const modulus = exponent === null ? null : readField(blob, exponent.end)
    return modulus === null ? null : { algorithm: 'RSA', bits: bitsOf(modulus.bytes) }
  }
  if (name === 'ssh-dss') {
    const prime = readField(blob, type.end)
    return prime === null ? null : { algorithm: 'DSA', bits: bitsOf(prime.bytes) }
  }
  if (/^(?:sk-)?ssh-ed25519/.test(name)) return { algorithm: 'Ed25519', bits: ED25519_BITS }
  const curve = /^(?:sk-)?ecdsa-sha2-nistp(256|384|521)/.exec(name)
  return { algorithm: curve === null ? name : 'EC', bits: Number(curve?.[1] ?? 0) }
}

/** Strength by one line `ssh-rsa AAAA… comment`; null: it is none. */
export function readPublicLine(line: string): KeyStrength | null {
  const match = /^((?:sk-)?(?:ssh|ecdsa)-[\w@.-]+) +([A-Za-z0-9+/]+=*)(?:\s|$)/.exec(line.trimStart())
  return match === null ? null : readPublicBlob(Buffer.from(match[2] ?? '', 'base64'))
}

/**
 * Strength of a private key of OpenSSH, by the public part that such a file holds in clear.
 *
 * `encoded` is the base64 between the lines of the file. Only as much of it is decoded as the public part takes. Null: it is none.
 */
export function readOpenSshPrivate(encoded: Buffer): KeyStrength | null {
  const start = decode(encoded, PREAMBLE_BYTES)
  if (start.toString('latin1', 0, MARKER.length) !== MARKER) return null
  const cipher = readField(start, MARKER.length)
  const derivation = cipher === null ? null : readField(start, cipher.end)
  const options = derivation === null ? null : readField(start, derivation.end)
  if (options === null || options.end + 8 > start.byteLength || start.readUInt32BE(options.end) < 1) return null
  const publicAt = options.end + 4
  const length = start.readUInt32BE(publicAt)
  if (length > MAX_PUBLIC_BYTES) return null
  const end = publicAt + 4 + length
  const whole = decode(encoded, end)
  return whole.byteLength < end ? null : readPublicBlob(whole.subarray(publicAt + 4, end))
}

/** The first bytes of what the base64 stands for. */
function decode(encoded: Buffer, bytes: number): Buffer {
  const characters: number[] = []
  const wanted = Math.ceil(bytes / 3) * 4
  for (const character of encoded) {
    if (characters.length >= wanted) break
    if (character > 0x20) characters.push(character)
  }
  return Buffer.from(Buffer.from(characters).toString('latin1'), 'base64').subarray(0, bytes)
}

function readText(blob: Buffer, offset: number): { readonly text: string; readonly end: number } | null {
  const field = readField(blob, offset)
  return field === null ? null : { text: field.bytes.toString('latin1'), end: field.end }
}

/** A field with its length before it; null: it does not lie within the bytes. */
function readField(blob: Buffer, offset: number): { readonly bytes: Buffer; readonly end: number } | null {
  if (offset + 4 > blob.byteLength) return null
  const end = offset + 4 + blob.readUInt32BE(offset)
  return end > blob.byteLength ? null : { bytes: blob.subarray(offset + 4, end), end }
}

/** Length of an unsigned number, in bits, without leading zeros. */
function bitsOf(number: Buffer): number {
  const first = number.findIndex((byte) => byte !== 0)
  return first < 0 ? 0 : (number.byteLength - first - 1) * 8 + (32 - Math.clz32(number[first] ?? 0))
}
