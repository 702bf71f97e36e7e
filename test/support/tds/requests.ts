/** Name and password of a LOGIN7 message (MS-TDS 2.2.6.4). */
export interface LoginRequest {
  /** the computer of the client */
  readonly host: string
  readonly user: string
  readonly password: string
  readonly application: string
  readonly database: string
  /** it brings a token of Windows instead of a name */
  readonly sspi: Buffer
}

const HOST = 36
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
    host: text(HOST),
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

/** A call of a procedure by its name, or by the number of one that every server has. */
export interface ProcedureCall {
  readonly procedure: string | number
  readonly parameters: readonly CallParameter[]
}

interface CallParameter {
  readonly name: string
  /** the server takes its own value */
  readonly isDefault: boolean
  readonly value: string | number | null
}

const SP_EXECUTESQL = 10
const BY_NUMBER = 0xffff
const IS_DEFAULT = 0x02
const NVARCHAR = 0xe7
const INTN = 0x26
const MAX_LENGTH = 0xffff

/** A call whose parameters are nvarchar or whole numbers (MS-TDS 2.2.6.6). */
export function readCall(payload: Buffer): ProcedureCall {
  let offset = payload.readUInt32LE(0)
  const length = payload.readUInt16LE(offset)
  const procedure =
    length === BY_NUMBER ? payload.readUInt16LE(offset + 2) : payload.toString('utf16le', offset + 2, offset + 2 + length * 2)
  // Two bytes of options follow the name.
  offset += 2 + (length === BY_NUMBER ? 2 : length * 2) + 2
  const parameters: CallParameter[] = []
  while (offset < payload.byteLength) {
    const nameBytes = payload.readUInt8(offset) * 2
    const name = payload.toString('utf16le', offset + 1, offset + 1 + nameBytes)
    offset += 1 + nameBytes
    const isDefault = (payload.readUInt8(offset) & IS_DEFAULT) !== 0
    const read = readParameter(payload, offset + 1)
    parameters.push({ name, isDefault, value: read.value })
    offset = read.end
  }
  return { procedure, parameters }
}

/** The statement of a call of sp_executesql, with its parameters by their name without the @. */
export function readStatement(payload: Buffer): { readonly text: string; readonly parameters: Readonly<Record<string, string>> } {
  const { procedure, parameters } = readCall(payload)
  if (procedure !== SP_EXECUTESQL) throw new Error('another procedure')
  const [statement, , ...values] = parameters
  return {
    text: String(statement?.value ?? ''),
    parameters: Object.fromEntries(values.map(({ name, value }) => [name.replace(/^@/, ''), String(value)])),
  }
}

interface Read {
  readonly value: string | number | null
  readonly end: number
}

function readParameter(payload: Buffer, offset: number): Read {
  const type = payload.readUInt8(offset)
  if (type === INTN) return readInteger(payload, offset + 2)
  if (type !== NVARCHAR) throw new Error('another type of parameter')
  const COLLATION_BYTES = 5
  const isMax = payload.readUInt16LE(offset + 1) === MAX_LENGTH
  const start = offset + 3 + COLLATION_BYTES
  return isMax ? readChunks(payload, start) : readPlain(payload, start)
}

function readInteger(payload: Buffer, offset: number): Read {
  const bytes = payload.readUInt8(offset)
  return { value: bytes === 0 ? null : payload.readIntLE(offset + 1, bytes), end: offset + 1 + bytes }
}

function readPlain(payload: Buffer, offset: number): Read {
  const bytes = payload.readUInt16LE(offset)
  if (bytes === MAX_LENGTH) return { value: null, end: offset + 2 }
  return { value: payload.toString('utf16le', offset + 2, offset + 2 + bytes), end: offset + 2 + bytes }
}

/** PLP: a length that may be unknown, chunks, and an empty one at the end. */
function readChunks(payload: Buffer, start: number): Read {
  const LENGTH_BYTES = 8
  let offset = start + LENGTH_BYTES
  let value = ''
  for (;;) {
    const bytes = payload.readUInt32LE(offset)
    offset += 4
    if (bytes === 0) return { value, end: offset }
    value += payload.toString('utf16le', offset, offset + bytes)
    offset += bytes
  }
}
