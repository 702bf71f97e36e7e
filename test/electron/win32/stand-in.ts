import { createNativeAccess, type LibrarySource, type NativeAccess, type NativeFunction } from '#electron/win32/library.ts'
import type { LoadedFunction } from '#electron/win32/slow-calls.ts'

export type StandInExports = Readonly<Record<string, NativeFunction>>

/** Where the stand-in keeps its buffers: far above zero, so that an offset is never mistaken for an address. */
const FIRST_ADDRESS = 0x7000_0000n
const ADDRESS_STEP = 0x10_0000n
const POINTER_BYTES = 8

export interface StandIn {
  readonly native: NativeAccess
  /** Paths in the order in which they were loaded. */
  readonly loaded: string[]
  setLastError(code: number): void
  /** Address of a buffer that was handed over. */
  addressOf(memory: Uint8Array): bigint
  /** Puts text somewhere in memory, as functions do that allocate their answer. */
  placeText(text: string): bigint
  placeBytes(bytes: Uint8Array): bigint
  /** An object with these methods, by their place in its table in bytes. */
  placeObject(methods: Readonly<Record<number, NativeFunction>>): bigint
}

/** Libraries made of JavaScript functions by name; what is not listed is a missing export. */
export function standIn(
  libraries: Readonly<Record<string, StandInExports>> | ((self: StandIn) => Readonly<Record<string, StandInExports>>),
): StandIn {
  const addresses = new Map<ArrayBufferLike, bigint>()
  const memory = new Map<bigint, Uint8Array>()
  const loaded: string[] = []
  let lastError = 0
  let next = FIRST_ADDRESS
  const allocate = (): bigint => {
    next += ADDRESS_STEP
    return next
  }
  const addressOf = (bytes: Uint8Array): bigint => {
    const known = addresses.get(bytes.buffer) ?? allocate()
    addresses.set(bytes.buffer, known)
    return known + BigInt(bytes.byteOffset)
  }
  const placeBytes = (bytes: Uint8Array): bigint => {
    const address = allocate()
    memory.set(address, bytes)
    return address
  }
  const functions = new Map<bigint, NativeFunction>()
  const placeObject = (methods: Readonly<Record<number, NativeFunction>>): bigint => {
    const table = Buffer.alloc(Math.max(...Object.keys(methods).map(Number)) + POINTER_BYTES)
    for (const [offset, method] of Object.entries(methods)) {
      const address = allocate()
      functions.set(address, method)
      table.writeBigUInt64LE(address, Number(offset))
    }
    const object = Buffer.alloc(POINTER_BYTES)
    object.writeBigUInt64LE(placeBytes(table))
    return placeBytes(object)
  }
  /** What was put down there, from the address on. */
  const memoryAt = (address: bigint): Uint8Array => {
    const offset = (address - FIRST_ADDRESS) % ADDRESS_STEP
    return memory.get(address - offset)?.subarray(Number(offset)) ?? new Uint8Array(0)
  }
  const kernel: StandInExports = {
    SetDefaultDllDirectories: () => 1,
    GetSystemDirectoryW: (buffer) => {
      ;(buffer as Buffer).write('C:\\Windows\\System32', 'utf16le')
      return 'C:\\Windows\\System32'.length
    },
    GetLastError: () => lastError,
  }
  /** Called beside the main thread it fails with a code of its own, which is there for whoever waits, and for that moment alone. */
  const loadedOf = (exported: NativeFunction): LoadedFunction => {
    const async = (...args: readonly unknown[]): void =>
      queueMicrotask(() => {
        const before = lastError
        const value = exported(...args.slice(0, -1))
        ;(args.at(-1) as NativeFunction)(null, value)
        lastError = before
      })
    return Object.assign((...args: readonly unknown[]) => exported(...args), { async })
  }
  const source: LibrarySource = {
    load: (path) => {
      loaded.push(path)
      const name = path.slice(path.lastIndexOf('\\') + 1)
      const listed = typeof libraries === 'function' ? libraries(self) : libraries
      const exports = name === 'kernel32.dll' ? { ...kernel, ...listed[name] } : listed[name]
      if (exports === undefined) throw new Error('Failed to load shared library: Module not found.')
      return {
        func: (declaration) => {
          const exported = exports[nameIn(declaration)]
          if (exported === undefined) throw new Error(`Cannot find function '${nameIn(declaration)}' in shared library`)
          return loadedOf(exported)
        },
      }
    },
    addressOf,
    wideStringAt: (address) => Buffer.from(memory.get(address) ?? []).toString('utf16le'),
    bytesAt: (address, length) => memoryAt(address).subarray(0, length),
    callAt: (address, _declaration, args) => {
      const code = functions.get(address)
      if (code === undefined) throw new Error('no function lies there')
      return code(...args)
    },
  }
  const self: StandIn = {
    native: createNativeAccess(() => source),
    loaded,
    setLastError: (code) => {
      lastError = code
    },
    addressOf,
    placeText: (text) => placeBytes(Buffer.from(text, 'utf16le')),
    placeBytes,
    placeObject,
  }
  return self
}

function nameIn(declaration: string): string {
  return /(\w+)\s*\(/.exec(declaration)?.[1] ?? ''
}

/** Writes structures with texts behind them, as the service control manager fills a buffer. */
export function writePointedText(buffer: Buffer, base: bigint, pointerOffset: number, textOffset: number, text: string): number {
  buffer.writeBigUInt64LE(base + BigInt(textOffset), pointerOffset)
  buffer.write(`${text}\0`, textOffset, 'utf16le')
  return textOffset + (text.length + 1) * 2
}
