import { type ComMemory, type ComValue, createComMemory, guidBytes } from './com-values.ts'
import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

/** A class and the interface of it that is wanted, by their GUIDs without braces. */
export interface ComClass {
  readonly name: string
  readonly classId: string
  readonly interfaceId: string
}

/** A method of an interface, by its place in the interface's table. */
export interface ComMethod {
  readonly name: string
  /** bytes from the beginning of the table */
  readonly offset: number
  /** C declarations of the parameters, without the object itself. */
  readonly parameters: string
  readonly missingRight?: string
}

/** What a method takes; `text` arrives as a BSTR that lives as long as the call. */
export type ComArgument = number | bigint | string | null | Uint8Array | unknown[] | { readonly text: string }

/** An object that this process holds a reference of, for as long as the reader runs that it was given to. */
export interface ComObject {
  readonly address: bigint
  /** Calls a method; gives its success code, which is mostly zero. */
  call(method: ComMethod, ...args: readonly ComArgument[]): Win32Result<number>
  /** A method whose last parameter gives a whole number or a boolean. */
  number(method: ComMethod, ...args: readonly ComArgument[]): Win32Result<number>
  /** A method whose last parameter gives a text. */
  text(method: ComMethod, ...args: readonly ComArgument[]): Win32Result<string>
  /** A method that gives a value at the place where `place` puts it. */
  value(method: ComMethod, place: (variant: Buffer) => readonly ComArgument[]): Win32Result<ComValue>
  /**
   * A method that gives an object at the place where `place` puts it; the end of a list is refused with ERROR_NO_MORE_ITEMS.
   *
   * `code` is the success code, which may tell of something that did not come out whole.
   */
  object<Value>(
    method: ComMethod,
    place: (result: unknown[]) => readonly ComArgument[],
    reader: (object: ComObject, code: number) => Win32Result<Value>,
  ): Win32Result<Value>
}

export interface Com {
  /** Creates an object of a class for as long as `reader` runs. */
  create<Value>(wanted: ComClass, reader: (object: ComObject) => Win32Result<Value>): Win32Result<Value>
}

const COINIT_MULTITHREADED = 0
const CLSCTX_INPROC_SERVER = 1
const S_FALSE = 1

/** Somebody in this process set COM up the other way (RPC_E_CHANGED_MODE): it is usable, and not for us to take down. */
const CHANGED_MODE = 0x80010106

/** What success without an object means: S_OK must not come without one, S_FALSE says that there is none left. */
const WITHOUT_OBJECT: ReadonlyMap<number, number> = new Map([
  [0, errorCodes.invalidData],
  [S_FALSE, errorCodes.noMoreItems],
])

/** HRESULTs that wrap a Win32 code, and the part that says so. */
const WIN32_FACILITY = 0x80070000
const FACILITY_MASK = 0xffff0000

/** The object's method of IUnknown that every object has. */
const RELEASE: ComMethod = { name: 'IUnknown::Release', offset: layouts.IUnknownVtbl.Release, parameters: '' }

/** Calls COM objects by the tables of their interfaces; every reference, text and value is given back. */
export function createCom(native: NativeAccess): Com {
  const bind = (declaration: string): NativeFunction => native.bind('ole32.dll', declaration, 'status')
  const initialize = bind('int32_t __stdcall CoInitializeEx(void *reserved, uint32_t model)')
  const uninitialize = bind('void __stdcall CoUninitialize()')
  const createInstance = bind(
    'int32_t __stdcall CoCreateInstance(uint8_t *classId, void *outer, uint32_t context, uint8_t *interfaceId, _Out_ uintptr_t *object)',
  )
  const memory = createComMemory(native)
  return {
    create: (wanted, reader) => {
      const started = Number(initialize(null, COINIT_MULTITHREADED)) >>> 0
      if (started > S_FALSE && started !== CHANGED_MODE) return refused('CoInitializeEx', win32Code(started))
      try {
        const ready = memory.ready()
        if (!ready.ok) return ready
        const result: unknown[] = [0n]
        const code = createInstance(guidBytes(wanted.classId), null, CLSCTX_INPROC_SERVER, guidBytes(wanted.interfaceId), result)
        if (code !== 0) return refused('CoCreateInstance', win32Code(Number(code)), { subject: wanted.name })
        return holding(native, memory, toAddress(result[0]), reader)
      } finally {
        if (started !== CHANGED_MODE) uninitialize()
      }
    },
  }
}

/** Lets `reader` use an object and gives the reference back. */
function holding<Value>(native: NativeAccess, memory: ComMemory, address: bigint, reader: (object: ComObject) => Value): Value {
  try {
    return reader(objectAt(native, memory, address))
  } finally {
    invoke(native, address, RELEASE, [])
  }
}

function objectAt(native: NativeAccess, memory: ComMemory, address: bigint): ComObject {
  const call = (method: ComMethod, args: readonly ComArgument[]): Win32Result<number> => {
    const texts: bigint[] = []
    try {
      const passed: unknown[] = []
      for (const argument of args) {
        if (argument === null || typeof argument !== 'object' || !('text' in argument)) passed.push(argument)
        else {
          const text = memory.allocateText(argument.text)
          if (!text.ok) return text
          texts.push(text.value)
          passed.push(text.value)
        }
      }
      const code = invoke(native, address, method, passed)
      const right = method.missingRight === undefined ? {} : { missingRight: method.missingRight }
      return code < 0 ? refused(method.name, win32Code(code), right) : succeeded(code)
    } finally {
      for (const text of texts) memory.freeText(text)
    }
  }
  return {
    address,
    call: (method, ...args) => call(method, args),
    number: (method, ...args) => {
      const result: unknown[] = [0]
      const answer = call(method, [...args, result])
      return answer.ok ? succeeded(Number(result[0])) : answer
    },
    text: (method, ...args) => {
      const result: unknown[] = [0n]
      const answer = call(method, [...args, result])
      return answer.ok ? succeeded(memory.takeText(toAddress(result[0]))) : answer
    },
    value: (method, place) => {
      const variant = Buffer.alloc(layouts.VARIANT.size)
      const answer = call(method, place(variant))
      return answer.ok ? succeeded(memory.takeVariant(variant)) : answer
    },
    object: (method, place, reader) => {
      const result: unknown[] = [0n]
      const answer = call(method, place(result))
      if (!answer.ok) return answer
      const found = toAddress(result[0])
      if (found === 0n) return refused(method.name, WITHOUT_OBJECT.get(answer.value) ?? answer.value)
      return holding(native, memory, found, (object) => reader(object, answer.value))
    },
  }
}

function invoke(native: NativeAccess, address: bigint, method: ComMethod, args: readonly unknown[]): number {
  const code = pointerAt(native, pointerAt(native, address) + BigInt(method.offset))
  const parameters = method.parameters === '' ? 'uintptr_t self' : `uintptr_t self, ${method.parameters}`
  return Number(native.callAt(code, `int32_t __stdcall (${parameters})`, [address, ...args]))
}

function pointerAt(native: NativeAccess, address: bigint): bigint {
  return Buffer.from(native.bytesAt(address, 8)).readBigUInt64LE()
}

/** A Win32 code where the HRESULT is one in disguise, else the HRESULT itself. */
function win32Code(result: number): number {
  const code = result >>> 0
  return (code & FACILITY_MASK) >>> 0 === WIN32_FACILITY ? code & 0xffff : code
}
