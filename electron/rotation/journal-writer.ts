import type { VaultProblem } from '../vault/problem.ts'
import { canonicalJson } from './canonical-json.ts'
import { type EntryKind, type JournalEntry, lineOf, makeEntry, NO_PREVIOUS } from './journal-entry.ts'
import { codeOf, type JournalFile, type JournalFileSystem } from './journal-file-system.ts'
import type { HeadKeeper } from './journal-head.ts'

/**
 * What became of an entry.
 *
 * Written: it outlasts everything from here on. `head` tells of the keychain: `kept`, `without` where the journal was opened without one,
 * or the problem, and then nothing more is written before the head is kept. Not written: `onDisk` is `unknown` where only reading the
 * file again tells whether the entry is there; the journal takes nothing more until it was opened again.
 */
export type Appended =
  | { readonly ok: true; readonly sequence: number; readonly head: 'kept' | 'without' | { readonly problem: VaultProblem } }
  | { readonly ok: false; readonly onDisk: 'no' | 'unknown'; readonly reason: AppendFault; readonly code: string }
  | { readonly ok: false; readonly onDisk: 'no'; readonly reason: 'head-not-kept'; readonly problem: VaultProblem }

/**
 * `not-examined`, `not-written`, `not-synced`: the system refused, `code` says how. `file-gone`: another file or none has its name.
 * `file-changed`: somebody else wrote into it. `closed`: after a fault, or closed by its owner.
 */
export type AppendFault = 'not-examined' | 'not-written' | 'not-synced' | 'file-gone' | 'file-changed' | 'closed'

export interface WriterPorts {
  readonly files: JournalFileSystem
  /** null: there is no keychain to keep heads in */
  readonly heads: HeadKeeper | null
  readonly now: () => Date
}

/** Where the chain stands. */
export interface WriterStart {
  readonly id: string
  readonly path: string
  readonly file: JournalFile
  /** size of the file, in bytes */
  readonly size: number
  readonly last: JournalEntry
  readonly headIsKept: boolean
  /** what has to stand before the next entry where the journal was begun in an older version; null: nothing */
  readonly versionChange: unknown
}

/** One entry to come; it is asked for its kind when all before it are settled, and told when it is on disk. */
export interface Addition {
  readonly event: unknown
  kind(): EntryKind
  whenWritten(): void
}

/** Adds entries to the end of one journal, each after the one before has been settled. */
export interface JournalWriter {
  /** Throws before anything is written where the event is no JSON value, or too large. */
  append(addition: Addition): Promise<Appended>
  close(): Promise<void>
}

export function createJournalWriter(start: WriterStart, ports: WriterPorts): JournalWriter {
  const state: WriterState = { ...start, isOpen: true }
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = queue.then(work)
    queue = mine.catch(() => undefined)
    return mine
  }
  return {
    append: (addition) =>
      inTurn(async () => {
        if (state.versionChange !== null) {
          const changed = await write(state, ports, { event: state.versionChange, kind: () => 'version', whenWritten: () => undefined })
          if (!changed.ok) return changed
          state.versionChange = null
        }
        return await write(state, ports, addition)
      }),
    close: () => inTurn(() => close(state)),
  }
}

type WriterState = { -readonly [Key in keyof WriterStart]: WriterStart[Key] } & { isOpen: boolean }

async function write(state: WriterState, ports: WriterPorts, addition: Addition): Promise<Appended> {
  if (state.last.kind === 'end') throw new Error('nothing may follow the end of a journal')
  const entry = nextEntry(state.last, addition.kind(), addition.event, ports.now())
  const line = lineOf(entry)
  if (!state.isOpen) return { ok: false, onDisk: 'no', reason: 'closed', code: '' }
  const problem = await keepHead(state, ports.heads)
  if (problem !== null) return { ok: false, onDisk: 'no', reason: 'head-not-kept', problem }
  const fault = await writeThrough(state, ports.files, line)
  if (fault !== null) {
    await close(state)
    return { ok: false, ...fault }
  }
  state.last = entry
  addition.whenWritten()
  state.headIsKept = false
  const unkept = await keepHead(state, ports.heads)
  const head = unkept !== null ? { problem: unkept } : ports.heads === null ? 'without' : 'kept'
  return { ok: true, sequence: entry.sequence, head }
}

type Fault = { readonly onDisk: 'no' | 'unknown'; readonly reason: AppendFault; readonly code: string }

/** Null: the line is on disk, and the name of the journal still leads to it. */
async function writeThrough(state: WriterState, files: JournalFileSystem, line: Buffer): Promise<Fault | null> {
  const before = await foreignHand(state, files)
  if (before !== null) return { onDisk: 'no', ...before }
  const notWritten = await codeOfFailure(() => state.file.write(line))
  if (notWritten !== null) return { onDisk: 'unknown', reason: 'not-written', code: notWritten }
  const notSynced = await codeOfFailure(() => state.file.sync())
  if (notSynced !== null) return { onDisk: 'unknown', reason: 'not-synced', code: notSynced }
  state.size += line.byteLength
  const after = await foreignHand(state, files)
  return after === null ? null : { onDisk: 'unknown', ...after }
}

/** Null: the name still leads to our file, and nobody else wrote into it. */
async function foreignHand({ path, file, size }: WriterState, files: JournalFileSystem): Promise<Omit<Fault, 'onDisk'> | null> {
  try {
    const named = await files.identify(path)
    const own = await file.identity()
    if (named?.key !== own.key) return { reason: 'file-gone', code: '' }
    return own.size === size ? null : { reason: 'file-changed', code: '' }
  } catch (error) {
    return { reason: 'not-examined', code: codeOf(error) }
  }
}

/** Null: the keychain knows the last entry, or there is none to ask. */
async function keepHead(state: WriterState, heads: HeadKeeper | null): Promise<VaultProblem | null> {
  if (heads === null || state.headIsKept) return null
  const kept = await heads.write(state.id, state.last.sequence, state.last.hash)
  state.headIsKept = kept.ok
  return kept.ok ? null : kept.problem
}

async function close(state: WriterState): Promise<void> {
  if (!state.isOpen) return
  state.isOpen = false
  // Everything that counts was synced: a file that cannot be closed loses nothing.
  await codeOfFailure(() => state.file.close())
}

async function codeOfFailure(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    return codeOf(error)
  }
}

export function nextEntry(last: JournalEntry | null, kind: EntryKind, event: unknown, now: Date): JournalEntry {
  // The event passes through its text, so that what is hashed is what will be read.
  const content: unknown = JSON.parse(canonicalJson(event))
  return makeEntry({
    sequence: last === null ? 0 : last.sequence + 1,
    at: now.toISOString(),
    kind,
    event: content,
    previous: last?.hash ?? NO_PREVIOUS,
  })
}
