import { createRequire } from 'node:module'
import type * as Koffi from 'koffi'

import { errorCodes } from './result.ts'
import { createSlowCaller, type LoadedFunction, type SlowFunction } from './slow-calls.ts'

/** Libraries of Windows that this product calls; anything else has no business here. */
export type SystemLibrary =
  | 'advapi32.dll'
  | 'authz.dll'
  | 'credui.dll'
  | 'crypt32.dll'
  | 'iphlpapi.dll'
  | 'kernel32.dll'
  | 'netapi32.dll'
  | 'ntdll.dll'
  | 'ole32.dll'
  | 'odbc32.dll'
  | 'oleaut32.dll'
  | 'shell32.dll'
  | 'shlwapi.dll'
  | 'user32.dll'
  | 'wevtapi.dll'
  | 'winhttp.dll'
  | 'wtsapi32.dll'

/** How a function tells that it failed: by what it returns, or by zero and GetLastError. */
type FailureStyle = 'status' | 'last-error'

/** A function of a library; what it takes and returns stands in its C declaration. */
export type NativeFunction = (...args: readonly unknown[]) => unknown

/** What stands between this folder and the foreign function interface; tests pass stand-in libraries here. */
export interface LibrarySource {
  /** Throws where the library or one of its own dependencies is not there. */
  load(path: string): { func(declaration: string): LoadedFunction }
  addressOf(memory: Uint8Array): bigint
  wideStringAt(address: bigint): string
  bytesAt(address: bigint, length: number): Uint8Array
  /** Calls the code at an address; the declaration names no function. */
  callAt(address: bigint, declaration: string, args: readonly unknown[]): unknown
}

/** Access to the functions of Windows for the area files of this folder. */
export interface NativeAccess {
  /**
   * A function of a system library by its C declaration.
   *
   * Nothing is loaded before the first call. Where the library or the export is missing, the call fails with
   * ERROR_MOD_NOT_FOUND or ERROR_PROC_NOT_FOUND in the function's own style.
   */
  bind(library: SystemLibrary, declaration: string, style: FailureStyle): NativeFunction
  /**
   * The same for a function that may take seconds: it is called beside the main thread, which goes on meanwhile.
   *
   * Until it has ended, its handles and buffers are not to be used, closed or wiped. The buffers are kept for as long, but not what they
   * point to. Each call takes one of the few threads that files are read with, so only a few may go on at once. A program that ends by
   * itself waits for its calls. One that is killed does not, and whoever serves such a call may still do it, as the service control
   * manager finishes a start: what came of it has to be looked at.
   */
  bindSlow(library: SystemLibrary, declaration: string, style: FailureStyle): SlowFunction
  /** Error code of the last failed call of style `last-error`; says nothing after a success. */
  lastError(): number
  addressOf(memory: Uint8Array): bigint
  wideStringAt(address: bigint): string
  bytesAt(address: bigint, length: number): Uint8Array
  /** Calls a function that no library exports, such as a method of a COM object, by its C declaration without a name. */
  callAt(address: bigint, declaration: string, args: readonly unknown[]): unknown
}

/** LOAD_LIBRARY_SEARCH_SYSTEM32 of libloaderapi.h. */
const SEARCH_SYSTEM_DIRECTORY_ONLY = 0x800

/** MAX_PATH of minwindef.h: the system directory is never longer. */
const PATH_CHARACTERS = 260

/** What a thread of Windows has by default: koffi gives a slow call an eighth of it, which a driver of ODBC with TLS may overrun. */
const SLOW_STACK_BYTES = 1024 * 1024

/**
 * The real interface: koffi, loaded at the first call.
 *
 * A bundler must leave the package alone because it brings a native module, hence the require.
 */
export function koffiSource(): LibrarySource {
  const koffi: typeof Koffi = createRequire(import.meta.url)('koffi')
  // It takes settings only before the first library; a second source finds them set.
  if (koffi.config().async_stack_size !== SLOW_STACK_BYTES) koffi.config({ async_stack_size: SLOW_STACK_BYTES })
  const prototypes = new Map<string, Koffi.TypeObject>()
  // Each declaration makes a type that koffi keeps: the same one is made once.
  const prototypeOf = (declaration: string): Koffi.TypeObject => {
    const prototype = prototypes.get(declaration) ?? koffi.proto(declaration)
    prototypes.set(declaration, prototype)
    return prototype
  }
  return {
    load: (path) => koffi.load(path),
    addressOf: (memory) => koffi.address(memory),
    wideStringAt: (address) => koffi.decode.string16(address),
    bytesAt: (address, length) => Uint8Array.from(koffi.decode(address, 'uint8_t', length) as ArrayLike<number>),
    callAt: (address, declaration, args) => koffi.call(address, prototypeOf(declaration), ...args),
  }
}

