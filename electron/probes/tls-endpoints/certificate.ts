import type { KeyObject, X509Certificate } from 'node:crypto'
import { checkServerIdentity } from 'node:tls'

import type { Facts } from '#shared/facts/index.ts'

type CertificateFacts = NonNullable<Facts['tls-endpoints']['endpoints'][number]['certificate']>

/** Names that a person can still read; a certificate may hold far longer ones. */
const MAX_NAME_LENGTH = 300

/** What Node calls keys, by the names that people know; others keep theirs, in capitals. */
const KEY_TYPES: Readonly<Record<string, string>> = { rsa: 'RSA', 'rsa-pss': 'RSASSA-PSS', ec: 'EC', ed25519: 'Ed25519', ed448: 'Ed448' }

const EDWARDS_BITS: Readonly<Record<string, number>> = { ed25519: 256, ed448: 456 }

/** Facts of a server's certificate except whether it is trusted; null: it holds what nobody can read. `host`: as it was asked for. */
export function describeCertificate(certificate: X509Certificate, host: string): Omit<CertificateFacts, 'trusted'> | null {
  const validFrom = instantOf(certificate.validFrom)
  const validTo = instantOf(certificate.validTo)
  if (validFrom === null || validTo === null) return null
  const subject = nameOf(certificate.subject)
  return {
    // Certificates of automatic authorities may name their hosts only there.
    subject: subject === '' ? shortened(certificate.subjectAltName ?? '') : subject,
    issuer: nameOf(certificate.issuer),
    validFrom,
    validTo,
    ...describeKey(certificate),
    hostnameMatches: isForHost(certificate, host),
  }
}

/** Names the host in its common name alone, which browsers have not looked at since 2017. */
export function namesHostOldStyle(certificate: X509Certificate): boolean {
  return certificate.subjectAltName === undefined
}

/** One line, the most special part first, as Windows shows it; Node gives a line for each part, the most general first. */
function nameOf(name: string | undefined): string {
  return shortened((name ?? '').split('\n').reverse().join(', '))
}

function shortened(text: string): string {
  return text.length > MAX_NAME_LENGTH ? `${text.slice(0, MAX_NAME_LENGTH)}…` : text
}

/** Sample: `Mar  2 00:00:00 2026 GMT`. */
function instantOf(time: string): string | null {
  const timeMs = Date.parse(time)
  return Number.isNaN(timeMs) ? null : new Date(timeMs).toISOString()
}

function describeKey(certificate: X509Certificate): Pick<CertificateFacts, 'keyType' | 'keyBits'> {
  const key = publicKeyOf(certificate)
  const type = key?.asymmetricKeyType
  if (key === null || type === undefined) return { keyType: 'unknown', keyBits: 0 }
  return { keyType: KEY_TYPES[type] ?? type.toUpperCase(), keyBits: bitsOf(key, type) }
}

/** Null: a kind of key or a curve that this runtime does not know. */
function publicKeyOf(certificate: X509Certificate): KeyObject | null {
  try {
    return certificate.publicKey
  } catch {
    return null
  }
}

/** A curve's size stands in its name: `prime256v1`, `secp384r1`, `brainpoolP512r1`. Zero: not told. */
function bitsOf(key: KeyObject, type: string): number {
  const { modulusLength, namedCurve = '' } = key.asymmetricKeyDetails ?? {}
  return modulusLength ?? EDWARDS_BITS[type] ?? Number(/\d+/.exec(namedCurve)?.[0] ?? 0)
}

/** By the rules of browsers for wildcards and addresses; alternative names that make no sense name nobody. */
function isForHost(certificate: X509Certificate, host: string): boolean {
  try {
    return checkServerIdentity(host, certificate.toLegacyObject()) === undefined
  } catch {
    return false
  }
}
