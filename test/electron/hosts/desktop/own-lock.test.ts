import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'

import { awaitLock, knock, takeLock } from '#electron/hosts/desktop/own-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'own-lock-'))
const { platform } = process
const holderFile = fileURLToPath(new URL('./holder.ts', import.meta.url))

/** Another process that holds the lock; its messages say what happens to it. */
async function startHolder() {
  const child = fork(holderFile, [folder], { execArgv: ['--no-warnings'] })
  const said: unknown[] = []
  child.on('message', (message) => said.push(message))
  await vi.waitFor(() => expect(said).toEqual(['locked']), { timeout: 10_000 })
  return { child, said }
}

describe('own-lock', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is held by one process at a time, which hears a knock', async () => {
    const { child, said } = await startHolder()
    expect(await takeLock({ folder, platform, onKnock: () => undefined })).toBeNull()
    expect(await knock({ folder, platform })).toBe(true)
    await vi.waitFor(() => expect(said).toEqual(['locked', 'knock']))
    child.kill()
    await once(child, 'exit')
  })

  it('ends with its process, however that ends', async () => {
    const { child } = await startHolder()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = await takeLock({ folder, platform, onKnock: () => undefined })
    expect(lock).not.toBeNull()
    await lock?.release()
  })

  it('is waited for by whoever comes after', async () => {
    const { child } = await startHolder()
    const waiting = awaitLock({ folder, platform, onKnock: () => undefined })
    child.send('release')
    const lock = await waiting
    expect(lock).not.toBeNull()
    await lock?.release()
    child.kill()
    await once(child, 'exit')
  })

  it('is given up on after a while', async () => {
    const { child } = await startHolder()
    expect(await awaitLock({ folder, platform, onKnock: () => undefined }, 200)).toBeNull()
    child.kill()
    await once(child, 'exit')
  })

  it('can be released and taken again', async () => {
    for (const _round of [1, 2]) {
      const lock = await takeLock({ folder, platform, onKnock: () => undefined })
      expect(lock).not.toBeNull()
      await lock?.release()
    }
    expect(await knock({ folder, platform })).toBe(false)
  })

  it('is one for each folder', async () => {
    const locks = await Promise.all(
      [folder, `${folder}-other`].map((each) => takeLock({ folder: each, platform, onKnock: () => undefined })),
    )
    expect(locks.every((lock) => lock !== null)).toBe(true)
    for (const lock of locks) await lock?.release()
  })

  it.skipIf(platform === 'win32')('takes over a file that a crash left behind, where locks are files', async () => {
    const options = { folder, platform: 'darwin', onKnock: () => undefined } as const
    const script = `
      const { takeLock } = await import(${JSON.stringify(new URL('../../../../electron/hosts/desktop/own-lock.ts', import.meta.url).href)})
      await takeLock({ folder: ${JSON.stringify(folder)}, platform: 'darwin', onKnock: () => undefined })
      process.kill(process.pid, 'SIGKILL')
    `
    const { spawnSync } = await import('node:child_process')
    expect(spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script]).signal).toBe('SIGKILL')
    const lock = await takeLock(options)
    expect(lock).not.toBeNull()
    expect(await takeLock(options)).toBeNull()
    await lock?.release()
  })
})