/**
 * The one place that loads libraries.
 *
 * Each is loaded by its absolute path in the system directory. That alone would still let the loader look for the *dependencies*
 * of that library beside the executable, so the process first gives up every folder but System32. kernel32.dll is the exception to
 * the path: every process has it mapped, so its bare name never leads to a file.
 */
export function createNativeAccess(openSource: () => LibrarySource): NativeAccess {
  let source: LibrarySource | undefined
  let systemDirectory: string | undefined
  let missingCode: number | null = null
  const opened = new Map<SystemLibrary, ReturnType<LibrarySource['load']>>()
  const getSource = (): LibrarySource => (source ??= openSource())

  const open = (library: SystemLibrary): ReturnType<LibrarySource['load']> => {
    const known = opened.get(library)
    if (known !== undefined) return known
    const kernel = opened.get('kernel32.dll') ?? getSource().load('kernel32.dll')
    opened.set('kernel32.dll', kernel)
    systemDirectory ??= closeSearchPath(kernel)
    // SECURITY: absolute path; a library of the same name beside the executable is never looked at.
    const loaded = library === 'kernel32.dll' ? kernel : getSource().load(`${systemDirectory}\\${library}`)
    opened.set(library, loaded)
    return loaded
  }

  /** The code with which every call fails: the library or the export is missing. */
  const resolve = (library: SystemLibrary, declaration: string): LoadedFunction | number => {
    try {
      const exports = open(library)
      try {
        return exports.func(declaration)
      } catch (error) {
        if (!isMissingExport(error)) throw new Error(`cannot declare ${declaration}`, { cause: error })
        return errorCodes.procedureNotFound
      }
    } catch (error) {
      if (!isMissingLibrary(error)) throw error
      return errorCodes.moduleNotFound
    }
  }

  const missing = (code: number, style: FailureStyle): NativeFunction => {
    if (style === 'status') return () => code
    return () => {
      missingCode = code
      return 0
    }
  }

  let getLastError: NativeFunction | undefined
  /** Binds it first: binding in between would change it. */
  const readLastError = (): (() => number) => {
    getLastError ??= open('kernel32.dll').func('uint32_t __stdcall GetLastError()')
    const get = getLastError
    return () => Number(get())
  }
  const callSlow = createSlowCaller()
  return {
    bind: (library, declaration, style) => {
      let bound: NativeFunction | undefined
      return (...args) => {
        if (bound === undefined) {
          const resolved = resolve(library, declaration)
          bound = typeof resolved === 'number' ? missing(resolved, style) : resolved
        }
        return bound(...args)
      }
    },
    bindSlow: (library, declaration, style) => {
      let bound: LoadedFunction | number | undefined
      return async (...args) => {
        bound ??= resolve(library, declaration)
        if (typeof bound === 'number') return { value: style === 'status' ? bound : 0, code: bound }
        return await callSlow(bound, args, style === 'status' ? Number : readLastError())
      }
    },
    lastError: () => {
      const pending = missingCode
      missingCode = null
      return pending ?? readLastError()()
    },
    addressOf: (memory) => getSource().addressOf(memory),
    wideStringAt: (address) => getSource().wideStringAt(address),
    bytesAt: (address, length) => getSource().bytesAt(address, length),
    callAt: (address, declaration, args) => getSource().callAt(address, declaration, args),
  }
}

/** Narrows the search to System32 and tells where that is; a Windows that refuses either is not one to load libraries on. */
function closeSearchPath(kernel: ReturnType<LibrarySource['load']>): string {
  const narrowed = kernel.func('int __stdcall SetDefaultDllDirectories(uint32_t flags)')(SEARCH_SYSTEM_DIRECTORY_ONLY)
  if (!narrowed) throw new Error('Windows did not restrict the library search to its system directory')
  const buffer = Buffer.alloc(PATH_CHARACTERS * 2)
  const length = Number(
    kernel.func('uint32_t __stdcall GetSystemDirectoryW(_Out_ uint8_t *buffer, uint32_t characters)')(buffer, PATH_CHARACTERS),
  )
  if (length === 0 || length >= PATH_CHARACTERS) throw new Error('Windows did not name its system directory')
  return buffer.toString('utf16le', 0, length * 2)
}

/** koffi has no error codes: these two sentences are its own English constants, not text of Windows. */
function isMissingLibrary(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Failed to load shared library')
}

function isMissingExport(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Cannot find function')
}
