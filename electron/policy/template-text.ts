/** Text of a template and how its bytes were read. `cut`: the file ends inside a character. */
export interface TemplateText {
  readonly text: string
  readonly encoding: 'utf-16le' | 'utf-8' | 'ansi'
  readonly cut: boolean
}

/**
 * Bytes of a security template as text.
 *
 * Windows writes UTF-16 with a byte order mark; people save UTF-8 or the old code page of their Windows. The latter is read as Western
 * European: settings and SIDs are ASCII, only names could then differ. Null: no text at all.
 */
export function decodeTemplate(bytes: Uint8Array): TemplateText | null {
  const decoded = decode(bytes)
  return decoded.text.includes('\0') ? null : decoded
}

function decode(bytes: Uint8Array): TemplateText {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe
  // Without the mark: a template begins with an ASCII character, whose second byte is zero.
  if (marked || (bytes[0] !== 0 && bytes[1] === 0)) {
    const even = bytes.byteLength - (bytes.byteLength % 2)
    const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, even))
    return { text, encoding: 'utf-16le', cut: even !== bytes.byteLength }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', cut: false }
  } catch {
    // Not UTF-8: that is the answer.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'ansi', cut: false }
  }
}
