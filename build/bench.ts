import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Runs every benchmark in a process of its own; each prints its ratios and judges nothing. */
const folder = join(import.meta.dirname, '..', 'test', 'bench')
const benchmarks = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.ts')) : []
const wanted = process.argv[2]
for (const name of benchmarks.filter((file) => wanted === undefined || file.includes(wanted))) {
  console.log(`\n${name.replace('.bench.ts', '')}`)
  const { status } = spawnSync(process.execPath, [join(folder, name)], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) process.exitCode = 1
}
