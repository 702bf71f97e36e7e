import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { median } from './measure.ts'

/** Enough starts for a steady median on a busy machine. */
const ROUNDS = 30

const commandLine = join(import.meta.dirname, '..', '..', 'build', 'bin', 'erp-checkup.cjs')

function startMs(args: readonly string[]): number {
  const begin = performance.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return performance.now() - begin
}

// Taken in turns, so that a busy moment of the machine meets both.
const version: number[] = []
const nothing: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  version.push(startMs([commandLine, '--version']))
  nothing.push(startMs(['-e', '0']))
}
console.log(
  `erp-checkup --version ${median(version).toFixed(1)} ms, node -e 0 ${median(nothing).toFixed(1)} ms: ${(median(version) / median(nothing)).toFixed(2)} x (aim 1.5)`,
)
