import { randomBytes, randomInt } from 'node:crypto'
import { open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { isAbandoned, ownLock, readOwner } from './lock-owner.ts'
import { codeOf, refuse, StoreRefusal } from './refusal.ts'

const LOCK = '.lock'

/** Held for the moment in which an abandoned lock is taken away, so that nobody takes away the one that comes after it. */
const GUARD = '.lock-guard'

/** The guard is held for two calls of the system: an older one belongs to a process that ended. */
const GUARD_LIMIT_MS = 10_000

/** Longer than any work under a lock, shorter than a person's patience. */
const WAIT_LIMIT_MS = 15_000

/** Between two attempts, in milliseconds; at random, so that those who wait do not march in step. */
const PAUSE_MS = { least: 2, most: 20 }

export interface HeldLock {
  /** false where the lock was taken over meanwhile: nothing may be written then */
  stillHeld(): Promise<boolean>
}

/** One lock for each folder, for all processes of this user, elevated or not, and within this one. */
export interface FolderLocks {
  /** Does the work alone. @throws StoreRefusal `locked` when others do not finish in time, `not-written` when the folder refuses. */
  alone<Result>(folder: string, work: (lock: HeldLock) => Promise<Result>): Promise<Result>
}

export function createFolderLocks(waitLimitMs: number = WAIT_LIMIT_MS): FolderLocks {
  const queues = new Map<string, Promise<unknown>>()
  return {
    alone: async (folder, work) => {
      const before = queues.get(folder) ?? Promise.resolve()
      const mine = before.then(() => workAlone(folder, work, waitLimitMs))
      const settled = mine.catch(() => undefined)
      queues.set(folder, settled)
      try {
        return await mine
      } finally {
        if (queues.get(folder) === settled) queues.delete(folder)
      }
    },
  }
}

async function workAlone<Result>(folder: string, work: (lock: HeldLock) => Promise<Result>, waitLimitMs: number): Promise<Result> {
  const path = join(folder, LOCK)
  const token = randomBytes(12).toString('hex')
  const stillHeld = async (): Promise<boolean> => readOwner(await textOf(path))?.token === token
  await acquire(folder, path, JSON.stringify(ownLock(token)), waitLimitMs)
  try {
    return await work({ stillHeld })
  } finally {
    if (await stillHeld()) await rm(path, { force: true })
  }
}

async function acquire(folder: string, path: string, text: string, waitLimitMs: number): Promise<void> {
  const deadline = performance.now() + waitLimitMs
  while (!(await create(path, text))) {
    await breakAbandoned(folder, path)
    if (performance.now() > deadline) throw new StoreRefusal('locked', folder, '')
    await delay(randomInt(PAUSE_MS.least, PAUSE_MS.most))
  }
}

/** False: it is there already. Windows says `EPERM` or `EACCES` of a file that is just being deleted. */
async function create(path: string, text: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx', 0o600)
    try {
      await handle.writeFile(text)
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'EEXIST' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'))) return false
    return refuse('not-written', path, error)
  }
}

/** Whoever has the guard looks again before the lock is taken away: somebody else may have done so and be at work. */
async function breakAbandoned(folder: string, path: string): Promise<void> {
  const text = await textOf(path)
  if (!isAbandoned(text, await ageOf(path))) return
  const guard = join(folder, GUARD)
  if (!(await create(guard, ''))) {
    if ((await ageOf(guard)) > GUARD_LIMIT_MS) await rm(guard, { force: true })
    return
  }
  try {
    const again = await textOf(path)
    if (again === text && isAbandoned(again, await ageOf(path))) await rm(path, { force: true })
  } finally {
    await rm(guard, { force: true })
  }
}

/** Empty where the file is gone. */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === null) throw error
    return ''
  }
}

/** Milliseconds since the file was written; 0 where it is gone. */
async function ageOf(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs
  } catch (error) {
    if (codeOf(error) === null) throw error
    return 0
  }
}
