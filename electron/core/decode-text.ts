type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

/** Enough to see a pattern of zero bytes, whatever the file begins with. */
const LOOKED_AT_BYTES = 1024

/** A UTF-8 character has four bytes at most: this many may be missing from one that was cut. */
const MISSING_BYTES = 3

/**
 * Reads bytes as UTF-8 text.
 *
 * PowerShell's `>` and older editors write UTF-16 or a byte order mark: both are refused by name, because guessing would make two files
 * of one text have two digests.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return no('expected JSON, but the file is empty')
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return no('expected UTF-8 without a byte order mark: save the file as "UTF-8 without BOM"')
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || looksLikeUtf16(bytes)) {
    return no('expected UTF-8, but this is UTF-16: save the file as "UTF-8 without BOM"')
  }
  const text = asUtf8(bytes)
  if (text === null)
    return no(endsInsideCharacter(bytes) ? 'expected UTF-8, but the file is cut short' : 'expected UTF-8 text, but this is none')
  if (text.includes('\0')) return no('expected JSON text, but this holds zero bytes')
  return { ok: true, text }
}

function no(reason: string): Decoded {
  return { ok: false, reason }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** ASCII in UTF-16 has a zero in every second byte, and JSON begins with ASCII. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, LOOKED_AT_BYTES)
  if (start.length < 2) return false
  const zeros = [0, 0]
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = Math.floor(start.length / 2)
  return (odd > half * 0.8 && even < half * 0.2) || (even > half * 0.8 && odd < half * 0.2)
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // The decoder says only that it could not: that is the answer.
    return null
  }
}

function endsInsideCharacter(bytes: Uint8Array): boolean {
  for (let missing = 1; missing <= MISSING_BYTES; missing += 1) {
    if (asUtf8(bytes.subarray(0, bytes.length - missing)) !== null) return true
  }
  return false
}
