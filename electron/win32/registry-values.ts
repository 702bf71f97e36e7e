import { wideTextAt } from './memory.ts'

/** A typed value of the registry. `text` is unexpanded: whose environment applies is for the reader to know. */
export type RegistryValue =
  | { readonly kind: 'text'; readonly text: string; readonly expandable: boolean }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'number'; readonly number: bigint }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array; readonly type: number }

/** A value as a list of its key has it. */
export interface NamedRegistryValue {
  readonly name: string
  readonly value: RegistryValue
}

/** Value types of winnt.h. */
const REG_SZ = 1
const REG_EXPAND_SZ = 2
const REG_DWORD = 4
const REG_DWORD_BIG_ENDIAN = 5
const REG_MULTI_SZ = 7
const REG_QWORD = 11

/** Reads the bytes by their declared type; a number of the wrong length stays binary, as does every other type. */
export function decodeRegistryValue(type: number, bytes: Uint8Array): RegistryValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === REG_SZ || type === REG_EXPAND_SZ) {
    return { kind: 'text', text: wideTextAt(bytes, 0), expandable: type === REG_EXPAND_SZ }
  }
  if (type === REG_MULTI_SZ) return { kind: 'texts', texts: decodeTexts(bytes) }
  if (type === REG_DWORD && bytes.byteLength === 4) return { kind: 'number', number: BigInt(view.getUint32(0, true)) }
  if (type === REG_DWORD_BIG_ENDIAN && bytes.byteLength === 4) return { kind: 'number', number: BigInt(view.getUint32(0)) }
  if (type === REG_QWORD && bytes.byteLength === 8) return { kind: 'number', number: view.getBigUint64(0, true) }
  return { kind: 'binary', bytes: Uint8Array.from(bytes), type }
}

/** Strings up to the empty one that ends the list; a list that was cut short ends with its last bytes. */
function decodeTexts(bytes: Uint8Array): string[] {
  const texts: string[] = []
  let offset = 0
  while (offset + 2 <= bytes.byteLength) {
    const text = wideTextAt(bytes, offset)
    if (text === '') break
    texts.push(text)
    offset += text.length * 2 + 2
  }
  return texts
}
