import { join } from 'node:path'

import { createJournal, type Journal, openingEvent, versionChangeOf } from './journal.ts'
import { type Assessment, assess, type ReadOnlyReason, type Refusal } from './journal-assessment.ts'
import type { ChainEnd } from './journal-chain.ts'
import { type JournalEntry, lineOf } from './journal-entry.ts'
import { codeOf, type JournalFile, type JournalFileSystem } from './journal-file-system.ts'
import {
  createJournalFile,
  isJournalName,
  journalName,
  journalNames,
  type ReadJournal,
  readJournalFile,
  setTornAside,
} from './journal-folder.ts'
import type { JournalFormat } from './journal-format.ts'
import { compareHead, type HeadKeeper } from './journal-head.ts'
import type { JournalLock, JournalLocks } from './journal-locks.ts'
import type { JournalPlace } from './journal-place.ts'
import { createJournalWriter, nextEntry } from './journal-writer.ts'

/** For looking at: every entry that follows from the one before, as it was written. */
export interface JournalView {
  readonly name: string
  readonly entries: readonly JournalEntry[]
  readonly end: ChainEnd
}

export type Refused = { readonly state: 'refused'; readonly refusal: Refusal }

export type Opening<Plan, Event> =
  | { readonly state: 'open'; readonly journal: Journal<Plan, Event> }
  | { readonly state: 'read-only'; readonly reason: ReadOnlyReason; readonly view: JournalView }
  | Refused

export type Viewing = { readonly state: 'viewed'; readonly view: JournalView } | Refused

/** A rotation that was interrupted, or of which nobody can tell. */
export interface UnfinishedJournal {
  readonly name: string
  /** UTC; null: not even its plan can be read */
  readonly startedAt: string | null
  readonly lastAt: string | null
  /** why it cannot be continued; null: it looks as if it could */
  readonly obstacle: ReadOnlyReason | Refusal | null
}

export type Listing = { readonly state: 'listed'; readonly journals: readonly UnfinishedJournal[] } | Refused

export interface JournalsPorts<Plan, Event> {
  readonly format: JournalFormat<Plan, Event>
  readonly place: JournalPlace
  readonly files: JournalFileSystem
  readonly locks: JournalLocks
  readonly heads: HeadKeeper
  readonly now: () => Date
  /** 32 random hexadecimal digits */
  readonly makeId: () => string
}

/** The journals of this server: one file for each rotation, to which lines are only ever added. */
export interface Journals<Plan, Event> {
  /** Begins a rotation. A refusal `not-written` may leave a journal that `unfinished` lists. */
  create(plan: Plan): Promise<Opening<Plan, Event>>
  /** Opens for continuing, after the whole chain was verified. */
  open(name: string): Promise<Opening<Plan, Event>>
  /** Changes nothing, also while somebody else has it open. */
  view(name: string): Promise<Viewing>
  /** Oldest first. */
  unfinished(): Promise<Listing>
}

export function createJournals<Plan, Event>(ports: JournalsPorts<Plan, Event>): Journals<Plan, Event> {
  const { format, place, files, locks, now } = ports
  const alone = async (path: string, work: (lock: JournalLock) => Promise<Opening<Plan, Event>>): Promise<Opening<Plan, Event>> => {
    const lock = await locks.take(path).catch((error: unknown) => codeOf(error))
    if (lock === null) return refused({ kind: 'in-use' })
    if (typeof lock === 'string') return refused({ kind: lock === 'ENOENT' ? 'not-there' : 'not-written', code: lock })
    let isHeld = false
    try {
      const opening = await work(lock)
      isHeld = opening.state === 'open'
      return opening
    } finally {
      if (!isHeld) await lock.release()
    }
  }
  return {
    create: async (plan) => {
      const id = ports.makeId()
      const first = nextEntry(null, 'plan', openingEvent(id, plan, format), now())
      const ready = await place.prepare()
      if (ready.state !== 'ready') return refused({ kind: 'place', place: ready })
      const name = journalName(id, new Date(first.at))
      return await alone(join(ready.folder, name), async (lock) => {
        try {
          await createJournalFile(files, ready.folder, name, first)
        } catch (error) {
          return refused({ kind: 'not-written', code: codeOf(error) })
        }
        // The file is one entry ahead of what the keychain knows: none. So the head is there before the journal is opened.
        await ports.heads.write(id, first.sequence, first.hash)
        return await openLocked(ports, ready.folder, name, lock)
      })
    },
    open: async (name) => {
      const ready = await place.examine()
      if (ready.state !== 'ready') return refused(ready.state === 'missing' ? { kind: 'not-there' } : { kind: 'place', place: ready })
      if (!isJournalName(name)) return refused({ kind: 'not-there' })
      const path = join(ready.folder, name)
      // Looked at first, so that no lock is made for what is not there.
      const found = await files.identify(path).catch((error: unknown) => codeOf(error))
      if (found === null) return refused({ kind: 'not-there' })
      if (typeof found === 'string') return refused({ kind: 'not-read', code: found })
      return await alone(path, (lock) => openLocked(ports, ready.folder, name, lock))
    },
    view: async (name) => {
      const ready = await place.examine()
      if (ready.state === 'refused') return refused({ kind: 'place', place: ready })
      if (ready.state === 'missing' || !isJournalName(name)) return refused({ kind: 'not-there' })
      const read = await readOne(files, join(ready.folder, name))
      return 'kind' in read ? refused(read) : { state: 'viewed', view: viewOf(name, read) }
    },
    unfinished: async () => {
      const ready = await place.examine()
      if (ready.state === 'refused') return refused({ kind: 'place', place: ready })
      const names = ready.state === 'missing' ? [] : await journalNames(files, ready.folder).catch((error: unknown) => codeOf(error))
      if (typeof names === 'string') return refused({ kind: 'not-read', code: names })
      const journals: UnfinishedJournal[] = []
      for (const name of names) {
        const listed = listedAs(name, await readOne(files, join(ready.folder, name)), format)
        if (listed !== null) journals.push(listed)
      }
      return { state: 'listed', journals }
    },
  }
}

