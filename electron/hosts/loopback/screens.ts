import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** A file of the screens as it is sent. */
export interface ScreenFile {
  readonly type: string
  readonly bytes: Buffer
  /** its name changes with its content */
  readonly isHashed: boolean
}

/** The files by their path below the folder, with slashes. */
export type Screens = ReadonlyMap<string, ScreenFile>

/** What a page is made of; a file of another kind is not served. */
const TYPES: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** The bundler puts eight letters of a digest in front of the ending. */
const HASHED = /-[\w-]{8}\.\w+$/

/**
 * Reads every file of the screens.
 *
 * SECURITY: all are read once, at the start. A request only chooses a key of this map and never becomes a path, and a file that is
 * changed later is not served. Links are passed over. Null: there is no start page, so the screens were not built.
 */
export async function readScreens(folder: string): Promise<Screens | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(nothingThere)
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = await Promise.all(paths.map((path) => readScreen(folder, path)))
  const screens = new Map(files.flatMap((file) => (file === null ? [] : [file])))
  return screens.has('index.html') ? screens : null
}

async function readScreen(folder: string, path: string): Promise<[string, ScreenFile] | null> {
  const type = TYPES[extname(path)]
  if (type === undefined) return null
  const name = relative(folder, path).split(sep).join('/')
  return [name, { type, bytes: await readFile(path), isHashed: HASHED.test(name) }]
}

function nothingThere(error: unknown): [] {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
  throw error
}
