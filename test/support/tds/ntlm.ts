import { createHmac } from 'node:crypto'

/** What a client says of itself in an AUTHENTICATE_MESSAGE (MS-NLMP 2.2.1.3). */
export interface NtlmAuthenticate {
  readonly domain: string
  readonly user: string
  readonly workstation: string
  /** LMv2: a keyed hash of 16 bytes and the client's own challenge of 8 */
  readonly lmResponse: Buffer
}

const SIGNATURE = Buffer.from('NTLMSSP\0', 'latin1')
const NEGOTIATE = 1
const CHALLENGE = 2
const AUTHENTICATE = 3

/** Unicode, NTLM, target of type domain, target information, 128 bits (MS-NLMP 2.2.2.5). */
const FLAGS = 0x2000_0000 | 0x0080_0000 | 0x0001_0000 | 0x0000_0200 | 0x0000_0004 | 0x0000_0001

/** AV_PAIRs (MS-NLMP 2.2.2.1). */
const NETBIOS_COMPUTER = 1
const NETBIOS_DOMAIN = 2
const END = 0

const HEADER_BYTES = 56

export function isNegotiate(token: Buffer): boolean {
  return token.subarray(0, SIGNATURE.byteLength).equals(SIGNATURE) && token.readUInt32LE(8) === NEGOTIATE
}

/** CHALLENGE_MESSAGE of a server in a domain (MS-NLMP 2.2.1.2). */
export function challengeMessage(challenge: Buffer, domain: string, computer: string): Buffer {
  const target = Buffer.from(domain, 'utf16le')
  const information = Buffer.concat([pair(NETBIOS_DOMAIN, domain), pair(NETBIOS_COMPUTER, computer), pair(END, '')])
  const header = Buffer.alloc(HEADER_BYTES)
  SIGNATURE.copy(header)
  header.writeUInt32LE(CHALLENGE, 8)
  field(header, 12, target.byteLength, HEADER_BYTES)
  header.writeUInt32LE(FLAGS >>> 0, 20)
  challenge.copy(header, 24)
  field(header, 40, information.byteLength, HEADER_BYTES + target.byteLength)
  // Version 10.0, build 17763, revision 15 of NTLM.
  Buffer.from([10, 0, 0x63, 0x45, 0, 0, 0, 15]).copy(header, 48)
  return Buffer.concat([header, target, information])
}

function pair(id: number, text: string): Buffer {
  const value = Buffer.from(text, 'utf16le')
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id)
  head.writeUInt16LE(value.byteLength, 2)
  return Buffer.concat([head, value])
}

function field(header: Buffer, place: number, bytes: number, offset: number): void {
  header.writeUInt16LE(bytes, place)
  header.writeUInt16LE(bytes, place + 2)
  header.writeUInt32LE(offset, place + 4)
}

/** Null: it is none. */
export function readAuthenticate(token: Buffer): NtlmAuthenticate | null {
  if (!token.subarray(0, SIGNATURE.byteLength).equals(SIGNATURE) || token.readUInt32LE(8) !== AUTHENTICATE) return null
  const bytesAt = (place: number): Buffer => {
    const offset = token.readUInt32LE(place + 4)
    return token.subarray(offset, offset + token.readUInt16LE(place))
  }
  const text = (place: number): string => bytesAt(place).toString('utf16le')
  return { lmResponse: bytesAt(12), domain: text(28), user: text(36), workstation: text(44) }
}

/** Whether the answer to a challenge was made with this password: LMv2 (MS-NLMP 3.3.2), by the hash of the password that a server keeps. */
export function provesPassword({ lmResponse, user, domain }: NtlmAuthenticate, challenge: Buffer, passwordHash: Buffer): boolean {
  const key = createHmac('md5', passwordHash)
    .update(Buffer.from(user.toUpperCase() + domain.toUpperCase(), 'utf16le'))
    .digest()
  const own = lmResponse.subarray(16)
  return createHmac('md5', key)
    .update(Buffer.concat([challenge, own]))
    .digest()
    .equals(lmResponse.subarray(0, 16))
}
