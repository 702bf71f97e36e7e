/**
 * Text at an offset, up to its NUL or the end of the memory.
 *
 * Data of the registry need not be terminated and may have an odd length: the half character is dropped.
 */
export function wideTextAt(memory: Uint8Array, offset: number, endOffset: number = memory.byteLength): string {
  const view = new DataView(memory.buffer, memory.byteOffset, memory.byteLength)
  const limit = Math.min(endOffset, memory.byteLength)
  let end = offset
  while (end + 2 <= limit && view.getUint16(end, true) !== 0) end += 2
  return Buffer.from(memory.buffer, memory.byteOffset + offset, end - offset).toString('utf16le')
}

/**
 * Text that a pointer inside a structure points to.
 *
 * Windows puts such text behind the structures of the same buffer; `base` is the address of that buffer. A null pointer is empty
 * text, a pointer to elsewhere is a broken answer and thrown rather than followed.
 */
export function pointedTextAt(memory: Uint8Array, base: bigint, pointerOffset: number): string {
  const pointer = new DataView(memory.buffer, memory.byteOffset, memory.byteLength).getBigUint64(pointerOffset, true)
  if (pointer === 0n) return ''
  const offset = pointer - base
  if (offset < 0n || offset >= BigInt(memory.byteLength)) throw new Error('a structure points outside of its buffer')
  return wideTextAt(memory, Number(offset))
}

/** Native integers arrive as number or bigint, by their size. */
export function toAddress(value: unknown): bigint {
  return typeof value === 'bigint' ? value : BigInt(Number(value))
}
