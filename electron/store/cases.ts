import { randomBytes } from 'node:crypto'
import { access, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { Answers } from '#shared/formats/answers.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import { type CaseFile, newCaseFile } from './case-file.ts'
import { type BriefCase, damagedOf, readBrief, readCase, readCheckupOf, type SnapshotCache, type StoredCase } from './case-folder.ts'
import type { FolderLocks, HeldLock } from './folder-locks.ts'
import { makeFolder, namesIn, recordText, removeLeftOvers, type SaveFile, writeRecord } from './record-file.ts'
import { refuse } from './refusal.ts'

/** What a change writes; what is absent stays. */
export interface CaseChange {
  /** the text of the file, byte for byte */
  readonly snapshotText?: string
  readonly profile?: Profile
  readonly answers?: Answers
  readonly file?: Partial<CaseFile>
}

export interface NewCase extends Required<Pick<CaseChange, 'snapshotText' | 'profile' | 'answers'>> {
  readonly source: CaseFile['source']
  readonly sample?: string
}

/** Cases as folders of whole files; every method may throw StoreRefusal. Ids are checked by the contract. */
export interface CaseStore {
  ids(): Promise<readonly string[]>
  /** null: there is no such case */
  read(id: string): Promise<StoredCase | null>
  /** the same without what is large */
  brief(id: string): Promise<BriefCase | null>
  /** false: there is one already, and it stays as it is */
  create(id: string, made: NewCase): Promise<boolean>
  /** reads, decides and writes under one lock; a decision of null changes nothing */
  change(id: string, decide: (current: StoredCase) => Promise<CaseChange | null>): Promise<StoredCase | null>
  /** writes down what a case came to, unless it has been changed since */
  noteSummary(id: string, changedAt: string, summary: NonNullable<CaseFile['summary']>): Promise<void>
  keepCheckup(id: string, checkup: Checkup): Promise<StoredCase | null>
  /** null: there is none, or it was damaged and is set aside */
  checkup(id: string, checkupId: string): Promise<Checkup | null>
  snapshotBytes(id: string): Promise<Uint8Array | null>
  /** false: there was none */
  remove(id: string): Promise<boolean>
  /** paths of everything that was damaged and set aside */
  damaged(): Promise<readonly string[]>
}

export interface CaseStorePorts {
  /** the data folder */
  readonly folder: string
  readonly locks: FolderLocks
  readonly saveFile: SaveFile
  readonly now: () => Date
}

const CASE_ID = /^[a-z0-9-]{1,64}$/

/** Folders of cases that were never finished, or not removed to the end. */
const UNFINISHED = /^\.(?:new|removed)-/

export function createCaseStore(ports: CaseStorePorts): CaseStore {
  const root = join(ports.folder, 'cases')
  const cache: SnapshotCache = { last: null }
  const folderOf = (id: string): string => join(root, id)
  const exists = (folder: string): Promise<boolean> =>
    access(folder).then(
      () => true,
      () => false,
    )
  const within = async <Result>(id: string, work: (lock: HeldLock) => Promise<Result | null>): Promise<Result | null> => {
    const folder = folderOf(id)
    if (!(await exists(folder))) return null
    return await ports.locks.alone(folder, work)
  }
  const load = (id: string): Promise<StoredCase | null> => readCase(folderOf(id), id, ports.now, cache)
  const write = async (current: StoredCase, change: CaseChange, lock: HeldLock): Promise<StoredCase | null> => {
    await removeLeftOvers(folderOf(current.id))
    await writeCase(folderOf(current.id), { ...change, file: { ...current.file, ...change.file } }, lock, ports.saveFile)
    return await load(current.id)
  }
  const ids = async (): Promise<readonly string[]> => (await namesIn(root)).filter((name) => CASE_ID.test(name)).toSorted()
  return {
    ids,
    read: (id) => within(id, () => load(id)),
    brief: (id) => within(id, () => readBrief(folderOf(id), id, ports.now)),
    create: (id, made) => createCase(root, id, made, ports),
    change: (id, decide) =>
      within(id, async (lock) => {
        const current = await load(id)
        if (current === null) return null
        const change = await decide(current)
        if (change === null) return current
        const changedAt = ports.now().toISOString()
        return await write(current, { ...change, file: { changedAt, summary: undefined, ...change.file } }, lock)
      }),
    noteSummary: async (id, changedAt, summary) => {
      await within(id, async (lock) => {
        const current = await load(id)
        return current === null || current.file.changedAt !== changedAt ? null : await write(current, { file: { summary } }, lock)
      })
    },
    keepCheckup: (id, checkup) =>
      within(id, async (lock) => {
        const current = await load(id)
        if (current === null) return null
        const folder = join(folderOf(id), 'checkups')
        await makeFolder(folder)
        await removeLeftOvers(folder)
        await writeRecord(join(folder, `${checkup.id}.json`), recordText(checkup), lock, ports.saveFile)
        const others = current.file.checkups.filter((kept) => kept.id !== checkup.id)
        const checkups = [...others, { id: checkup.id, at: checkup.evaluatedAt, grade: checkup.grade }]
        return await write(current, { file: { checkups, changedAt: ports.now().toISOString(), summary: undefined } }, lock)
      }),
    checkup: (id, checkupId) =>
      within(id, async () => {
        const current = await load(id)
        // SECURITY: the id becomes a file name only where the case itself lists it.
        const known = current?.file.checkups.some((kept) => kept.id === checkupId) === true
        return known ? ((await readCheckupOf(folderOf(id), checkupId, ports.now))?.value ?? null) : null
      }),
    snapshotBytes: (id) =>
      within(id, async () => {
        const path = join(folderOf(id), 'snapshot.json')
        return await readFile(path).catch((error: unknown) => refuse('not-read', path, error))
      }),
    remove: (id) => removeCase(root, id, within, ports),
    damaged: async () => {
      const found = await Promise.all((await ids()).map((id) => damagedOf(folderOf(id))))
      return found.flat()
    },
  }
}

/** What the case file tells comes last: until it is there, the old one still fits what it says. */
async function writeCase(folder: string, change: CaseChange, lock: HeldLock, saveFile: SaveFile): Promise<void> {
  const { snapshotText, profile, answers, file } = change
  if (snapshotText !== undefined) await writeRecord(join(folder, 'snapshot.json'), snapshotText, lock, saveFile)
  if (profile !== undefined) await writeRecord(join(folder, 'profile.json'), recordText(profile), lock, saveFile)
  if (answers !== undefined) await writeRecord(join(folder, 'answers.json'), recordText(answers), lock, saveFile)
  if (file !== undefined) await writeRecord(join(folder, 'case.json'), recordText(file), lock, saveFile)
}

/** A new case is made under another name and gets its own last, so that there is no half of one. */
async function createCase(root: string, id: string, made: NewCase, ports: CaseStorePorts): Promise<boolean> {
  await makeFolder(root)
  return await ports.locks.alone(root, async (lock) => {
    await removeUnfinished(root)
    const names = await namesIn(root)
    if (names.includes(id)) return false
    const folder = join(root, `.new-${id}-${randomBytes(6).toString('hex')}`)
    await makeFolder(folder)
    const { source, sample, ...records } = made
    const file = { ...newCaseFile(source, ports.now().toISOString()), ...(sample === undefined ? {} : { sample }) }
    await writeCase(folder, { ...records, file }, lock, ports.saveFile)
    await rename(folder, join(root, id)).catch((error: unknown) => refuse('not-written', join(root, id), error))
    return true
  })
}

type Within = <Result>(id: string, work: (lock: HeldLock) => Promise<Result | null>) => Promise<Result | null>

async function removeCase(root: string, id: string, within: Within, ports: CaseStorePorts): Promise<boolean> {
  await makeFolder(root)
  return await ports.locks.alone(root, async () => {
    const gone = await within(id, async () => {
      const aside = join(root, `.removed-${id}-${randomBytes(6).toString('hex')}`)
      await rename(join(root, id), aside).catch((error: unknown) => refuse('not-written', join(root, id), error))
      return aside
    })
    await removeUnfinished(root)
    return gone !== null
  })
}

/** Only under the lock of the root: whoever makes or removes a case has it. */
async function removeUnfinished(root: string): Promise<void> {
  for (const name of await namesIn(root)) {
    if (UNFINISHED.test(name)) await rm(join(root, name), { recursive: true, force: true })
  }
}
