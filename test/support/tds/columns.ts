import { shortText, uint16, uint32 } from './tokens.ts'

/** A column as SQL Server describes it, and its values as they travel (MS-TDS 2.2.5.4 to 2.2.5.6). */
export interface TypedColumn {
  readonly name: string
  /** TYPE_INFO */
  readonly type: Buffer
  /** a value with its length, or the mark of NULL */
  readonly encode: (value: unknown) => Buffer
  /** nullable and updateable unless said otherwise */
  readonly flags?: number
}

/** German_CI_AS and the one of the United States: both with code page 1252. */
export const collations = {
  german: Buffer.from([0x07, 0x04, 0xd0, 0x00, 0x00]),
  american: Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34]),
} as const

const NULLABLE = 0x09
const NULL_16 = uint16(0xffff)
const NULL_PLP = Buffer.alloc(8, 0xff)
const MAX = uint16(0xffff)
const NOTHING = Buffer.from([0])

const int64 = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64LE(value)
  return bytes
}

/** Little-endian, of as many bytes as asked for. */
function whole(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes)
  if (value < 0) buffer.writeIntLE(value, 0, bytes)
  else buffer.writeUIntLE(value, 0, bytes)
  return buffer
}

const short = (body: Buffer | null): Buffer => (body === null ? NOTHING : Buffer.concat([Buffer.from([body.byteLength]), body]))
const long = (body: Buffer | null): Buffer => (body === null ? NULL_16 : Buffer.concat([uint16(body.byteLength), body]))

/** Two chunks wherever there is something to cut, of a length that is told or not. */
function chunked(body: Buffer | null, tellsLength: boolean): Buffer {
  if (body === null) return NULL_PLP
  const total = tellsLength ? int64(BigInt(body.byteLength)) : Buffer.from([0xfe, ...NULL_PLP.subarray(1)])
  const middle = Math.ceil(body.byteLength / 2)
  const chunks = [body.subarray(0, middle), body.subarray(middle)].filter(({ byteLength }) => byteLength > 0)
  return Buffer.concat([total, ...chunks.flatMap((chunk) => [uint32(chunk.byteLength), chunk]), uint32(0)])
}

const orNull =
  <Value>(encode: (value: Value) => Buffer) =>
  (value: unknown): Buffer | null =>
    value === null ? null : encode(value as Value)

