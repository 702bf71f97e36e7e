/** A result set; every value is text, a whole number or null. */
export interface ResultSet {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export interface ServerError {
  readonly number: number
  readonly message?: string
  /** 14: refused, 16: cannot be done, 20 and more: the connection ends */
  readonly severity?: number
}

const COLLATION = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34])
const NVARCHAR = 0xe7
const INTN = 0x26
const NVARCHAR_BYTES = 8000

/** DONE, and the same inside of a procedure call. */
const DONE = 0xfd
const DONE_PROCEDURE = 0xfe
const DONE_COUNT = 0x10
const DONE_ERROR = 0x02
const DONE_ATTENTION = 0x20

export function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')
export const shortText = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), wide(text)])
const longText = (text: string): Buffer => Buffer.concat([uint16(text.length), wide(text)])

/** A token with its length in front: type, two bytes of length, body. */
export function token(number: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([number]), uint16(body.byteLength), body])
}

/** COLMETADATA and a ROW for each row (MS-TDS 2.2.7.4, 2.2.7.19). A column is of numbers where its first value is one. */
export function resultTokens({ columns, rows }: ResultSet): Buffer {
  const isNumber = columns.map((_, index) => rows.some((row) => typeof row[index] === 'number'))
  const metadata = columns.map((name, index) =>
    Buffer.concat([
      uint32(0),
      uint16(0x09),
      isNumber[index] ? Buffer.from([INTN, 4]) : Buffer.concat([Buffer.from([NVARCHAR]), uint16(NVARCHAR_BYTES), COLLATION]),
      shortText(name),
    ]),
  )
  const rowTokens = rows.map((row) =>
    Buffer.concat([Buffer.from([0xd1]), ...row.map((value, index) => valueBytes(value, isNumber[index] === true))]),
  )
  return Buffer.concat([Buffer.from([0x81]), uint16(columns.length), ...metadata, ...rowTokens])
}

function valueBytes(value: string | number | null, isNumber: boolean): Buffer {
  if (isNumber) return value === null ? Buffer.from([0]) : Buffer.concat([Buffer.from([4]), uint32(Number(value) >>> 0)])
  if (value === null) return uint16(0xffff)
  const text = wide(String(value))
  return Buffer.concat([uint16(text.byteLength), text])
}

/** What ends a sign-in, with the ENVCHANGE that sends the client to another server (MS-TDS 2.2.7.9, type 20). */
export function routingTokens(host: string, port: number): Buffer {
  const OVER_TCP = 0
  const place = Buffer.concat([Buffer.from([OVER_TCP]), uint16(port), longText(host)])
  const routing = token(0xe3, Buffer.from([20]), uint16(place.byteLength), place, uint16(0))
  return Buffer.concat([acknowledgement([15, 0, 2000]), routing, doneToken({})])
}

/** SSPI: a token of Windows for the client (MS-TDS 2.2.7.22). */
export function sspiToken(message: Buffer): Buffer {
  return token(0xed, message)
}

/** ERROR (MS-TDS 2.2.7.10). */
export function errorToken(error: ServerError, name: string): Buffer {
  return messageToken(0xaa, { severity: 16, ...error }, name)
}

/** INFO (MS-TDS 2.2.7.13): what the server tells beside its answer. */
export function infoToken(message: ServerError, name: string): Buffer {
  return messageToken(0xab, { severity: 0, ...message }, name)
}

function messageToken(
  type: number,
  { number, severity, message = `Fehler ${number}` }: ServerError & { severity: number },
  name: string,
): Buffer {
  return token(type, uint32(number), Buffer.from([1, severity]), longText(message), shortText(name), shortText(''), uint32(1))
}

export function doneToken(options: {
  readonly rows?: number
  readonly failed?: boolean
  readonly inProcedure?: boolean
  readonly attention?: boolean
}): Buffer {
  const { rows, failed = false, inProcedure = false, attention = false } = options
  const status = (rows === undefined ? 0 : DONE_COUNT) | (failed ? DONE_ERROR : 0) | (attention ? DONE_ATTENTION : 0)
  const count = Buffer.alloc(8)
  count.writeBigUInt64LE(BigInt(rows ?? 0))
  const end = Buffer.concat([uint16(status), uint16(0), count])
  if (!inProcedure) return Buffer.concat([Buffer.from([DONE]), end])
  // RETURNSTATUS and DONEPROC end a call.
  return Buffer.concat([Buffer.from([0x79]), uint32(0), Buffer.from([DONE_PROCEDURE]), end])
}

/** ENVCHANGE for the database and LOGINACK for TDS 7.4 (MS-TDS 2.2.7.9, 2.2.7.14). */
export function loginTokens(version: readonly [number, number, number]): Buffer {
  const database = token(0xe3, Buffer.from([1]), shortText('master'), shortText('master'))
  const packetSize = token(0xe3, Buffer.from([4]), shortText('4096'), shortText('4096'))
  return Buffer.concat([database, acknowledgement(version), packetSize, doneToken({})])
}

function acknowledgement([major, minor, build]: readonly [number, number, number]): Buffer {
  return token(
    0xad,
    Buffer.from([1]),
    Buffer.from([0x74, 0x00, 0x00, 0x04]),
    shortText('Microsoft SQL Server'),
    Buffer.from([major, minor, build >> 8, build & 0xff]),
  )
}
