import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, itemOf, outcomesOf, packsAreSilent, verdictsOf } from './evaluate-sample.ts'

const sample = loadSample('terminal-server')
const checkup = evaluateSample(sample)

describe('sample terminal-server', () => {
  it('passes with the ways in that are kept', () => {
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

  it('is graded best', () => {
    expect(checkup.grade).toBe('best')
    expect(outcomesOf(checkup)).toEqual({
      'remote-access': 'complete',
      'designated-users': 'complete',
      'unused-sync-tool': 'not-applicable',
    })
    expect(checkup.answerProblems).toBeUndefined()
  })

  it('asks about every way in that is not kept by name', () => {
    const [kept, ...others] = sample.answers.answers['other-remote-access-removed'] ?? []
    if (kept === undefined) throw new Error('the sample keeps ways in')
    for (const subject of ['rdp', 'winrm', 'ninjaone']) {
      const subjects = (kept.subjects ?? []).filter((each) => each !== subject)
      const answers = { ...sample.answers.answers, 'other-remote-access-removed': [{ ...kept, subjects }, ...others] }
      expect(verdictsOf(evaluateSample(sample, { answers: { ...sample.answers, answers } }))['other-remote-access-removed']).toBe(
        'attention',
      )
    }
  })

  it('denies the sync tool through the group of all local accounts', () => {
    expect(
      itemOf(checkup, 'sync-user-denied-remote')
        .evidence.map((piece) => piece.detail)
        .join('\n'),
    ).toContain('Local account')
  })
})
