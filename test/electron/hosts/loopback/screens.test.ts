import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readScreens } from '#electron/hosts/loopback/screens.ts'

describe('screens', () => {
  let folder = ''
  const write = (path: string, text = path): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'screens-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('are every file of a kind that a page is made of, by its path with slashes', async () => {
    for (const path of [
      'index.html',
      'assets/app-4f9Kq2_x.js',
      'assets/deep/font-AbCdEfGh.woff2',
      'icon.svg',
      'assets/app-4f9Kq2_x.js.map',
      '.env',
    ])
      write(path)
    const screens = await readScreens(folder)
    expect(
      Object.fromEntries([...(screens ?? [])].map(([name, { type, isHashed, bytes }]) => [name, [type, isHashed, String(bytes)]])),
    ).toEqual({
      'assets/app-4f9Kq2_x.js': ['text/javascript; charset=utf-8', true, 'assets/app-4f9Kq2_x.js'],
      'assets/deep/font-AbCdEfGh.woff2': ['font/woff2', true, 'assets/deep/font-AbCdEfGh.woff2'],
      'icon.svg': ['image/svg+xml', false, 'icon.svg'],
      'index.html': ['text/html; charset=utf-8', false, 'index.html'],
    })
  })

  it.skipIf(process.platform === 'win32')('pass over links, which may lead anywhere', async () => {
    write('index.html')
    const outside = mkdtempSync(join(tmpdir(), 'outside-'))
    writeFileSync(join(outside, 'secret.html'), 'secret')
    symlinkSync(join(outside, 'secret.html'), join(folder, 'linked.html'))
    symlinkSync(outside, join(folder, 'linked'))
    expect([...((await readScreens(folder))?.keys() ?? [])]).toEqual(['index.html'])
    rmSync(outside, { recursive: true })
  })

  it('do not change once they were read', async () => {
    write('index.html', 'as it was')
    const screens = await readScreens(folder)
    write('index.html', 'as somebody wants it')
    expect(String(screens?.get('index.html')?.bytes)).toBe('as it was')
  })

  it.each([
    ['there is no folder', 'nowhere'],
    ['the folder is empty', '.'],
  ])('are not there where %s', async (_name, path) => {
    expect(await readScreens(join(folder, path))).toBeNull()
  })

  it('are not there without a start page', async () => {
    write('assets/index.html')
    expect(await readScreens(folder)).toBeNull()
  })
})
