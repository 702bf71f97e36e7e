import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { checks } from '#shared/checks/index.ts'
import type { ProbeId } from '#shared/facts/index.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import { type Snapshot, snapshotSchema } from '#shared/formats/snapshot.ts'
import { loadSample, type SampleId } from '#shared/samples/index.ts'
import { evaluateSample, itemOf, verdictsOf } from '../shared/samples/evaluate-sample.ts'
import { type Collection, type DescribedWindows, openDescribedWindows } from '../support/described-windows.ts'
import { describeWith } from '../support/needs.ts'
import { comparable } from './described/comparable.ts'
import { describedProbes, type Fate, fatesOf, hangingAreas, LIBRARIES_OF_IDENTITY } from './described/fates.ts'
import { faultRuns, without } from './described/fault-runs.ts'
import { TASK_SECRET } from './described/task-definition.ts'

const sample = loadSample('typical')
const described = sample.snapshot
const read = describedProbes.map(({ id }) => id)

/** What is not described is told by the sample where a verdict needs it. */
const NOT_DESCRIBED = 'sql-server'

/** Longest that a worker may read here: many times what it needs, and short enough to wait for. */
const HANG_LIMIT_MS = 5000

/** How many collections run side by side. */
const LANES = 3

/** All of them on a machine that does much else. */
const COLLECTIONS_LIMIT_MS = 300_000

const SAME: Fate = { kind: 'same' }

/** As of the day of the sample, because the time of evaluation is the sample's as well. */
function completed(snapshot: Snapshot): Snapshot {
  const { collectedAt, probes: told } = described
  return { ...snapshot, collectedAt, probes: { ...snapshot.probes, [NOT_DESCRIBED]: told[NOT_DESCRIBED] } }
}

/** With both packs on, every probe decides about something. */
function judged(snapshot: Snapshot): Checkup {
  const profile = { ...sample.profile, packs: ['layered-defence', 'connector-transit'] }
  return evaluateSample(sample, { snapshot: completed(snapshot), profile })
}

/** In another language, with many sessions, with the accounts of a domain. */
const OTHERS: readonly SampleId[] = ['german', 'terminal-server', 'domain-controller']

const nameOf = (faults: Readonly<Record<string, string>>): string =>
  Object.entries(faults)
    .map(([library, fault]) => `${library} ${fault}`)
    .join(', ')

