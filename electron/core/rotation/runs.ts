import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

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
import { createJournals, type Journals, type Opening, type UnfinishedJournal } from '../../rotation/journals.ts'
import { rotationFormat } from '../../rotation/rotation-format.ts'
import type { RunSecrets } from '../../rotation/run-secrets.ts'
import type { Site } from './site.ts'
import { waitFor } from './wait-for.ts'

export interface RunPorts {
  readonly platform: NodeJS.Platform
  readonly now: () => Date
  readonly noteFault: (error: unknown) => void
  /** real changes first: what was interrupted there is the more urgent */
  readonly sites: readonly Site[]
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
  /** null: a rehearsal has none */
  readonly secrets: RunSecrets | null
}

/** `world`: the server of a rehearsal is damaged. `replay`: the entry with this index cannot have happened. */
export type Obstacle = ReadOnlyReason | Refusal | { readonly kind: 'world' } | { readonly kind: 'replay'; readonly index: number }

export type OpenedRun =
  | { readonly kind: 'open'; readonly run: OpenRun; readonly turn: Turn | null }
  | { readonly kind: 'record'; readonly record: RunRecord }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }

/** The password changes that this program can see: their journals, and those that are open now. */
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

interface Place {
  readonly site: Site
  readonly journals: Journals<RotationPlan, RotationEvent>
}

export function createRuns(ports: RunPorts): Runs {
  const places = ports.sites.map((site) => placeOf(site, ports))
  const open = new Map<string, OpenRun>()

  const taken = async (place: Place, opening: Opening<RotationPlan, RotationEvent>, isNew: boolean): Promise<OpenedRun> => {
    if (opening.state === 'refused') return { kind: 'obstacle', obstacle: opening.refusal }
    if (opening.state === 'read-only') {
      const known = opening.reason.kind === 'finished' ? await recordIn(place, opening.view.name) : null
      return known === null ? { kind: 'obstacle', obstacle: opening.reason } : { kind: 'record', record: known }
    }
    const started = await startOf(opening.journal, place.site, isNew, ports)
    if ('kind' in started) {
      await opening.journal.close()
      return { kind: 'obstacle', obstacle: started }
    }
    open.set(started.run, started)
    return { kind: 'open', run: started, turn: isNew ? null : await started.conductor.takeUp() }
  }
  const close = async (run: string): Promise<void> => {
    const known = open.get(run)
    open.delete(run)
    await known?.conductor.close()
  }
  return {
    list: async () => {
      const listings = await Promise.all(places.map(({ journals }) => journals.unfinished()))
      const refused = listings.find((listing) => listing.state === 'refused')
      return {
        journals: listings.flatMap((listing) => (listing.state === 'listed' ? listing.journals : [])),
        refusal: refused?.state === 'refused' ? refused.refusal : null,
      }
    },
    begin: async (plan) => {
      const place = places.find(({ site }) => site.takes(plan))
      if (place === undefined) throw new Error('there is nowhere such a change could happen')
      return await taken(place, await place.journals.create(plan), true)
    },
    open: async (run) => {
      const known = open.get(run)
      if (known !== undefined) return { kind: 'open', run: known, turn: await askedAgain(known) }
      let opened: OpenedRun = { kind: 'obstacle', obstacle: { kind: 'not-there' } }
      for (const place of places) {
        opened = await taken(place, await place.journals.open(run), false)
        if (opened.kind !== 'obstacle' || opened.obstacle.kind !== 'not-there') return opened
      }
      return opened
    },
    current: (run) => open.get(run) ?? null,
    record: async (run) => {
      for (const place of places) {
        const record = await recordIn(place, run)
        if (record !== null) return record
      }
      return null
    },
    close,
    discard: async (run) => {
      if (!isJournalName(run)) return
      await close(run)
      for (const { site } of places) {
        const ready = await site.place.examine()
        if (ready.state !== 'ready' || site.remove === null) continue
        await site.remove(run)
        // The journal goes last: while it is there, the rehearsal can still be seen and discarded.
        await rm(join(ready.folder, run), { force: true })
      }
    },
  }
}

/** What threw while the world was asked has left its questions open; null: there are none. */
async function askedAgain({ conductor }: OpenRun): Promise<Turn | null> {
  const { hands, owner } = conductor.state()
  return hands === 'asking' && owner === 'app' ? await conductor.takeUp() : null
}

function placeOf(site: Site, { now, platform }: RunPorts): Place {
  const journals = createJournals({
    format: rotationFormat,
    place: site.place,
    files: realFileSystem(),
    locks: createJournalLocks(platform),
    heads: site.heads,
    now,
    makeId: () => randomBytes(16).toString('hex'),
  })
  return { site, journals }
}

async function recordIn({ journals }: Place, run: string): Promise<RunRecord | null> {
  const viewed = await journals.view(run)
  if (viewed.state !== 'viewed') return null
  const understood = understand(viewed.view.entries, rotationFormat)
  if (understood.state !== 'understood') return null
  const { plan, startedAt, events } = understood.content
  return { run, plan, startedAt, events: events.map(({ event }) => event) }
}

async function startOf(
  journal: Journal<RotationPlan, RotationEvent>,
  site: Site,
  isNew: boolean,
  { now, noteFault }: RunPorts,
): Promise<OpenRun | Obstacle> {
  const { plan, startedAt } = journal.content
  const written = journal.content.events.map(({ event }) => event)
  const replayed = replay(plan, written)
  if (!replayed.ok) return { kind: 'replay', index: replayed.fault.index }
  let conductor: Conductor | null = null
  const events = (): readonly RotationEvent[] => conductor?.events() ?? written
  const made = await site.handsOf({ run: journal.name, plan, isNew, events })
  if ('kind' in made) return made
  conductor = createConductor({ journal, hands: made.hands, now, wait: waitFor, noteFault })
  return { run: journal.name, startedAt, conductor, secrets: made.secrets }
}
