import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A source file by its path from the root of the repository, with `/` on every system. */
export interface SourceFile {
  readonly path: string
  readonly source: string
}

/** Every TypeScript file under the given folders. */
export function sourceFiles(root: string, folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.split(sep).includes('node_modules'))
      .sort()
      .map((name) => ({ path: `${folder}/${name.split(sep).join('/')}`, source: readFileSync(join(root, folder, name), 'utf8') })),
  )
}

/** The names of the folders in a folder. */
export function subfolders(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}
