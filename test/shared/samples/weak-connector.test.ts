import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, itemOf, outcomesOf, packVerdictsOf, subjectsOf, verdictsOf } from './evaluate-sample.ts'

const sample = loadSample('weak-connector')
const checkup = evaluateSample(sample)

describe('sample weak-connector', () => {
  it('passes the three checklists with the users that the connector names', () => {
    expect(verdictsOf(checkup)).toEqual({
      'remote-user-removed': 'pass',
      'gotoassist-removed': 'pass',
      'other-remote-access-removed': 'pass',
      'sync-user-denied-remote': 'pass',
      'windows-user-designated': 'pass',
      'erp-user-designated': 'not-applicable',
      'sql-user-designated': 'pass',
      'passwords-strong-unique': 'pass',
      'passwords-stored-safely': 'pass',
      'sql-read-only': 'not-applicable',
      'sync-tool-uninstalled': 'not-applicable',
    })
    expect(outcomesOf(checkup)).toEqual({
      'remote-access': 'complete',
      'designated-users': 'complete',
      'unused-sync-tool': 'not-applicable',
    })
  })

  it('finds the way of the data to the cloud weak, and leaves the other pack out', () => {
    expect(packVerdictsOf(checkup)).toEqual({
      'connector-key-strong': 'fail',
      'connector-key-guarded': 'fail',
      'connector-outbound-open': 'fail',
      'connector-no-inbound': 'pass',
      'connector-extracts-intact': 'attention',
      'crm-security-profiles': 'not-applicable',
      'crm-activity-tracked': 'not-applicable',
      'crm-up-to-date': 'not-applicable',
      'web-screens-https': 'not-applicable',
      'certificate-healthy': 'not-applicable',
      'firewall-on': 'not-applicable',
      'vpn-for-outside-access': 'not-applicable',
      'antivirus-current': 'not-applicable',
      'updates-current': 'not-applicable',
      'browsers-modern': 'not-applicable',
      'staff-trained': 'not-applicable',
      'incident-plan': 'not-applicable',
      'review-scheduled': 'not-applicable',
    })
  })

  it('has gaps because of the pack alone', () => {
    expect(checkup.grade).toBe('gaps')
    expect(checkup.checklists.filter((each) => each.outcome === 'gaps').map((each) => each.id)).toEqual(['connector-transit'])
    expect(checkup.answerProblems).toBeUndefined()
    expect(checkup.notCollected).toEqual([])
  })

  it('finds fault with the pair for the transfer and not with the public halves', () => {
    expect(subjectsOf(checkup, 'connector-key-strong', 'fail')).toEqual(['Inventory Advisor Connector: transfer_rsa'])
    expect(subjectsOf(checkup, 'connector-key-strong', 'pass')).toEqual(['Inventory Advisor Connector: messages_rsa'])
    expect(subjectsOf(checkup, 'connector-key-guarded', 'fail')).toEqual(['BUILTIN\\Users', 'Everyone'])
    expect(itemOf(checkup, 'connector-key-guarded').because).not.toContain('.pub')
    expect(subjectsOf(checkup, 'connector-outbound-open', 'fail')).toEqual(['comms.example.com:80'])
  })

  it('keeps a gap whose risk is accepted a gap', () => {
    expect(itemOf(checkup, 'connector-key-strong')).toMatchObject({ verdict: 'fail', answers: [{ kind: 'accepted-risk' }] })
  })

  it.each([
    ['an intact one', [], 'pass'],
    ['one that was changed on its way', ['stock_levels.csv.bz2'], 'fail'],
  ] as const)('asks for a new result of an extract, and takes %s', (_name, mismatches, verdict) => {
    const result = {
      directory: 'D:\\Inventory Advisor Connector\\outbox',
      at: '2026-11-20T07:10:00Z',
      intact: mismatches.length === 0,
      mismatches,
    }
    const answers = { ...sample.answers, extracts: [...(sample.answers.extracts ?? []), result] }
    expect(itemOf(checkup, 'connector-extracts-intact').because).toContain('2026-10-06')
    expect(packVerdictsOf(evaluateSample(sample, { answers }))['connector-extracts-intact']).toBe(verdict)
  })
})
