import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { administratorsPlace } from '#electron/rotation/administrators-place.ts'
import { userPlace } from '#electron/rotation/journal-place.ts'
import type { FolderProtection, ProtectedFolders } from '#electron/win32/protected-folder.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'
import { journalsIn, PLAN } from './journals-under-test.ts'

const makeFolder = temporaryFolders()

/** Whatever the mask of this process takes away from new folders. */
function makeWritableByOthers(path: string): void {
  mkdirSync(path)
  chmodSync(path, 0o702)
}

describe("place of a user's journals", () => {
  it('is missing until it is prepared, and looking makes nothing', async () => {
    const data = join(makeFolder(), 'data')
    const place = userPlace(data)
    expect(await place.examine()).toEqual({ state: 'missing', folder: join(data, 'rotation') })
    expect(existsSync(data)).toBe(false)
    expect(await place.prepare()).toEqual({ state: 'ready', folder: join(data, 'rotation') })
    expect(await place.prepare()).toEqual({ state: 'ready', folder: join(data, 'rotation') })
    expect(await place.examine()).toEqual({ state: 'ready', folder: join(data, 'rotation') })
  })

  it.each([
    { name: 'others may look into', problem: 'open-to-others', put: (path: string) => mkdirSync(path, { mode: 0o750 }) },
    { name: 'others may write into', problem: 'open-to-others', put: makeWritableByOthers },
    { name: 'leads elsewhere', problem: 'link', put: (path: string, elsewhere: string) => symlinkSync(elsewhere, path) },
    { name: 'leads nowhere', problem: 'link', put: (path: string, elsewhere: string) => symlinkSync(join(elsewhere, 'none'), path) },
    { name: 'is a file', problem: 'no-folder', put: (path: string) => writeFileSync(path, '') },
  ])('is not used where what is there $name', async ({ problem, put }) => {
    const data = makeFolder()
    const folder = join(data, 'rotation')
    put(folder, makeFolder())
    for (const state of [await userPlace(data).examine(), await userPlace(data).prepare()]) {
      expect(state).toMatchObject({ state: 'refused', folder, problem })
    }
    const journals = journalsIn(data)
    const refusal = { kind: 'place', place: { state: 'refused', folder, problem } }
    expect(await journals.create(PLAN)).toMatchObject({ state: 'refused', refusal })
    expect(await journals.unfinished()).toMatchObject({ state: 'refused', refusal })
    expect(await journals.open('any')).toMatchObject({ state: 'refused', refusal })
  })

  it('holds no unfinished rotation where there is none', async () => {
    expect(await journalsIn(makeFolder()).unfinished()).toEqual({ state: 'listed', journals: [] })
  })
})

const ADMINISTRATORS = 'S-1-5-32-544'
const SYSTEM = 'S-1-5-18'
const USERS = 'S-1-5-32-545'
const UPPER = 'C:\\ProgramData\\ERP Checkup'
const LOWER = `${UPPER}\\Rotation`

const ours: FolderProtection = {
  owner: ADMINISTRATORS,
  isProtected: true,
  allowed: [SYSTEM, ADMINISTRATORS],
  unknownEntries: 0,
  isLink: false,
  isFolder: true,
}

/** Folders of a Windows by their path; what is made gets the protection that was asked for. */
function windowsWith(folders: Record<string, FolderProtection | number>, creating?: number) {
  const made: string[] = []
  const existing = (path: string): Win32Result<FolderProtection> => {
    const found = folders[path] ?? 2
    return typeof found === 'number' ? refused('CreateFileW', found, { subject: path }) : succeeded(found)
  }
  const native: ProtectedFolders = {
    programData: () => succeeded('C:\\ProgramData'),
    create: (path) => {
      if (creating !== undefined) return refused('CreateDirectoryW', creating, { subject: path })
      if (folders[path] !== undefined) return succeeded('exists')
      folders[path] = ours
      made.push(path)
      return succeeded('created')
    },
    protectionOf: existing,
  }
  return { place: administratorsPlace(native), made }
}

describe('place of the journals of a server', () => {
  it('is made where it is missing, both folders protected', async () => {
    const { place, made } = windowsWith({})
    expect(await place.examine()).toEqual({ state: 'missing', folder: LOWER })
    expect(made).toEqual([])
    expect(await place.prepare()).toEqual({ state: 'ready', folder: LOWER })
    expect(made).toEqual([UPPER, LOWER])
    expect(await place.examine()).toEqual({ state: 'ready', folder: LOWER })
  })

  it('may belong to the system, and let in the administrators alone', async () => {
    const { place } = windowsWith({ [UPPER]: { ...ours, owner: SYSTEM }, [LOWER]: { ...ours, allowed: [ADMINISTRATORS] } })
    expect(await place.prepare()).toEqual({ state: 'ready', folder: LOWER })
  })

  it.each<{ name: string; found: Partial<FolderProtection>; problem: string; detail?: string }>([
    { name: 'belongs to somebody else', found: { owner: 'S-1-5-21-1-2-3-1001' }, problem: 'owner', detail: 'S-1-5-21-1-2-3-1001' },
    { name: 'lets in users', found: { allowed: [SYSTEM, ADMINISTRATORS, USERS] }, problem: 'open-to-others', detail: USERS },
    { name: 'has no access list', found: { allowed: null }, problem: 'open-to-others' },
    { name: 'has an entry of an unknown kind', found: { unknownEntries: 1 }, problem: 'open-to-others' },
    { name: 'inherits', found: { isProtected: false }, problem: 'inheriting' },
    { name: 'leads elsewhere', found: { isLink: true }, problem: 'link' },
    { name: 'is a file', found: { isFolder: false }, problem: 'no-folder' },
  ])('is not used where either folder $name', async ({ found, problem, detail }) => {
    for (const path of [UPPER, LOWER]) {
      const { place, made } = windowsWith({ [UPPER]: ours, [path]: { ...ours, ...found } })
      const state = { state: 'refused', folder: LOWER, problem, ...(detail === undefined ? {} : { detail }) }
      expect(await place.examine()).toMatchObject(state)
      expect(await place.prepare()).toMatchObject(state)
      expect(made).toEqual([])
    }
  })

  it('is not shown to this process where Windows denies it: not the same as an empty one', async () => {
    const { place } = windowsWith({ [UPPER]: 5 })
    expect(await place.examine()).toEqual({
      state: 'refused',
      folder: LOWER,
      problem: 'denied',
      detail: `CreateFileW for ${UPPER} ended with error 5`,
    })
  })

  it.each([
    { code: 5, problem: 'denied' },
    { code: 1307, problem: 'failed' },
  ])('cannot be made where Windows refuses with $code', async ({ code, problem }) => {
    const { place } = windowsWith({}, code)
    expect(await place.prepare()).toMatchObject({ state: 'refused', folder: LOWER, problem })
  })
})
