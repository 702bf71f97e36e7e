import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, type FileHandle, lstat, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { done, type Outcome, oneLine, refused } from './outcome.ts'
import { systemErrorCode } from './read-file.ts'

/** A report tells an attacker where the gaps are: it is for the person who made it. */
const FOR_THE_USER_ONLY = 0o600

/** Says what is wrong with what was written, or null. */
export type ReadBack = (written: Buffer) => Promise<string | null> | string | null

/**
 * Writes a file whole or not at all, and only then says so.
 *
 * The bytes go to a temporary file beside it, are flushed, read back and understood, and take the name last: whoever looks sees the old
 * file or the new one. An own fault in the bytes is thrown, what the system refuses is a value.
 */
export async function saveFile(path: string, bytes: Uint8Array, readBack: ReadBack): Promise<Outcome<string>> {
  return await saveContent(path, {
    write: (handle) => handle.writeFile(bytes),
    confirm: async (temporary) => {
      const written = await readFile(temporary)
      return written.equals(bytes) ? await readBack(written) : READS_BACK_OTHERWISE
    },
  })
}

/** What goes into a file, where it is too much for the memory: written piece by piece, and read back so. */
export interface FileContent {
  write(handle: FileHandle): Promise<void>
  /** says what is wrong with what was written, or null */
  confirm(temporary: string): Promise<string | null>
}

export const READS_BACK_OTHERWISE = 'it reads back otherwise'

/** As `saveFile`, for content that makes itself. */
export async function saveContent(path: string, content: FileContent): Promise<Outcome<string>> {
  const name = oneLine(path) === '' ? '""' : oneLine(path)
  try {
    const target = await targetOf(path)
    if (!target.ok) return refused(name, target.line)
    await replace(target.value, content)
    return done(name)
  } catch (error) {
    return refused(name, reasonNotWritten(error))
  }
}

/** What a person is told when the system refuses; anything else is thrown on. */
export function reasonNotWritten(error: unknown): string {
  const code = systemErrorCode(error)
  if (code === null) throw error
  return REASONS[code] ?? `expected a file that can be written, but the system says ${code}`
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'expected a folder that exists: make it first',
  ENOTDIR: 'expected a folder that exists, but a part of its path is no folder',
  EACCES: 'expected a file that you may write, but access is denied',
  EPERM: 'expected a file that you may write, but access is denied',
  EROFS: 'expected a file that can be written, but its drive is read-only',
  ENOSPC: 'expected room for the file, but the drive is full',
  EDQUOT: 'expected room for the file, but your share of the drive is used up',
  ENAMETOOLONG: 'expected a shorter file name',
  EBUSY: 'expected a file that can be written, but another program holds it',
  EISDIR: 'expected a file name, but this is a folder',
  EEXIST: 'expected a folder, but this is a file',
}

/** The file that a link means, so that the link stays one; anything that is no regular file is left alone. */
async function targetOf(path: string): Promise<Outcome<string>> {
  if (path === '' || /[\\/]$/.test(path)) return { ok: false, line: 'expected a file name, but this is a folder' }
  const entry = await stat(path).catch(absent)
  if (entry === null)
    return (await lstat(path).catch(absent)) === null ? done(path) : { ok: false, line: 'expected a file, but this link leads nowhere' }
  if (entry.isDirectory()) return { ok: false, line: 'expected a file name, but this is a folder' }
  if (!entry.isFile()) return { ok: false, line: 'expected a regular file, but this is a device or a pipe' }
  await access(path, constants.W_OK)
  return done(await realpath(path))
}

function absent(error: unknown): null {
  if (systemErrorCode(error) === 'ENOENT') return null
  throw error
}

async function replace(target: string, content: FileContent): Promise<void> {
  const folder = dirname(target)
  const temporary = join(folder, `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeThrough(temporary, content)
    const fault = await content.confirm(temporary)
    if (fault !== null) throw new Error(`what was written is no such file: ${fault}`)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await flushFolder(folder)
}

async function writeThrough(path: string, content: FileContent): Promise<void> {
  const handle = await open(path, 'wx', FOR_THE_USER_ONLY)
  try {
    await content.write(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes the new name outlast a power cut; Windows keeps no handle of a folder that could be flushed. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
