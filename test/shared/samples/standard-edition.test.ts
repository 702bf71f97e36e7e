import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, outcomesOf, packsAreSilent, subjectsOf, verdictsOf } from './evaluate-sample.ts'

const sample = loadSample('standard-edition')
const checkup = evaluateSample(sample)

describe('sample standard-edition', () => {
  it('leaves the database checks out', () => {
    expect(verdictsOf(checkup)).toEqual({
      'remote-user-removed': 'pass',
      'gotoassist-removed': 'pass',
      'other-remote-access-removed': 'pass',
      'sync-user-denied-remote': 'pass',
      'windows-user-designated': 'pass',
      'erp-user-designated': 'attention',
      'sql-user-designated': 'not-applicable',
      'passwords-strong-unique': 'pass',
      'passwords-stored-safely': 'attention',
      'sql-read-only': 'not-applicable',
      'sync-tool-uninstalled': 'not-applicable',
    })
    expect(packsAreSilent(checkup)).toBe(true)
  })

  it('is graded incomplete', () => {
    expect(checkup.grade).toBe('incomplete')
    expect(outcomesOf(checkup)).toEqual({ 'remote-access': 'complete', 'designated-users': 'open', 'unused-sync-tool': 'not-applicable' })
    expect(checkup.answerProblems).toBeUndefined()
  })

  it('knows that nobody can sign in as a service', () => {
    expect(subjectsOf(checkup, 'sync-user-denied-remote', 'pass')).toEqual(
      expect.arrayContaining(['NT SERVICE\\WSPErpDriverQueue', 'NT SERVICE\\WSPErpDriverSync']),
    )
  })
})
