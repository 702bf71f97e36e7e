import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

import { ED25519_BITS, type KeyDescription } from './key-strength.ts'
import { type PemBlock, pemBlocks } from './pem-blocks.ts'
import { readOpenSshPrivate, readPublicBlob, readPublicLine } from './secure-shell-key.ts'

/** Extensions of keys in binary form. */
const BINARY_KEYS: ReadonlySet<string> = new Set(['.der', '.key', '.p8', '.pk8', '.pri', '.priv', '.private'])

/** Containers of a certificate with its private key, which their password hides. */
const CONTAINERS: ReadonlySet<string> = new Set(['.pfx', '.p12'])

/** Object identifiers that an encrypted key in binary form begins with: of PKCS#5 and of PKCS#12 (RFC 8018, 7292). */
const ENCRYPTIONS = ['2a864886f70d0105', '2a864886f70d010c01'].map((text) => Buffer.from(text, 'hex'))

/** They stand behind three headings of a few bytes each. */
const ENCRYPTION_WITHIN_BYTES = 24

/** First byte of everything in DER (a sequence). */
const DER_SEQUENCE = 0x30

/** More of a text file than this is not looked at for the beginning of a key, in bytes: comments may precede it. */
const MAX_PUBLIC_LINE_BYTES = 16 * 1024

const NAMES: ReadonlyMap<string, string> = new Map([
  ['rsa', 'RSA'],
  ['rsa-pss', 'RSA-PSS'],
  ['dsa', 'DSA'],
  ['ec', 'EC'],
  ['ed25519', 'Ed25519'],
  ['ed448', 'Ed448'],
])

/**
 * What key a file holds, by its content; null: none, which certificates alone are too.
 *
 * Of several the private one counts. Nothing of the key itself is in the answer, and none of it is turned into text: the caller wipes
 * `content` afterwards. A key that is encrypted or of an unknown kind has no size.
 */
export function describeKey(content: Buffer, extension: string): KeyDescription | null {
  const putty = describePutty(content)
  if (putty !== null) return putty
  const blocks = pemBlocks(content)
  const block = blocks.find(({ label }) => label.endsWith('PRIVATE KEY')) ?? blocks.find(({ label }) => label.endsWith('PUBLIC KEY'))
  if (block !== undefined) return describeBlock(block)
  if (content[0] === DER_SEQUENCE && CONTAINERS.has(extension)) return { kind: 'private', algorithm: 'PKCS#12', bits: 0 }
  if (content[0] === DER_SEQUENCE && BINARY_KEYS.has(extension)) return describeBinary(content)
  return describePublicText(content)
}

function describeBlock({ label, bytes, body }: PemBlock): KeyDescription {
  const kind = label.endsWith('PRIVATE KEY') ? 'private' : 'public'
  if (label === 'OPENSSH PRIVATE KEY') return { kind, ...(readOpenSshPrivate(body) ?? { algorithm: 'OpenSSH', bits: 0 }) }
  const named = label.replace(/ ?(?:PRIVATE|PUBLIC) KEY$/, '')
  if (named === 'ENCRYPTED') return { kind, algorithm: 'encrypted', bits: 0 }
  const unread = { kind, algorithm: named || 'unknown', bits: 0 } as const
  if (body.includes('Proc-Type: 4,ENCRYPTED')) return unread
  return (
    describeObject(kind, () => (kind === 'private' ? createPrivateKey({ key: bytes, format: 'pem' }) : createPublicKey(bytes))) ?? unread
  )
}

function describeBinary(content: Buffer): KeyDescription | null {
  if (ENCRYPTIONS.some((identifier) => content.subarray(0, ENCRYPTION_WITHIN_BYTES).includes(identifier))) {
    return { kind: 'private', algorithm: 'encrypted', bits: 0 }
  }
  for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
    const found = describeObject('private', () => createPrivateKey({ key: content, format: 'der', type }))
    if (found !== null) return found
  }
  for (const type of ['spki', 'pkcs1'] as const) {
    const found = describeObject('public', () => createPublicKey({ key: content, format: 'der', type }))
    if (found !== null) return found
  }
  return null
}

/** Null: the library does not take the key; its reason may quote the key and is not looked at. */
function describeObject(kind: KeyDescription['kind'], open: () => KeyObject): KeyDescription | null {
  let key: KeyObject
  try {
    key = open()
  } catch {
    return null
  }
  const type = key.asymmetricKeyType ?? 'unknown'
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  const bits = modulusLength ?? (type === 'ed25519' ? ED25519_BITS : Number(/\d{3}/.exec(namedCurve ?? type)?.[0] ?? 0))
  return { kind, algorithm: NAMES.get(type) ?? type, bits }
}

/** A key of PuTTY holds its public part in clear, in front of the private one; what comes behind is not looked at. */
function describePutty(content: Buffer): KeyDescription | null {
  const start = content.indexOf('PuTTY-User-Key-File-')
  if (start < 0 || start > 3) return null
  const end = content.indexOf('Private-Lines:')
  const head = content.toString('latin1', start, end < 0 ? start : end)
  const lines = /Public-Lines: *\d+\r?\n([A-Za-z0-9+/=\r\n]+)/.exec(head)
  const strength = lines === null ? null : readPublicBlob(Buffer.from(lines[1] ?? '', 'base64'))
  return { kind: 'private', ...(strength ?? { algorithm: 'PuTTY', bits: 0 }) }
}

/** `ssh-rsa AAAA…` in a line of its own, or the form of RFC 4716. */
function describePublicText(content: Buffer): KeyDescription | null {
  const text = content.toString('latin1', 0, MAX_PUBLIC_LINE_BYTES)
  const framed = /^---- BEGIN SSH2 PUBLIC KEY ----\r?\n(?:[^\n:]*:[^\n]*\n)*([A-Za-z0-9+/=\s]+)---- END/m.exec(text)
  const strength =
    framed === null
      ? readPublicLine(text.replace(/^(?:ï»¿)?(?:#[^\n]*\n|[ \t\r]*\n)*/, ''))
      : readPublicBlob(Buffer.from(framed[1] ?? '', 'base64'))
  return strength === null ? null : { kind: 'public', ...strength }
}
