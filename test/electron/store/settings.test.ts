import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storesIn } from './stores.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()
const isPosix = process.platform !== 'win32'

describe('createSettingsStore', () => {
  it('begins with the defaults and makes its folder for this user alone', async () => {
    const folder = join(makeFolder(), 'a', 'data')
    expect(await storesIn(folder).settings.read()).toEqual({ theme: 'system' })
    if (isPosix) expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('changes what is given and keeps the rest, for this user alone', async () => {
    const folder = makeFolder()
    const { settings } = storesIn(folder)
    await settings.change({ theme: 'dark', size: 2 })
    await storesIn(folder).settings.change({ size: 3, other: undefined })
    expect(await settings.read()).toEqual({ theme: 'dark', size: 3 })
    if (isPosix) expect(statSync(join(folder, 'settings.json')).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['cut short', '{"theme": "da'],
    ['empty', ''],
    ['a list', '[]'],
    ['no JSON at all', '\u0000\u0000'],
  ])('sets a file aside that is %s, keeps what it held, and goes on with the defaults', async (_name, text) => {
    const folder = makeFolder()
    writeFileSync(join(folder, 'settings.json'), text)
    const { settings } = storesIn(folder)
    expect(await settings.read()).toEqual({ theme: 'system' })
    await settings.change({ theme: 'light' })
    const [aside] = await settings.damaged()
    expect(aside).toBe(join(folder, 'settings.json.damaged-20261120T100000000Z'))
    expect(readFileSync(aside ?? '', 'utf8')).toBe(text)
    expect(await storesIn(folder).settings.read()).toEqual({ theme: 'light' })
  })

  it('takes away what a writer left in the middle', async () => {
    const folder = makeFolder()
    writeFileSync(join(folder, 'settings.json.tmp-1763632800abcdef'), '{"half')
    await storesIn(folder).settings.change({ theme: 'dark' })
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })

  it('never takes the name of what was set aside before', async () => {
    const folder = makeFolder()
    const { settings } = storesIn(folder)
    for (const text of ['one', 'two', 'three']) {
      writeFileSync(join(folder, 'settings.json'), text)
      await settings.read()
    }
    const aside = readdirSync(folder).filter((name) => name.includes('damaged'))
    expect(aside.map((name) => readFileSync(join(folder, name), 'utf8')).sort()).toEqual(['one', 'three', 'two'])
  })
})
