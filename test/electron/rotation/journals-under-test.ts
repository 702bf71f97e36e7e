import { createHash } from 'node:crypto'
import { z } from 'zod'

import type { Journal } from '#electron/rotation/journal.ts'
import { type EntryKind, type JournalEntry, lineOf } from '#electron/rotation/journal-entry.ts'
import { realFileSystem } from '#electron/rotation/journal-file-system.ts'
import type { JournalFormat } from '#electron/rotation/journal-format.ts'
import type { HeadKeeper } from '#electron/rotation/journal-head.ts'
import { createJournalLocks } from '#electron/rotation/journal-locks.ts'
import { type JournalPlace, userPlace } from '#electron/rotation/journal-place.ts'
import { nextEntry } from '#electron/rotation/journal-writer.ts'
import { createJournals, type Journals, type JournalsPorts, type Opening } from '#electron/rotation/journals.ts'
import type { JournalHead } from '#electron/vault/journal-head.ts'
import type { VaultProblem } from '#electron/vault/problem.ts'
import type { FakeDisk } from './fake-disk.ts'

export interface Plan {
  readonly server: string
}

export interface Step {
  readonly type: string
  readonly text?: string | undefined
}

/** Rotations in the smallest: named steps, of which `over` is the last. */
export const stepFormat: JournalFormat<Plan, Step> = {
  version: 1,
  plan: z.looseObject({ server: z.string() }),
  event: z.looseObject({ type: z.string(), text: z.string().optional() }),
  isFinal: (_plan, events) => events.at(-1)?.type === 'over',
  migrations: new Map(),
}

export const PLAN: Plan = { server: 'Büro-Größe Ω ERP01' }
export const CLOCK = '2026-11-20T10:15:00.000Z'
export const ID = '0123456789abcdef0123456789abcdef'
export const NAME = `20261120T101500Z-${ID}.journal`

/** A keychain in memory; `problem` is what it answers instead of working. */
export interface FakeHeads extends HeadKeeper {
  readonly kept: Map<string, JournalHead>
  problem: VaultProblem | null
}

export function fakeHeads(): FakeHeads {
  const heads: FakeHeads = {
    kept: new Map(),
    problem: null,
    read: async (id) => (heads.problem === null ? { ok: true, value: heads.kept.get(id) ?? null } : { ok: false, problem: heads.problem }),
    write: async (id, sequence, hash) => {
      if (heads.problem !== null) return { ok: false, problem: heads.problem }
      heads.kept.set(id, { sequence, hash })
      return { ok: true, value: null }
    },
  }
  return heads
}

export interface UnderTest {
  readonly disk: FakeDisk
  readonly heads: FakeHeads
  readonly journals: Journals<Plan, Step>
  /** as another version or another process has them, on the same disk */
  with(ports: Partial<JournalsPorts<Plan, Step>>): Journals<Plan, Step>
}

/** Journals over a disk in memory. */
export function journalsOn(disk: FakeDisk, heads = fakeHeads()): UnderTest {
  const folder = '/journals'
  const ready = async () => ({ state: 'ready', folder }) as const
  const held = new Set<string>()
  const ports: JournalsPorts<Plan, Step> = {
    format: stepFormat,
    place: { examine: ready, prepare: ready },
    files: disk.files,
    locks: {
      take: async (path) => {
        if (held.has(path)) return null
        held.add(path)
        return {
          release: async () => {
            held.delete(path)
          },
        }
      },
    },
    heads,
    now: () => new Date(CLOCK),
    makeId: () => ID,
  }
  return { disk, heads, journals: createJournals(ports), with: (other) => createJournals({ ...ports, ...other }) }
}

/** Journals over real files below a folder. */
export function journalsIn(folder: string, heads: HeadKeeper = fakeHeads(), place: JournalPlace = userPlace(folder)): Journals<Plan, Step> {
  let count = 0
  return createJournals({
    format: stepFormat,
    place,
    files: realFileSystem(),
    locks: createJournalLocks(process.platform),
    heads,
    now: () => new Date(),
    makeId: () => {
      count += 1
      return createHash('sha256').update(`${process.pid} ${count} ${performance.now()}`).digest('hex').slice(0, 32)
    },
  })
}

/** The journal of an opening; an error tells what came instead. */
export function opened(opening: Opening<Plan, Step>): Journal<Plan, Step> {
  if (opening.state !== 'open') throw new Error(`not opened: ${JSON.stringify(opening)}`)
  return opening.journal
}

export function step(type: string, text?: string): Step {
  return text === undefined ? { type } : { type, text }
}

/** A chain made by hand: kind and event of each entry, after a plan of this version. */
export function chainOf(contents: readonly (readonly [EntryKind, unknown])[], version = 1): readonly JournalEntry[] {
  const entries: JournalEntry[] = []
  const plan = ['plan', { format: `erp-sync-checkup/rotation-journal@${version}`, id: ID, plan: PLAN }] as const
  for (const [kind, event] of [plan, ...contents]) entries.push(nextEntry(entries.at(-1) ?? null, kind, event, new Date(CLOCK)))
  return entries
}

export function bytesOf(entries: readonly JournalEntry[]): Buffer {
  return Buffer.concat(entries.map(lineOf))
}
