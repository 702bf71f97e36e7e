import { describe, expect, it } from 'vitest'
import { summaryOf, tallyOf } from '#build/suite/tally.ts'

const file = (status: string, ...tests: readonly (readonly [status: string, fullName: string])[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map(([testStatus, fullName]) => ({ status: testStatus, fullName })),
})

describe('tallyOf', () => {
  it('counts tests that passed and failed over all files', () => {
    const report = { testResults: [file('passed', ['passed', 'a'], ['passed', 'b']), file('failed', ['failed', 'c'], ['passed', 'd'])] }
    expect(tallyOf(report, 1)).toMatchObject({ passed: 3, failed: 1 })
  })
  it('counts a file that could not be loaded as one failure', () => {
    expect(tallyOf({ testResults: [file('failed'), file('passed', ['passed', 'a'])] }, 1)).toMatchObject({ passed: 1, failed: 1 })
  })
  it('counts an end with an error that no test explains as one failure', () => {
    expect(tallyOf({ testResults: [file('passed', ['passed', 'a'])] }, 1)).toMatchObject({ passed: 1, failed: 1 })
  })
  it('counts a report that is absent as one failure', () => {
    expect(tallyOf(undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
  })
  it('says each reason for skipping once', () => {
    const skipped = file('passed', ['skipped', 'services (skipped: needs wine) lists'], ['skipped', 'services (skipped: needs wine) stops'])
    expect(tallyOf({ testResults: [skipped] }, 0)).toEqual({ passed: 0, failed: 0, skipped: ['services: skipped: needs wine'] })
  })
})

describe('summaryOf', () => {
  it('is the one line that a reader of the log looks for', () => {
    expect(summaryOf({ passed: 12, failed: 1, skipped: [] })).toBe('12 passed, 1 failed')
  })
})
