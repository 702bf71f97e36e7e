import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, outcomesOf, packsAreSilent, verdictsOf } from './evaluate-sample.ts'

const sample = loadSample('well-kept')
const checkup = evaluateSample(sample)

describe('sample well-kept', () => {
  it('passes every check that applies', () => {
    expect(verdictsOf(checkup)).toEqual({
      'remote-user-removed': 'pass',
      'gotoassist-removed': 'pass',
      'other-remote-access-removed': 'pass',
      'sync-user-denied-remote': 'pass',
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

  it('has the best grade and nothing left open', () => {
    expect(checkup.grade).toBe('best')
    expect(outcomesOf(checkup)).toEqual({
      'remote-access': 'complete',
      'designated-users': 'complete',
      'unused-sync-tool': 'not-applicable',
    })
    expect(checkup.answerProblems).toBeUndefined()
    expect(checkup.notCollected).toEqual([])
  })

  it('rests on a person where only a person can tell', () => {
    const answered = checkup.items.filter((item) => item.answers !== undefined).map((item) => item.id)
    expect(answered).toEqual(['other-remote-access-removed', 'erp-user-designated'])
  })
})
