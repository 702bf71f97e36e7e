import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** A build takes seconds; a lock older than this was left behind by a process that died and whose number another one has now. */
const ABANDONED_AFTER_MS = 10 * 60 * 1000
const POLL_MS = 50

/**
 * Runs an action while no other process runs one under the same lock file.
 *
 * The file holds the number of the process that made it. A lock of a process that is gone is taken over; should two processes take it
 * over in the same moment, both build, which publishing file by file allows.
 */
export async function withLock(file, action) {
  while (!tryLock(file)) {
    if (isAbandoned(file)) rmSync(file, { force: true })
    else await wait(POLL_MS)
  }
  try {
    return await action()
  } finally {
    rmSync(file, { force: true })
  }
}

function tryLock(file) {
  let handle
  try {
    handle = openSync(file, 'wx')
  } catch (error) {
    // Windows answers EPERM while the file of another process is being deleted.
    if (error.code === 'EEXIST' || error.code === 'EPERM') return false
    throw error
  }
  writeSync(handle, String(process.pid))
  closeSync(handle)
  return true
}

function isAbandoned(file) {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return false
  if (Date.now() - stats.mtimeMs > ABANDONED_AFTER_MS) return true
  const owner = Number(readLock(file))
  return owner > 0 && !isRunning(owner)
}

function readLock(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EPERM') return ''
    throw error
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error.code === 'EPERM'
  }
}
