import type { FactDrift, ItemChange } from '#shared/evaluation/drift.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { type Input, understand } from './inputs.ts'
import type { Judge } from './judge.ts'
import { done, type Outcome, refused } from './outcome.ts'
import { readTextFile, type StandardInput, type TextFile } from './read-file.ts'

/** One side of a comparison. */
export interface ComparedSide {
  readonly server: string
  /** when the server was read, ISO 8601 UTC */
  readonly collectedAt: string
  /** checkups only */
  readonly evaluatedAt?: string
  readonly grade?: Checkup['grade']
}

/** Why two documents may not be comparable. */
export type DriftNote = 'other-server' | 'reversed' | 'less-read' | 'other-catalogue' | 'other-profile' | 'other-time'

export interface Drift {
  readonly kind: 'snapshots' | 'checkups'
  readonly before: ComparedSide
  readonly after: ComparedSide
  readonly notes: readonly DriftNote[]
  readonly items: readonly ItemChange[]
  readonly facts: FactDrift['facts']
  readonly notCompared: FactDrift['notCompared']
}

type Document =
  | { readonly kind: 'snapshot'; readonly input: Input<Snapshot> }
  | { readonly kind: 'checkup'; readonly input: Input<Checkup> }

export type Compared =
  | Outcome<Drift>
  | {
      readonly ok: false
      readonly kinds: { readonly old: string; readonly oldKind: string; readonly new: string; readonly newKind: string }
    }

/** Compares two snapshots or two checkups; one of each says nothing about change. */
export async function compareFiles(oldPath: string, newPath: string, standardInput: StandardInput, judge: Judge): Promise<Compared> {
  const before = await readDocument(oldPath, standardInput)
  if (!before.ok) return before
  const after = await readDocument(newPath, standardInput)
  if (!after.ok) return after
  const [old, fresh] = [before.value, after.value]
  if (old.kind === 'snapshot' && fresh.kind === 'snapshot') return done(await compareSnapshots(old.input, fresh.input, judge))
  if (old.kind === 'checkup' && fresh.kind === 'checkup') return done(await compareCheckups(old.input.value, fresh.input.value))
  return { ok: false, kinds: { old: old.input.name, oldKind: old.kind, new: fresh.input.name, newKind: fresh.kind } }
}

async function readDocument(path: string, standardInput: StandardInput): Promise<Outcome<Document>> {
  const file = await readTextFile(path, standardInput)
  return file.ok ? asDocument(file.value) : file
}

async function asDocument(file: TextFile): Promise<Outcome<Document>> {
  const { formatOf, readCheckup, readSnapshot } = await import('#shared/formats/reader.ts')
  const format = formatOf(file.text)
  if (format === 'profile' || format === 'answers')
    return refused(file.name, `$.schema: expected a snapshot or a checkup, but this is a ${format} file`)
  if (format === 'checkup') {
    const checkup = understand(file, readCheckup)
    return checkup.ok ? done({ kind: 'checkup', input: checkup.value }) : checkup
  }
  const snapshot = understand(file, readSnapshot)
  return snapshot.ok ? done({ kind: 'snapshot', input: snapshot.value }) : snapshot
}

/** Each is judged at the time when it was taken: what differs then comes from the server and not from age. */
async function compareSnapshots(old: Input<Snapshot>, fresh: Input<Snapshot>, judge: Judge): Promise<Drift> {
  const { compareFacts, compareItems } = await import('#shared/evaluation/drift.ts')
  const judged = (snapshot: Input<Snapshot>) =>
    judge({ snapshot, profile: null, answers: null, now: snapshot.value.collectedAt, source: 'file' })
  const [before, after] = [await judged(old), await judged(fresh)]
  const notes: DriftNote[] = [...sharedNotes(before, after)]
  if (old.value.collector.elevated && !fresh.value.collector.elevated) notes.push('less-read')
  return {
    kind: 'snapshots',
    before: { server: before.host.name, collectedAt: old.value.collectedAt },
    after: { server: after.host.name, collectedAt: fresh.value.collectedAt },
    notes,
    items: compareItems(before.items, after.items),
    ...compareFacts(old.value, fresh.value),
  }
}

/** Two checkups of one server, or of two. */
export async function compareCheckups(before: Checkup, after: Checkup): Promise<Drift> {
  const { compareItems } = await import('#shared/evaluation/drift.ts')
  const notes: DriftNote[] = [...sharedNotes(before, after)]
  if (before.digests.catalogue !== after.digests.catalogue) notes.push('other-catalogue')
  if (before.digests.profile !== after.digests.profile) notes.push('other-profile')
  if (before.digests.snapshot === after.digests.snapshot && before.evaluatedAt !== after.evaluatedAt) notes.push('other-time')
  return {
    kind: 'checkups',
    before: sideOf(before),
    after: sideOf(after),
    notes,
    items: compareItems(before.items, after.items),
    facts: [],
    notCompared: [],
  }
}

function sideOf(checkup: Checkup): ComparedSide {
  return { server: checkup.host.name, collectedAt: checkup.host.snapshotTakenAt, evaluatedAt: checkup.evaluatedAt, grade: checkup.grade }
}

function sharedNotes(before: Checkup, after: Checkup): DriftNote[] {
  const notes: DriftNote[] = []
  if (before.host.name.toLowerCase() !== after.host.name.toLowerCase()) notes.push('other-server')
  if (Date.parse(before.evaluatedAt) > Date.parse(after.evaluatedAt)) notes.push('reversed')
  return notes
}
