const HANDSHAKE = 22
const ALERT = 21

/** A record of TLS 1.0, as every version takes it. */
export function record(body: Buffer, type = HANDSHAKE, version = 0x0301): Buffer {
  const header = Buffer.from([type, version >> 8, version & 0xff, body.length >> 8, body.length & 0xff])
  return Buffer.concat([header, body])
}

export function message(type: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type, 0, body.length >> 8, body.length & 0xff]), body])
}

/** A ServerHello that names its session, as old servers do. */
export function helloMessage(version: number, cipherSuite = 0x002f): Buffer {
  const body = Buffer.alloc(2 + 32 + 1 + 32 + 3, 9)
  body.writeUInt16BE(version, 0)
  body[34] = 32
  body.writeUInt16BE(cipherSuite, 67)
  body[69] = 0
  return message(2, body)
}

export function certificateMessage(certificates: readonly Buffer[]): Buffer {
  const sized = (content: Buffer): Buffer => Buffer.concat([Buffer.from([0, content.length >> 8, content.length & 0xff]), content])
  return message(11, sized(Buffer.concat(certificates.map(sized))))
}

export const HELLO_DONE = message(14, Buffer.alloc(0))

/** A whole flight without a certificate. */
export function helloFlight(version: number): Buffer {
  return record(Buffer.concat([helloMessage(version), HELLO_DONE]), HANDSHAKE, Math.min(version, 0x0301))
}

export function alert(level: 1 | 2, description: number): Buffer {
  return record(Buffer.from([level, description]), ALERT)
}
