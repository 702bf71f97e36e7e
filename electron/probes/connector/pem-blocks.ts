/** One part of a text file of keys and certificates. */
export interface PemBlock {
  readonly label: string
  /** with its first and last line */
  readonly bytes: Buffer
  /** what stands between them */
  readonly body: Buffer
}

/** Parts from `-----BEGIN LABEL-----` to their end, as views of the same memory. */
export function pemBlocks(content: Buffer): readonly PemBlock[] {
  const blocks: PemBlock[] = []
  const opening = '-----BEGIN '
  for (let start = content.indexOf(opening); start >= 0; start = content.indexOf(opening, start + 1)) {
    const labelEnd = content.indexOf('-----', start + opening.length)
    const label = content.toString('latin1', start + opening.length, Math.min(labelEnd, start + 64))
    const closing = `-----END ${label}-----`
    const end = labelEnd < 0 ? -1 : content.indexOf(closing, labelEnd)
    if (end < 0 || !/^[A-Z0-9 ]+$/.test(label)) continue
    blocks.push({ label, bytes: content.subarray(start, end + closing.length), body: content.subarray(labelEnd + 5, end) })
  }
  return blocks
}
