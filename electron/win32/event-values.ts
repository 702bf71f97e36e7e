import { millisecondsOf } from './file-time.ts'
import { layouts } from './layouts.ts'
import { wideTextAt } from './memory.ts'
import { sidFromBytes } from './security-identifiers.ts'

/**
 * A value of an event as the log stores it.
 *
 * `none`: the event has no such value. `other`: a type that nothing here asks for, or one whose data does not lie where it should.
 */
export type EventValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** milliseconds since 1970, UTC */
  | { readonly kind: 'time'; readonly atMs: number }
  | { readonly kind: 'sid'; readonly sid: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'other'; readonly type: number }

/** EVT_VARIANT_TYPE of winevt.h; a list of values has another bit and is `other`. */
const NONE = 0
const TEXT = 1
const FILE_TIME = 17
const SID = 19

type NumberReader = (bytes: Buffer, offset: number) => number

/** Whole numbers and booleans by their EVT_VARIANT_TYPE; those of 64 bits lose precision beyond 2^53, which no asked value reaches. */
const NUMBERS: ReadonlyMap<number, NumberReader> = new Map<number, NumberReader>([
  [3, (bytes, offset) => bytes.readInt8(offset)],
  [4, (bytes, offset) => bytes.readUInt8(offset)],
  [5, (bytes, offset) => bytes.readInt16LE(offset)],
  [6, (bytes, offset) => bytes.readUInt16LE(offset)],
  [7, (bytes, offset) => bytes.readInt32LE(offset)],
  [8, (bytes, offset) => bytes.readUInt32LE(offset)],
  [9, (bytes, offset) => Number(bytes.readBigInt64LE(offset))],
  [10, (bytes, offset) => Number(bytes.readBigUInt64LE(offset))],
  [13, (bytes, offset) => bytes.readUInt32LE(offset)],
  [20, (bytes, offset) => bytes.readUInt32LE(offset)],
  [21, (bytes, offset) => Number(bytes.readBigUInt64LE(offset))],
])

/** Values of one rendered event; what its pointers point to lies behind them in the same memory, which begins at `base`. */
export function decodeEventValues(memory: Buffer, base: bigint, count: number): readonly EventValue[] {
  return Array.from({ length: count }, (_, index) => decodeEventValue(memory, base, index * layouts.EVT_VARIANT.size))
}

function decodeEventValue(memory: Buffer, base: bigint, start: number): EventValue {
  const { size, UInt64Val, Type } = layouts.EVT_VARIANT
  if (start + size > memory.byteLength) return { kind: 'none' }
  const type = memory.readUInt32LE(start + Type)
  const readNumber = NUMBERS.get(type)
  if (readNumber !== undefined) return { kind: 'number', number: readNumber(memory, start + UInt64Val) }
  const content = memory.readBigUInt64LE(start + UInt64Val)
  switch (type) {
    case NONE:
      return { kind: 'none' }
    case FILE_TIME:
      return { kind: 'time', atMs: millisecondsOf(content) }
    case TEXT: {
      const offset = offsetIn(memory, base, content)
      return offset === null ? { kind: 'other', type } : { kind: 'text', text: wideTextAt(memory, offset) }
    }
    case SID: {
      const offset = offsetIn(memory, base, content)
      const sid = offset === null ? null : sidFromBytes(memory.subarray(offset))
      return sid === null ? { kind: 'other', type } : { kind: 'sid', sid }
    }
    default:
      return { kind: 'other', type }
  }
}

/** Null: the pointer leads out of the memory, and nobody knows what lies there. */
function offsetIn(memory: Buffer, base: bigint, pointer: bigint): number | null {
  const offset = pointer - base
  return offset < 0n || offset >= BigInt(memory.byteLength) ? null : Number(offset)
}
