import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import type { HeldLock } from './folder-locks.ts'
import { codeOf, refuse, StoreRefusal } from './refusal.ts'

/** Writes a file whole or not at all, for this user alone; `readBack` says what is wrong with what was written, or null. */
export type SaveFile = (
  path: string,
  bytes: Uint8Array,
  readBack: (written: Uint8Array) => Promise<string | null>,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly line: string }>

/** On Windows a scanner or an indexer may hold a file for a moment, and nothing can take its name meanwhile. */
const WINDOWS_ATTEMPTS = 5
const PAUSE_MS = 100

/** Only the user may look into the folders of the records. */
const FOLDER_MODE = 0o700

/** A newer version of a format is refused, and the file is left as it is. */
const NEWER_VERSION = /"schema"\s*:\s*"erp-sync-checkup\/[a-z]+@(?:[2-9]|\d\d+)"/

const SET_ASIDE = /\.damaged-[\dTZ]+(?:-\d+)?$/

/** Temporary files of a writer that ended in the middle: our own, and those of `conf`. */
const LEFT_OVERS = [/^\..*\.tmp$/, /^settings\.json\.tmp-/]

/** A record as it was read, with the SHA-256 (hex) of its bytes. */
export interface Stored<Value> {
  readonly name: string
  readonly value: Value
  readonly digest: string
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export function recordText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE })
  } catch (error) {
    refuse('not-written', folder, error)
  }
}

/** Null: there is no such file. */
export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : refuse('not-read', path, error)
  }
}

/** Names in a folder; none where it does not exist. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? [] : refuse('not-read', folder, error)
  }
}

/** Writes under a lock; a lock that was taken over meanwhile keeps the old file. */
export async function writeRecord(path: string, text: string, lock: HeldLock, saveFile: SaveFile): Promise<void> {
  const attempts = process.platform === 'win32' ? WINDOWS_ATTEMPTS : 1
  for (let attempt = 1; ; attempt += 1) {
    const saved = await saveFile(path, Buffer.from(text), async () => ((await lock.stillHeld()) ? null : 'its lock was taken over'))
    if (saved.ok) return
    if (attempt >= attempts) throw new StoreRefusal('not-written', path, saved.line)
    await delay(PAUSE_MS)
  }
}

/** What a reader makes of a text; null where it is damaged. */
export type Understand<Value> = (text: string) => Value | null

/**
 * Reads a record under its lock; null: there is none, or it was damaged and now stands aside under another name.
 *
 * @throws StoreRefusal `newer` where a newer version wrote it
 */
export async function readRecord<Value>(path: string, understand: Understand<Value>, now: () => Date): Promise<Stored<Value> | null> {
  const text = await readText(path)
  if (text === null) return null
  const value = understand(text)
  if (value !== null) return { name: path, value, digest: digestOf(text) }
  if (NEWER_VERSION.test(text)) throw new StoreRefusal('newer', path, '')
  await setAside(path, now)
  return null
}

/** Gives a damaged file another name, never one that is taken. */
export async function setAside(path: string, now: () => Date): Promise<void> {
  const stamp = now()
    .toISOString()
    .replace(/[^\dTZ]/g, '')
  for (let count = 1; ; count += 1) {
    const aside = `${path}.damaged-${stamp}${count === 1 ? '' : `-${count}`}`
    const taken = await access(aside).then(
      () => true,
      () => false,
    )
    if (taken) continue
    try {
      await rename(path, aside)
      return
    } catch (error) {
      refuse('not-written', path, error)
    }
  }
}

/** Paths of what was set aside in a folder. */
export async function setAsideIn(folder: string): Promise<readonly string[]> {
  return (await namesIn(folder)).filter((name) => SET_ASIDE.test(name)).map((name) => join(folder, name))
}

/** Only under the folder's lock: whoever is writing has it. */
export async function removeLeftOvers(folder: string): Promise<void> {
  for (const name of await namesIn(folder))
    if (LEFT_OVERS.some((pattern) => pattern.test(name))) await rm(join(folder, name), { force: true })
}
