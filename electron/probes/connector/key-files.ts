import { lstat, open, readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'

import type { Notebook } from '../reading.ts'
import { describeKey } from './key-material.ts'
import type { KeyDescription } from './key-strength.ts'
import { readKnownHosts } from './known-hosts.ts'

export interface KeyFile extends KeyDescription {
  readonly path: string
}

export interface KeySearch {
  readonly keys: readonly KeyFile[]
  /** hosts that the connector has spoken to over secure shell */
  readonly hosts: readonly string[]
}

/** How much of a folder is searched; more than a connector has, and far from what a whole drive holds. */
export interface SearchLimits {
  readonly depth: number
  readonly entries: number
  readonly files: number
}

export const SEARCH_LIMITS: SearchLimits = { depth: 6, entries: 20_000, files: 5000 }

/** No key file is larger, in bytes: one of RSA with 16,384 bits takes 13,000 as text. */
const MAX_KEY_BYTES = 64 * 1024

/** Kinds of files that hold no keys: programs, data, pictures, pages. */
const NO_KEYS =
  /\.(?:exe|dll|sys|pdb|msi|cab|jar|class|pyc|so|node|zip|7z|gz|bz2|csv|tsv|xlsx?|docx?|pdf|log|mdb|ldb|db|sqlite|mdf|ldf|png|jpe?g|gif|ico|svg|html?|css|js|map|ttf|woff2?|resx|resources|chm|cs|h|py|rb)$/i

/** A program keeps the file for itself, as it does with its lock and its data, but not with a key that it has read. */
const IN_USE = 'EBUSY'

/** Extensions of keys: where such a file cannot be opened, it is named. */
const KEY_EXTENSIONS: ReadonlySet<string> = new Set(['.pem', '.key', '.ppk', '.pub', '.der', '.p8', '.pk8', '.pfx', '.p12'])

/**
 * Finds the key files below a folder by what is in them.
 *
 * Links and mount points are not followed. What refuses, and what lies beyond the limits, becomes a gap; a folder that is not there
 * too, unless it is `optional`. A content is wiped from memory as soon as it was looked at.
 */
export async function findKeys(folder: string, optional: boolean, notebook: Notebook, limits = SEARCH_LIMITS): Promise<KeySearch> {
  const search: Search = { keys: [], hosts: new Set(), entries: 0, files: 0, unread: 0, inUse: 0, cut: false, notebook, limits }
  const top = await attempt(lstat(folder))
  if (typeof top === 'string') {
    if (!(optional && top === 'ENOENT')) notebook.gap(`folder ${folder} could not be searched for keys: ${top}`)
  } else if (top.isSymbolicLink()) notebook.gap(`folder ${folder} was not searched for keys: it is a link to elsewhere`)
  else await searchFolder(search, folder, 0)
  if (search.cut) notebook.gap(`folder ${folder} was searched for keys only in part: it is too large`)
  if (search.unread > 0) notebook.gap(`files of ${folder} that could not be opened to look for keys: ${search.unread}`)
  if (search.inUse > 0) notebook.remark(`files in use of ${folder} that were not looked into for keys: ${search.inUse}`)
  const keys = search.keys.toSorted((one, other) => (one.path < other.path ? -1 : 1))
  return { keys, hosts: [...search.hosts].toSorted() }
}

interface Search {
  readonly keys: KeyFile[]
  readonly hosts: Set<string>
  entries: number
  files: number
  unread: number
  inUse: number
  cut: boolean
  readonly notebook: Notebook
  readonly limits: SearchLimits
}

async function searchFolder(search: Search, folder: string, depth: number): Promise<void> {
  const entries = await attempt(readdir(folder, { withFileTypes: true }))
  if (typeof entries === 'string') {
    if (entries !== 'ENOENT') search.notebook.gap(`folder ${folder} could not be searched for keys: ${entries}`)
    return
  }
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    search.entries += 1
    if (search.entries > search.limits.entries || search.files > search.limits.files) {
      search.cut = true
      return
    }
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (depth < search.limits.depth) await searchFolder(search, path, depth + 1)
      else search.cut = true
    } else if (entry.isFile() && !NO_KEYS.test(entry.name)) await searchFile(search, path, entry.name)
  }
}

async function searchFile(search: Search, path: string, name: string): Promise<void> {
  search.files += 1
  const extension = extname(name).toLowerCase()
  const content = await attempt(readSmall(path))
  if (content === null || content === 'ENOENT') return
  if (typeof content === 'string') {
    if (KEY_EXTENSIONS.has(extension)) search.notebook.gap(`file ${path} could not be opened to look for a key: ${content}`)
    else if (content === IN_USE) search.inUse += 1
    else search.unread += 1
    return
  }
  try {
    if (/^known_hosts2?$/i.test(name)) for (const host of readKnownHosts(content.toString('utf8'))) search.hosts.add(host)
    const key = describeKey(content, extension)
    if (key !== null) search.keys.push({ path, ...key })
  } finally {
    content.fill(0)
  }
}

/** The content of a file; null: it is empty or too large for a key. */
async function readSmall(path: string): Promise<Buffer | null> {
  const { size } = await lstat(path)
  if (size === 0 || size > MAX_KEY_BYTES) return null
  const file = await open(path, 'r')
  try {
    const content = Buffer.alloc(size)
    const { bytesRead } = await file.read(content, 0, size, 0)
    return content.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** A system error's code instead of the error; what is none is a bug and thrown on. */
async function attempt<Value>(work: Promise<Value>): Promise<Value | string> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
    throw error
  }
}
