import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A lock on the app's records that ends with its process, however that ends. */
export interface OwnLock {
  release(): Promise<void>
}

export interface LockOptions {
  /** the folder that only one process may write to */
  readonly folder: string
  readonly platform: NodeJS.Platform
  /** another process was started and wants this one to come forward */
  readonly onKnock: () => void
}

/** The instance that started this one ends as soon as its window is closed; a busy server takes its time. */
const WAIT_MS = 20_000
const POLL_MS = 100

/**
 * Takes the lock, or returns null where another process holds it.
 *
 * Electron's own lock is not shared between an elevated and an ordinary process. This one is a name of the system – a pipe on Windows,
 * an abstract socket on Linux – which both see, and which no crash can leave behind.
 */
export async function takeLock({ folder, platform, onKnock }: LockOptions): Promise<OwnLock | null> {
  const address = lockAddress(folder, platform)
  const server = createServer((socket) => {
    // SECURITY: a knock is all that anybody can send; nothing is read.
    socket.on('error', () => undefined)
    socket.destroy()
    onKnock()
  })
  if (!(await listens(server, address))) {
    if (isFile(address, platform) && !(await knock({ folder, platform }))) {
      rmSync(address, { force: true })
      if (!(await listens(server, address))) return null
    } else return null
  }
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** As `takeLock`, for a process whose predecessor is still on its way out. */
export async function awaitLock(options: LockOptions, waitMs: number = WAIT_MS): Promise<OwnLock | null> {
  for (let waitedMs = 0; waitedMs < waitMs; waitedMs += POLL_MS) {
    const lock = await takeLock(options)
    if (lock !== null) return lock
    await wait(POLL_MS)
  }
  return await takeLock(options)
}

/** Asks the holder to come forward; false: it could not be reached, for instance because it is elevated and this process is not. */
export function knock({ folder, platform }: Omit<LockOptions, 'onKnock'>): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(lockAddress(folder, platform))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function listens(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // EACCES: a pipe of that name belongs to somebody with more rights.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    })
    server.listen(address, () => {
      server.removeAllListeners('error')
      resolve(true)
    })
  })
}

/** Names of the system are short, so the folder's digest stands for it. Windows tells folders apart without regard to case. */
function lockAddress(folder: string, platform: NodeJS.Platform): string {
  const digest = createHash('sha256')
    .update(platform === 'win32' ? folder.toLowerCase() : folder)
    .digest('hex')
    .slice(0, 32)
  if (platform === 'win32') return `\\\\.\\pipe\\erp-checkup-${digest}`
  return platform === 'linux' ? `\0erp-checkup-${digest}` : join(tmpdir(), `erp-checkup-${digest}.sock`)
}

function isFile(address: string, platform: NodeJS.Platform): boolean {
  return platform !== 'win32' && !address.startsWith('\0')
}
