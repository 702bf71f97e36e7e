import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { fetchWindowsRuntime } from '#build/wine/fetch.ts'
import { windowsModules } from '#build/wine/packages.ts'

const root = join(import.meta.dirname, '..', '..')

describe('Windows packages of the tests', () => {
  it('pins the native modules in the versions that the product uses', async () => {
    const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    const koffi = windowsModules.filter(({ name }) => name.includes('koffi'))
    expect(koffi.map((pinned) => pinned.version)).toEqual([dependencies.koffi, dependencies.koffi])
    const others = windowsModules.filter((pinned) => !koffi.includes(pinned))
    expect(others.map(({ name, folder = name, version }) => [folder, `npm:${name}@${version}`])).toEqual([['keytar', dependencies.keytar]])
  })

  it('pins what the lock file knows by the same digest', async () => {
    const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
    const locked = windowsModules.map((pinned) => packages[`node_modules/${pinned.folder ?? pinned.name}`]?.integrity)
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
