import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { fetchWindowsRuntime } from '#build/wine/fetch.ts'
import { windowsModules } from '#build/wine/packages.ts'

const root = join(import.meta.dirname, '..', '..')

describe('Windows packages of the tests', () => {
  it('pins the native bridge in the version that the product uses', async () => {
    const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    expect(windowsModules.map((pinned) => pinned.version)).toEqual(windowsModules.map(() => dependencies.koffi))
  })

  it('pins what the lock file knows by the same digest', async () => {
    const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
    const locked = windowsModules.map((pinned) => packages[`node_modules/${pinned.name}`]?.integrity)
    expect(locked).toEqual(windowsModules.map((pinned) => pinned.integrity))
  })

  it('refuses an archive with another digest and leaves nothing behind', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'windows-packages-'))
    try {
      const fetchOther = async (_pinned: unknown, folder: string): Promise<string> => {
        await writeFile(join(folder, 'other.tgz'), 'something else')
        return join(folder, 'other.tgz')
      }
      await expect(fetchWindowsRuntime(cache, fetchOther)).rejects.toThrow('not the pinned one')
      expect(await readdir(cache)).toEqual([])
    } finally {
      await rm(cache, { recursive: true, force: true })
    }
  })
})
