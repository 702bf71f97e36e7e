import { describe, expect, it } from 'vitest'

import type { Finding } from '#shared/checks/check.ts'
import type { Answer } from '#shared/formats/answers.ts'
import { checkThat, type Options, say, there, thing } from '../../support/findings.ts'
import { checkupOf, judge, type Situation, testHost } from '../../support/world.ts'

describe('answers', () => {
  const answer = (kind: Answer['kind'], more: Partial<Answer> = {}): Answer => ({
    kind,
    by: 'Ada',
    at: '2026-02-01T00:00:00Z',
    note: 'ours',
    ...more,
  })
  const answered = (findings: readonly Finding[], given: readonly Answer[], options: Options = {}, situation: Situation = there) =>
    judge(
      checkThat(() => findings, options),
      { ...situation, answers: { answers: { 'test-check': given } } },
    )
  const problemsOf = (findings: readonly Finding[], given: readonly Answer[], options: Options = {}) =>
    checkupOf([checkThat(() => findings, options)], { ...there, answers: { answers: { 'test-check': given } } }).answerProblems?.map(
      (each) => each.problem,
    )

  it.each([
    ['confirmed', [say.odd('a')], 'pass'],
    ['confirmed', [say.bad('a'), say.odd('b')], 'fail'],
    ['confirmed', [say.off()], 'not-applicable'],
    ['not-applicable', [say.odd('a')], 'not-applicable'],
    ['not-applicable', [say.odd('a'), say.good()], 'not-applicable'],
    ['not-applicable', [say.bad('a')], 'fail'],
    ['denied', [say.odd('a')], 'fail'],
    ['denied', [say.good()], 'fail'],
    ['denied', [say.off()], 'fail'],
    ['denied', [say.off(true)], 'not-applicable'],
  ] as const)('%s on %j gives %s', (kind, findings, expected) => {
    expect(answered(findings, [answer(kind)]).verdict).toBe(expected)
  })

  it('bear on what a rule found not to apply, and on gaps beside what the profile rules out', () => {
    const aged: Situation = { ...there, collectedAt: '2026-02-15T00:00:00Z', now: '2026-03-01T00:00:00Z' }
    expect(answered([say.off()], [answer('denied')], {}, aged).verdict).toBe('fail')
    expect(answered([say.off(true), say.odd('a')], [answer('denied')]).verdict).toBe('fail')
    expect(answered([say.off(true), say.odd('a')], [answer('confirmed')]).verdict).toBe('pass')
  })

  it('are no problem where they name nothing and cover the check', () => {
    expect(problemsOf([say.odd('a')], [answer('confirmed')])).toBeUndefined()
    expect(problemsOf([say.odd('a')], [answer('confirmed', { subjects: ['A'] })])).toBeUndefined()
  })

  it('turns unknown for a missing probe into what a person says', () => {
    const missing: Situation = { facts: { host: testHost } }
    expect(answered([], [answer('confirmed')], {}, missing).verdict).toBe('pass')
    expect(answered([], [answer('not-applicable')], {}, missing).verdict).toBe('not-applicable')
    expect(answered([], [answer('denied')], {}, missing).verdict).toBe('fail')
  })

  it('says who answered when and keeps the answer', () => {
    const item = answered([say.odd('a')], [answer('confirmed')])
    expect(item.because).toBe('Confirmed by Ada on 2026-02-01.')
    expect(item.answers).toEqual([answer('confirmed')])
    expect(item.evidence).toHaveLength(1)
    expect(answered([say.odd('a')], [answer('denied')]).because).toBe('Denied by Ada on 2026-02-01; a is odd.')
  })

  it('lets the newest of several decide, in whatever order they stand', () => {
    const newer = { at: '2026-02-02T00:00:00Z' }
    expect(answered([say.odd('a')], [answer('denied'), answer('confirmed', newer)]).verdict).toBe('pass')
    expect(answered([say.odd('a')], [answer('confirmed', newer), answer('denied')]).verdict).toBe('pass')
    expect(answered([say.odd('a')], [answer('confirmed'), answer('denied', newer)]).verdict).toBe('fail')
  })

  it('do not hide what was fine, unless all of it does not apply', () => {
    expect(answered([say.odd('a'), say.good()], [answer('confirmed')]).because).toBe('Confirmed by Ada on 2026-02-01; all well.')
    expect(answered([say.odd('a'), say.good()], [answer('not-applicable')]).because).toBe('Not applicable according to Ada on 2026-02-01.')
    expect(answered([say.good()], [answer('not-applicable')]).verdict).toBe('pass')
    const partly = [answer('not-applicable'), answer('confirmed', { subjects: ['a'], at: '2026-02-02T00:00:00Z' })]
    expect(answered([say.odd('a'), say.odd('b'), say.good()], partly).because).not.toContain('all well')
  })

  it('have an end where they name one, of whatever kind', () => {
    expect(answered([say.odd('a')], [answer('confirmed', { until: '2026-03-01T09:00:00Z' })]).verdict).toBe('pass')
    expect(answered([say.odd('a')], [answer('confirmed', { until: '2026-02-28' })]).verdict).toBe('attention')
    expect(answered([say.odd('a')], [answer('confirmed', { until: '2030-01-01' })]).verdict).toBe('pass')
  })

  it('that are no confirmations of a manual check do not end by themselves', () => {
    const old = { at: '2020-01-01T00:00:00Z' }
    expect(answered([say.odd('a')], [answer('not-applicable', old)], { manual: true, reads: [] }).verdict).toBe('not-applicable')
  })

  it('are told apart in what they say of themselves', () => {
    const detail = (given: Answer, options: Options = {}) =>
      checkupOf([checkThat(() => [say.odd('rdp')], options)], { ...there, answers: { answers: { 'test-check': [given] } } })
        .answerProblems?.[0]?.detail
    expect(detail(answer('confirmed', { at: '2026-04-01T00:00:00Z' }))).toBe(
      'The answer by Ada to test-check is dated in the future (2026-04-01).',
    )
    expect(detail(answer('accepted-risk', { until: '2026-02-20' }))).toBe('The answer by Ada to test-check counted until 2026-02-20.')
    expect(detail(answer('accepted-risk', { until: '2028-02-20' }))).toBe(
      'The answer by Ada to test-check accepts the risk for more than 365 days.',
    )
    expect(detail(answer('confirmed', { at: '2025-01-31T00:00:00Z' }), { manual: true, reads: [] })).toBe(
      'The answer by Ada to test-check counted until 2026-01-31.',
    )
    expect(detail(answer('kept', { subjects: ['rdp'] }))).toContain('is of the kind kept')
    expect(detail(answer('confirmed', { factsDigest: 'x' }))).toContain('by Ada to test-check was given on other facts')
    expect(detail(answer('kept', { subjects: ['ghost'] }), { listsSubjects: true })).toContain(
      'by Ada covers ghost, which no evidence of test-check has',
    )
    expect(detail(answer('confirmed'), { listsSubjects: true })).toContain('by Ada to test-check names no subjects')
  })

  describe('per subject', () => {
    const lists: Options = { listsSubjects: true }
    const both = [say.odd('rdp'), say.odd('anydesk')]

    it('passes when every subject seen is covered, by whatever spelling', () => {
      expect(answered(both, [answer('kept', { subjects: ['RDP', 'AnyDesk'] })], lists).verdict).toBe('pass')
      const two = [answer('kept', { subjects: ['rdp'] }), answer('kept', { subjects: ['anydesk'] })]
      expect(answered(both, two, lists).because).toBe('rdp and anydesk kept according to Ada on 2026-02-01.')
    })

    it('leaves open what is not covered', () => {
      const item = answered(both, [answer('kept', { subjects: ['rdp'] })], lists)
      expect([item.verdict, item.because]).toEqual(['attention', 'anydesk is odd.'])
      expect(item.answers).toHaveLength(1)
    })

    it('never turns a gap into a pass', () => {
      expect(answered([say.bad('rdp')], [answer('kept', { subjects: ['rdp'] })], lists).verdict).toBe('fail')
    })

    it('counts for nothing without subjects and digest', () => {
      expect(answered(both, [answer('confirmed')], lists).verdict).toBe('attention')
      expect(problemsOf(both, [answer('confirmed')], lists)).toEqual(['no-subjects'])
      expect(answered([say.good()], [answer('denied')], lists).verdict).toBe('fail')
    })

    it('fails for a denied subject until a later answer takes it back', () => {
      const denied = answer('denied', { subjects: ['rdp'] })
      expect(answered(both, [denied], lists).verdict).toBe('fail')
      const later = answer('kept', { subjects: ['rdp', 'anydesk'], at: '2026-02-03T00:00:00Z' })
      expect(answered(both, [denied, later], lists).verdict).toBe('pass')
    })

    it('reports subjects that no evidence has and counts the others', () => {
      const given = [answer('kept', { subjects: ['rdp', 'ghost'] })]
      expect(problemsOf(both, given, lists)).toEqual(['unknown-subject'])
      expect(answered([say.odd('rdp')], given, lists).verdict).toBe('pass')
      expect(answered(both, [answer('kept', { subjects: ['ghost'] })], lists).answers).toBeUndefined()
    })

    it('does not settle a missing probe', () => {
      const item = judge(
        checkThat(() => [say.odd('rdp')], { ...lists, reads: ['services', 'programs'] }),
        { ...there, answers: { answers: { 'test-check': [answer('kept', { subjects: ['rdp'] })] } } },
      )
      expect(item.verdict).toBe('unknown')
    })

    it('looks at what bears on the verdict, not at what is shown beside it', () => {
      const beside: Finding = { ...say.odd('rdp'), evidence: [...(say.odd('rdp').evidence ?? []), { ...thing('port'), context: true }] }
      expect(answered([beside], [answer('kept', { subjects: ['rdp'] })], lists).verdict).toBe('pass')
      const onlyBeside: Finding = { ...say.odd('x'), evidence: [{ ...thing('port'), context: true }] }
      expect(answered([onlyBeside], [answer('confirmed')], lists).verdict).toBe('pass')
    })

    it('needs every subject of a clause', () => {
      const pair: Finding = { ...say.odd('a'), evidence: [thing('a'), thing('b')] }
      expect(answered([pair], [answer('kept', { subjects: ['a'] })], lists).verdict).toBe('attention')
      expect(answered([pair], [answer('kept', { subjects: ['a', 'b'] })], lists).verdict).toBe('pass')
      expect(answered([say.odd('a'), say.good()], [answer('confirmed')], lists).verdict).toBe('attention')
    })

    it('takes a denial back for all of its subjects or not at all', () => {
      const denied = answer('denied', { subjects: ['rdp', 'anydesk'] })
      const later = (subjects?: string[]) => answer('kept', { at: '2026-02-03T00:00:00Z', ...(subjects ? { subjects } : {}) })
      expect(answered(both, [denied, later(['rdp'])], lists).verdict).toBe('fail')
      const digest = answered(both, [], lists).factsDigest ?? ''
      expect(answered(both, [denied, { ...later(), factsDigest: digest }], lists).verdict).toBe('pass')
      expect(answered(both, [{ ...answer('denied'), factsDigest: digest }, later(['rdp', 'anydesk'])], lists).verdict).toBe('fail')
      expect(answered(both, [answer('kept', { factsDigest: digest })], lists).because).toBe('Confirmed by Ada on 2026-02-01.')
    })

    it('names who said that something does not apply', () => {
      const item = answered(both, [answer('not-applicable', { subjects: ['rdp'] }), answer('confirmed', { subjects: ['anydesk'] })], lists)
      expect([item.verdict, item.because]).toEqual(['pass', 'Confirmed by Ada on 2026-02-01.'])
    })

    it('keeps nothing on other checks or without a note', () => {
      expect(problemsOf(both, [answer('kept', { subjects: ['rdp'] })])).toEqual(['kind-not-allowed'])
      expect(problemsOf(both, [answer('kept', { subjects: ['rdp'], note: ' ' })], lists)).toEqual(['kind-not-allowed'])
    })
  })

  describe('on the facts that they were given on', () => {
    const digest = answered([say.odd('a')], []).factsDigest ?? ''

    it('count while the evidence is the same', () => {
      const given = [answer('confirmed', { factsDigest: digest })]
      expect(answered([say.odd('a')], given, { listsSubjects: true }).verdict).toBe('pass')
      expect(answered([say.odd('a'), say.odd('b')], given).verdict).toBe('attention')
      expect(problemsOf([say.odd('b')], given)).toEqual(['facts-changed'])
    })

    it('are not disturbed by order, repetition, details or context', () => {
      const detailed: Finding = {
        ...say.odd('a'),
        evidence: [{ ...thing('A'), params: { version: '2' } }, thing('a'), { ...thing('z'), context: true }],
      }
      expect(answered([detailed], []).factsDigest).toBe(digest)
      expect(answered([say.odd('a'), say.odd('b')], []).factsDigest).toBe(answered([say.odd('b'), say.odd('a')], []).factsDigest)
      expect(answered([say.odd('b')], []).factsDigest).not.toBe(digest)
      expect(answered([say.bad('a')], []).factsDigest).toBe(digest)
      expect(answered([{ ...say.bad('a'), verdict: 'unknown' }], []).factsDigest).toBe(digest)
      const fine: Finding = { ...say.good(), evidence: [thing('b')] }
      expect(answered([say.odd('a'), fine], []).factsDigest).toBe(digest)
      expect(answered([{ ...say.odd('a'), evidence: [{ ...thing('a'), kind: 'thing' }] }, say.good()], []).factsDigest).toBe(digest)
    })
  })

  describe('accepted risks', () => {
    const accepted = (until: string) => answered([say.bad('a')], [answer('accepted-risk', { until })])

    it('stay gaps, shown as accepted until their date', () => {
      const item = accepted('2026-06-30')
      expect([item.verdict, item.because, item.answers?.length]).toEqual(['fail', 'a bad; risk accepted by Ada until 2026-06-30.', 1])
      expect(answered([say.odd('a')], [answer('accepted-risk', { until: '2026-06-30' })]).verdict).toBe('attention')
    })

    it('are not shown where nothing is open', () => {
      const given = [answer('accepted-risk', { until: '2026-06-30T12:00:00Z' })]
      expect(answered([say.good()], given).because).toBe('All well.')
      expect(answered([say.off()], given).because).toBe('No matter here.')
      expect(answered([say.odd('a')], given).because).toBe('a is odd; risk accepted by Ada until 2026-06-30.')
    })

    it.each([
      ['2026-03-01', 1],
      ['2026-02-28', 0],
      ['2026-03-01T08:59:59Z', 0],
      ['2027-02-01', 1],
      ['2027-02-02', 0],
    ])('until %s: %i counts', (until, counts) => {
      expect(accepted(until).answers?.length ?? 0).toBe(counts)
    })

    it('are reported once they have ended or reach too far', () => {
      expect(problemsOf([say.bad('a')], [answer('accepted-risk', { until: '2026-02-20' })])).toEqual(['expired'])
      expect(problemsOf([say.bad('a')], [answer('accepted-risk', { until: '2028-02-20' })])).toEqual(['too-long'])
    })
  })

  describe('to a manual check', () => {
    const manual: Options = { manual: true, reads: [] }

    it.each([
      ['2025-03-01T09:00:00Z', 'pass'],
      ['2025-03-01T08:59:59Z', 'attention'],
    ])('given at %s: %s after 12 calendar months', (at, expected) => {
      expect(answered([say.odd('a')], [answer('confirmed', { at })], manual).verdict).toBe(expected)
    })

    it('do not end for other checks', () => {
      expect(answered([say.odd('a')], [answer('confirmed', { at: '2020-01-01T00:00:00Z' })]).verdict).toBe('pass')
    })
  })

  it('from the future do not count', () => {
    expect(answered([say.odd('a')], [answer('confirmed', { at: '2026-03-02T09:00:00Z' })]).verdict).toBe('pass')
    expect(problemsOf([say.odd('a')], [answer('confirmed', { at: '2026-03-02T09:00:01Z' })])).toEqual(['not-yet'])
  })

  it('to a check that does not exist are reported', () => {
    const answers = { answers: { ghost: [answer('confirmed')], constructor: [answer('confirmed')] } }
    const { answerProblems } = checkupOf([checkThat(() => [say.good()])], { ...there, answers })
    expect(answerProblems?.map((each) => each.detail)).toEqual([
      'The answer names the check ghost, which does not exist.',
      'The answer names the check constructor, which does not exist.',
    ])
  })
})
