/** The server's choice. */
export interface ServerHello {
  /** number on the wire, e.g. 0x0301 */
  readonly version: number
  readonly cipherSuite: number
}

/** What a server answered to a ClientHello so far. */
export type Flight =
  | { readonly kind: 'more' }
  /** `certificates`: DER, the server's own first; empty where it showed none */
  | { readonly kind: 'hello'; readonly hello: ServerHello; readonly certificates: readonly Buffer[] }
  | { readonly kind: 'alert'; readonly description: number }
  | { readonly kind: 'not-tls' }

const recordTypes = { alert: 21, handshake: 22 } as const
const messageTypes = { helloRequest: 0, serverHello: 2, certificate: 11, serverKeyExchange: 12, serverHelloDone: 14 } as const

const RECORD_HEADER = 5
const MESSAGE_HEADER = 4
/** The most that RFC 5246 lets a record hold. */
const MAX_RECORD = 16_384 + 2048
/** A long chain of large certificates has a third of this. */
const MAX_FLIGHT = 65_536
/** The smallest fragments that are in use have 512 bytes. */
const MAX_RECORDS = 512
const MAX_CERTIFICATES = 20

const WARNING = 1
const CLOSE_NOTIFY = 0

/** Version, random, length of the session's name. */
const HELLO_HEADER = 35
const MAX_SESSION_NAME = 32

/**
 * Reads a server's first flight of SSL 3 to TLS 1.2 as it comes in, however it is cut into records and packets.
 *
 * It ends with the certificates, with the end of the flight, or with what is no such flight. What comes after a hello cannot take the
 * hello back: `heard` has it also where the rest is late, cut or garbage. Warnings are passed over, as every client does.
 */
export function createFlightReader(): { push(chunk: Uint8Array): Flight; heard(): ServerHello | null } {
  let pending = Buffer.alloc(0)
  let messages = Buffer.alloc(0)
  let records = 0
  let hello: ServerHello | null = null
  const stop = (certificates: readonly Buffer[] = []): Flight =>
    hello === null ? { kind: 'not-tls' } : { kind: 'hello', hello, certificates }

  const takeMessages = (): Flight => {
    for (;;) {
      const length = messages.length < MESSAGE_HEADER ? 0 : messages.readUIntBE(1, 3)
      if (length > MAX_FLIGHT) return stop()
      if (messages.length < MESSAGE_HEADER + length) return { kind: 'more' }
      const type = messages[0]
      const body = messages.subarray(MESSAGE_HEADER, MESSAGE_HEADER + length)
      messages = messages.subarray(MESSAGE_HEADER + length)
      if (type === messageTypes.helloRequest && length === 0) continue
      if (hello === null) {
        hello = type === messageTypes.serverHello ? parseHello(body) : null
        if (hello === null) return stop()
      } else if (type === messageTypes.certificate) return stop(parseCertificates(body))
      else if (type === messageTypes.serverKeyExchange || type === messageTypes.serverHelloDone) return stop()
    }
  }

  const takeRecord = (type: number | undefined, body: Buffer): Flight => {
    const [level, description] = body
    if (type === recordTypes.alert) {
      if (level === undefined || description === undefined) return stop()
      if (level === WARNING && description !== CLOSE_NOTIFY) return { kind: 'more' }
      return hello === null ? { kind: 'alert', description } : stop()
    }
    messages = Buffer.concat([messages, body])
    return messages.length > MAX_FLIGHT ? stop() : takeMessages()
  }

  const push = (chunk: Uint8Array): Flight => {
    pending = Buffer.concat([pending, chunk])
    for (;;) {
      const [type, major] = pending
      if (type === undefined) return { kind: 'more' }
      if ((type !== recordTypes.alert && type !== recordTypes.handshake) || (major ?? 3) !== 3) return stop()
      if (pending.length < RECORD_HEADER) return { kind: 'more' }
      const length = pending.readUInt16BE(3)
      records += 1
      if (length === 0 || length > MAX_RECORD || records > MAX_RECORDS) return stop()
      if (pending.length < RECORD_HEADER + length) {
        records -= 1
        return { kind: 'more' }
      }
      const body = pending.subarray(RECORD_HEADER, RECORD_HEADER + length)
      pending = pending.subarray(RECORD_HEADER + length)
      const flight = takeRecord(type, body)
      if (flight.kind !== 'more') return flight
    }
  }

  return { push, heard: () => hello }
}

function parseHello(body: Buffer): ServerHello | null {
  const sessionName = body[HELLO_HEADER - 1]
  if (sessionName === undefined || sessionName > MAX_SESSION_NAME || body.length < HELLO_HEADER + sessionName + 3) return null
  return { version: body.readUInt16BE(0), cipherSuite: body.readUInt16BE(HELLO_HEADER + sessionName) }
}

/** Each with its length before it; one that is cut ends the list. */
function parseCertificates(body: Buffer): readonly Buffer[] {
  const certificates: Buffer[] = []
  let rest = body.subarray(3)
  while (rest.length >= 3 && certificates.length < MAX_CERTIFICATES) {
    const length = rest.readUIntBE(0, 3)
    if (length === 0 || rest.length < 3 + length) break
    certificates.push(Buffer.from(rest.subarray(3, 3 + length)))
    rest = rest.subarray(3 + length)
  }
  return certificates
}
