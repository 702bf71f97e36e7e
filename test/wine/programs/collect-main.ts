// Runs the collector as a host would and writes what came of it. Arguments: worker file, output file, options as JSON.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { type CollectProgress, collect } from '#electron/collector/collect.ts'
import { nodeWorkers } from '#electron/collector/node-workers.ts'
import type { AnyProbe, Area } from '#electron/probes/probe.ts'

interface Options {
  readonly only?: readonly string[]
  readonly probes?: readonly Pick<AnyProbe, 'id' | 'area'>[]
  readonly limitsMs?: Readonly<Record<Area, number>>
  /** File in which a worker leaves its process id: that process is ended from here. */
  readonly victimFile?: string
}

const [workerFile = '', outputFile = '', optionsText = '{}'] = process.argv.slice(2)
const { victimFile, ...options }: Options = JSON.parse(optionsText)
const progress: CollectProgress[] = []

if (victimFile !== undefined) {
  const watch = setInterval(() => {
    if (!existsSync(victimFile) || readFileSync(victimFile, 'utf8') === '') return
    clearInterval(watch)
    process.kill(Number(readFileSync(victimFile, 'utf8')), 'SIGKILL')
  }, 50)
}

try {
  const result = await collect({
    ...options,
    version: '0.0.0-test',
    now: () => new Date(),
    startWorker: nodeWorkers(fileURLToPath(new URL(`./${workerFile}`, import.meta.url))),
    onProgress: (step) => progress.push(step),
  })
  writeFileSync(outputFile, JSON.stringify({ result, progress }))
} catch (error) {
  appendFileSync(outputFile, error instanceof Error ? `${error.stack}` : String(error))
  process.exitCode = 70
}
