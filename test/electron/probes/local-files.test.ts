import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { listLocalFolder, readLocalFile } from '#electron/probes/local-files.ts'

describe('local files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-files-'))
  const file = join(folder, 'Größe.pol')
  writeFileSync(file, 'four')

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('are read up to the size that is allowed', async () => {
    expect(await readLocalFile(file, 4)).toEqual({ kind: 'read', bytes: Buffer.from('four') })
  })

  it('are refused beyond it', async () => {
    expect(await readLocalFile(file, 3)).toEqual({ kind: 'refused', reason: `${file} has 4 bytes, more than the 3 that are read` })
  })

  it.each([
    { name: 'nothing has the name', path: join(folder, 'none') },
    { name: 'a folder on the way is none', path: join(folder, 'none', 'file') },
    { name: 'a folder on the way is a file', path: join(file, 'file') },
  ])('are absent where $name', async ({ path }) => {
    expect(await readLocalFile(path, 4)).toBeNull()
    expect(await listLocalFolder(path)).toBeNull()
  })

  it('are refused, and not absent, where the path is a folder', async () => {
    expect(await readLocalFile(folder, 1_000_000)).toEqual({ kind: 'refused', reason: `${folder} could not be read: EISDIR` })
  })

  it('are listed', async () => {
    expect(await listLocalFolder(folder)).toEqual({ kind: 'listed', names: ['Größe.pol'] })
  })

  it('does not hide a fault of this program', async () => {
    await expect(readLocalFile(undefined as unknown as string, 4)).rejects.toThrow(TypeError)
  })
})
