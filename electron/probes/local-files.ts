import { open, readdir } from 'node:fs/promises'

type Refused = { readonly kind: 'refused'; readonly reason: string }

/** Null: there is none of that name. */
type FileReading = { readonly kind: 'read'; readonly bytes: Uint8Array } | Refused | null

/** Codes of the operating system that prove absence. */
const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR'])

/** Reads a file of this machine whole, up to a size; a larger one is refused. */
export async function readLocalFile(path: string, limitBytes: number): Promise<FileReading> {
  try {
    const handle = await open(path)
    try {
      const { size } = await handle.stat()
      if (size > limitBytes) return { kind: 'refused', reason: `${path} has ${size} bytes, more than the ${limitBytes} that are read` }
      return { kind: 'read', bytes: await handle.readFile() }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return absentOrRefused(path, error)
  }
}

/** Names in a folder of this machine; null: there is no such folder. */
export async function listLocalFolder(
  path: string,
): Promise<{ readonly kind: 'listed'; readonly names: readonly string[] } | Refused | null> {
  try {
    return { kind: 'listed', names: await readdir(path) }
  } catch (error) {
    return absentOrRefused(path, error)
  }
}

function absentOrRefused(path: string, error: unknown): Refused | null {
  // Errors of Node itself have codes too; only those of the operating system name the call.
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
  const code = String(error.code)
  return ABSENT.has(code) ? null : { kind: 'refused', reason: `${path} could not be read: ${code}` }
}
