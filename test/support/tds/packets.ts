/** Types of a packet's header (MS-TDS 2.2.3.1.1). */
export const packetTypes = { batch: 0x01, rpc: 0x03, answer: 0x04, attention: 0x06, login: 0x10, sspi: 0x11, prelogin: 0x12 } as const

const HEADER_BYTES = 8
const END_OF_MESSAGE = 0x01
const MAX_PAYLOAD = 4096 - HEADER_BYTES

/** A message of one or more packets. */
export interface TdsMessage {
  readonly type: number
  readonly payload: Buffer
}

/** Cuts a message into packets. */
export function packetsOf({ type, payload }: TdsMessage): Buffer {
  const packets: Buffer[] = []
  let offset = 0
  do {
    const part = payload.subarray(offset, offset + MAX_PAYLOAD)
    offset += part.byteLength
    const header = Buffer.alloc(HEADER_BYTES)
    header[0] = type
    header[1] = offset >= payload.byteLength ? END_OF_MESSAGE : 0
    header.writeUInt16BE(HEADER_BYTES + part.byteLength, 2)
    header[6] = packets.length + 1
    packets.push(header, part)
  } while (offset < payload.byteLength)
  return Buffer.concat(packets)
}

/** Puts packets together as they arrive, however the network cut them. */
export function createPacketReader(onMessage: (message: TdsMessage) => void): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0)
  let parts: Buffer[] = []
  return (chunk) => {
    pending = Buffer.concat([pending, chunk])
    while (pending.byteLength >= HEADER_BYTES && pending.byteLength >= pending.readUInt16BE(2)) {
      const length = pending.readUInt16BE(2)
      parts.push(Buffer.from(pending.subarray(HEADER_BYTES, length)))
      const [type = 0, status = 0] = pending
      pending = pending.subarray(length)
      if ((status & END_OF_MESSAGE) === 0) continue
      const payload = Buffer.concat(parts)
      parts = []
      onMessage({ type, payload })
    }
  }
}