const wide = orNull((text: string) => Buffer.from(text, 'utf16le'))
/** Of code page 1252 only what Latin 1 has at the same place, and the sign of the euro. */
const narrow = orNull((text: string) => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1'))
const raw = orNull((hex: string) => Buffer.from(hex, 'hex'))

const integer = (bytes: 1 | 2 | 4) => (name: string) => ({
  name,
  type: Buffer.from([0x26, bytes]),
  encode: (value: unknown) => short(orNull((number: number) => whole(number, bytes))(value)),
})

/** Columns by the name that Transact-SQL has for their type. */
export const column = {
  tinyint: integer(1),
  smallint: integer(2),
  int: integer(4),
  bigint: (name: string): TypedColumn => ({ name, type: Buffer.from([0x26, 8]), encode: (value) => short(orNull(int64)(value)) }),
  /** of a column that is never NULL */
  fixedInt: (name: string): TypedColumn => ({ name, type: Buffer.from([0x38]), encode: (value) => whole(Number(value), 4) }),
  bit: (name: string): TypedColumn => ({
    name,
    type: Buffer.from([0x68, 1]),
    encode: (value) => short(orNull((one: boolean) => Buffer.from([one ? 1 : 0]))(value)),
  }),
  nvarchar: (name: string, characters = 128): TypedColumn => ({
    name,
    type: Buffer.concat([Buffer.from([0xe7]), uint16(characters * 2), collations.german]),
    encode: (value) => long(wide(value)),
  }),
  nvarcharMax: (name: string, tellsLength = true): TypedColumn => ({
    name,
    type: Buffer.concat([Buffer.from([0xe7]), MAX, collations.german]),
    encode: (value) => chunked(wide(value), tellsLength),
  }),
  varchar: (name: string, collation: Buffer = collations.german, bytes = 128): TypedColumn => ({
    name,
    type: Buffer.concat([Buffer.from([0xa7]), uint16(bytes), collation]),
    encode: (value) => long(narrow(value)),
  }),
  char: (name: string, bytes: number): TypedColumn => ({
    name,
    type: Buffer.concat([Buffer.from([0xaf]), uint16(bytes), collations.american]),
    encode: (value) => long(orNull((text: string) => Buffer.from(text.padEnd(bytes), 'latin1'))(value)),
  }),
  varbinary: (name: string, bytes = 85): TypedColumn => ({
    name,
    type: Buffer.concat([Buffer.from([0xa5]), uint16(bytes)]),
    encode: (value) => long(raw(value)),
  }),
  uniqueidentifier: (name: string): TypedColumn => ({ name, type: Buffer.from([0x24, 16]), encode: (value) => short(raw(value)) }),
  /** days since 1900, three-hundredths of a second since midnight */
  datetime: (name: string): TypedColumn => ({
    name,
    type: Buffer.from([0x6f, 8]),
    encode: (value) => short(orNull(([days, ticks]: [number, number]) => Buffer.concat([whole(days, 4), whole(ticks, 4)]))(value)),
  }),
  /** ten-millionths of a second since midnight, days since the year 1 */
  datetime2: (name: string): TypedColumn => ({
    name,
    type: Buffer.from([0x2a, 7]),
    encode: (value) => short(orNull(([ticks, days]: [number, number]) => Buffer.concat([whole(ticks, 5), whole(days, 3)]))(value)),
  }),
  date: (name: string): TypedColumn => ({
    name,
    type: Buffer.from([0x28]),
    encode: (value) => short(orNull((days: number) => whole(days, 3))(value)),
  }),
  time: (name: string): TypedColumn => ({
    name,
    type: Buffer.from([0x29, 7]),
    encode: (value) => short(orNull((ticks: number) => whole(ticks, 5))(value)),
  }),
  /** as datetime2 in UTC, with minutes of the zone */
  datetimeoffset: (name: string): TypedColumn => ({
    name,
    type: Buffer.from([0x2b, 7]),
    encode: (value) =>
      short(
        orNull(([ticks, days, minutes]: [number, number, number]) => Buffer.concat([whole(ticks, 5), whole(days, 3), whole(minutes, 2)]))(
          value,
        ),
      ),
  }),
  /** base type, length of its properties, properties and value, as hex */
  variant: (name: string): TypedColumn => ({
    name,
    type: Buffer.concat([Buffer.from([0x62]), uint32(8009)]),
    encode: (value) => {
      const body = raw(value)
      return body === null ? uint32(0) : Buffer.concat([uint32(body.byteLength), body])
    },
  }),
} as const

/** COLMETADATA (MS-TDS 2.2.7.4). */
export function metadataToken(columns: readonly TypedColumn[]): Buffer {
  const each = columns.map(({ name, type, flags = NULLABLE }) => Buffer.concat([uint32(0), uint16(flags), type, shortText(name)]))
  return Buffer.concat([Buffer.from([0x81]), uint16(columns.length), ...each])
}

/** ROW (MS-TDS 2.2.7.19). */
export function rowToken(columns: readonly TypedColumn[], values: readonly unknown[]): Buffer {
  return Buffer.concat([Buffer.from([0xd1]), ...columns.map(({ encode }, index) => encode(values[index]))])
}

/** NBCROW: a bit for each NULL, and nothing else of them (MS-TDS 2.2.7.15). */
export function compressedRowToken(columns: readonly TypedColumn[], values: readonly unknown[]): Buffer {
  const bits = Buffer.alloc(Math.ceil(columns.length / 8))
  for (const [index, value] of values.entries()) {
    if (value === null) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7))
  }
  const present = columns.flatMap(({ encode }, index) => (values[index] === null ? [] : [encode(values[index])]))
  return Buffer.concat([Buffer.from([0xd2]), bits, ...present])
}
