import { constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir, rename } from 'node:fs/promises'

/** Which file it is, whatever its name. */
export interface FileIdentity {
  readonly key: string
  /** in bytes */
  readonly size: number
}

/** A file to which is only ever added. */
export interface JournalFile {
  write(bytes: Uint8Array): Promise<void>
  /** resolves when everything written would outlast a power cut */
  sync(): Promise<void>
  identity(): Promise<FileIdentity>
  close(): Promise<void>
}

/** What a journal needs of a file system; every method may throw an error of the system with its `code`. */
export interface JournalFileSystem {
  /** Fails with EEXIST where there is one. */
  create(path: string): Promise<JournalFile>
  open(path: string): Promise<JournalFile>
  read(path: string): Promise<Uint8Array>
  /** Null: there is no such file. */
  identify(path: string): Promise<FileIdentity | null>
  rename(from: string, to: string): Promise<void>
  /**
   * Writes bytes where they already are, for good.
   *
   * After a failed flush a system may go on showing bytes that are not on disk, and never write them by itself.
   */
  rewrite(path: string, offset: number, bytes: Uint8Array): Promise<void>
  /** Cuts a file to its first bytes, for good. */
  shorten(path: string, bytes: number): Promise<void>
  names(folder: string): Promise<readonly string[]>
  /** Makes new names outlast a power cut. */
  flushFolder(folder: string): Promise<void>
}

/** A journal tells how a server is protected: it is for whoever may see the folder, and for nobody else. */
const FILE_MODE = 0o600

/** Code of an error of the system, e.g. `ENOSPC`; anything else is a bug and thrown on. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}

/** The real one. A link in place of a file is refused with `ELOOP`, anything else that is no file with `EINVAL`. */
export function realFileSystem(): JournalFileSystem {
  return {
    create: async (path) =>
      journalFile(await open(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_EXCL, FILE_MODE)),
    open: async (path) => journalFile(await openRegular(path, constants.O_RDWR | constants.O_APPEND)),
    read: (path) => using(openRegular(path, constants.O_RDONLY), (handle) => handle.readFile()),
    identify: async (path) => {
      try {
        return identityOf(await lstat(path, { bigint: true }))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null
        throw error
      }
    },
    rename,
    rewrite: (path, offset, bytes) =>
      using(openRegular(path, constants.O_RDWR), async (handle) => {
        for (let done = 0; done < bytes.byteLength; ) {
          done += (await handle.write(bytes, done, bytes.byteLength - done, offset + done)).bytesWritten
        }
        await handle.sync()
      }),
    shorten: (path, bytes) =>
      using(openRegular(path, constants.O_RDWR), async (handle) => {
        await handle.truncate(bytes)
        await handle.sync()
      }),
    names: (folder) => readdir(folder),
    // Windows keeps no handle of a folder that could be flushed; flushing a file there writes down its name as well.
    flushFolder: async (folder) => {
      if (process.platform !== 'win32') await using(open(folder, constants.O_RDONLY), (handle) => handle.sync())
    },
  }
}

function journalFile(handle: FileHandle): JournalFile {
  return {
    write: (bytes) => handle.appendFile(bytes),
    sync: () => handle.sync(),
    identity: async () => identityOf(await handle.stat({ bigint: true })),
    close: () => handle.close(),
  }
}

function identityOf({ dev, ino, size }: { readonly dev: bigint; readonly ino: bigint; readonly size: bigint }): FileIdentity {
  return { key: `${dev}:${ino}`, size: Number(size) }
}

/** What was looked at is what was opened: nobody can put a link in its place in between. */
async function openRegular(path: string, flags: number): Promise<FileHandle> {
  const entry = await lstat(path, { bigint: true })
  if (!entry.isFile()) throw systemError(entry.isSymbolicLink() ? 'ELOOP' : 'EINVAL', path)
  const handle = await open(path, flags)
  if (identityOf(await handle.stat({ bigint: true })).key === identityOf(entry).key) return handle
  await handle.close()
  throw systemError('ELOOP', path)
}

function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}

async function using<Value>(opening: Promise<FileHandle>, work: (handle: FileHandle) => Promise<Value>): Promise<Value> {
  const handle = await opening
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}
