import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'

import type { UnreadFile } from '#shared/report/portfolio/row.ts'
import { done, type Outcome, oneLine } from '../outcome.ts'
import { systemErrorCode } from '../read-file.ts'
import { companionsOf } from './companions.ts'
import type { Job } from './messages.ts'

/** Customers, servers and years make three; a folder far deeper is a drive that was named by mistake. */
const DEEPEST = 8

/** A list of so many names still fits in little memory; a folder with more was named by mistake. */
const MOST_FILES = 100_000

/** A file that may be a snapshot. */
export interface Candidate extends Job {
  /** the folder that was named, where it was found in one */
  readonly folder: string | null
}

/** What the arguments come to, in their order. */
export interface Found {
  readonly candidates: readonly Candidate[]
  /** folders that gave nothing or could not be read */
  readonly unread: readonly UnreadFile[]
}

interface Walk {
  readonly candidates: Candidate[]
  readonly unread: UnreadFile[]
}

/**
 * The snapshots that files and folders stand for.
 *
 * A folder stands for every `*.json` in it and below it, in the order of their names; what begins with a dot is left out, and a link to
 * a folder is not followed, so that no circle has no end. A profile and answers that belong to a snapshot go with it. A file that is
 * named twice counts once. Refused is only what cannot be meant: more files than anybody has servers.
 */
export async function findSnapshots(paths: readonly string[]): Promise<Outcome<Found>> {
  const walk: Walk = { candidates: [], unread: [] }
  for (const path of paths) {
    const before = walk.candidates.length + walk.unread.length
    if (!(await isFolder(path))) await add(walk, path, null, await companionsOnDisk(path))
    else if (!(await addFolder(walk, path, path, 0)))
      return { ok: false, line: `${oneLine(path)}: expected no more than ${MOST_FILES} files` }
    if (walk.candidates.length + walk.unread.length === before) walk.unread.push({ kind: 'unread', file: path, reason: NOTHING_IN_IT })
  }
  return done({ candidates: withoutCompanions(onceEach(walk.candidates)), unread: walk.unread })
}

export const NOTHING_IN_IT = 'expected snapshots (*.json) in this folder, but there are none'

/** False for whatever cannot be asked: reading it as a file then says why. */
export async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

/** False: there are too many. */
async function addFolder(walk: Walk, named: string, folder: string, depth: number): Promise<boolean> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    walk.unread.push({ kind: 'unread', file: folder, reason: reasonNotListed(error) })
    return true
  }
  const names = new Set(entries.map(({ name }) => name))
  entries.sort((one, other) => (one.name < other.name ? -1 : 1))
  for (const entry of entries.filter(({ name }) => !name.startsWith('.'))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (depth === DEEPEST)
        walk.unread.push({ kind: 'unread', file: path, reason: `expected no more than ${DEEPEST} folders in each other` })
      else if (!(await addFolder(walk, named, path, depth + 1))) return false
    } else if (/\.json$/i.test(entry.name) && !(entry.isSymbolicLink() && (await isFolder(path)))) {
      await add(walk, path, named, companionsAmong(path, names))
    }
    if (walk.candidates.length > MOST_FILES) return false
  }
  return true
}

async function add(walk: Walk, path: string, folder: string | null, companions: OwnFiles): Promise<void> {
  const sizeBytes = await stat(path).then(
    ({ size }) => size,
    () => 0,
  )
  walk.candidates.push({ path, ...companions, isNamed: folder === null, folder, sizeBytes })
}

type OwnFiles = Pick<Job, 'profile' | 'answers'>

function companionsAmong(path: string, names: ReadonlySet<string>): OwnFiles {
  const { profile, answers } = companionsOf(path)
  return { profile: names.has(basename(profile)) ? profile : null, answers: names.has(basename(answers)) ? answers : null }
}

async function companionsOnDisk(path: string): Promise<OwnFiles> {
  const { profile, answers } = companionsOf(path)
  return { profile: (await exists(profile)) ? profile : null, answers: (await exists(answers)) ? answers : null }
}

/** What cannot be asked may be there: reading it then says why it cannot be read. */
async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === null) throw error
    return code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'ENAMETOOLONG'
  }
}

function reasonNotListed(error: unknown): string {
  const code = systemErrorCode(error)
  if (code === null) throw error
  if (code === 'EACCES' || code === 'EPERM') return 'expected a folder that you may read, but access is denied'
  return `expected a folder that can be read, but the system says ${code}`
}

function onceEach(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  return candidates.filter(({ path }) => {
    const whole = resolve(path)
    if (seen.has(whole)) return false
    seen.add(whole)
    return true
  })
}

/** `*.json` of a shell names the profiles and answers as well: those that a snapshot takes with it have no row of their own. */
function withoutCompanions(candidates: readonly Candidate[]): Candidate[] {
  const taken = new Set(candidates.flatMap(({ profile, answers }) => [profile ?? [], answers ?? []].flat().map((path) => resolve(path))))
  return candidates.filter(({ path }) => !taken.has(resolve(path)))
}
