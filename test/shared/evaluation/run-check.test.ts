import { describe, expect, it } from 'vitest'

import type { Finding } from '#shared/checks/check.ts'
import { CheckFault } from '#shared/evaluation/run-check.ts'
import { checkThat, say, there, verdictOf } from '../../support/findings.ts'
import { judge, type Situation, testHost } from '../../support/world.ts'

describe('several things in one check', () => {
  it.each([
    ['fail', [say.good(), say.odd('a'), say.bad('b')]],
    ['attention', [say.good(), say.odd('a'), say.off()]],
    ['pass', [say.off(), say.good()]],
    ['not-applicable', [say.off()]],
  ] as const)('the worst decides: %s', (expected, findings) => {
    expect(verdictOf(findings)).toBe(expected)
  })

  it('lists everything in one sentence, worst first, and nothing that is good', () => {
    const item = judge(
      checkThat(() => [say.good(), say.odd('x'), say.bad('a'), say.bad('b'), say.bad('a')]),
      there,
    )
    expect(item.because).toBe('a and b bad; x is odd.')
    expect(item.message).toEqual({ id: 'test-check/bad', params: { names: ['a', 'b'] } })
    expect(item.evidence.map((each) => [each.subject, each.verdict, each.detail])).toEqual([
      ['a', 'fail', 'seen'],
      ['b', 'fail', 'seen'],
      ['x', 'attention', 'seen'],
    ])
  })

  it('counts what no sentence can hold, and the evidence still lists it', () => {
    const names = Array.from({ length: 50 }, (_, index) => `svc${index}`)
    const item = judge(
      checkThat(() => names.map(say.odd)),
      there,
    )
    expect(item.because).toContain('and 31 more are odd')
    expect(item.evidence).toHaveLength(50)
  })
})

describe('one sentence', () => {
  const told = (account: string, name: string): Finding => ({
    ...say.odd(name),
    message: { id: 'odd', params: { names: [name], account } },
  })

  it('keeps clauses apart that differ in more than their lists', () => {
    const { message, also } = judge(
      checkThat(() => [told('x', 'a'), told('y', 'b'), told('x', 'c')]),
      there,
    )
    expect([message, ...(also ?? [])].map(({ params }) => [params.account, params.names])).toEqual([
      ['x', ['a', 'c']],
      ['y', ['b']],
    ])
  })

  it('puts lists of one message together, each name once, and loses none that only one of them has', () => {
    const parts = (names: readonly string[], more: object = {}): Finding => ({
      verdict: 'attention',
      message: { id: 'odd', params: { names, ...more } },
    })
    const { message } = judge(
      checkThat(() => [parts(['a', 'a']), parts(['b', 'a'], { others: ['x', 'x'] }), parts(['c'], { others: ['y'] })]),
      there,
    )
    expect(message.params).toEqual({ names: ['a', 'b', 'c'], others: ['x', 'y'] })
  })

  it('says the good where there is nothing else, and has no further clauses then', () => {
    const item = judge(
      checkThat(() => [say.good(), say.off()]),
      there,
    )
    expect(item).toMatchObject({ because: 'All well.' })
    expect('also' in item).toBe(false)
  })

  it('says a rule that is itself in doubt before questions', () => {
    const doubt: Finding = { ...say.bad('d'), verdict: 'unknown' }
    const item = judge(
      checkThat(() => [say.odd('a'), doubt, say.good()]),
      there,
    )
    expect([item.verdict, item.because]).toEqual(['unknown', 'd bad; a is odd.'])
  })

  it('lists the same piece of evidence once', () => {
    const item = judge(
      checkThat(() => [
        say.bad('a'),
        say.bad('a'),
        say.odd('a'),
        { ...say.bad('b'), evidence: [{ probe: 'services', subject: 'a', kind: 'thing' }] },
      ]),
      there,
    )
    expect(item.evidence).toEqual([
      {
        probe: 'services',
        subject: 'a',
        detail: 'seen',
        kind: 'thing',
        message: { id: 'test-check/evidence/thing', params: {} },
        verdict: 'fail',
      },
    ])
  })
})

