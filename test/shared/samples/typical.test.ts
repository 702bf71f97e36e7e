import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, itemOf, outcomesOf, packsAreSilent, subjectsOf, verdictsOf } from './evaluate-sample.ts'

const checkup = evaluateSample(loadSample('typical'))

describe('sample typical', () => {
  it('leaves gaps in both checklists that apply', () => {
    expect(verdictsOf(checkup)).toEqual({
      'remote-user-removed': 'fail',
      'gotoassist-removed': 'fail',
      'other-remote-access-removed': 'attention',
      'sync-user-denied-remote': 'fail',
      'windows-user-designated': 'fail',
      'erp-user-designated': 'fail',
      'sql-user-designated': 'fail',
      'passwords-strong-unique': 'fail',
      'passwords-stored-safely': 'attention',
      'sql-read-only': 'fail',
      'sync-tool-uninstalled': 'not-applicable',
    })
    expect(packsAreSilent(checkup)).toBe(true)
  })

  it('is graded by its gaps', () => {
    expect(checkup.grade).toBe('gaps')
    expect(outcomesOf(checkup)).toEqual({ 'remote-access': 'gaps', 'designated-users': 'gaps', 'unused-sync-tool': 'not-applicable' })
    expect(checkup.answerProblems).toBeUndefined()
  })

  it('names the user made for the vendor and one that looks like it', () => {
    expect(subjectsOf(checkup, 'remote-user-removed', 'fail')).toEqual(['cimconsult'])
    expect(subjectsOf(checkup, 'remote-user-removed', 'attention')).toEqual(['vendor_support'])
  })

  it('lists every way in that nobody keeps, and not the one that somebody does', () => {
    expect(subjectsOf(checkup, 'other-remote-access-removed', 'attention')).toEqual(
      expect.arrayContaining(['rdp', 'teamviewer', 'anydesk', 'screenconnect-client:ScreenConnect Client (3f9c2a71d05be684)', 'winrm']),
    )
    expect(itemOf(checkup, 'other-remote-access-removed').because).not.toContain('WinRM')
  })

  it('lists everything else that runs under the account of the sync tool', () => {
    const subjects = subjectsOf(checkup, 'windows-user-designated')
    expect(subjects.join('\n')).toContain('LabelQueue')
    expect(subjects.join('\n')).toContain('Order export nightly')
    expect(subjects.join('\n')).toContain('Sage100AppServer')
  })

  it('names each database in which the login can write', () => {
    const subjects = subjectsOf(checkup, 'sql-read-only', 'fail').join('\n')
    for (const database of ['MAS_SVF', 'MAS_TST', 'LabelQueue']) expect(subjects).toContain(database)
    expect(subjects).not.toContain('MAS_System')
  })
})
