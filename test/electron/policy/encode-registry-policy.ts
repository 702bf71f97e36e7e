/** An instruction as a test writes it; data as bytes. */
export interface WrittenEntry {
  readonly key: string
  readonly valueName: string
  readonly type: number
  readonly data: Uint8Array
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

function long(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

const HEADER = Buffer.concat([Buffer.from('PReg', 'latin1'), long(1)])

/** A Registry.pol by [MS-GPREG] 2.2.1. */
export function encodeRegistryPolicy(entries: readonly WrittenEntry[]): Buffer {
  const separator = wide(';')
  const parts = entries.flatMap(({ key, valueName, type, data }) => [
    wide(`[${key}\0;${valueName}\0;`),
    long(type),
    separator,
    long(data.byteLength),
    separator,
    data,
    wide(']'),
  ])
  return Buffer.concat([HEADER, ...parts])
}

export function textEntry(key: string, valueName: string, text: string, type = 1): WrittenEntry {
  return { key, valueName, type, data: wide(`${text}\0`) }
}

export function numberEntry(key: string, valueName: string, number: number): WrittenEntry {
  return { key, valueName, type: 4, data: long(number) }
}
