import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'

import { decodeText } from './decode-text.ts'
import { done, type Outcome, oneLine, refused } from './outcome.ts'
import { sha256 } from './sha256.ts'

/** A snapshot of a very large server has about 10 MB; what is far beyond is no file of ours, and would only fill the memory. */
export const FILE_LIMIT_BYTES = 128 * 1024 * 1024

/** For files that do not tell their size. */
const SMALLEST_BUFFER_BYTES = 64 * 1024

/** Where a shell puts what another command writes, as in `check <(…)`; a named pipe elsewhere would wait for ever. */
const SHELL_PIPE = /^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/

export interface TextFile {
  /** as a person named it, fit for one line */
  readonly name: string
  readonly text: string
  /** SHA-256 of the bytes, hex */
  readonly digest: string
}

/** The process's standard input. */
export interface StandardInput {
  readonly isTerminal: boolean
  readonly chunks: AsyncIterable<Uint8Array>
}

/** Reads a text file whole; `-` is standard input. A refusal is one line that names the file and what was expected. */
export async function readTextFile(path: string, standardInput: StandardInput): Promise<Outcome<TextFile>> {
  const name = path === '-' ? 'standard input' : nameOf(path)
  const bytes = path === '-' ? await readStandardInput(standardInput) : await readRegularFile(path)
  if (!bytes.ok) return refused(name, bytes.line)
  const decoded = decodeText(bytes.value)
  if (!decoded.ok) return refused(name, `$: ${decoded.reason}`)
  return done({ name, text: decoded.text, digest: sha256(bytes.value) })
}

function nameOf(path: string): string {
  const name = oneLine(path)
  return name === '' ? '""' : name
}

async function readStandardInput(input: StandardInput): Promise<Outcome<Uint8Array>> {
  if (input.isTerminal) return no('expected a file from another command, but this is a terminal')
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of input.chunks) {
      length += chunk.length
      if (length > FILE_LIMIT_BYTES) return tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    return no(reasonOf(error))
  }
  return done(Buffer.concat(chunks))
}

async function readRegularFile(path: string): Promise<Outcome<Uint8Array>> {
  let handle: FileHandle
  try {
    // Without O_NONBLOCK the mere opening of a named pipe waits for somebody to write.
    const nonBlocking = SHELL_PIPE.test(path) ? 0 : (constants.O_NONBLOCK ?? 0)
    handle = await open(path, constants.O_RDONLY | nonBlocking)
  } catch (error) {
    return no(await reasonNotOpened(path, error))
  }
  try {
    const stats = await handle.stat()
    return refuseKind(path, stats) ?? (await readBounded(handle, stats.size))
  } catch (error) {
    return no(reasonOf(error))
  } finally {
    await handle.close()
  }
}

function refuseKind(path: string, stats: Stats): Outcome<never> | null {
  if (stats.isDirectory()) return no('expected a file, but this is a folder')
  if (!stats.isFile() && !(stats.isFIFO() && SHELL_PIPE.test(path))) return no('expected a regular file, but this is a device or a pipe')
  return stats.size > FILE_LIMIT_BYTES ? tooLarge() : null
}

/** Some files say that they are empty and are not, others grow: the limit holds for what is read. */
async function readBounded(handle: FileHandle, expectedBytes: number): Promise<Outcome<Uint8Array>> {
  let buffer = Buffer.allocUnsafe(Math.max(expectedBytes + 1, SMALLEST_BUFFER_BYTES))
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null)
    if (bytesRead === 0) return done(buffer.subarray(0, length))
    length += bytesRead
    if (length > FILE_LIMIT_BYTES) return tooLarge()
    if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2)
  }
}

function tooLarge(): Outcome<never> {
  return no(`expected no more than ${FILE_LIMIT_BYTES / 1024 / 1024} MiB`)
}

function no(line: string): { readonly ok: false; readonly line: string } {
  return { ok: false, line }
}

/** Windows answers "not permitted" for a folder that is opened as a file. */
async function reasonNotOpened(path: string, error: unknown): Promise<string> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
  return isFolder ? 'expected a file, but this is a folder' : reasonOf(error)
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'expected a file, but there is none of this name',
  ENOTDIR: 'expected a file, but a part of its path is no folder',
  EACCES: 'expected a file that you may read, but access is denied',
  EPERM: 'expected a file that you may read, but access is denied',
  EBUSY: 'expected a file that can be read, but another program holds it',
  ELOOP: 'expected a file, but its links lead in a circle',
  ENAMETOOLONG: 'expected a file, but its name is too long',
  ENXIO: 'expected a regular file, but this is a device or a pipe',
  EISDIR: 'expected a file, but this is a folder',
}

function reasonOf(error: unknown): string {
  const code = systemErrorCode(error)
  if (code === null) throw error
  return REASONS[code] ?? `expected a file that can be read, but the system says ${code}`
}

/** The code of an error of the operating system; null for a bug of our own. */
export function systemErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error ? error.code : null
}
