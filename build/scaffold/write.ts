import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const WRONG_USAGE = 2

export const repositoryRoot = join(import.meta.dirname, '..', '..')

/** Writes files by path from the root of the repository, and says which. */
export function writeAll(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(repositoryRoot, path)), { recursive: true })
    writeFileSync(join(repositoryRoot, path), text)
    console.log(path)
  }
}
