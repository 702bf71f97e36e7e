import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, itemOf, outcomesOf, packsAreSilent, verdictsOf } from './evaluate-sample.ts'

const sample = loadSample('domain-controller')
const checkup = evaluateSample(sample)

describe('sample domain-controller', () => {
  it('takes the domain’s accounts for local ones', () => {
    expect(verdictsOf(checkup)).toEqual({
      'remote-user-removed': 'attention',
      'gotoassist-removed': 'pass',
      'other-remote-access-removed': 'attention',
      'sync-user-denied-remote': 'fail',
      'windows-user-designated': 'fail',
      'erp-user-designated': 'attention',
      'sql-user-designated': 'not-applicable',
      'passwords-strong-unique': 'attention',
      'passwords-stored-safely': 'attention',
      'sql-read-only': 'not-applicable',
      'sync-tool-uninstalled': 'not-applicable',
    })
    expect(packsAreSilent(checkup)).toBe(true)
  })

  it('is graded gaps', () => {
    expect(checkup.grade).toBe('gaps')
    expect(outcomesOf(checkup)).toEqual({ 'remote-access': 'gaps', 'designated-users': 'gaps', 'unused-sync-tool': 'not-applicable' })
    expect(checkup.answerProblems).toBeUndefined()
  })

  it('finds the administrator through the group of the domain', () => {
    const groups = sample.snapshot.probes['local-groups']
    if (groups?.status !== 'ok') throw new Error('groups were collected')
    const kept = groups.facts.groups.map((group) => ({
      ...group,
      members: group.members.filter((member) => !member.name.endsWith('\\erpsync')),
    }))
    const own = sample.snapshot.probes['account-groups']
    if (own?.status !== 'ok') throw new Error('account groups were collected')
    const accounts = own.facts.accounts.map((account) => ({
      ...account,
      groups: account.groups.filter((sid) => !/-(?:512|544)$/.test(sid)),
    }))
    const probes = {
      ...sample.snapshot.probes,
      'local-groups': { ...groups, facts: { groups: kept } },
      'account-groups': { ...own, facts: { accounts } },
    }
    expect(verdictsOf(evaluateSample(sample, { snapshot: { ...sample.snapshot, probes } }))).toMatchObject({
      'windows-user-designated': 'pass',
      'sync-user-denied-remote': 'pass',
    })
  })

  it('shows the accepted risk with its end', () => {
    expect(itemOf(checkup, 'other-remote-access-removed').because).toContain('2027-04-30')
  })
})
