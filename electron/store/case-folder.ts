import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import { type Answers, emptyAnswers } from '#shared/formats/answers.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { type ReadResult, readAnswers, readCheckup, readProfile, readSnapshot } from '#shared/formats/reader.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { type CaseFile, newCaseFile, readCaseFile } from './case-file.ts'
import { digestOf, namesIn, readRecord, recordText, type Stored, setAsideIn } from './record-file.ts'
import { StoreRefusal } from './refusal.ts'

/** Everything of one case but its kept checkups. */
export interface StoredCase {
  readonly id: string
  readonly file: CaseFile
  readonly snapshot: Stored<Snapshot>
  readonly profile: Stored<Profile>
  readonly answers: Stored<Answers>
  /** paths of records of this case that were damaged */
  readonly setAside: readonly string[]
}

/** What a list shows of a case: all that is small. */
export type BriefCase = Pick<StoredCase, 'id' | 'file' | 'profile'>

/** Keeps the snapshot that was read last: it is large, and one case is worked on at a time. */
export interface SnapshotCache {
  last: { readonly key: string; readonly stored: Stored<Snapshot> } | null
}

const CHECKUP_FILE = /^([0-9a-f]{32})\.json$/

const valueIn =
  <Value>(read: (text: string) => ReadResult<Value>) =>
  (text: string): Value | null => {
    const result = read(text)
    return result.ok ? result.value : null
  }

/**
 * Reads a case under its lock; null: the folder holds none.
 *
 * A damaged record is set aside. Profile and answers are empty then, and the case says where they are; without its snapshot there is
 * no case to show.
 */
export async function readCase(folder: string, id: string, now: () => Date, cache: SnapshotCache): Promise<StoredCase | null> {
  const known = await readRecord(join(folder, 'case.json'), readCaseFile, now)
  const snapshot = await readSnapshotOf(folder, now, cache)
  if (known === null && snapshot === null) return null
  if (snapshot === null) throw new StoreRefusal('damaged', join(folder, 'snapshot.json'), '')
  const profile = await readRecord(join(folder, 'profile.json'), valueIn(readProfile), now)
  const answers = await readRecord(join(folder, 'answers.json'), valueIn(readAnswers), now)
  return {
    id,
    file: known?.value ?? (await rebuildCaseFile(folder, id, snapshot.value.collectedAt, now)),
    snapshot,
    profile: profile ?? absent('profile.json', emptyProfile),
    answers: answers ?? absent('answers.json', emptyAnswers),
    setAside: await damagedOf(folder),
  }
}

/** As `readCase`, without the large records: a snapshot that is there is taken to be whole. */
export async function readBrief(folder: string, id: string, now: () => Date): Promise<BriefCase | null> {
  const known = await readRecord(join(folder, 'case.json'), readCaseFile, now)
  const snapshot = await stat(join(folder, 'snapshot.json')).catch(() => null)
  if (known === null && snapshot === null) return null
  if (snapshot === null) throw new StoreRefusal('damaged', join(folder, 'snapshot.json'), '')
  const profile = await readRecord(join(folder, 'profile.json'), valueIn(readProfile), now)
  const at = snapshot.mtime.toISOString()
  return {
    id,
    file: known?.value ?? (await rebuildCaseFile(folder, id, at, now)),
    profile: profile ?? absent('profile.json', emptyProfile),
  }
}

function absent<Value>(name: string, value: Value): Stored<Value> {
  return { name, value, digest: digestOf(recordText(value)) }
}

async function readSnapshotOf(folder: string, now: () => Date, cache: SnapshotCache): Promise<Stored<Snapshot> | null> {
  const path = join(folder, 'snapshot.json')
  const found = await stat(path).catch(() => null)
  const key = found === null ? '' : [path, found.ino, found.size, found.mtimeMs].join('|')
  if (cache.last !== null && cache.last.key === key) return cache.last.stored
  const stored = await readRecord(path, valueIn(readSnapshot), now)
  if (stored !== null && key !== '') cache.last = { key, stored }
  return stored
}

/** What the folder itself still tells: the id begins with the source, and the kept checkups lie beside it. */
async function rebuildCaseFile(folder: string, id: string, at: string, now: () => Date): Promise<CaseFile> {
  const source = (['live', 'file', 'sample'] as const).find((each) => id.startsWith(`${each}-`)) ?? 'file'
  const checkups: CaseFile['checkups'] = []
  for (const name of await namesIn(join(folder, 'checkups'))) {
    const checkupId = CHECKUP_FILE.exec(name)?.[1]
    if (checkupId === undefined) continue
    const checkup = await readRecord(join(folder, 'checkups', name), valueIn(readCheckup), now)
    if (checkup !== null) checkups.push({ id: checkupId, at: checkup.value.evaluatedAt, grade: checkup.value.grade })
  }
  checkups.sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  return { ...newCaseFile(source, at), ...(source === 'sample' ? { sample: id.slice('sample-'.length) } : {}), checkups }
}

export async function readCheckupOf(folder: string, checkupId: string, now: () => Date) {
  return await readRecord(join(folder, 'checkups', `${checkupId}.json`), valueIn(readCheckup), now)
}

/** Paths of the damaged records of one case. */
export async function damagedOf(folder: string): Promise<readonly string[]> {
  return [...(await setAsideIn(folder)), ...(await setAsideIn(join(folder, 'checkups')))]
}