describe('missing probes', () => {
  const none: Situation = { facts: { host: testHost } }
  const denied: Situation = { records: { services: { status: 'denied', durationMs: 1, reason: 'access denied (5)' } } }

  it.each([
    ['a pass becomes unknown', [say.good()], 'unknown'],
    ['a question becomes unknown', [say.odd('a')], 'unknown'],
    ['nothing said becomes unknown', [], 'unknown'],
    ['a gap stands', [say.bad('a')], 'fail'],
    ['not applicable stands', [say.off()], 'not-applicable'],
    ['not applicable beside something else does not', [say.off(), say.good()], 'unknown'],
  ] as const)('%s', (_what, findings, expected) => {
    expect(verdictOf(findings, none)).toBe(expected)
    expect(verdictOf(findings, denied)).toBe(expected)
  })

  it('gives the reason of the probe and keeps what was found', () => {
    expect(
      judge(
        checkThat(() => [say.odd('a')]),
        denied,
      ).because,
    ).toBe('Not verified: services (access denied (5)); a is odd.')
    expect(
      judge(
        checkThat(() => [say.good()]),
        none,
      ).because,
    ).toBe('Not verified: services not collected.')
  })

  it('shows no evidence of what would have been fine', () => {
    const fine: Finding = { ...say.good(), evidence: [{ probe: 'services', subject: 'fine', kind: 'thing' }] }
    const item = judge(
      checkThat(() => [fine, say.odd('a')]),
      none,
    )
    expect(item.evidence.map(({ subject }) => subject)).toEqual(['a'])
  })

  it('says once that required facts were read in part', () => {
    const partly: Situation = { records: { services: { status: 'ok', durationMs: 1, facts: { services: [] }, incomplete: true } } }
    const messages = (finding: Finding) => {
      const { message, also = [] } = judge(
        checkThat(() => [finding]),
        partly,
      )
      return [message, ...also].map(({ id }) => id)
    }
    expect(messages(say.good())).toEqual(['note/probe-incomplete'])
    expect(messages(say.odd('a'))).toEqual(['test-check/odd', 'note/probe-incomplete'])
  })

  it('changes no verdict where the probe is optional, and says so', () => {
    const item = judge(
      checkThat(() => [say.good()], { reads: ['host', 'services?'] }),
      none,
    )
    expect([item.verdict, item.because]).toEqual(['pass', 'All well; not looked at: services.'])
  })

  it('turns a pass on partly read facts into unknown and leaves the rest', () => {
    const partly: Situation = { records: { services: { status: 'ok', durationMs: 1, facts: { services: [] }, incomplete: true } } }
    expect(verdictOf([say.good()], partly)).toBe('unknown')
    expect(verdictOf([say.odd('a')], partly)).toBe('attention')
    expect(verdictOf([say.bad('a')], partly)).toBe('fail')
    expect(verdictOf([say.off()], partly)).toBe('not-applicable')
    const optional = judge(
      checkThat(() => [say.good()], { reads: ['services?'] }),
      partly,
    )
    expect([optional.verdict, optional.because]).toEqual(['pass', 'All well; services could only be read in part.'])
  })

  it('gives a rule the facts that it names and no others', () => {
    let seen: object = {}
    const definition = checkThat(() => [say.good()]).definition
    const rule = (input: { readonly facts: object }) => {
      seen = input.facts
      return [say.good()]
    }
    judge({ definition, rule }, there)
    expect(Object.keys(seen)).toEqual(['services'])
  })
})

describe('a broken rule', () => {
  const boom = () => {
    throw new TypeError('boom')
  }

  it('is a fault that names the check, never a verdict', () => {
    expect(() => judge(checkThat(boom), there)).toThrow(CheckFault)
    expect(() => judge(checkThat(boom), there)).toThrow(/test-check.*boom/)
    expect(() => judge(checkThat(boom), there)).toThrow(expect.objectContaining({ name: 'CheckFault', cause: expect.any(TypeError) }))
  })

  it('includes a rule that says nothing although its facts are there', () => {
    expect(() =>
      judge(
        checkThat(() => []),
        there,
      ),
    ).toThrow(/said nothing/)
  })
})

describe('age of the facts', () => {
  const at = (now: string): Situation => ({ ...there, collectedAt: '2026-03-01T00:00:00Z', now })

  it.each([
    ['31 days', '2026-04-01T00:00:00Z', 'pass'],
    ['over 31 days', '2026-04-01T00:00:01Z', 'unknown'],
    ['a day in the future', '2026-02-28T00:00:00Z', 'pass'],
    ['over a day in the future', '2026-02-27T23:59:59Z', 'unknown'],
  ])('%s', (_age, now, expected) => {
    expect(verdictOf([say.good()], at(now))).toBe(expected)
  })

  it('leaves a gap and what the profile rules out', () => {
    const late = at('2026-06-01T00:00:00Z')
    expect(verdictOf([say.bad('a')], late)).toBe('fail')
    expect(verdictOf([say.off(true)], late)).toBe('not-applicable')
    expect(verdictOf([say.off()], late)).toBe('unknown')
    expect(verdictOf([say.odd('a')], late)).toBe('unknown')
    expect(verdictOf([say.good()], late, { reads: ['services?'] })).toBe('pass')
    expect(verdictOf([say.off(true), say.off()], late)).toBe('not-applicable')
    expect(verdictOf([say.good(), say.off(true)], late)).toBe('unknown')
  })

  it('leaves what was found as remarks', () => {
    const late = at('2026-06-01T00:00:00Z')
    const item = judge(
      checkThat(() => [say.odd('a'), say.good()], { reads: ['services', 'programs?'] }),
      late,
    )
    expect(item.because).toMatch(/^Not judged: .*; a is odd; not looked at: installed programs\.$/)
    expect(item.evidence[0]).not.toHaveProperty('verdict')
    const gap = judge(
      checkThat(() => [say.bad('a'), say.odd('b')]),
      late,
    )
    expect(gap.because).toMatch(/^a bad; b is odd; not judged: the snapshot of 2026-03-01/)
  })

  it('is said from over seven days on', () => {
    const because = (now: string) =>
      judge(
        checkThat(() => [say.good()]),
        at(now),
      ).because
    expect(because('2026-03-08T00:00:00Z')).toBe('All well.')
    expect(because('2026-03-08T00:00:01Z')).toBe('All well; what was seen is 7 days old.')
    expect(because('2026-06-01T00:00:00Z')).toMatch(/^Not judged: the snapshot of 2026-03-01 is more than 31 days old/)
    expect(because('2026-01-01T00:00:00Z')).toMatch(/^Not judged: the snapshot is dated 2026-03-01, in the future/)
  })
})
