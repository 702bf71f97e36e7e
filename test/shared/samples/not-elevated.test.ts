import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, itemOf, outcomesOf, packsAreSilent, verdictsOf } from './evaluate-sample.ts'

const sample = loadSample('not-elevated')
const checkup = evaluateSample(sample)

describe('sample not-elevated', () => {
  it('leaves unknown what needs a refused probe', () => {
    expect(verdictsOf(checkup)).toEqual({
      'remote-user-removed': 'unknown',
      'gotoassist-removed': 'unknown',
      'other-remote-access-removed': 'attention',
      'sync-user-denied-remote': 'unknown',
      'windows-user-designated': 'unknown',
      'erp-user-designated': 'pass',
      'sql-user-designated': 'unknown',
      'passwords-strong-unique': 'pass',
      'passwords-stored-safely': 'pass',
      'sql-read-only': 'unknown',
      'sync-tool-uninstalled': 'not-applicable',
    })
    expect(packsAreSilent(checkup)).toBe(true)
  })

  it('is incomplete rather than good', () => {
    expect(checkup.grade).toBe('incomplete')
    expect(outcomesOf(checkup)).toEqual({ 'remote-access': 'open', 'designated-users': 'open', 'unused-sync-tool': 'not-applicable' })
  })

  it('gives the reason of the refusal', () => {
    expect(itemOf(checkup, 'sync-user-denied-remote').because).toContain('administrator')
    expect(itemOf(checkup, 'sql-read-only').because).toContain('18456')
    expect(checkup.notCollected?.map((each) => each.probe)).toEqual(
      expect.arrayContaining(['local-users', 'local-groups', 'user-rights', 'sql-server', 'logons']),
    )
  })
})
