import { describe, expect, it } from 'vitest'

import type { ChecklistId } from '#shared/checks/check.ts'
import { checkThat, say, there } from '../../support/findings.ts'
import { judge, type Situation } from '../../support/world.ts'

const verdictIn = (checklist: ChecklistId, more: Situation = {}) => {
  const item = judge(
    checkThat(() => [say.bad('a')], { checklist }),
    { ...there, ...more, facts: { ...there.facts, ...more.facts } },
  )
  return item.verdict === 'not-applicable' ? item.message.id : item.verdict
}

describe('packs', () => {
  it.each([
    ['connector-transit', 'nothing calls for it', {}, 'note/pack-off'],
    ['connector-transit', 'the profile lists a connector', { profile: { syncTools: [{ name: 'c', kind: 'connector' }] } }, 'fail'],
    ['connector-transit', 'the profile lists another tool', { profile: { syncTools: [{ name: 'c' }] } }, 'note/pack-off'],
    [
      'connector-transit',
      'the probe finds one',
      { facts: { connector: { installations: [{ product: 'c', location: 'C:\\c', keys: [], reachability: [] }] } } },
      'fail',
    ],
    ['connector-transit', 'the probe finds none', { facts: { connector: { installations: [] } } }, 'note/pack-off'],
    ['connector-transit', 'the profile wants it', { profile: { packs: ['connector-transit'] } }, 'fail'],
    ['layered-defence', 'nothing calls for it', { profile: { endpoints: [], packs: ['connector-transit'] } }, 'note/pack-off'],
    ['layered-defence', 'the profile lists endpoints', { profile: { endpoints: ['https://crm.example'] } }, 'fail'],
    ['layered-defence', 'the profile wants it', { profile: { packs: ['layered-defence'] } }, 'fail'],
    ['unused-sync-tool', 'a checklist always applies', {}, 'fail'],
  ] satisfies [ChecklistId, string, Situation, string][])('%s: %s', (checklist, _when, situation, expected) => {
    expect(verdictIn(checklist, situation)).toBe(expected)
  })

  it('are not applicable even where a probe is missing or the snapshot is old', () => {
    const item = judge(
      checkThat(() => [], { checklist: 'layered-defence' }),
      { facts: {}, now: '2027-01-01T00:00:00Z' },
    )
    expect(item.verdict).toBe('not-applicable')
  })

  it('take no answer while they do not apply', () => {
    const denied = { kind: 'denied', by: 'Ada', at: '2026-02-01T00:00:00Z', note: '' } as const
    const item = judge(
      checkThat(() => [], { checklist: 'layered-defence' }),
      { ...there, answers: { answers: { 'test-check': [denied] } } },
    )
    expect(item.verdict).toBe('not-applicable')
  })
})
