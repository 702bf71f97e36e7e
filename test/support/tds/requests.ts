/** Name and password of a LOGIN7 message (MS-TDS 2.2.6.4). */
export interface LoginRequest {
  readonly user: string
  readonly password: string
  readonly application: string
  readonly database: string
  /** it brings a token of Windows instead of a name */
  readonly sspi: Buffer
}

const USER = 40
const PASSWORD = 44
const APPLICATION = 48
const DATABASE = 68
const SSPI = 78

export function readLogin(payload: Buffer): LoginRequest {
  const bytesAt = (place: number, bytesPerUnit: number): Buffer => {
    const offset = payload.readUInt16LE(place)
    return payload.subarray(offset, offset + payload.readUInt16LE(place + 2) * bytesPerUnit)
  }
  const text = (place: number): string => bytesAt(place, 2).toString('utf16le')
  return {
    user: text(USER),
    password: Buffer.from(bytesAt(PASSWORD, 2).map(unscramble)).toString('utf16le'),
    application: text(APPLICATION),
    database: text(DATABASE),
    sspi: bytesAt(SSPI, 1),
  }
}

/** Passwords are XORed with 0xA5 after their half bytes were swapped. */
function unscramble(byte: number): number {
  const plain = byte ^ 0xa5
  return ((plain << 4) & 0xf0) | (plain >> 4)
}

/** Text of a batch, behind the headers that tell about transactions. */
export function readBatch(payload: Buffer): string {
  return payload.subarray(payload.readUInt32LE(0)).toString('utf16le')
}

export interface ProcedureCall {
  readonly text: string
  readonly parameters: Readonly<Record<string, string>>
}

const SP_EXECUTESQL = 10
const NVARCHAR = 0xe7
const UNKNOWN_LENGTH = 0xffff_fffe

/** A call of sp_executesql whose parameters are all nvarchar (MS-TDS 2.2.6.6). */
export function readCall(payload: Buffer): ProcedureCall {
  let offset = payload.readUInt32LE(0)
  if (payload.readUInt16LE(offset) !== 0xffff || payload.readUInt16LE(offset + 2) !== SP_EXECUTESQL) throw new Error('another procedure')
  offset += 6
  const values: { readonly name: string; readonly value: string }[] = []
  while (offset < payload.byteLength) {
    const nameBytes = (payload[offset] ?? 0) * 2
    const name = payload.toString('utf16le', offset + 1, offset + 1 + nameBytes)
    offset += 1 + nameBytes + 1
    if (payload[offset] !== NVARCHAR) throw new Error('another type of parameter')
    const isMax = payload.readUInt16LE(offset + 1) === 0xffff
    offset += 3 + 5
    const read = isMax ? readChunks(payload, offset) : readPlain(payload, offset)
    values.push({ name, value: read.value })
    offset = read.end
  }
  const [statement, , ...parameters] = values
  return {
    text: statement?.value ?? '',
    parameters: Object.fromEntries(parameters.map(({ name, value }) => [name.replace(/^@/, ''), value])),
  }
}

function readPlain(payload: Buffer, offset: number) {
  const bytes = payload.readUInt16LE(offset)
  return { value: payload.toString('utf16le', offset + 2, offset + 2 + bytes), end: offset + 2 + bytes }
}

/** PLP: a length that may be unknown, chunks, and an empty one at the end. */
function readChunks(payload: Buffer, start: number) {
  let offset = start + 8
  if (payload.readUInt32LE(start) === UNKNOWN_LENGTH) offset = start + 8
  let value = ''
  for (;;) {
    const bytes = payload.readUInt32LE(offset)
    offset += 4
    if (bytes === 0) return { value, end: offset }
    value += payload.toString('utf16le', offset, offset + bytes)
    offset += bytes
  }
}
