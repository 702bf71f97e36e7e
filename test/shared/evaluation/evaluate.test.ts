import { describe, expect, it } from 'vitest'

import { type ChecklistId, type CheckTexts, define, type Finding, pair, type Read } from '#shared/checks/check.ts'
import { CheckFault } from '#shared/evaluation/run-check.ts'
import type { Answer, Answers } from '#shared/formats/answers.ts'
import { checkupSchema } from '#shared/formats/checkup.ts'
import { checkupOf, judge, localUser, NOW, type Situation, service, testHost } from '../../support/world.ts'

const texts: CheckTexts<'bad' | 'odd' | 'good' | 'off', 'thing'> = {
  title: 'Things are well',
  why: 'Because.',
  judged: [],
  open: [],
  steps: {},
  messages: { bad: '{{names, list}} bad', odd: { one: '{{names, list}} is odd', other: '{{names, list}} are odd' }, good: 'all well', off: 'no matter here' },
  evidence: { thing: 'seen' },
}

const say = {
  bad: (name: string): Finding => ({ verdict: 'fail', message: { id: 'bad', params: { names: [name] } }, evidence: [thing(name)] }),
  odd: (name: string): Finding => ({ verdict: 'attention', message: { id: 'odd', params: { names: [name] } }, evidence: [thing(name)] }),
  good: (): Finding => ({ verdict: 'pass', message: { id: 'good' } }),
  off: (byProfile?: true): Finding => ({ verdict: 'not-applicable', message: { id: 'off' }, byProfile }),
}

function thing(name: string) {
  return { probe: 'services', subject: name, kind: 'thing' } as const
}

interface Options {
  readonly reads?: readonly Read[]
  readonly checklist?: ChecklistId
  readonly manual?: true
  readonly listsSubjects?: true
}

function checkThat(says: () => readonly Finding[], { reads = ['services'], checklist = 'unused-sync-tool', ...more }: Options = {}) {
  const definition = define({ id: 'test-check', checklist, severity: 'high', reads, who: 'administrator', effort: 'minutes', steps: [], references: [], texts: { en: texts, de: texts }, ...more })
  return pair(definition, says as () => readonly Finding<'bad' | 'odd' | 'good' | 'off', 'thing'>[])
}

const there: Situation = { facts: { services: { services: [] }, host: testHost } }
const verdictOf = (says: readonly Finding[], situation: Situation = there, options: Options = {}) => judge(checkThat(() => says, options), situation).verdict

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
    const item = judge(checkThat(() => [say.good(), say.odd('x'), say.bad('a'), say.bad('b'), say.bad('a')]), there)
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
    const item = judge(checkThat(() => names.map(say.odd)), there)
    expect(item.because).toContain('and 31 more are odd')
    expect(item.evidence).toHaveLength(50)
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
    expect(judge(checkThat(() => [say.odd('a')]), denied).because).toBe('Not verified: services (access denied (5)); a is odd.')
    expect(judge(checkThat(() => [say.good()]), none).because).toBe('Not verified: services not collected.')
  })

  it('changes no verdict where the probe is optional, and says so', () => {
    const item = judge(checkThat(() => [say.good()], { reads: ['host', 'services?'] }), none)
    expect([item.verdict, item.because]).toEqual(['pass', 'All well; not looked at: services.'])
  })

  it('turns a pass on partly read facts into unknown and leaves the rest', () => {
    const partly: Situation = { records: { services: { status: 'ok', durationMs: 1, facts: { services: [] }, incomplete: true } } }
    expect(verdictOf([say.good()], partly)).toBe('unknown')
    expect(verdictOf([say.odd('a')], partly)).toBe('attention')
    expect(verdictOf([say.bad('a')], partly)).toBe('fail')
    expect(verdictOf([say.off()], partly)).toBe('not-applicable')
    const optional = judge(checkThat(() => [say.good()], { reads: ['services?'] }), partly)
    expect([optional.verdict, optional.because]).toEqual(['pass', 'All well; services could only be read in part.'])
  })

  it('gives a rule the facts that it names and no others', () => {
    let seen: object = {}
    const definition = checkThat(() => [say.good()]).definition
    judge({ definition, rule: (input) => ((seen = input.facts), [say.good()]) }, there)
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
  })

  it('includes a rule that says nothing although its facts are there', () => {
    expect(() => judge(checkThat(() => []), there)).toThrow(CheckFault)
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
  })

  it('is said from over seven days on', () => {
    const because = (now: string) => judge(checkThat(() => [say.good()]), at(now)).because
    expect(because('2026-03-08T00:00:00Z')).toBe('All well.')
    expect(because('2026-03-08T00:00:01Z')).toBe('All well; what was seen is 7 days old.')
    expect(because('2026-06-01T00:00:00Z')).toMatch(/^Not judged: the snapshot of 2026-03-01 is more than 31 days old/)
    expect(because('2026-01-01T00:00:00Z')).toMatch(/^Not judged: the snapshot is dated 2026-03-01, in the future/)
  })
})

