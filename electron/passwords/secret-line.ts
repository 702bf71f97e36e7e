/** No target takes more than 128 characters: a longer line is a file that was meant for something else. */
export const SECRET_LINE_LIMIT_BYTES = 4096

/** Where a secret is typed or comes out of a pipe: the process's standard input. */
export interface SecretSource {
  readonly isTerminal: boolean
  readonly chunks: AsyncIterable<Uint8Array> & {
    /** terminals only: what is typed arrives at once and is not shown */
    setRawMode?(isRaw: boolean): unknown
  }
}

/** What a person sees around typing; nothing of it is called for a pipe. */
export interface SecretPrompt {
  ask(): Promise<void>
  answered(): Promise<void>
}

export type SecretRefusal = 'empty' | 'too-long' | 'utf-16' | 'not-utf-8' | 'control-character' | 'cancelled' | 'not-hidden'

export type SecretLine = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'refused'; readonly reason: SecretRefusal }

const KEY = { cancel: 0x03, end: 0x04, backspace: 0x08, newLine: 0x0a, enter: 0x0d, clear: 0x15, endOnWindows: 0x1a, delete: 0x7f } as const

const NEW_LINE_BYTE = 0x0a

/**
 * Reads one secret line.
 *
 * From a terminal without showing it; where that cannot be switched off, nothing is read. From a pipe the first line without its line
 * break and without the byte order mark that PowerShell writes unasked; what follows is left alone.
 */
export async function readSecretLine(source: SecretSource, prompt: SecretPrompt): Promise<SecretLine> {
  const bytes = source.isTerminal ? await typedBytes(source.chunks, prompt) : await pipedBytes(source.chunks)
  if (typeof bytes === 'string') return refused(bytes)
  const line = decode(bytes)
  bytes.fill(0)
  return line
}

function refused(reason: SecretRefusal): SecretLine {
  return { kind: 'refused', reason }
}

async function pipedBytes(chunks: SecretSource['chunks']): Promise<Uint8Array | SecretRefusal> {
  const bytes: number[] = []
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      if (byte === NEW_LINE_BYTE) {
        if (bytes.at(-1) === KEY.enter) bytes.pop()
        return Uint8Array.from(bytes)
      }
      if (bytes.length === SECRET_LINE_LIMIT_BYTES) return 'too-long'
      bytes.push(byte)
    }
  }
  return Uint8Array.from(bytes)
}

async function typedBytes(chunks: SecretSource['chunks'], prompt: SecretPrompt): Promise<Uint8Array | SecretRefusal> {
  if (!hide(chunks)) return 'not-hidden'
  const keys = chunks[Symbol.asyncIterator]()
  try {
    await prompt.ask()
    return await keysUntilEnter(keys)
  } finally {
    // Before the terminal is let go, which cannot be changed any more then: on Windows Ctrl-C would end nothing after that.
    chunks.setRawMode?.(false)
    await keys.return?.()
    await prompt.answered()
  }
}

/** SECURITY: a terminal that goes on showing what is typed would show the password. */
function hide(chunks: SecretSource['chunks']): boolean {
  if (typeof chunks.setRawMode !== 'function') return false
  try {
    chunks.setRawMode(true)
    return true
  } catch {
    // It says only that it could not: that is the answer.
    return false
  }
}

async function keysUntilEnter(keys: AsyncIterator<Uint8Array, unknown>): Promise<Uint8Array | SecretRefusal> {
  const bytes: number[] = []
  for (let step = await keys.next(); step.done !== true; step = await keys.next()) {
    for (const byte of step.value) {
      if (byte === KEY.cancel) return 'cancelled'
      if (byte === KEY.enter || byte === KEY.newLine || byte === KEY.end || byte === KEY.endOnWindows) return Uint8Array.from(bytes)
      if (byte === KEY.backspace || byte === KEY.delete) dropCharacter(bytes)
      else if (byte === KEY.clear) bytes.length = 0
      else if (bytes.length === SECRET_LINE_LIMIT_BYTES) return 'too-long'
      else bytes.push(byte)
    }
  }
  return Uint8Array.from(bytes)
}

/** Takes back the last character, which may have several bytes. */
function dropCharacter(bytes: number[]): void {
  let byte = bytes.pop()
  while (byte !== undefined && (byte & 0xc0) === 0x80) byte = bytes.pop()
}

function decode(bytes: Uint8Array): SecretLine {
  if (bytes.length === 0) return refused('empty')
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes.includes(0)) return refused('utf-16')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The decoder says only that it could not: that is the answer.
    return refused('not-utf-8')
  }
  if (text === '') return refused('empty')
  return /\p{Cc}/u.test(text) ? refused('control-character') : { kind: 'line', text }
}
