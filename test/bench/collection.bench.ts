import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { CollectResult } from '#electron/collector/collect.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import type { WineWorkspace } from '../support/wine.ts'
import { least } from './measure.ts'
import type { RegistryTimes } from './read-registry.ts'
import { openSeededWindows } from './seeded-windows.ts'
import { type Growth, standInGrowth } from './stand-in-growth.ts'

/** A start of a whole Windows takes a second: a few are enough for whole milliseconds. */
const COLLECTIONS = 3
/** Each starts four reg.exe. */
const REGISTRY_ROUNDS = 7
const GROWTH_ROUNDS = 3
const SLOWEST = 5
const TIMES = 10

const AIMS = { collectionMs: 2000, againstReg: 5, growth: TIMES }

interface Collection {
  /** From the start of the program to its end, Node's own start included. */
  readonly wholeMs: number
  /** What the snapshot says that the reading took. */
  readonly readingMs: number
  readonly probes: Snapshot['probes']
}

async function timedMs(task: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await task()
  return performance.now() - begin
}

async function runScript(workspace: WineWorkspace, args: readonly string[]): Promise<void> {
  const { status, stderr } = await workspace.runWine(args)
  if (status !== 0) throw new Error(`node.exe ${args.join(' ')} ended with ${status}: ${stderr}`)
}

async function collectOnce(workspace: WineWorkspace): Promise<Collection> {
  const wholeMs = await timedMs(() => runScript(workspace, ['main.mjs', 'worker.mjs', 'snapshot.json']))
  const { result }: { result: CollectResult } = JSON.parse(await readFile(join(workspace.folder, 'snapshot.json'), 'utf8'))
  if (result.kind !== 'snapshot') throw new Error(`no snapshot but ${result.kind}`)
  const { collector, probes } = result.snapshot
  return { wholeMs, readingMs: collector.durationMs ?? Number.NaN, probes }
}

/** Cold: no program of this Windows runs, not even its server. In turns, so that a busy moment of the machine meets all. */
async function collections(workspace: WineWorkspace): Promise<void> {
  const cold: Collection[] = []
  const warm: Collection[] = []
  const nothingMs: number[] = []
  for (let round = 0; round < COLLECTIONS; round += 1) {
    await workspace.prefix.stop()
    cold.push(await collectOnce(workspace))
    warm.push(await collectOnce(workspace))
    nothingMs.push(await timedMs(() => runScript(workspace, ['-e', '0'])))
  }
  const nothing = least(nothingMs)
  for (const [name, runs] of Object.entries({ cold, warm })) {
    const whole = least(runs.map(({ wholeMs }) => wholeMs))
    const reading = least(runs.map(({ readingMs }) => readingMs))
    const share = (reading / AIMS.collectionMs).toFixed(2)
    print(
      `full collection, ${name}`,
      `${reading.toFixed(0)} ms, with its start ${whole.toFixed(0)} ms`,
      `${share} x of ${AIMS.collectionMs} ms (aim 1.0)`,
    )
    print('', `node.exe -e 0, warm ${nothing.toFixed(0)} ms`, `${(whole / nothing).toFixed(1)} x`)
  }
  printProbes(warm.reduce((best, run) => (run.readingMs < best.readingMs ? run : best)))
}

/** What came of the probes, and what the fastest warm collection waited for. */
function printProbes({ probes }: Collection): void {
  const records = Object.entries(probes).flatMap(([id, record]) => (record === undefined ? [] : [{ id, ...record }]))
  const statuses = [...Map.groupBy(records, ({ status }) => status)].map(([status, list]) => `${list.length} ${status}`)
  const slowest = records.toSorted((one, other) => other.durationMs - one.durationMs).slice(0, SLOWEST)
  print('', `probes: ${statuses.join(', ')}`, `slowest: ${slowest.map(({ id, durationMs }) => `${id} ${durationMs} ms`).join(', ')}`)
}

async function registryTimes(workspace: WineWorkspace, rounds: number, mode: 'both' | 'alone'): Promise<RegistryTimes> {
  await runScript(workspace, ['registry.mjs', 'times.json', String(rounds), mode])
  return JSON.parse(await readFile(join(workspace.folder, 'times.json'), 'utf8'))
}

function printAgainstReg({ programs, services, regNames, ...times }: RegistryTimes): void {
  const both = (programMs: readonly number[], serviceMs: readonly number[]) =>
    programMs.map((ms, round) => ms + (serviceMs[round] ?? Number.NaN))
  const pairs = [
    [`${programs} programs`, times.programsMs, times.regProgramsMs],
    [`${services} services`, times.servicesMs, times.regServicesMs],
    ['both', both(times.programsMs, times.servicesMs), both(times.regProgramsMs, times.regServicesMs)],
  ] as const
  for (const [name, probeMs, regMs] of pairs) {
    const faster = (least(regMs) / least(probeMs)).toFixed(1)
    print(
      name,
      `probe ${least(probeMs).toFixed(0)} ms, reg.exe query /s ${least(regMs).toFixed(0)} ms`,
      `${faster} x faster (aim ${AIMS.againstReg})`,
    )
  }
  if (regNames < programs) throw new Error(`reg.exe told only ${regNames} names`)
}

function printGrowth({ name, few, many, fewMs, manyMs }: Growth): void {
  const ratio = `${(manyMs / fewMs).toFixed(1)} x for ${(many / few).toFixed(1)} x as many (aim ${AIMS.growth})`
  print(`${few} to ${many} ${name}`, `${fewMs.toFixed(1)} ms to ${manyMs.toFixed(1)} ms`, ratio)
}

function print(what: string, measured: string, ratio: string): void {
  console.log(`${what.padEnd(32)} ${measured.padEnd(56)} ${ratio}`.trimEnd())
}

async function measureUnderWine(): Promise<void> {
  const ordinary = await openSeededWindows(1)
  const small = await (async () => {
    try {
      await collections(ordinary)
      printAgainstReg(await registryTimes(ordinary, REGISTRY_ROUNDS, 'both'))
      return await registryTimes(ordinary, GROWTH_ROUNDS, 'alone')
    } finally {
      await ordinary.close()
    }
  })()
  const large = await openSeededWindows(TIMES)
  try {
    const big = await registryTimes(large, GROWTH_ROUNDS, 'alone')
    for (const name of ['programs', 'services'] as const) {
      const times = `${name}Ms` as const
      printGrowth({ name, few: small[name], many: big[name], fewMs: least(small[times]), manyMs: least(big[times]) })
    }
  } finally {
    await large.close()
  }
}

if (spawnSync('wine', ['--version'], { stdio: 'ignore' }).status === 0) await measureUnderWine()
else console.log('full collection, programs and services (skipped: needs wine)')
for (const growth of await standInGrowth(TIMES)) printGrowth(growth)
