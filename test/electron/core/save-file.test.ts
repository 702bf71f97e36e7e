import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveFile } from '#electron/core/save-file.ts'

const isPosix = process.platform !== 'win32'

describe('saveFile', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'save-file-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const save = (path: string, text = 'new') => saveFile(path, Buffer.from(text), () => null)

  it('writes a file for the user alone and leaves nothing beside it', async () => {
    const path = join(folder, 'a.json')
    expect(await save(path)).toEqual({ ok: true, value: path })
    expect(readFileSync(path, 'utf8')).toBe('new')
    if (isPosix) expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  it('replaces a file whole, whatever its permissions were', async () => {
    const path = join(folder, 'a.json')
    writeFileSync(path, 'old and longer')
    chmodSync(path, 0o644)
    expect(await save(path)).toMatchObject({ ok: true })
    expect(readFileSync(path, 'utf8')).toBe('new')
    if (isPosix) expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('reads back what it wrote and keeps the old file where that is not understood', async () => {
    const path = join(folder, 'a.json')
    writeFileSync(path, 'old')
    const seen: string[] = []
    const saving = saveFile(path, Buffer.from('new'), (written) => {
      seen.push(written.toString())
      return '$: expected otherwise'
    })
    await expect(saving).rejects.toThrow('what was written is no such file')
    expect(seen).toEqual(['new'])
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a.json'])
  })

  it.runIf(isPosix)('writes through a link and keeps it one', async () => {
    writeFileSync(join(folder, 'target'), 'old')
    symlinkSync('target', join(folder, 'link'))
    expect(await save(join(folder, 'link'))).toMatchObject({ ok: true })
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('new')
  })

  it('refuses a folder, a folder that is not there and a name without a file', async () => {
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'file'), '')
    expect(await save(join(folder, 'sub'))).toEqual({ ok: false, line: `${folder}/sub: expected a file name, but this is a folder` })
    expect(await save(`${folder}/new/`)).toEqual({ ok: false, line: `${folder}/new/: expected a file name, but this is a folder` })
    expect(await save(join(folder, 'none', 'a'))).toEqual({
      ok: false,
      line: `${folder}/none/a: expected a folder that exists: make it first`,
    })
    expect(await save(join(folder, 'file', 'a'))).toEqual({
      ok: false,
      line: `${folder}/file/a: expected a folder that exists, but a part of its path is no folder`,
    })
    expect(await save('')).toEqual({ ok: false, line: '"": expected a file name, but this is a folder' })
    expect(await save(join(folder, 'n'.repeat(300)))).toMatchObject({ ok: false, line: expect.stringContaining('a shorter file name') })
    expect(readdirSync(folder).sort()).toEqual(['file', 'sub'])
  })

  it.runIf(isPosix)('leaves devices and links to nothing alone', async () => {
    symlinkSync('nowhere', join(folder, 'dangling'))
    expect(await save('/dev/null')).toEqual({ ok: false, line: '/dev/null: expected a regular file, but this is a device or a pipe' })
    expect(await save(join(folder, 'dangling'))).toEqual({
      ok: false,
      line: `${folder}/dangling: expected a file, but this link leads nowhere`,
    })
  })
})
