import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { largeSnapshot } from './large-snapshot.ts'
import { median } from './measure.ts'

const ROUNDS = 5
const MEGABYTES = 10

const commandLine = join(import.meta.dirname, '..', '..', 'build', 'bin', 'erp-checkup.cjs')
const folder = mkdtempSync(join(tmpdir(), 'erp-checkup-bench-'))
const reporter = join(folder, 'peak.mjs')

/** Peak memory of a Node process in megabytes, told by itself at its end. */
function peakMegabytes(args: readonly string[]): number {
  const { stderr, status } = spawnSync(process.execPath, ['--import', reporter, ...args], { encoding: 'utf8', maxBuffer: 1e9 })
  const peak = /peak (\d+)/.exec(stderr)?.[1]
  if (peak === undefined) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  return Number(peak) / 1024
}

try {
  writeFileSync(reporter, "process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))")
  const snapshot = join(folder, 'snapshot.json')
  const profile = join(folder, 'profile.json')
  const large = largeSnapshot(MEGABYTES)
  writeFileSync(snapshot, JSON.stringify(large.snapshot))
  writeFileSync(profile, JSON.stringify(large.profile))
  const parse = `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(snapshot)}, 'utf8'))`
  const rounds = Array.from({ length: ROUNDS }, () => ({
    check: peakMegabytes([commandLine, 'check', snapshot, '--profile', profile, '--format', 'json', '--now', large.now]),
    parse: peakMegabytes(['-e', parse]),
  }))
  const check = median(rounds.map((round) => round.check))
  const parsed = median(rounds.map((round) => round.parse))
  console.log(
    `check of ${MEGABYTES} MB peaks at ${check.toFixed(0)} MB, parsing alone at ${parsed.toFixed(0)} MB: ${(check / parsed).toFixed(2)} x (aim 2.0)`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
