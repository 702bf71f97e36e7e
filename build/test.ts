import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Step, staticSteps } from './suite/steps.ts'
import { addTallies, emptyTally, summaryOf, type Tally, type TestReport, tallyOf } from './suite/tally.ts'

const root = join(import.meta.dirname, '..')
const reportFile = join(root, 'node_modules', '.cache', 'test-report.json')

function run(command: readonly string[]): number {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  return status ?? 1
}

function runStep(step: Step): Tally {
  console.log(`\n> ${step.name}`)
  const ok = run(step.command) === 0
  if (!ok) console.log(`FAILED: ${step.name}`)
  return ok ? { ...emptyTally, passed: 1 } : { ...emptyTally, failed: 1 }
}

/** `--static` leaves the tests out; every other argument goes to the test runner. */
const staticOnly = process.argv.includes('--static')

function runTests(): Tally {
  console.log('\n> tests')
  mkdirSync(dirname(reportFile), { recursive: true })
  rmSync(reportFile, { force: true })
  const exitStatus = run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...process.argv.slice(2),
  ])
  const report: TestReport | undefined = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined
  return tallyOf(report, exitStatus)
}

const sources = staticSteps.map(runStep).reduce(addTallies, emptyTally)
const total = staticOnly ? sources : addTallies(sources, runTests())
console.log('')
for (const reason of total.skipped) console.log(reason)
console.log(summaryOf(total))
process.exitCode = total.failed === 0 ? 0 : 1
