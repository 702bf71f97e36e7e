import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, itemOf, outcomesOf, packsAreSilent, verdictsOf } from './evaluate-sample.ts'

const sample = loadSample('deploying')
const checkup = evaluateSample(sample)

describe('sample deploying', () => {
  it('leaves the remote access of a deployment alone', () => {
    expect(verdictsOf(checkup)).toEqual({
      'remote-user-removed': 'not-applicable',
      'gotoassist-removed': 'not-applicable',
      'other-remote-access-removed': 'not-applicable',
      'sync-user-denied-remote': 'not-applicable',
      'windows-user-designated': 'pass',
      'erp-user-designated': 'pass',
      'sql-user-designated': 'pass',
      'passwords-strong-unique': 'pass',
      'passwords-stored-safely': 'pass',
      'sql-read-only': 'pass',
      'sync-tool-uninstalled': 'not-applicable',
    })
    expect(packsAreSilent(checkup)).toBe(true)
  })

  it('is graded incomplete', () => {
    expect(checkup.grade).toBe('incomplete')
    expect(outcomesOf(checkup)).toEqual({
      'remote-access': 'not-applicable',
      'designated-users': 'complete',
      'unused-sync-tool': 'not-applicable',
    })
    expect(checkup.answerProblems).toBeUndefined()
  })

  it('says what was found all the same', () => {
    expect(itemOf(checkup, 'remote-user-removed').because).toContain('cimdeploy')
    expect(itemOf(checkup, 'gotoassist-removed').because).toContain('GoToResolve_5308817246913350672')
  })

  it('finds the gaps as soon as the deployment is over', () => {
    const later = evaluateSample(sample, { now: '2026-11-28T00:00:00Z' })
    expect(verdictsOf(later)).toMatchObject({
      'remote-user-removed': 'fail',
      'gotoassist-removed': 'fail',
      'other-remote-access-removed': 'attention',
      'sync-user-denied-remote': 'pass',
    })
    expect(later.grade).toBe('gaps')
  })
})
