import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { findSnapshots, isFolder } from '#electron/core/portfolio/find-snapshots.ts'

describe('findSnapshots', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'find-snapshots-'))
  })
  afterEach(() => {
    rmSync(root, { recursive: true, force: true })
  })

  function write(...names: readonly string[]): void {
    for (const name of names) {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), '{}')
    }
  }

  async function found(...names: readonly string[]) {
    const result = await findSnapshots(names.map((name) => join(root, name)))
    if (!result.ok) throw new Error(result.line)
    const shown = (path: string): string => relative(root, path).replaceAll('\\', '/')
    return {
      files: result.value.candidates.map(({ path }) => shown(path)),
      own: result.value.candidates.map(({ profile, answers }) => [profile, answers].map((path) => (path === null ? null : shown(path)))),
      named: result.value.candidates.map(({ isNamed }) => isNamed),
      unread: result.value.unread.map(({ file, reason }) => [shown(file), reason]),
    }
  }

  it('takes every .json of a folder and of the folders in it, by name', async () => {
    write('b.json', 'a/z.JSON', 'a/b/c.json', 'c.txt', 'a/notes.json.bak', 'B.json')
    expect((await found('.')).files).toEqual(['B.json', 'a/b/c.json', 'a/z.JSON', 'b.json'])
  })

  it('keeps the order of the arguments and takes a file once, however it is named', async () => {
    write('a/1.json', 'a/2.json', 'b.json')
    expect(await found('b.json', 'a/2.json', 'a', 'a/../b.json')).toMatchObject({
      files: ['b.json', 'a/2.json', 'a/1.json'],
      named: [true, true, false],
      unread: [],
    })
    expect(await found('a', 'a')).toMatchObject({ files: ['a/1.json', 'a/2.json'], unread: [] })
  })

  it.each([
    ['ERP01.json', 'ERP01.profile.json', 'ERP01.answers.json'],
    ['ERP01.snapshot.json', 'ERP01.profile.json', 'ERP01.answers.json'],
    ['snapshot.json', 'profile.json', 'answers.json'],
    ['two.parts.json', 'two.parts.profile.json', 'two.parts.answers.json'],
  ])('lets %s take %s and %s with it', async (snapshot, profile, answers) => {
    write(`a/${snapshot}`, `a/${profile}`, `a/${answers}`)
    const whole = { files: [`a/${snapshot}`], own: [[`a/${profile}`, `a/${answers}`]] }
    expect(await found('a')).toMatchObject(whole)
    expect(await found(`a/${snapshot}`)).toMatchObject(whole)
    expect(await found(`a/${answers}`, `a/${profile}`, `a/${snapshot}`)).toMatchObject(whole)
  })

  it('gives a snapshot nothing that is not its own', async () => {
    write('ERP01.json', 'ERP02.json', 'ERP02.profile.json', 'other/ERP01.answers.json', 'profile.json')
    expect(await found('.')).toMatchObject({
      files: ['ERP01.json', 'ERP02.json', 'other/ERP01.answers.json', 'profile.json'],
      own: [
        [null, null],
        ['ERP02.profile.json', null],
        [null, null],
        [null, null],
      ],
    })
  })

  it('leaves out what begins with a dot and goes into a folder whatever it is called', async () => {
    write('.hidden.json', '.git/a.json', 'x.json/inside.json')
    expect((await found('.')).files).toEqual(['x.json/inside.json'])
  })

  it('says of a folder without snapshots that it has none', async () => {
    write('empty/readme.txt', 'a.json')
    mkdirSync(join(root, 'void'))
    const reason = 'expected snapshots (*.json) in this folder, but there are none'
    expect(await found('empty', 'a.json', 'void')).toMatchObject({
      files: ['a.json'],
      unread: [
        ['empty', reason],
        ['void', reason],
      ],
    })
  })

  it('goes eight folders deep and says where it stops', async () => {
    const deep = (depth: number): string => Array.from({ length: depth }, (_, index) => `f${index + 1}`).join('/')
    write(`${deep(8)}/a.json`, `${deep(9)}/b.json`)
    expect(await found('.')).toMatchObject({
      files: [`${deep(8)}/a.json`],
      unread: [[deep(9), 'expected no more than 8 folders in each other']],
    })
  })

  it.skipIf(process.platform === 'win32')('follows a link to a file and none to a folder', async () => {
    write('a/real.json')
    symlinkSync('.', join(root, 'a', 'circle'))
    symlinkSync('.', join(root, 'a', 'circle.json'))
    symlinkSync('real.json', join(root, 'a', 'link.json'))
    symlinkSync('nowhere', join(root, 'a', 'dangling.json'))
    expect((await found('a')).files).toEqual(['a/dangling.json', 'a/link.json', 'a/real.json'])
  })

  it('takes what does not exist for a file: reading it says why not', async () => {
    expect(await found('none.json', 'none')).toMatchObject({
      files: ['none.json', 'none'],
      own: [
        [null, null],
        [null, null],
      ],
    })
    expect(await Promise.all([isFolder(root), isFolder(join(root, 'none'))])).toEqual([true, false])
  })
})
