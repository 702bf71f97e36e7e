import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, outcomesOf, packsAreSilent, subjectsOf, verdictsOf } from './evaluate-sample.ts'

const sample = loadSample('german')
const checkup = evaluateSample(sample)

describe('sample german', () => {
  it('judges groups and rights whatever they are called', () => {
    expect(verdictsOf(checkup)).toEqual({
      'remote-user-removed': 'attention',
      'gotoassist-removed': 'attention',
      'other-remote-access-removed': 'pass',
      'sync-user-denied-remote': 'pass',
      'windows-user-designated': 'fail',
      'erp-user-designated': 'fail',
      'sql-user-designated': 'unknown',
      'passwords-strong-unique': 'pass',
      'passwords-stored-safely': 'pass',
      'sql-read-only': 'unknown',
      'sync-tool-uninstalled': 'not-applicable',
    })
    expect(packsAreSilent(checkup)).toBe(true)
  })

  it('is graded gaps', () => {
    expect(checkup.grade).toBe('gaps')
    expect(outcomesOf(checkup)).toEqual({ 'remote-access': 'open', 'designated-users': 'gaps', 'unused-sync-tool': 'not-applicable' })
    expect(checkup.answerProblems).toBeUndefined()
  })

  it('finds the administrator through the group of the domain', () => {
    expect(subjectsOf(checkup, 'windows-user-designated', 'fail')).toEqual(['MUSTER\\erp-abgleich'])
  })

  it('names groups, accounts and services in German only', () => {
    const text = JSON.stringify(sample.snapshot.probes)
    for (const english of ['Administrators', 'Remote Desktop Users', 'NT AUTHORITY\\\\SYSTEM', 'BUILTIN', 'Print Spooler', 'Everyone']) {
      expect(text).not.toContain(`"${english}`)
    }
    expect(text).toContain('Remotedesktopbenutzer')
  })
})
