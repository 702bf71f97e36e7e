import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, itemOf, outcomesOf, packVerdictsOf, subjectsOf, verdictsOf } from './evaluate-sample.ts'

const sample = loadSample('old-tls')
const checkup = evaluateSample(sample)

describe('sample old-tls', () => {
  it('leaves one question of the three checklists open', () => {
    expect(verdictsOf(checkup)).toEqual({
      'remote-user-removed': 'pass',
      'gotoassist-removed': 'pass',
      'other-remote-access-removed': 'pass',
      'sync-user-denied-remote': 'pass',
      'windows-user-designated': 'pass',
      'erp-user-designated': 'pass',
      'sql-user-designated': 'pass',
      'passwords-strong-unique': 'pass',
      'passwords-stored-safely': 'attention',
      'sql-read-only': 'not-applicable',
      'sync-tool-uninstalled': 'not-applicable',
    })
    expect(outcomesOf(checkup)).toEqual({ 'remote-access': 'complete', 'designated-users': 'open', 'unused-sync-tool': 'not-applicable' })
  })

  it('judges every layer around the web screens, and leaves the other pack out', () => {
    expect(packVerdictsOf(checkup)).toEqual({
      'connector-key-strong': 'not-applicable',
      'connector-key-guarded': 'not-applicable',
      'connector-outbound-open': 'not-applicable',
      'connector-no-inbound': 'not-applicable',
      'connector-extracts-intact': 'not-applicable',
      'crm-security-profiles': 'pass',
      'crm-activity-tracked': 'attention',
      'crm-up-to-date': 'pass',
      'web-screens-https': 'fail',
      'certificate-healthy': 'fail',
      'firewall-on': 'fail',
      'vpn-for-outside-access': 'fail',
      'antivirus-current': 'pass',
      'updates-current': 'attention',
      'browsers-modern': 'attention',
      'staff-trained': 'pass',
      'incident-plan': 'attention',
      'review-scheduled': 'fail',
    })
  })

  it('has gaps because of the pack alone', () => {
    expect(checkup.grade).toBe('gaps')
    expect(checkup.checklists.filter((each) => each.outcome === 'gaps').map((each) => each.id)).toEqual(['layered-defence'])
    expect(checkup.answerProblems).toBeUndefined()
    expect(checkup.notCollected).toEqual([])
  })

  it('finds fault with one address each for what is accepted and for what is about to end', () => {
    expect(subjectsOf(checkup, 'web-screens-https', 'fail')).toEqual(['https://crm.example.org/crm', 'https://crm.example.org/crm'])
    expect(subjectsOf(checkup, 'web-screens-https', 'pass')).toEqual(['https://erp.example.org/Sage300', 'https://shop.example.org'])
    expect(subjectsOf(checkup, 'certificate-healthy', 'fail')).toEqual(['https://erp.example.org/Sage300'])
    expect(subjectsOf(checkup, 'certificate-healthy', 'pass')).toEqual(['https://crm.example.org/crm', 'https://shop.example.org'])
  })

  it('rests on a person where only a person can tell', () => {
    const answered = checkup.items.filter((item) => item.checklist === 'layered-defence' && item.answers !== undefined)
    expect(answered.map((item) => item.id)).toEqual(['crm-security-profiles', 'crm-up-to-date', 'vpn-for-outside-access', 'staff-trained'])
    expect(itemOf(checkup, 'vpn-for-outside-access').answers?.map((answer) => answer.kind)).toEqual(['denied'])
  })
})
