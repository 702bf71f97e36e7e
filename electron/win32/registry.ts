import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { decodeRegistryValue, type NamedRegistryValue, type RegistryValue } from './registry-values.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

export interface RegistryLocation {
  readonly root: 'HKEY_LOCAL_MACHINE' | 'HKEY_USERS'
  readonly path: string
  /** Which half of a redirected key: 64-bit programs write one, 32-bit programs the other. */
  readonly view: '64-bit' | '32-bit'
}

export interface RegistryKey {
  subkeyNames(): Win32Result<readonly string[]>
  /** Opens a subkey for as long as `reader` runs. */
  subkey<Value>(name: string, reader: (key: RegistryKey) => Value): Win32Result<Value>
  /** Null: the key has no value of that name. */
  value(name: string): Win32Result<RegistryValue | null>
  /** Every value of the key; the unnamed one has an empty name. A list that Windows does not give to its end is refused. */
  values(): Win32Result<readonly NamedRegistryValue[]>
}

export interface Registry {
  /** Opens a key for as long as `reader` runs; ERROR_FILE_NOT_FOUND is proof that it does not exist. */
  key<Value>(location: RegistryLocation, reader: (key: RegistryKey) => Value): Win32Result<Value>
}

/** Sign-extended to 64 bits, as the casts of winreg.h make them. */
const ROOTS = { HKEY_LOCAL_MACHINE: 0xffffffff80000002n, HKEY_USERS: 0xffffffff80000003n } as const
const VIEW_FLAGS = { '64-bit': 0x100, '32-bit': 0x200 } as const
const KEY_READ = 0x20019

/** A key name has at most 255 characters (Windows, "Registry element size limits"), plus the NUL. */
const KEY_NAME_CHARACTERS = 256

/** First guess for a value, in bytes: nearly every value of an Uninstall key fits. */
const FIRST_VALUE_BYTES = 1024

/** A value's name has at most 16,383 characters (Windows, "Registry element size limits"), plus the NUL. */
const VALUE_NAME_CHARACTERS = 16_384

/** First guess for the values of a list, in bytes: one buffer serves them all, so it may be larger than that for a single one. */
const FIRST_LISTED_BYTES = 16 * 1024

/** A value may grow between two calls; one that does so this often is not going to be caught. */
const MAX_VALUE_ATTEMPTS = 5

/** Reads the registry through advapi32; nothing is ever written. */
export function createRegistry(native: NativeAccess): Registry {
  const calls = {
    open: native.bind(
      'advapi32.dll',
      'int32_t __stdcall RegOpenKeyExW(uintptr_t key, str16 path, uint32_t options, uint32_t access, _Out_ uintptr_t *result)',
      'status',
    ),
    enumerate: native.bind(
      'advapi32.dll',
      'int32_t __stdcall RegEnumKeyExW(uintptr_t key, uint32_t index, _Out_ uint8_t *name, _Inout_ uint32_t *characters, void *reserved, void *className, void *classCharacters, void *lastWrite)',
      'status',
    ),
    query: native.bind(
      'advapi32.dll',
      'int32_t __stdcall RegQueryValueExW(uintptr_t key, str16 name, void *reserved, _Out_ uint32_t *type, _Out_ uint8_t *data, _Inout_ uint32_t *bytes)',
      'status',
    ),
    enumerateValues: native.bind(
      'advapi32.dll',
      'int32_t __stdcall RegEnumValueW(uintptr_t key, uint32_t index, _Out_ uint8_t *name, _Inout_ uint32_t *characters, void *reserved, _Out_ uint32_t *type, _Out_ uint8_t *data, _Inout_ uint32_t *bytes)',
      'status',
    ),
    close: native.bind('advapi32.dll', 'int32_t __stdcall RegCloseKey(uintptr_t key)', 'status'),
  }
  return {
    key: (location, reader) => {
      const subject = `${location.root}\\${location.path} (${location.view} view)`
      return openKey(calls, ROOTS[location.root], location.path, KEY_READ | VIEW_FLAGS[location.view], subject, reader)
    },
  }
}

