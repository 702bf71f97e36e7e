/** Options of a PRELOGIN message by their token: version, encryption, instance, thread, MARS (MS-TDS 2.2.6.5). */
export const preloginOptions = { version: 0, encryption: 1, instance: 2, thread: 3, mars: 4 } as const

/** Values of the option for encryption. */
export const encryptionValues = { off: 0, on: 1, notSupported: 2, required: 3 } as const

const HEADER_BYTES = 5
const TERMINATOR = 0xff

/** Options of a client's or a server's message. */
export function readPrelogin(payload: Buffer): ReadonlyMap<number, Buffer> {
  const options = new Map<number, Buffer>()
  for (let place = 0; payload[place] !== TERMINATOR; place += HEADER_BYTES) {
    const offset = payload.readUInt16BE(place + 1)
    options.set(payload.readUInt8(place), payload.subarray(offset, offset + payload.readUInt16BE(place + 3)))
  }
  return options
}

export function preloginAnswer(
  version: readonly [major: number, minor: number, build: number],
  encryption: keyof typeof encryptionValues,
): Buffer {
  const [major, minor, build] = version
  const values = [
    Buffer.from([major, minor, build >> 8, build & 0xff, 0, 0]),
    Buffer.from([encryptionValues[encryption]]),
    Buffer.from([0]),
    Buffer.alloc(0),
    Buffer.from([0]),
  ]
  let offset = values.length * HEADER_BYTES + 1
  const headers = values.map((value, index) => {
    const header = Buffer.alloc(HEADER_BYTES)
    header[0] = index
    header.writeUInt16BE(offset, 1)
    header.writeUInt16BE(value.byteLength, 3)
    offset += value.byteLength
    return header
  })
  return Buffer.concat([...headers, Buffer.from([TERMINATOR]), ...values])
}
