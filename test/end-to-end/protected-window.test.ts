import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { DrawOutcome } from '#electron/core/host-hand-over.ts'
import { bundlePrograms } from '../support/bundle-programs.ts'
import { describeWith, electronProgram } from '../support/needs.ts'

/** A first start of Electron on a busy runner, and at most twelve captures. */
const START_LIMIT_MS = 120_000

/** Inside the project: the program finds its native module from there. */
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'erp-checkup')

interface Drawn {
  readonly outcome: DrawOutcome
  /** how often it was looked at while something was shown */
  readonly drawnFor: number
}

describeWith("Electron's binary", 'the protected window on a real screen', () => {
  let folder = ''
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  beforeAll(async () => {
    mkdirSync(cache, { recursive: true })
    folder = mkdtempSync(join(cache, 'protected-window-'))
    await bundlePrograms({ 'protected-window': new URL('programs/protected-window.ts', import.meta.url) }, folder)
  }, START_LIMIT_MS)

  function draw(mode: 'protected' | 'unprotected'): Drawn {
    const outputFile = join(folder, `${mode}.json`)
    const args = [join(folder, 'protected-window.mjs'), `--user-data-dir=${join(folder, mode)}`, mode, outputFile]
    spawnSync(electronProgram() ?? '', args, { timeout: START_LIMIT_MS })
    return JSON.parse(readFileSync(outputFile, 'utf8')) as Drawn
  }

  it('is refused by its test where captures show it, whatever the system says', { timeout: START_LIMIT_MS }, () => {
    const { outcome, drawnFor } = draw('unprotected')
    expect(drawnFor).toBe(0)
    // Where this machine gives no picture of its screen, nothing is proven either.
    expect(['protected-window-seen', 'nothing-captured', 'ordinary-window-not-seen']).toContain(reasonOf(outcome))
  })

  it.runIf(process.platform === 'win32')(
    'passes its test on Windows, wherever that can see a screen',
    { timeout: 2 * START_LIMIT_MS },
    () => {
      const lie = reasonOf(draw('unprotected').outcome)
      const { outcome, drawnFor } = draw('protected')
      if (lie === 'protected-window-seen') expect([outcome, drawnFor]).toEqual([{ kind: 'drawn' }, 1])
      else expect([reasonOf(outcome), drawnFor]).toEqual([lie, 0])
    },
  )

  it.runIf(process.platform === 'linux')('draws nothing where no system vouches for it', { timeout: START_LIMIT_MS }, () => {
    expect(draw('protected')).toEqual({ outcome: { kind: 'refused', reason: 'no-affinity' }, drawnFor: 0 })
  })
})

const reasonOf = (outcome: DrawOutcome): string => (outcome.kind === 'refused' ? outcome.reason : outcome.kind)
