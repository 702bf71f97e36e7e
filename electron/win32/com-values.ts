import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress } from './memory.ts'
import { refused, succeeded, type Win32Result } from './result.ts'

/** What a VARIANT holds; null: nothing (VT_EMPTY, VT_NULL), undefined: something that this product does not read. */
export type ComValue = string | number | boolean | null | undefined

/** Types of wtypes.h. */
const VT_EMPTY = 0
const VT_NULL = 1
const VT_I2 = 2
const VT_I4 = 3
const VT_BSTR = 8
const VT_BOOL = 11
const VT_UI1 = 17
const VT_UI2 = 18
const VT_UI4 = 19

/** What precedes the characters of a BSTR so that they keep their alignment: four bytes of filling and the length. */
const BSTR_PREFIX_BYTES = 8
const TERMINATOR_BYTES = 2

/** Bytes of a GUID in memory: its first three parts are numbers in this machine's byte order. */
export function guidBytes(guid: string): Buffer {
  const [first = '', second = '', third = '', ...rest] = guid.split('-')
  const numbers = [first, second, third].flatMap((part) => [...Buffer.from(part, 'hex')].reverse())
  return Buffer.from([...numbers, ...Buffer.from(rest.join(''), 'hex')])
}

/**
 * A VARIANT for a parameter that is declared `uint8_t *`: empty, or with a number in it.
 *
 * By the calling convention of 64-bit Windows a structure of this size is handed over by its address, also where C declares a value.
 */
export function variantOf(value: number | null = null): Buffer {
  const variant = Buffer.alloc(layouts.VARIANT.size)
  if (value === null) return variant
  variant.writeUInt16LE(VT_I4, layouts.VARIANT.vt)
  variant.writeInt32LE(value, layouts.VARIANT.lVal)
  return variant
}

/**
 * A VARIANT with a text that lies in this process' own memory, for a parameter that is declared `uint8_t *`.
 *
 * The text is laid out as a BSTR: its length in bytes before it, a zero behind it. What it is handed to reads it and does not free it.
 * `memory` has to be kept until the call returns, and is the caller's to wipe.
 */
export function textVariantOf(native: NativeAccess, utf16le: Uint8Array): { readonly variant: Buffer; readonly memory: Buffer } {
  // Memory of its own: a slice of a shared pool may lie at an odd address.
  const memory = Buffer.alloc(BSTR_PREFIX_BYTES + utf16le.byteLength + TERMINATOR_BYTES)
  memory.writeUInt32LE(utf16le.byteLength, BSTR_PREFIX_BYTES - Uint32Array.BYTES_PER_ELEMENT)
  memory.set(utf16le, BSTR_PREFIX_BYTES)
  const variant = variantOf()
  variant.writeUInt16LE(VT_BSTR, layouts.VARIANT.vt)
  variant.writeBigUInt64LE(native.addressOf(memory) + BigInt(BSTR_PREFIX_BYTES), layouts.VARIANT.bstrVal)
  return { variant, memory }
}

/** Texts and values that COM allocates; what is taken is freed. */
export interface ComMemory {
  /** Whether texts and values can be had at all. */
  ready(): Win32Result<null>
  allocateText(text: string): Win32Result<bigint>
  freeText(address: bigint): void
  takeText(address: bigint): string
  takeVariant(variant: Buffer): ComValue
}

export function createComMemory(native: NativeAccess): ComMemory {
  // What they return is no status: a code would be taken for an address or a length.
  const bind = (declaration: string): NativeFunction => native.bind('oleaut32.dll', declaration, 'last-error')
  const allocate = bind('uintptr_t __stdcall SysAllocString(str16 text)')
  const lengthOf = bind('uint32_t __stdcall SysStringLen(uintptr_t text)')
  const free = bind('void __stdcall SysFreeString(uintptr_t text)')
  const clear = bind('int32_t __stdcall VariantClear(uint8_t *variant)')
  /** A null is an empty text. */
  const textAt = (address: bigint): string =>
    address === 0n ? '' : Buffer.from(native.bytesAt(address, Number(lengthOf(address)) * 2)).toString('utf16le')
  const allocateText = (text: string): Win32Result<bigint> => {
    const address = toAddress(allocate(text))
    return address === 0n ? refused('SysAllocString', native.lastError()) : succeeded(address)
  }
  return {
    ready: () => {
      const text = allocateText('')
      if (!text.ok) return text
      free(text.value)
      return succeeded(null)
    },
    allocateText,
    freeText: (address) => {
      free(address)
    },
    takeText: (address) => {
      try {
        return textAt(address)
      } finally {
        free(address)
      }
    },
    takeVariant: (variant) => {
      try {
        return decodeVariant(variant, textAt)
      } finally {
        clear(variant)
      }
    },
  }
}

function decodeVariant(variant: Buffer, textAt: (address: bigint) => string): ComValue {
  const { vt, iVal, lVal, bstrVal } = layouts.VARIANT
  switch (variant.readUInt16LE(vt)) {
    case VT_EMPTY:
    case VT_NULL:
      return null
    case VT_BSTR:
      return textAt(variant.readBigUInt64LE(bstrVal))
    case VT_BOOL:
      return variant.readInt16LE(iVal) !== 0
    case VT_I2:
      return variant.readInt16LE(iVal)
    case VT_I4:
      return variant.readInt32LE(lVal)
    case VT_UI1:
      return variant.readUInt8(iVal)
    case VT_UI2:
      return variant.readUInt16LE(iVal)
    case VT_UI4:
      return variant.readUInt32LE(lVal)
    default:
      return undefined
  }
}
