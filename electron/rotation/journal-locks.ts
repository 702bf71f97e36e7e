import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { codeOf } from './journal-file-system.ts'

/** Held while a journal may be added to; ends with its process, however that ends. */
export interface JournalLock {
  release(): Promise<void>
}

export interface JournalLocks {
  /** Null: somebody else, or this process, has the journal open. May throw an error of the system. */
  take(journalPath: string): Promise<JournalLock | null>
}

/** Opening for oneself alone: UV_FS_O_EXLOCK of libuv's uv/win.h (share mode 0); O_EXLOCK and O_NONBLOCK of fcntl.h on macOS. */
const ALONE_ON_WINDOWS = 0x1000_0000
const ALONE_ON_MACOS = 0x20 | 0x4

/** A scanner may look into a file for a moment, and that moment must not pass for another administrator. */
const WINDOWS_ATTEMPTS = 4
const PAUSE_MS = 50

/** What the system says where another has the file. */
const HELD = new Set(['EBUSY', 'EAGAIN', 'EADDRINUSE'])

/**
 * Locks that the system itself keeps, so that no crash can leave one behind.
 *
 * On Windows an open file beside the journal: it is seen by every user, elevated or not, and only those whom the folder lets in can take
 * it, which is not so for a name in a space that all programs share. On Linux, where only rehearsals run, an abstract socket.
 */
export function createJournalLocks(platform: NodeJS.Platform): JournalLocks {
  const attempts = platform === 'win32' ? WINDOWS_ATTEMPTS : 1
  const take = async (path: string): Promise<JournalLock> =>
    platform === 'linux' ? await takeName(path) : await takeFile(`${path}.lock`, platform === 'win32' ? ALONE_ON_WINDOWS : ALONE_ON_MACOS)
  return {
    take: async (path) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await take(path)
        } catch (error) {
          if (!HELD.has(codeOf(error))) throw error
          if (attempt >= attempts) return null
        }
        await delay(PAUSE_MS)
      }
    },
  }
}

async function takeFile(path: string, aloneFlags: number): Promise<JournalLock> {
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT | aloneFlags, 0o600)
  return { release: () => handle.close() }
}

async function takeName(path: string): Promise<JournalLock> {
  const place = join(await realpath(dirname(path)), basename(path))
  const server = createServer((socket) => socket.destroy())
  server.listen(`\0erp-checkup-journal-${createHash('sha256').update(place).digest('hex').slice(0, 32)}`)
  await once(server, 'listening')
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}