describeWith('wine', 'a described server', () => {
  describeWith('mingw-w64', 'of the sample typical', () => {
    let windows: DescribedWindows
    let good: Collection

    beforeAll(async () => {
      windows = await openDescribedWindows(described, sample.profile)
      good = await windows.collect(read)
    })

    afterAll(async () => {
      await windows?.close()
    })

    it('gives a snapshot that the format takes, of whoever read it', () => {
      expect(snapshotSchema.safeParse(good.snapshot).error).toBeUndefined()
      expect(Object.keys(good.snapshot.probes).sort()).toEqual(read.toSorted())
      const { elevated, userSid } = sample.snapshot.collector
      expect(good.snapshot.collector).toMatchObject({ elevated, userSid })
    })

    it.each(read)('gives the facts of %s, no more and no less', (id) => {
      expect(comparable(good.snapshot.probes[id])).toEqual(comparable(described.probes[id]))
    })

    it('never lets out the password of a task', () => {
      expect(JSON.stringify(described)).toContain('***')
      expect(JSON.stringify(good.snapshot)).not.toContain(TASK_SECRET)
    })

    it('gets back every piece of memory and every handle, each once', () => {
      expect(leftIn(good)).toEqual(NOTHING_LEFT)
    })

    it('is judged as the sample is', async () => {
      const expected = evaluateSample(sample)
      const checkup = await windows.check(completed(good.snapshot), sample)
      expect(verdictsOf(checkup)).toEqual(verdictsOf(expected))
      expect(checkup.items.map(({ id, verdict, because }) => [id, verdict, because])).toEqual(
        expected.items.map(({ id, verdict, because }) => [id, verdict, because]),
      )
      expect(checkup.grade).toBe(expected.grade)
    })

    describe('with a broken library', () => {
      const collections = new Map<(typeof faultRuns)[number], Collection>()

      beforeAll(async () => {
        const waiting = [...faultRuns]
        const collectNext = async (): Promise<void> => {
          const faults = waiting.shift()
          if (faults === undefined) return
          const limitsMs = Object.fromEntries(hangingAreas(good.traces, faults).map((area) => [area, HANG_LIMIT_MS]))
          collections.set(faults, await windows.collectBroken(read, faults, limitsMs))
          await collectNext()
        }
        await Promise.all(Array.from({ length: LANES }, collectNext))
      }, COLLECTIONS_LIMIT_MS)

      it.each(faultRuns.map((faults) => [nameOf(faults), faults] as const))('loses what it has to and says why: %s', (_name, faults) => {
        const { snapshot } = collections.get(faults) ?? good
        const fates = fatesOf(good.traces, faults)
        for (const { id } of describedProbes) {
          expect([id, outcomeOf(id, snapshot, good.snapshot)]).toEqual([id, outcomeFor(id, fates.get(id) ?? SAME)])
        }
        const lostIdentity = LIBRARIES_OF_IDENTITY.some((library) => library in faults)
        expect(snapshot.collector.userSid).toBe(lostIdentity ? undefined : good.snapshot.collector.userSid)
      })

      it.each(faultRuns.map((faults) => [nameOf(faults), faults] as const))('keeps every other verdict: %s', (_name, faults) => {
        const { snapshot } = collections.get(faults) ?? good
        const [whole, broken] = [judged(good.snapshot), judged(snapshot)]
        for (const { definition } of checks) {
          const reads = definition.reads.map((read) => read.replace('?', '') as ProbeId)
          const lost = reads.filter((id) => outcomeOf(id, snapshot, good.snapshot) !== 'same')
          const required = lost.filter((id) => definition.reads.includes(id) && snapshot.probes[id]?.status !== 'ok')
          const [before, after] = [itemOf(whole, definition.id), itemOf(broken, definition.id)]
          if (lost.length === 0) expect(after).toEqual(before)
          else expect([definition.id, [before.verdict, 'unknown']]).toEqual([definition.id, expect.arrayContaining([after.verdict])])
          if (required.length > 0) expect([definition.id, after.verdict]).not.toEqual([definition.id, 'pass'])
          for (const id of required) expect(after.because).toContain(reasonOf(snapshot, id))
        }
      })
    })
  })

  describeWith('mingw-w64', 'of another sample', () => {
    it.each(OTHERS)('gives the facts of %s, no more and no less', async (id) => {
      const { snapshot, profile } = loadSample(id)
      const otherWindows = await openDescribedWindows(snapshot, profile)
      try {
        const collection = await otherWindows.collect(read)
        const { probes } = collection.snapshot
        expect(leftIn(collection)).toEqual(NOTHING_LEFT)
        for (const probe of read) {
          expect([probe, comparable(probes[probe])]).toEqual([probe, comparable(snapshot.probes[probe])])
        }
      } finally {
        await otherWindows.close()
      }
    })
  })
})

/** By area: what a worker kept, and what it gave back that nobody had. */
function leftIn({ traces }: Collection) {
  return Object.fromEntries(Object.entries(traces).map(([area, { outstanding, wrong }]) => [area, { outstanding, wrong }]))
}

const NOTHING_LEFT = Object.fromEntries(describedProbes.map(({ area }) => [area, { outstanding: 0, wrong: 0 }]))

function reasonOf(snapshot: Snapshot, id: ProbeId): string {
  const record = snapshot.probes[id]
  return record === undefined || record.status === 'ok' ? '' : record.reason
}

/** ERROR_MOD_NOT_FOUND behind the function that could not be called. */
const MISSING = /^.*\b[A-Z]\w+(?: for .+)? ended with error 126$/

/** What became of a probe, in the words of {@link outcomeFor}. */
function outcomeOf(id: ProbeId, snapshot: Snapshot, good: Snapshot): string {
  const record = snapshot.probes[id]
  if (JSON.stringify(comparable(record)) === JSON.stringify(comparable(good.probes[id]))) return 'same'
  if (record === undefined) return 'no record'
  if (record.status !== 'ok') return `${record.status}: ${record.reason.replace(MISSING, 'error 126')}`
  const noted = record.notes?.some((note) => MISSING.test(note)) === true
  if (!noted) return 'changed without a word'
  return record.incomplete === true ? 'incomplete' : 'noted'
}

const ENDS = {
  hanging: `the worker process did not finish within ${HANG_LIMIT_MS / 1000} s and was ended (exit status 1)`,
  crashing: 'the worker process ended (exit status 0xC0000005, access violation)',
} as const

function outcomeFor(id: ProbeId, fate: Fate): string {
  if (fate.kind === 'same') return 'same'
  if (fate.kind !== 'absent') return `failed: ${ENDS[fate.kind]}`
  const outcome = without[fate.library]?.[id]
  return outcome === 'unsupported' ? 'unsupported: error 126' : (outcome ?? 'not foreseen')
}
