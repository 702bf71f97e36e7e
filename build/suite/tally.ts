/** What one run of the tests came to; a static step (types, lint, …) counts as one test. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  /** Why suites did not run, one line for each reason. */
  readonly skipped: readonly string[]
}

/** The part of the test runner's JSON report that is read here. */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: [] }

/** A suite that names what it lacks, as test/support/needs.ts writes it. */
const SKIP_REASON = /(\S[^>]*?) \((skipped: needs [^)]+)\)/

export function addTallies(left: Tally, right: Tally): Tally {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed, skipped: [...left.skipped, ...right.skipped] }
}

/**
 * Counts the tests of a report.
 *
 * A file that could not even be loaded has no tests and counts as one failure. A report that is absent, or that knows of no failure
 * although the runner ended with one (an error outside of any test), counts as one failure too: silence is not success.
 */
export function tallyOf(report: TestReport | undefined, exitStatus: number): Tally {
  if (report === undefined) return { ...emptyTally, failed: 1 }
  const files = report.testResults.map((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed').length
    return {
      passed: file.assertionResults.filter((test) => test.status === 'passed').length,
      failed: failed === 0 && file.status === 'failed' ? 1 : failed,
      skipped: [],
    }
  })
  const total = files.reduce(addTallies, emptyTally)
  const unexplained = exitStatus !== 0 && total.failed === 0 ? 1 : 0
  return { passed: total.passed, failed: total.failed + unexplained, skipped: skipReasons(report) }
}

function skipReasons(report: TestReport): readonly string[] {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const reasons = tests.flatMap((test) => {
    const match = SKIP_REASON.exec(test.fullName)
    return match === null || test.status === 'passed' || test.status === 'failed' ? [] : [`${match[1]}: ${match[2]}`]
  })
  return [...new Set(reasons)]
}

/** The last line of every run. */
export function summaryOf(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed`
}
