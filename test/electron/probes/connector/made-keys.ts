import { generateKeyPairSync, type KeyObject } from 'node:crypto'

/** A field of the wire format of secure shell: its length and its bytes. */
function field(bytes: Buffer | string): Buffer {
  const content = Buffer.from(bytes)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.byteLength)
  return Buffer.concat([length, content])
}

function number(bytes: Buffer): Buffer {
  return field((bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}

/** The public part of a key of RSA in the wire format. */
export function rsaBlob(key: KeyObject): Buffer {
  const { n = '', e = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([field('ssh-rsa'), number(Buffer.from(e, 'base64url')), number(Buffer.from(n, 'base64url'))])
}

export function namedBlob(name: string, ...fields: readonly Buffer[]): Buffer {
  return Buffer.concat([field(name), ...fields.map(number)])
}

/** A private key as OpenSSH keeps it; what stands in for the private part is `secret`. */
export function openSshFile(publicBlob: Buffer, secret: string, cipher = 'none'): string {
  const options = cipher === 'none' ? field('') : field(Buffer.concat([field('0123456789abcdef'), Buffer.from([0, 0, 0, 24])]))
  const derivation = cipher === 'none' ? 'none' : 'bcrypt'
  const head = Buffer.concat([Buffer.from('openssh-key-v1\0'), field(cipher), field(derivation), options, Buffer.from([0, 0, 0, 1])])
  const body = Buffer.concat([head, field(publicBlob), field(secret)]).toString('base64')
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${body.replaceAll(/.{70}/g, '$&\n')}\n-----END OPENSSH PRIVATE KEY-----\n`
}

/** A private key as PuTTY keeps it. */
export function puttyFile(publicBlob: Buffer, secret: string, version = 3): string {
  const lines = publicBlob.toString('base64').replaceAll(/.{64}/g, '$&\r\n').trimEnd().split('\r\n')
  const head = [`PuTTY-User-Key-File-${version}: ssh-rsa`, 'Encryption: aes256-cbc', 'Comment: Büro', `Public-Lines: ${lines.length}`]
  const secretLines = [Buffer.from(secret).toString('base64')]
  return [...head, ...lines, `Private-Lines: ${secretLines.length}`, ...secretLines, 'Private-MAC: 00', ''].join('\r\n')
}

/** Pairs that are slow to make are made once. */
const pairs = new Map<number, ReturnType<typeof generateKeyPairSync>>()

export function rsaPair(bits: number): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  const known = pairs.get(bits)
  if (known !== undefined) return known
  const made = generateKeyPairSync('rsa', { modulusLength: bits })
  pairs.set(bits, made)
  return made
}