function refused(refusal: Refusal): Refused {
  return { state: 'refused', refusal }
}

function viewOf(name: string, { chain }: ReadJournal): JournalView {
  return { name, entries: chain.entries, end: chain.end }
}

async function readOne(files: JournalFileSystem, path: string): Promise<ReadJournal | Refusal> {
  try {
    return await readJournalFile(files, path)
  } catch (error) {
    const code = codeOf(error)
    return code === 'ENOENT' ? { kind: 'not-there' } : { kind: 'not-read', code }
  }
}

/** Null: it is finished, or was taken away meanwhile. */
function listedAs(name: string, read: ReadJournal | Refusal, format: JournalFormat<unknown, unknown>): UnfinishedJournal | null {
  if ('kind' in read) return read.kind === 'not-there' ? null : { name, startedAt: null, lastAt: null, obstacle: read }
  const { entries, end } = read.chain
  const last = entries.at(-1)
  if (last?.kind === 'end' && end.state === 'whole') return null
  return { name, startedAt: entries[0]?.at ?? null, lastAt: last?.at ?? null, obstacle: obstacleIn(assess(name, read, format)) }
}

function obstacleIn(assessment: Assessment<unknown, unknown>): ReadOnlyReason | Refusal | null {
  if (assessment.state === 'usable') return null
  return assessment.state === 'read-only' ? assessment.reason : assessment.refusal
}

async function openLocked<Plan, Event>(
  ports: JournalsPorts<Plan, Event>,
  folder: string,
  name: string,
  lock: JournalLock,
): Promise<Opening<Plan, Event>> {
  const { files, format, heads, now } = ports
  const path = join(folder, name)
  const read = await readOne(files, path)
  if ('kind' in read) return refused(read)
  const readOnly = (reason: ReadOnlyReason): Opening<Plan, Event> => ({ state: 'read-only', reason, view: viewOf(name, read) })
  const assessed = assess(name, read, format)
  if (assessed.state === 'refused') return assessed
  if (assessed.state === 'read-only') return readOnly(assessed.reason)
  const { content, version, last } = assessed
  const head = await heads.read(content.id)
  const proof = compareHead(read.chain.entries, head)
  if (proof.state === 'disproven') return readOnly({ kind: 'disproven', ...withoutState(proof) })
  if (content.isFinished) return readOnly({ kind: 'finished' })
  const claimed = await claimFile(ports, folder, name, read, last)
  if ('kind' in claimed) return refused(claimed)
  const { file, size, setAside } = claimed
  // Only what an interruption left is made good here: of a history that is not proven, the first entry of our own becomes the head.
  const isAhead = proof.state === 'proven' && head.ok && head.value?.sequence !== last.sequence
  const headIsKept = !isAhead || (await heads.write(content.id, last.sequence, last.hash)).ok
  const writer = createJournalWriter(
    { id: content.id, path, file: closingWith(file, lock), size, last, headIsKept, versionChange: versionChangeOf(version, format) },
    { files, heads: head.ok ? heads : null, now },
  )
  return { state: 'open', journal: createJournal({ name, content, proof, setAside }, format, writer) }
}

interface Claimed {
  readonly file: JournalFile
  readonly size: number
  readonly setAside: string | null
}

/** Makes sure of what was read – a process that was killed may have left its last entry in memory alone – and opens the file for more. */
async function claimFile<Plan, Event>(
  { files, now }: JournalsPorts<Plan, Event>,
  folder: string,
  name: string,
  { bytes, chain: { end } }: ReadJournal,
  last: JournalEntry,
): Promise<Claimed | Refusal> {
  const path = join(folder, name)
  const size = end.state === 'torn' ? end.offset : bytes.byteLength
  try {
    const setAside = end.state === 'torn' ? await setTornAside(files, folder, name, bytes, size, now()) : null
    const line = lineOf(last)
    await files.rewrite(path, size - line.byteLength, line)
    await files.flushFolder(folder)
    const file = await files.open(path)
    if ((await file.identity()).size === size) return { file, size, setAside }
    await file.close()
    return { kind: 'changed' }
  } catch (error) {
    return { kind: 'not-written', code: codeOf(error) }
  }
}

function withoutState<Value extends { readonly state: unknown }>({ state: _state, ...rest }: Value): Omit<Value, 'state'> {
  return rest
}

/** Whoever closes the file, also after a fault, lets the next one have the journal. */
function closingWith(file: JournalFile, lock: JournalLock): JournalFile {
  return {
    ...file,
    close: async () => {
      try {
        await file.close()
      } finally {
        await lock.release()
      }
    },
  }
}
