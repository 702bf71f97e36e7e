import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import type { RotationEvent } from '#shared/rotation/events.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { replay } from '#shared/rotation/replay.ts'
import { type Conductor, createConductor, type Turn } from '../../rotation/conductor.ts'
import type { Journal } from '../../rotation/journal.ts'
import type { ReadOnlyReason, Refusal } from '../../rotation/journal-assessment.ts'
import { realFileSystem } from '../../rotation/journal-file-system.ts'
import { isJournalName } from '../../rotation/journal-folder.ts'
import { understand } from '../../rotation/journal-format.ts'
import { createJournalLocks } from '../../rotation/journal-locks.ts'
import { userPlace } from '../../rotation/journal-place.ts'
import { createJournals, type Journals, type Opening, type UnfinishedJournal } from '../../rotation/journals.ts'
import { createRehearsalHands, type WorldStore } from '../../rotation/rehearsal/hands.ts'
import { rotationWorld, textOfWorld, worldIn } from '../../rotation/rehearsal/world.ts'
import { rotationFormat } from '../../rotation/rotation-format.ts'
import { saveFile } from '../save-file.ts'

export interface RunPorts {
  readonly dataFolder: string
  readonly platform: NodeJS.Platform
  readonly now: () => Date
  readonly noteFault: (error: unknown) => void
  /** how long each act of a rehearsal takes, in milliseconds: long enough to be followed */
  readonly paceMs: number
}

/** What a journal holds, whether or not it can be continued. */
export interface RunRecord {
  readonly run: string
  readonly plan: RotationPlan
  readonly events: readonly RotationEvent[]
  readonly startedAt: string
}

/** A run that this program goes on with. */
export interface OpenRun {
  readonly run: string
  readonly startedAt: string
  readonly conductor: Conductor
}

/** `world`: the server of a rehearsal is damaged. `replay`: the entry with this index cannot have happened. */
export type Obstacle = ReadOnlyReason | Refusal | { readonly kind: 'world' } | { readonly kind: 'replay'; readonly index: number }

export type OpenedRun =
  | { readonly kind: 'open'; readonly run: OpenRun; readonly turn: Turn | null }
  | { readonly kind: 'record'; readonly record: RunRecord }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }

/** The password changes of this user's rehearsals: their journals, and those that are open now. */
export interface Runs {
  list(): Promise<{ readonly journals: readonly UnfinishedJournal[]; readonly refusal: Refusal | null }>
  begin(plan: RotationPlan): Promise<OpenedRun>
  /** Goes on with one; what is open already stays open. */
  open(run: string): Promise<OpenedRun>
  /** null: it is not open here */
  current(run: string): OpenRun | null
  /** Only looks; null: it is not there, or cannot be understood. */
  record(run: string): Promise<RunRecord | null>
  close(run: string): Promise<void>
  /** Removes a rehearsal with everything that was written of it. */
  discard(run: string): Promise<void>
}

export function createRuns(ports: RunPorts): Runs {
  const files = realFileSystem()
  const place = userPlace(ports.dataFolder)
  const journals: Journals<RotationPlan, RotationEvent> = createJournals({
    format: rotationFormat,
    place,
    files,
    locks: createJournalLocks(ports.platform),
    // A rehearsal leaves nothing in the keychain, hence no head either.
    heads: { read: async () => ({ ok: true, value: null }), write: async () => ({ ok: true, value: null }) },
    now: ports.now,
    makeId: () => randomBytes(16).toString('hex'),
  })
  const open = new Map<string, OpenRun>()
  const pathOf = async (run: string): Promise<string> => join((await place.examine()).folder, run)

  const record = async (run: string): Promise<RunRecord | null> => {
    const viewed = await journals.view(run)
    if (viewed.state !== 'viewed') return null
    const understood = understand(viewed.view.entries, rotationFormat)
    if (understood.state !== 'understood') return null
    const { plan, startedAt, events } = understood.content
    return { run, plan, startedAt, events: events.map(({ event }) => event) }
  }

  const taken = async (opening: Opening<RotationPlan, RotationEvent>, isNew: boolean): Promise<OpenedRun> => {
    if (opening.state === 'refused') return { kind: 'obstacle', obstacle: opening.refusal }
    if (opening.state === 'read-only') {
      const known = opening.reason.kind === 'finished' ? await record(opening.view.name) : null
      return known === null ? { kind: 'obstacle', obstacle: opening.reason } : { kind: 'record', record: known }
    }
    const { journal } = opening
    const started = await startOf(journal, worldStore(`${await pathOf(journal.name)}.world`, journal.content.plan, isNew), ports)
    if ('kind' in started) {
      await journal.close()
      return { kind: 'obstacle', obstacle: started }
    }
    open.set(started.run, started)
    const turn = isNew ? null : await started.conductor.takeUp()
    return { kind: 'open', run: started, turn }
  }

  return {
    list: async () => {
      const listing = await journals.unfinished()
      return listing.state === 'listed' ? { journals: listing.journals, refusal: null } : { journals: [], refusal: listing.refusal }
    },
    begin: async (plan) => await taken(await journals.create(plan), true),
    open: async (run) => {
      const known = open.get(run)
      return known === undefined ? await taken(await journals.open(run), false) : { kind: 'open', run: known, turn: null }
    },
    current: (run) => open.get(run) ?? null,
    record,
    close: async (run) => {
      const known = open.get(run)
      open.delete(run)
      await known?.conductor.close()
    },
    discard: async (run) => {
      if (!isJournalName(run)) return
      const known = open.get(run)
      open.delete(run)
      await known?.conductor.close()
      const path = await pathOf(run)
      // The journal goes last: while it is there, the rehearsal can still be seen and discarded.
      for (const each of [`${path}.world`, path]) await rm(each, { force: true })
    },
  }
}

async function startOf(
  journal: Journal<RotationPlan, RotationEvent>,
  world: WorldStore | null,
  { now, noteFault, paceMs }: RunPorts,
): Promise<OpenRun | Obstacle> {
  const { plan, events, startedAt } = journal.content
  const replayed = replay(
    plan,
    events.map(({ event }) => event),
  )
  if (!replayed.ok) return { kind: 'replay', index: replayed.fault.index }
  try {
    await world?.read()
  } catch (error) {
    if (error instanceof DamagedWorld) return { kind: 'world' }
    throw error
  }
  if (world === null) return { kind: 'world' }
  const hands = createRehearsalHands({ plan, world, pace: (signal) => waitFor(paceMs, signal) })
  return { run: journal.name, startedAt, conductor: createConductor({ journal, hands, now, wait: waitFor, noteFault }) }
}

/** Longer timers than this the system does not keep; whoever waits longer looks again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

async function waitFor(durationMs: number, signal: AbortSignal): Promise<void> {
  await delay(Math.min(durationMs, LONGEST_TIMER_MS), undefined, { signal, ref: false }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}

class DamagedWorld extends Error {}

/** The server of a rehearsal as a file beside its journal; null: only a rehearsal has one. */
function worldStore(path: string, plan: RotationPlan, isNew: boolean): WorldStore | null {
  if (!plan.rehearsal) return null
  let begun = isNew
  return {
    read: async () => {
      if (begun) return rotationWorld(plan)
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      })
      // Until the first act there is none.
      const world = text === null ? rotationWorld(plan) : worldIn(text)
      if (world === null) throw new DamagedWorld()
      return world
    },
    write: async (world) => {
      const saved = await saveFile(path, Buffer.from(textOfWorld(world)), () => null)
      if (!saved.ok) throw new Error(saved.line)
      begun = false
    },
  }
}
