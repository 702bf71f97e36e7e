/** One instruction of a Registry.pol as it stands there; what it asks for is told by `registryChanges`. */
export interface RegistryPolicyEntry {
  /** Without a root: the place of the file decides on that. */
  readonly key: string
  readonly valueName: string
  /** REG_SZ and the like, by number; a type that nobody defined is kept. */
  readonly type: number
  readonly data: Uint8Array
}

/** `fault`: where the file stops making sense. What came before it is whole, what follows is not known. */
export type RegistryPolicyFile =
  | { readonly kind: 'read'; readonly entries: readonly RegistryPolicyEntry[]; readonly fault: RegistryPolicyFault | null }
  | { readonly kind: 'refused'; readonly reason: string }

interface RegistryPolicyFault {
  readonly atByte: number
  readonly problem: string
}

/** "PReg" as a little-endian number, and the one version there ever was. */
const SIGNATURE = 0x67655250
const VERSION = 1
const HEADER_BYTES = 8

/**
 * Reads the registry part of a group policy.
 *
 * Source: [MS-GPREG] 2.2.1. `50 52 65 67 01 00 00 00`, then entries `[key;value;type;size;data]` whose brackets and semicolons are UTF-16
 * characters, key and value UTF-16 with a NUL, type and size four bytes. Data is taken by its size, because it may hold any character.
 * A header of something else is refused; a file that is cut or broken keeps the entries before that place.
 */
export function parseRegistryPolicy(bytes: Uint8Array): RegistryPolicyFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < HEADER_BYTES)
    return { kind: 'refused', reason: `expected a header of ${HEADER_BYTES} bytes, but the file is shorter` }
  if (view.getUint32(0, true) !== SIGNATURE) return { kind: 'refused', reason: 'expected a registry policy, which begins with PReg' }
  const version = view.getUint32(4, true)
  if (version !== VERSION) return { kind: 'refused', reason: `expected version ${VERSION} of a registry policy, but this is ${version}` }
  const entries: RegistryPolicyEntry[] = []
  const cursor = createCursor(view)
  while (cursor.isInside()) {
    const entry = readEntry(cursor)
    if (entry === null) return { kind: 'read', entries, fault: cursor.fault() }
    entries.push(entry)
  }
  return { kind: 'read', entries, fault: null }
}

function readEntry(cursor: Cursor): RegistryPolicyEntry | null {
  if (!cursor.skip('[')) return null
  const key = cursor.text()
  if (key === null || !cursor.skip(';')) return null
  const valueName = cursor.text()
  if (valueName === null || !cursor.skip(';')) return null
  const type = cursor.number()
  if (type === null || !cursor.skip(';')) return null
  const size = cursor.number()
  if (size === null || !cursor.skip(';')) return null
  const data = cursor.bytes(size)
  if (data === null || !cursor.skip(']')) return null
  return { key, valueName, type, data }
}

/** A place in the file; each step that does not succeed leaves it where it was. */
interface Cursor {
  isInside(): boolean
  skip(character: string): boolean
  /** Up to a NUL, which is passed. */
  text(): string | null
  number(): number | null
  bytes(length: number): Uint8Array | null
  fault(): RegistryPolicyFault
}

function createCursor(view: DataView): Cursor {
  let at = HEADER_BYTES
  let problem = ''
  const has = (length: number): boolean => {
    if (at + length <= view.byteLength) return true
    problem = 'the file ends inside an entry'
    return false
  }
  const take = (length: number): Uint8Array => {
    at += length
    return new Uint8Array(view.buffer, view.byteOffset + at - length, length)
  }
  return {
    isInside: () => at < view.byteLength,
    skip: (character) => {
      if (!has(2)) return false
      if (view.getUint16(at, true) !== character.charCodeAt(0)) {
        problem = `expected ${character}`
        return false
      }
      at += 2
      return true
    },
    text: () => {
      let end = at
      while (end + 2 <= view.byteLength && view.getUint16(end, true) !== 0) end += 2
      if (!has(end + 2 - at)) return null
      const text = Buffer.from(take(end - at)).toString('utf16le')
      at += 2
      return text
    },
    number: () => {
      if (!has(4)) return null
      at += 4
      return view.getUint32(at - 4, true)
    },
    bytes: (length) => (has(length) ? take(length) : null),
    fault: () => ({ atByte: at, problem }),
  }
}
