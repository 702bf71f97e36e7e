export type Strength = 'strong' | 'weak' | 'not-told'

/** Least size of an RSA modulus, in bits. */
const RSA_BITS = 2048

/** Least size of the field of an elliptic curve, in bits: as hard to break as RSA 3072. */
const CURVE_BITS = 256

/** Names of curves and of the algorithms on them, as OpenSSL, OpenSSH and Windows spell them. */
const CURVE_NAME = /^(?:(?:id)?ec|ed448|nistp|p\d{3}|secp|sect|prime|brainpool)/

/** A size that is part of the name: P-256, secp384r1, prime256v1, ecdsa-sha2-nistp521. */
const CURVE_SIZE = /(?:p|prime|sect|ed|ec|ecdsa|ecdh)(\d{3})/

/**
 * How strong a private key is, by the name of its algorithm and its size in bits.
 *
 * Size 0 stands for "not read"; where the name tells a size too, the smaller one counts. A kind that is not known is `not-told`.
 */
export function strengthOf(algorithm: string, bits: number): Strength {
  const name = compact(algorithm)
  if (name.includes('ed25519')) return 'strong'
  if (name.startsWith('eddsa')) return bits >= CURVE_BITS - 1 ? 'strong' : 'not-told'
  if (/^ds[as]/.test(name)) return 'weak'
  if (name.includes('rsa')) return compare(bits, /^rsa(\d{4,5})$/.exec(name), RSA_BITS)
  return CURVE_NAME.test(name) ? compare(bits, CURVE_SIZE.exec(name), CURVE_BITS) : 'not-told'
}

/** `ssh-rsa`, `sk-ssh-ed25519@openssh.com`, `P-256`: letters and digits alone, without the prefix of OpenSSH. */
function compact(algorithm: string): string {
  return algorithm
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(?:sk)?ssh/, '')
    .replace(/^sk(?=ec)/, '')
}

function compare(bits: number, named: RegExpExecArray | null, least: number): Strength {
  const sizes = [bits, Number(named?.[1] ?? 0)].filter((size) => size > 0)
  if (sizes.length === 0) return 'not-told'
  return Math.min(...sizes) >= least ? 'strong' : 'weak'
}
