import { describe, expect, it } from 'vitest'

import type { Answers } from '#shared/formats/answers.ts'
import { checkThat, type Options, say, there, verdictOf } from '../../support/findings.ts'
import { checkupOf, judge, NOW, type Situation, service, testHost } from '../../support/world.ts'

describe('the deployment exception', () => {
  const during = (deployment: object, now = NOW, facts = there.facts): Situation => ({
    ...(facts ? { facts } : {}),
    now,
    profile: { deployment: { phase: 'deploying', ...deployment } },
  })
  const remote: Options = { checklist: 'remote-access' }

  it.each([
    ['the last day counts to its end', { until: '2026-03-01' }, '2026-03-01T23:59:59.999Z', 'not-applicable'],
    ['the day after is over', { until: '2026-03-01' }, '2026-03-02T00:00:00Z', 'fail'],
    ['21 days after since', { since: '2026-02-08' }, '2026-03-01T23:59:59Z', 'not-applicable'],
    ['22 days after since', { since: '2026-02-08' }, '2026-03-02T00:00:00Z', 'fail'],
    ['never more than 120 days', { since: '2025-11-01', until: '2026-12-31' }, '2026-03-01T23:59:59Z', 'not-applicable'],
    ['121 days after since', { since: '2025-11-01', until: '2026-12-31' }, '2026-03-02T00:00:00Z', 'fail'],
    ['until before the limit', { since: '2026-02-20', until: '2026-02-28' }, '2026-03-01T00:00:00Z', 'fail'],
    ['neither date', {}, NOW, 'fail'],
  ])('%s', (_what, dates, now, expected) => {
    expect(verdictOf([say.bad('a')], during(dates, now), remote)).toBe(expected)
  })

  it('says until when and what was found', () => {
    const item = judge(
      checkThat(() => [say.bad('a')], remote),
      during({ until: '2026-03-09' }),
    )
    expect(item.because).toBe('Not applicable until the end of 2026-03-09 (UTC): the sync tool is being deployed; a bad.')
    expect(item.evidence).toHaveLength(1)
  })

  it('lets through what fails even then, alone', () => {
    const item = judge(
      checkThat(() => [say.odd('b'), { ...say.bad('a'), evenWhileDeploying: true }], remote),
      during({ until: '2026-03-09' }),
    )
    expect([item.verdict, item.because]).toEqual(['fail', 'a bad.'])
  })

  it('holds for the remote-access checklist alone and in no other phase', () => {
    expect(verdictOf([say.bad('a')], during({ until: '2026-03-09' }))).toBe('fail')
    expect(verdictOf([say.bad('a')], during({ phase: 'live', until: '2026-03-09' }), remote)).toBe('fail')
  })

  it('is not applicable although a probe is missing, and takes no answer', () => {
    const answers = { answers: { 'test-check': [{ kind: 'denied', by: 'A', at: NOW, note: '' }] } } as unknown as Answers
    const item = judge(
      checkThat(() => [], remote),
      { ...during({ until: '2026-03-09' }, NOW, { host: testHost }), answers },
    )
    expect([item.verdict, item.answers]).toEqual(['not-applicable', undefined])
    expect(item.because).toContain('not verified: services not collected')
  })

  it('leaves the checkup at most incomplete', () => {
    const checks = [checkThat(() => [say.good()], remote)]
    expect(checkupOf(checks, during({ until: '2026-03-09' })).grade).toBe('incomplete')
    expect(checkupOf(checks, during({ until: '2026-02-09' })).grade).toBe('best')
  })
})

describe('a server that the sync tool has left', () => {
  const left = (facts: Situation['facts'], records: Situation['records'] = {}): Situation => ({
    facts: facts ?? {},
    records,
    profile: { deployment: { phase: 'moved-away' } },
  })
  const none = { services: { services: [] }, programs: { programs: [] } }

  it('has no designated users to judge', () => {
    const item = judge(
      checkThat(() => [say.bad('a')], { checklist: 'designated-users' }),
      left(none),
    )
    expect([item.verdict, item.message.id]).toEqual(['not-applicable', 'note/nothing-left-here'])
  })

  it('is judged as long as something is left or not known', () => {
    const judged = (situation: Situation) => verdictOf([say.bad('a')], situation, { checklist: 'designated-users' })
    expect(judged(left({ ...none, services: { services: [service('WSPSync', '.\\x')] } }))).toBe('fail')
    expect(judged(left({ services: { services: [] } }))).toBe('fail')
    expect(
      judged(
        left({ services: { services: [] } }, { programs: { status: 'ok', durationMs: 1, facts: { programs: [] }, incomplete: true } }),
      ),
    ).toBe('fail')
    expect(judged({ facts: none, profile: { deployment: { phase: 'live' } } })).toBe('fail')
    expect(verdictOf([say.bad('a')], left(none))).toBe('fail')
  })
})