describe('the deployment exception', () => {
  const during = (deployment: object, now = NOW, facts = there.facts): Situation => ({ ...(facts ? { facts } : {}), now, profile: { deployment: { phase: 'deploying', ...deployment } } })
  const remote: Options = { checklist: 'remote-access' }

  it.each([
    ['the last day counts to its end', { until: '2026-03-01' }, '2026-03-01T23:59:59Z', 'not-applicable'],
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
    const item = judge(checkThat(() => [say.bad('a')], remote), during({ until: '2026-03-09' }))
    expect(item.because).toBe('Not applicable until the end of 2026-03-09 (UTC): the sync tool is being deployed; a bad.')
    expect(item.evidence).toHaveLength(1)
  })

  it('lets through what fails even then, alone', () => {
    const item = judge(checkThat(() => [say.odd('b'), { ...say.bad('a'), evenWhileDeploying: true }], remote), during({ until: '2026-03-09' }))
    expect([item.verdict, item.because]).toEqual(['fail', 'a bad.'])
  })

  it('holds for the remote-access checklist alone and in no other phase', () => {
    expect(verdictOf([say.bad('a')], during({ until: '2026-03-09' }))).toBe('fail')
    expect(verdictOf([say.bad('a')], during({ phase: 'live', until: '2026-03-09' }), remote)).toBe('fail')
  })

  it('is not applicable although a probe is missing, and takes no answer', () => {
    const answers = { answers: { 'test-check': [{ kind: 'denied', by: 'A', at: NOW, note: '' }] } } as unknown as Answers
    const item = judge(checkThat(() => [], remote), { ...during({ until: '2026-03-09' }, NOW, { host: testHost }), answers })
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
  const left = (facts: Situation['facts'], records: Situation['records'] = {}): Situation => ({ facts: facts ?? {}, records, profile: { deployment: { phase: 'moved-away' } } })
  const none = { services: { services: [] }, programs: { programs: [] } }

  it('has no designated users to judge', () => {
    const item = judge(checkThat(() => [say.bad('a')], { checklist: 'designated-users' }), left(none))
    expect([item.verdict, item.message.id]).toEqual(['not-applicable', 'note/nothing-left-here'])
  })

  it('is judged as long as something is left or not known', () => {
    const judged = (situation: Situation) => verdictOf([say.bad('a')], situation, { checklist: 'designated-users' })
    expect(judged(left({ ...none, services: { services: [service('WSPSync', '.\\x')] } }))).toBe('fail')
    expect(judged(left({ services: { services: [] } }))).toBe('fail')
    expect(judged(left({ services: { services: [] } }, { programs: { status: 'ok', durationMs: 1, facts: { programs: [] }, incomplete: true } }))).toBe('fail')
    expect(judged({ facts: none, profile: { deployment: { phase: 'live' } } })).toBe('fail')
    expect(verdictOf([say.bad('a')], left(none))).toBe('fail')
  })
})

describe('answers', () => {
  const answer = (kind: Answer['kind'], more: Partial<Answer> = {}): Answer => ({ kind, by: 'Ada', at: '2026-02-01T00:00:00Z', note: 'ours', ...more })
  const answered = (findings: readonly Finding[], given: readonly Answer[], options: Options = {}, situation: Situation = there) =>
    judge(checkThat(() => findings, options), { ...situation, answers: { answers: { 'test-check': given } } })
  const problemsOf = (findings: readonly Finding[], given: readonly Answer[], options: Options = {}) =>
    checkupOf([checkThat(() => findings, options)], { ...there, answers: { answers: { 'test-check': given } } }).answerProblems?.map((each) => each.problem)

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
      const item = judge(checkThat(() => [say.odd('rdp')], { ...lists, reads: ['services', 'programs'] }), { ...there, answers: { answers: { 'test-check': [answer('kept', { subjects: ['rdp'] })] } } })
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
      const detailed: Finding = { ...say.odd('a'), evidence: [{ ...thing('A'), params: { version: '2' } }, thing('a'), { ...thing('z'), context: true }] }
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

describe('the checkup', () => {
  const checks = (...lists: readonly (readonly Finding[])[]) => lists.map((findings) => checkThat(() => findings))

  it.each([
    ['gaps', 'gaps', [[say.bad('a')], [say.odd('a')]]],
    ['open', 'incomplete', [[say.odd('a')], [say.good()]]],
    ['complete', 'best', [[say.good()], [say.off()]]],
    ['not-applicable', 'best', [[say.off()]]],
  ] as const)('outcome %s, grade %s', (outcome, grade, lists) => {
    const checkup = checkupOf(checks(...lists), there)
    expect([checkup.checklists[0]?.outcome, checkup.grade]).toEqual([outcome, grade])
  })

  it('is open, and so incomplete, where something is unknown', () => {
    expect(checkupOf(checks([say.good()]), { facts: {} })).toMatchObject({ grade: 'incomplete', checklists: [{ outcome: 'open' }] })
  })

  it('is best only where every password is', () => {
    const users = [localUser('svc')]
    const grade = (...grades: ('best' | 'good')[]) =>
      checkupOf(checks([say.good()]), {
        facts: { ...there.facts, 'local-users': { users } },
        profile: { syncTools: [{ name: 'A', windowsAccount: 'svc' }, { name: 'B', windowsAccount: 'NT SERVICE\\WSPB' }, { name: 'C', windowsAccount: 'ghost' }] },
        answers: { credentials: grades.map((each) => ({ login: 'svc', kind: 'windows', grade: each, unique: true, changedAt: '2026-01-01T00:00:00Z', storedIn: 'keychain' })) },
      }).grade
    expect([grade('best'), grade('good'), grade()]).toEqual(['best', 'good', 'good'])
  })

  it('fits its own format and names what was not collected', () => {
    const checkup = checkupOf(checks([say.bad('a')]), there)
    expect(checkupSchema.safeParse(checkup).error).toBeUndefined()
    expect(checkup.notCollected?.find((each) => each.probe === 'programs')).toEqual({ probe: 'programs', status: 'not-collected', reason: '' })
  })

  it('has the same id for the same inputs and another for others', () => {
    const id = (situation: Situation) => checkupOf(checks([say.good()]), situation).id
    expect(id(there)).toBe(id(there))
    expect(id(there)).toMatch(/^[0-9a-f]{32}$/)
    expect(id(there)).not.toBe(id({ ...there, now: '2026-03-01T10:00:00Z' }))
  })

  it('stands without a profile', () => {
    expect(checkupOf(checks([say.good()]), { ...there, profile: null }).profile).toMatchObject({ organization: '', syncTools: [] })
  })
})
