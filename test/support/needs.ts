import { execFileSync } from 'node:child_process'
import { describe, it } from 'vitest'

/** What a suite may lack on a machine, and how its presence is asked for. */
const probes = {
  wine: ['wine', '--version'],
  chromium: ['chromium', '--version'],
  'mingw-w64': ['x86_64-w64-mingw32-gcc', '--version'],
  'poppler-utils': ['pdftotext', '-v'],
} as const

export type Need = keyof typeof probes | 'Windows'

/** What .ci/run installs: there, a suite that lacks it fails instead of being skipped. */
const installedInCi: ReadonlySet<Need> = new Set(['wine', 'chromium', 'mingw-w64', 'poppler-utils'])

function isPresent(need: Need): boolean {
  if (need === 'Windows') return process.platform === 'win32'
  const [program, argument] = probes[need]
  try {
    execFileSync(program, [argument], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A suite that runs where its need is met, says in one line what it lacks elsewhere, and fails where it had to be met. */
export function describeWith(need: Need, name: string, suite: () => void): void {
  if (isPresent(need)) {
    describe(name, suite)
  } else if (process.env.CI === 'true' && process.platform === 'linux' && installedInCi.has(need)) {
    describe(name, () => {
      it(`finds ${need}`, () => {
        throw new Error(`.ci/run installs ${need}, but it cannot be started`)
      })
    })
  } else {
    describe.skip(`${name} (skipped: needs ${need})`, suite)
  }
}
