import { describe, expect, it } from 'vitest'

import { createFolders, MAX_ENTRIES } from '#electron/win32/folders.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { type StandIn, type StandInExports, standIn } from './stand-in.ts'

const SEARCH = 44n
const INVALID = 0xffffffffffffffffn
const DIRECTORY = 0x10
const REPARSE_POINT = 0x400
const SYMLINK = 0xa000000c
const JUNCTION = 0xa0000003

interface Row {
  readonly name: string
  readonly attributes?: number
  readonly tag?: number
}

function write(data: Buffer, { name, attributes = DIRECTORY, tag = 0 }: Row): number {
  const { dwFileAttributes, dwReserved0, cFileName } = layouts.WIN32_FIND_DATAW
  data.writeUInt32LE(attributes, dwFileAttributes)
  data.writeUInt32LE(tag, dwReserved0)
  data.write(`${name}\0`, cFileName, 'utf16le')
  return 1
}

/** Hands out the rows and then ends with `end`. */
function kernel(rows: (index: number) => Row | undefined, end = 18): { windows: StandIn; patterns: unknown[]; closed: unknown[] } {
  const patterns: unknown[] = []
  const closed: unknown[] = []
  let position = 0
  const windows = standIn((self) => {
    const take = (data: unknown): number => {
      const row = rows(position)
      position += 1
      if (row !== undefined) return write(data as Buffer, row)
      self.setLastError(end)
      return 0
    }
    const exports: StandInExports = {
      FindFirstFileW: (pattern, data) => {
        patterns.push(pattern)
        return take(data) === 1 ? SEARCH : INVALID
      },
      FindNextFileW: (_search, data) => take(data),
      FindClose: (search) => closed.push(search),
    }
    return { 'kernel32.dll': exports }
  })
  return { windows, patterns, closed }
}

describe('folders', () => {
  it('lists what lies in a folder with its kind, without the folder itself', () => {
    const rows: readonly Row[] = [
      { name: '.' },
      { name: '..' },
      { name: 'AnyDesk' },
      { name: 'Größe №1.txt', attributes: 0x20 },
      { name: 'Linked', attributes: DIRECTORY | REPARSE_POINT, tag: SYMLINK },
      { name: 'Mounted', attributes: DIRECTORY | REPARSE_POINT, tag: JUNCTION },
    ]
    const { windows, patterns, closed } = kernel((index) => rows[index])
    expect(createFolders(windows.native).entries('C:\\ProgramData', '*')).toEqual({
      ok: true,
      value: {
        entries: [
          { name: 'AnyDesk', isFolder: true, link: null },
          { name: 'Größe №1.txt', isFolder: false, link: null },
          { name: 'Linked', isFolder: true, link: 'other' },
          { name: 'Mounted', isFolder: true, link: 'mount-point' },
        ],
        cutShort: false,
      },
    })
    expect(patterns).toEqual(['C:\\ProgramData\\*'])
    expect(closed).toEqual([SEARCH])
  })

  it.each([
    { name: 'name', code: 2 },
    { name: 'folder', code: 3 },
    { name: 'entry', code: 18 },
    { name: 'folder but a file', code: 267 },
  ])('knows that there is no such $name (error $code)', ({ code }) => {
    const { windows, closed } = kernel(() => undefined, code)
    expect(createFolders(windows.native).entries('C:\\Gone', '*')).toEqual({ ok: true, value: { entries: [], cutShort: false } })
    expect(closed).toEqual([])
  })

  it('passes on a refusal with the right that is missing', () => {
    const { windows } = kernel(() => undefined, 5)
    expect(createFolders(windows.native).entries('C:\\Users\\other', '*')).toEqual({
      ok: false,
      failure: { function: 'FindFirstFileW', code: 5, subject: 'C:\\Users\\other', missingRight: 'FILE_LIST_DIRECTORY' },
    })
  })

  it('fails a listing that breaks off, instead of giving its beginning', () => {
    const { windows, closed } = kernel((index) => (index === 0 ? { name: 'A' } : undefined), 1117)
    expect(createFolders(windows.native).entries('C:\\A', '*')).toMatchObject({
      ok: false,
      failure: { function: 'FindNextFileW', code: 1117 },
    })
    expect(closed).toEqual([SEARCH])
  })

  it.each([
    { count: MAX_ENTRIES, cutShort: false },
    { count: MAX_ENTRIES + 1, cutShort: true },
  ])('looks at $count entries (cut short: $cutShort)', ({ count, cutShort }) => {
    const { windows } = kernel((index) => (index < count ? { name: `x${index}` } : undefined))
    expect(createFolders(windows.native).entries('C:\\Temp', '*')).toMatchObject({
      ok: true,
      value: { cutShort, entries: { length: MAX_ENTRIES } },
    })
  })

  it.each([
    { kind: 3, remote: false },
    { kind: 4, remote: true },
  ])('tells whether a drive is one of the network (kind $kind)', ({ kind, remote }) => {
    const asked: unknown[] = []
    const windows = standIn({
      'kernel32.dll': {
        GetDriveTypeW: (root) => {
          asked.push(root)
          return kind
        },
      },
    })
    expect(createFolders(windows.native).isOnNetworkDrive('H:\\Profiles\\joe')).toBe(remote)
    expect(asked).toEqual(['H:\\'])
  })
})
