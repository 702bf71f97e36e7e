import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { temporaryFolders } from '../electron/store/temporary-folder.ts'
import { type SeededFault, seededFaults } from './faults.data.ts'
import { SEED_VARIABLE } from './seed.ts'

const makeFolder = temporaryFolders()
const root = join(import.meta.dirname, '..', '..')

/** A start of the test runner and the tests that a fault has to meet, while other tests share the machine. */
const RUN_LIMIT_MS = 120_000
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
}

async function run({ tests, named }: Pick<SeededFault, 'tests' | 'named'>, fault: string): Promise<Report> {
  const config = 'test/seeded-faults/vitest.config.ts'
  const report = join(makeFolder(), 'report.json')
  const filter = named === undefined ? [] : ['--testNamePattern', named]
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    config,
    '--bail',
    '1',
    '--reporter',
    'json',
    '--outputFile',
    report,
    ...filter,
    ...tests,
  ]
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'NODE_ENV'))
  const options = { cwd: root, env: { ...environment, [SEED_VARIABLE]: fault }, maxBuffer: MOST_OUTPUT_BYTES, timeout: RUN_LIMIT_MS }
  // A run in which a test fails ends with another status, and tells of it all the same.
  await promisify(execFile)(process.execPath, args, options).catch(() => undefined)
  return JSON.parse(readFileSync(report, 'utf8'))
}

const groups = [...new Set(seededFaults.map(({ named }) => named))].map((named) => ({
  named,
  tests: [...new Set(seededFaults.filter((fault) => fault.named === named).flatMap(({ tests }) => tests))],
}))

describe('faults that are seeded into our own source', () => {
  it('are ten at least, and each has its place', () => {
    expect(new Set(seededFaults.map(({ id }) => id)).size).toBe(seededFaults.length)
    expect(new Set(seededFaults.map(({ file, replacement }) => file + replacement)).size).toBeGreaterThanOrEqual(10)
    const misplaced = seededFaults.filter(({ file, text }) => readFileSync(join(root, file), 'utf8').split(text).length !== 2)
    expect(misplaced.map(({ id }) => id)).toEqual([])
  })

  it.each(groups)('would not be met by tests that fail anyway: $tests $named', { timeout: RUN_LIMIT_MS }, async ({ tests, named }) => {
    const report = await run(named === undefined ? { tests } : { tests, named }, '')
    expect(report).toMatchObject({ numFailedTests: 0 })
    expect(report.numPassedTests).toBeGreaterThan(0)
  })

  it.each(seededFaults)('are caught: $id', { timeout: RUN_LIMIT_MS }, async (fault) => {
    // A source that is broken altogether has no test that fails, and is no proof.
    expect((await run(fault, fault.id)).numFailedTests).toBeGreaterThan(0)
  })
})
