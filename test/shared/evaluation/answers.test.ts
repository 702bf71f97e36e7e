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
