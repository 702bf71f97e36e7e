import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSample, sampleIds } from '#shared/samples/index.ts'

/** An ordinary portfolio of a large consultancy. */
const MANY = 1000
const FEW = 100
/** Processes that stand for a thousand: each takes as long as the other. */
const SINGLE_STARTS = 10
const ROUNDS = 3
const NOW = '2026-11-18T00:00:00Z'

const commandLine = join(import.meta.dirname, '..', '..', 'build', 'bin', 'erp-checkup.cjs')
/** Prints the peak of resident memory in KiB when the process ends. */
const peak = 'data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS+"\\n"))'

interface Measured {
  readonly durationMs: number
  readonly peakMiB: number
}

function measure(args: readonly string[]): Measured {
  const begin = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--import', peak, commandLine, 'check', ...args, '--now', NOW], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const durationMs = performance.now() - begin
  if (status !== 1 && status !== 3 && status !== 0) throw new Error(`check ${args.join(' ')} ended with ${status}: ${stderr}`)
  // Each thread says it as well: the last word is that of the process.
  const peaks = [...stderr.toString().matchAll(/peak (\d+)/g)].map((match) => Number(match[1]))
  return { durationMs, peakMiB: Math.max(...peaks) / 1024 }
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The bundled samples in turns, each as another server of another organisation, with its profile and answers. */
function writeServers(folder: string, count: number): void {
  const inputs = sampleIds.map((id) => loadSample(id))
  mkdirSync(folder)
  for (let index = 0; index < count; index += 1) {
    const { snapshot, profile, answers } = inputs[index % inputs.length] ?? inputs[0] ?? { snapshot: null, profile: null, answers: null }
    const name = join(folder, `server-${String(index).padStart(4, '0')}`)
    writeFileSync(`${name}.json`, JSON.stringify(snapshot, null, 2))
    writeFileSync(`${name}.profile.json`, JSON.stringify({ ...profile, organization: `Organisation ${index}` }, null, 2))
    writeFileSync(`${name}.answers.json`, JSON.stringify(answers, null, 2))
  }
}

const folder = mkdtempSync(join(tmpdir(), 'portfolio-bench-'))
try {
  const many = join(folder, 'many')
  const few = join(folder, 'few')
  writeServers(many, MANY)
  writeServers(few, FEW)
  const one = (index: number): string[] => {
    const name = join(few, `server-${String(index).padStart(4, '0')}`)
    return [`${name}.json`, '--profile', `${name}.profile.json`, '--answers', `${name}.answers.json`, '--format', 'json']
  }
  const single = median(Array.from({ length: SINGLE_STARTS }, (_, index) => measure(one(index)).durationMs))
  for (const format of ['table', 'json'] as const) {
    const rounds = Array.from({ length: ROUNDS }, () => measure([many, '--format', format]))
    const small = Array.from({ length: ROUNDS }, () => measure([few, '--format', format]))
    const durationMs = median(rounds.map((round) => round.durationMs))
    const peakMany = median(rounds.map((round) => round.peakMiB))
    const peakFew = median(small.map((round) => round.peakMiB))
    console.log(
      `${MANY} snapshots as ${format} ${(durationMs / 1000).toFixed(2)} s, one in a process ${single.toFixed(0)} ms x ${MANY}: ${((single * MANY) / durationMs).toFixed(0)} x faster (aim 50)`,
    )
    console.log(
      `  peak memory at ${FEW} ${peakFew.toFixed(0)} MiB, at ${MANY} ${peakMany.toFixed(0)} MiB: ${(peakMany / peakFew).toFixed(2)} x (aim 1.0)`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
