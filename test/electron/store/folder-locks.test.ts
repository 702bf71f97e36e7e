import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFolderLocks } from '#electron/store/folder-locks.ts'
import { ownLock } from '#electron/store/lock-owner.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()
const lockOf = (folder: string): string => join(folder, '.lock')
const onLinux = process.platform === 'linux'

function leave(folder: string, text: string, ageSeconds = 0): void {
  writeFileSync(lockOf(folder), text)
  const at = Date.now() / 1000 - ageSeconds
  utimesSync(lockOf(folder), at, at)
}

/** A process that has surely ended. */
const endedPid = (): number => spawnSync(process.execPath, ['-e', '']).pid

describe('createFolderLocks', () => {
  it('lets one work at a time, in the order in which they came, and leaves nothing behind', async () => {
    const folder = makeFolder()
    const [one, other] = [createFolderLocks(), createFolderLocks()]
    let working = 0
    const seen: number[] = []
    const work = async (): Promise<void> => {
      working += 1
      seen.push(working)
      await new Promise(setImmediate)
      working -= 1
    }
    await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one : other).alone(folder, work)))
    expect(seen).toEqual(Array.from({ length: 20 }, () => 1))
    expect(readdirSync(folder)).toEqual([])
  })

  it('gives the folder back when the work fails', async () => {
    const folder = makeFolder()
    const locks = createFolderLocks()
    await expect(locks.alone(folder, async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await locks.alone(folder, async () => 'done')).toBe('done')
  })

  it('gives up on a folder that somebody alive holds, and leaves that lock alone', async () => {
    const folder = makeFolder()
    const text = JSON.stringify(ownLock('other'))
    leave(folder, text, onLinux ? 3600 : 30)
    await expect(createFolderLocks(50).alone(folder, async () => 'done')).rejects.toMatchObject({ reason: 'locked', path: folder })
    expect(readFileSync(lockOf(folder), 'utf8')).toBe(text)
  })

  const abandoned = [
    ['a process that ended', () => JSON.stringify({ ...ownLock('x'), pid: endedPid() }), 0],
    ['another computer, a while ago', () => JSON.stringify({ ...ownLock('x'), host: `not-${hostname()}` }), 61],
    ['nobody, a while ago: the writer ended before it wrote', () => '', 11],
    ['a process whose start nobody knows, a while ago', () => JSON.stringify({ ...ownLock('x'), started: null }), 61],
  ] as const
  it.each(abandoned)('takes over the lock of %s', async (_name, text, ageSeconds) => {
    const folder = makeFolder()
    leave(folder, text(), ageSeconds)
    expect(await createFolderLocks(1000).alone(folder, async () => existsSync(lockOf(folder)))).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  })

  it.runIf(onLinux)('takes over the lock of an earlier process that had the number of one alive', async () => {
    const folder = makeFolder()
    leave(folder, JSON.stringify({ ...ownLock('x'), started: '1' }))
    expect(await createFolderLocks(1000).alone(folder, async () => 'done')).toBe('done')
  })

  const held = [
    ['another computer, just now', () => JSON.stringify({ ...ownLock('x'), host: `not-${hostname()}` }), 30],
    ['nobody yet: it is being written', () => '', 5],
    ['a process whose start nobody knows, just now', () => JSON.stringify({ ...ownLock('x'), started: null }), 30],
  ] as const
  it.each(held)('waits for the lock of %s', async (_name, text, ageSeconds) => {
    const folder = makeFolder()
    leave(folder, text(), ageSeconds)
    await expect(createFolderLocks(50).alone(folder, async () => 'done')).rejects.toMatchObject({ reason: 'locked' })
  })

  it('takes away a guard that somebody left, and then the lock', async () => {
    const folder = makeFolder()
    leave(folder, JSON.stringify({ ...ownLock('x'), pid: endedPid() }))
    writeFileSync(join(folder, '.lock-guard'), '')
    const at = Date.now() / 1000 - 11
    utimesSync(join(folder, '.lock-guard'), at, at)
    expect(await createFolderLocks(2000).alone(folder, async () => 'done')).toBe('done')
    expect(readdirSync(folder)).toEqual([])
  })

  it('tells the holder when its lock was taken over, and leaves the new one alone', async () => {
    const folder = makeFolder()
    const text = JSON.stringify(ownLock('somebody else'))
    const held = await createFolderLocks().alone(folder, async ({ stillHeld }) => {
      const before = await stillHeld()
      leave(folder, text)
      return [before, await stillHeld()]
    })
    expect(held).toEqual([true, false])
    expect(readFileSync(lockOf(folder), 'utf8')).toBe(text)
  })

  it('refuses a folder that is not there', async () => {
    await expect(createFolderLocks().alone(join(makeFolder(), 'none'), async () => 'done')).rejects.toMatchObject({
      reason: 'not-written',
      detail: 'ENOENT',
    })
  })
})
