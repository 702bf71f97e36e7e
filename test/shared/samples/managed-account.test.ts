import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, itemOf, outcomesOf, packsAreSilent, verdictsOf } from './evaluate-sample.ts'

const sample = loadSample('managed-account')
const checkup = evaluateSample(sample)

describe('sample managed-account', () => {
  it('passes with a managed account and its database login', () => {
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

  it('is graded good', () => {
    expect(checkup.grade).toBe('good')
    expect(outcomesOf(checkup)).toEqual({
      'remote-access': 'complete',
      'designated-users': 'complete',
      'unused-sync-tool': 'not-applicable',
    })
    expect(checkup.answerProblems).toBeUndefined()
  })

  it('judges the one password that a person knows', () => {
    const message = itemOf(checkup, 'passwords-strong-unique').because
    expect(message).toContain('storesync')
    expect(message).not.toContain('gmsa-erpsync$')
  })

  it('has the best grade once that password is', () => {
    const credentials = sample.answers.credentials.map((record) => ({ ...record, grade: 'best' as const }))
    expect(evaluateSample(sample, { answers: { ...sample.answers, credentials } }).grade).toBe('best')
  })
})
