/**
 * A secret on its way.
 *
 * Its bytes are in a closure: printing, inspecting or serialising the object shows nothing. Text made of it stays in memory until the
 * engine clears it, so `text` is for the one way that needs text.
 */
export interface HeldSecret {
  /** UTF-16 units; zero once it was wiped */
  length(): number
  /** Lends the UTF-16 bytes; whoever copies them wipes the copy. */
  use<Value>(reader: (utf16: Uint8Array) => Value): Value
  text(): string
  wipe(): void
}

/** No login takes more (Windows 127, SQL Server 128). */
const LONGEST_UNITS = 256

/** Why a text cannot be handed over: control characters are keys such as Enter, and half a surrogate pair is no character. */
export type UnusableSecret = 'empty' | 'too-long' | 'control-character' | 'broken-text'

/** Takes the bytes over (UTF-8) and wipes those that were given. */
export function holdSecret(utf8: Uint8Array): HeldSecret | UnusableSecret {
  const text = decode(utf8)
  utf8.fill(0)
  if (text === null) return 'broken-text'
  if (text === '') return 'empty'
  if (text.length > LONGEST_UNITS) return 'too-long'
  if (/\p{Cc}/u.test(text)) return 'control-character'
  const whole = Buffer.alloc(text.length * 2)
  whole.write(text, 'utf16le')
  let bytes: Buffer = whole
  return {
    length: () => bytes.byteLength / 2,
    use: (reader) => reader(bytes),
    text: () => bytes.toString('utf16le'),
    wipe: () => {
      whole.fill(0)
      bytes = Buffer.alloc(0)
    },
  }
}

function decode(utf8: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(utf8)
  } catch {
    // SECURITY: its error could quote the input; that it is no text is the answer.
    return null
  }
}