type RegistryCalls = Readonly<Record<'open' | 'enumerate' | 'enumerateValues' | 'query' | 'close', ReturnType<NativeAccess['bind']>>>

function openKey<Value>(
  calls: RegistryCalls,
  parent: bigint,
  path: string,
  access: number,
  subject: string,
  reader: (key: RegistryKey) => Value,
): Win32Result<Value> {
  const result = [0n]
  const status = Number(calls.open(parent, path, 0, access, result))
  if (status !== 0) return refused('RegOpenKeyExW', status, { subject, missingRight: 'KEY_READ' })
  const handle = toAddress(result[0])
  try {
    return succeeded(
      reader({
        subkeyNames: () => listSubkeys(calls, handle, subject),
        subkey: (name, subkeyReader) => openKey(calls, handle, name, access, `${subject} ${name}`, subkeyReader),
        value: (name) => readValue(calls, handle, name, subject),
        values: () => listValues(calls, handle, subject),
      }),
    )
  } finally {
    calls.close(handle)
  }
}

function listSubkeys(calls: RegistryCalls, handle: bigint, subject: string): Win32Result<readonly string[]> {
  const names: string[] = []
  const buffer = Buffer.alloc(KEY_NAME_CHARACTERS * 2)
  for (let index = 0; ; index += 1) {
    const characters = [KEY_NAME_CHARACTERS]
    const status = Number(calls.enumerate(handle, index, buffer, characters, null, null, null, null))
    if (status === errorCodes.noMoreItems) return succeeded(names)
    if (status !== 0) return refused('RegEnumKeyExW', status, { subject, missingRight: 'KEY_ENUMERATE_SUB_KEYS' })
    names.push(buffer.toString('utf16le', 0, Number(characters[0]) * 2))
  }
}

function readValue(calls: RegistryCalls, handle: bigint, name: string, subject: string): Win32Result<RegistryValue | null> {
  let size = FIRST_VALUE_BYTES
  let status = 0
  for (let attempt = 0; attempt < MAX_VALUE_ATTEMPTS; attempt += 1) {
    const data = Buffer.alloc(size)
    const type = [0]
    const bytes = [size]
    status = Number(calls.query(handle, name, null, type, data, bytes))
    if (status === 0) return succeeded(decodeRegistryValue(Number(type[0]), data.subarray(0, Number(bytes[0]))))
    if (status === errorCodes.fileNotFound) return succeeded(null)
    if (status !== errorCodes.moreData) break
    size = Math.max(Number(bytes[0]), size * 2)
  }
  return refused('RegQueryValueExW', status, { subject: `${subject} value ${name}`, missingRight: 'KEY_QUERY_VALUE' })
}

function listValues(calls: RegistryCalls, handle: bigint, subject: string): Win32Result<readonly NamedRegistryValue[]> {
  const values: NamedRegistryValue[] = []
  const name = Buffer.alloc(VALUE_NAME_CHARACTERS * 2)
  let data = Buffer.alloc(FIRST_LISTED_BYTES)
  let attempts = 0
  for (;;) {
    const characters = [VALUE_NAME_CHARACTERS]
    const type = [0]
    const bytes = [data.byteLength]
    const status = Number(calls.enumerateValues(handle, values.length, name, characters, null, type, data, bytes))
    if (status === errorCodes.noMoreItems) return succeeded(values)
    attempts += 1
    if (status === 0) {
      const value = decodeRegistryValue(Number(type[0]), data.subarray(0, Number(bytes[0])))
      values.push({ name: name.toString('utf16le', 0, Number(characters[0]) * 2), value })
      attempts = 0
    } else if (status === errorCodes.moreData && attempts < MAX_VALUE_ATTEMPTS) {
      data = Buffer.alloc(Math.max(Number(bytes[0]), data.byteLength * 2))
    } else return refused('RegEnumValueW', status, { subject, missingRight: 'KEY_QUERY_VALUE' })
  }
}
