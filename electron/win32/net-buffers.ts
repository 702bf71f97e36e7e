import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, succeeded, type Win32Failure, type Win32Result } from './result.ts'
import { sidFromBytes } from './security-identifiers.ts'
import type { Ended } from './slow-calls.ts'

/** MAX_PREFERRED_LENGTH of lmcons.h: Windows takes the memory that it needs. */
export const MAX_PREFERRED_LENGTH = 0xffffffff

/** A list that is not whole after so many pages never will be: each page is as large as Windows wants it. */
const MAX_PAGES = 1000

/** The rows of a list as far as Windows gave them. */
export interface NetListing<Row> {
  readonly rows: readonly Row[]
  /** Why the list ends early; null: it is whole. */
  readonly cutShort: Win32Failure | null
}

/** What a call of netapi32 is about, for its refusal. */
export interface NetCall {
  readonly function: string
  readonly subject?: string
  /** size of one structure, in bytes */
  readonly bytes: number
}

/** Who may ask: reading the account database takes no more. */
const MISSING_RIGHT = 'membership in Administrators'

/** Reads the buffers that functions of netapi32 allocate, and frees each one whatever came of it. */
export interface NetBuffers {
  /** All pages of a list. A refusal after the first page leaves what was read. A row of null is a broken answer. */
  list<Row>(call: NetCall, ask: AskPage, decode: (row: Buffer) => Row | null): Win32Result<NetListing<Row>>
  /** One structure. A null is a broken answer. */
  take<Value>(call: NetCall, ask: (buffer: bigint[]) => unknown, decode: (bytes: Buffer) => Value | null): Win32Result<Value>
  /** The same of a function that is called beside the main thread. */
  takeSlow<Value>(
    call: NetCall,
    ask: (buffer: bigint[]) => Promise<Ended>,
    decode: (bytes: Buffer) => Value | null,
  ): Promise<Win32Result<Value>>
}

/** Asks for the next page; gives the status. */
type AskPage = (buffer: bigint[], count: number[], resume: unknown[]) => unknown

export function createNetBuffers(native: NativeAccess): NetBuffers {
  const free = native.bind('netapi32.dll', 'uint32_t __stdcall NetApiBufferFree(uintptr_t buffer)', 'status')

  /** Calls, lets `read` look at the buffer and frees it. */
  const call = <Value>(ask: (buffer: bigint[]) => unknown, read: (status: number, address: bigint) => Value): Value => {
    const pointer = [0n]
    return readAndFree(Number(ask(pointer)), pointer, read)
  }

  const readAndFree = <Value>(status: number, pointer: readonly bigint[], read: (status: number, address: bigint) => Value): Value => {
    const address = toAddress(pointer[0])
    try {
      return read(status, address)
    } finally {
      if (address !== 0n) free(address)
    }
  }

  return {
    list: <Row>(about: NetCall, ask: AskPage, decode: (row: Buffer) => Row | null) => {
      const rows: Row[] = []
      const resume: unknown[] = [0]
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const count = [0]
        const code = call(
          (buffer) => ask(buffer, count, resume),
          (status, address) => {
            if (status !== 0 && status !== errorCodes.moreData) return status
            const read = readPage(native, about, address, Number(count[0]), decode)
            if (read === null) return errorCodes.invalidData
            rows.push(...read)
            return status === errorCodes.moreData && read.length > 0 ? NEXT_PAGE : status
          },
        )
        if (code === 0) return succeeded({ rows, cutShort: null })
        if (code !== NEXT_PAGE) return endOf(rows, about, code)
      }
      return endOf(rows, about, errorCodes.moreData)
    },
    take: (about, ask, decode) => call(ask, (status, address) => readOne(native, about, decode, status, address)),
    takeSlow: async (about, ask, decode) => {
      const pointer = [0n]
      const { value } = await ask(pointer)
      return readAndFree(Number(value), pointer, (status, address) => readOne(native, about, decode, status, address))
    },
  }
}

function readOne<Value>(
  native: NativeAccess,
  about: NetCall,
  decode: (bytes: Buffer) => Value | null,
  status: number,
  address: bigint,
): Win32Result<Value> {
  if (status !== 0) return refusalOf(about, status)
  const value = address === 0n ? null : decode(Buffer.from(native.bytesAt(address, about.bytes)))
  return value === null ? refusalOf(about, errorCodes.invalidData) : succeeded(value)
}

/** No code of Windows: the list goes on. */
const NEXT_PAGE = -1

function readPage<Row>(
  native: NativeAccess,
  about: NetCall,
  address: bigint,
  count: number,
  decode: (row: Buffer) => Row | null,
): readonly Row[] | null {
  if (count === 0) return []
  if (address === 0n) return null
  const bytes = Buffer.from(native.bytesAt(address, count * about.bytes))
  const rows = Array.from({ length: count }, (_, index) => decode(bytes.subarray(index * about.bytes, (index + 1) * about.bytes)))
  const whole = rows.filter((row) => row !== null)
  return whole.length === rows.length ? whole : null
}

function endOf<Row>(rows: readonly Row[], about: NetCall, code: number): Win32Result<NetListing<Row>> {
  const refusal = refusalOf(about, code)
  return rows.length === 0 ? refusal : succeeded({ rows, cutShort: refusal.failure })
}

function refusalOf(about: NetCall, code: number): Extract<Win32Result<never>, { readonly ok: false }> {
  const subject = about.subject === undefined ? {} : { subject: about.subject }
  return { ok: false, failure: { function: about.function, code, missingRight: MISSING_RIGHT, ...subject } }
}

/** Text that a field of a structure points to; a null pointer is empty text. */
export function textBehind(native: NativeAccess, bytes: Buffer, offset: number): string {
  const address = bytes.readBigUInt64LE(offset)
  return address === 0n ? '' : native.wideStringAt(address)
}

/** SID that a field of a structure points to; null: the pointer is null or what lies there is none. */
export function sidBehind(native: NativeAccess, bytes: Buffer, offset: number): string | null {
  const address = bytes.readBigUInt64LE(offset)
  if (address === 0n) return null
  const { SubAuthority, SubAuthorityCount } = layouts.SID
  const count = native.bytesAt(address, SubAuthority)[SubAuthorityCount] ?? 0
  return sidFromBytes(native.bytesAt(address, SubAuthority + count * 4))
}
