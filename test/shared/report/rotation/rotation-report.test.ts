import { describe, expect, it } from 'vitest'

import type { RotationJournal } from '#shared/report/rotation/course.ts'
import { createRotationReport, type RotationReport } from '#shared/report/rotation/rotation-report.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { view } from '#shared/rotation/replay.ts'
import { createTranslator } from '#shared/texts/translator.ts'
import { decideOn, faultCases, faultCourses } from '../../../support/rotation-faults.ts'
import { journalAfter, journalOf, strikeAll, strikeOnce } from '../../../support/rotation-journal.ts'
import { rotationPlan, rotationPlans, sqlLogin, windowsLogin } from '../../../support/rotation-plans.ts'
import { append, type Course, copyOf, goOn, rotationSession } from '../../../support/rotation-session.ts'

const translators = { en: createTranslator('en', []), de: createTranslator('de', []) } as const
const three = rotationPlans['three new passwords']

const report = (journal: RotationJournal, language: 'en' | 'de' = 'en', timeZone?: string): RotationReport =>
  createRotationReport(journal, translators[language], timeZone)
const reportAfter = (course: Course = {}, plan: RotationPlan = three): RotationReport => report(journalAfter(plan, course))

const goBackBefore = (act: string): NonNullable<Course['decide']> => {
  return ({ decisions, intent }) => (intent?.act === act && decisions.includes('back-chosen') ? 'back-chosen' : undefined)
}
const cancelBefore = (act: string): NonNullable<Course['decide']> => {
  return ({ decisions, intent }) => (intent?.act === act && decisions.includes('cancelled') ? 'cancelled' : undefined)
}

/** The end of a call whose session stays on the server. */
function withRemainingSession(finish: boolean): RotationJournal {
  const session = rotationSession(three)
  goOn(session, { until: 'end-call' })
  append(session, { type: 'call-ended', session: 'remains' })
  if (finish) append(session, { type: 'finished', outcome: 'provisional' })
  return journalOf(session)
}

/** Everything that a report says. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

describe('outcome of a password change', () => {
  const begun = rotationSession(three)
  goOn(begun, { until: 'change-password' })
  const pending = copyOf(begun)
  append(pending, { type: 'password-changing', login: 'windows:ERP01\\erpsync', generation: 1, how: 'change' })

  it.each<readonly [string, RotationReport, RotationReport['outcome']['id']]>([
    ['nothing happened yet', report({ plan: three, events: [], now: '2026-03-01T00:00:00Z' }), 'open'],
    ['all is done', reportAfter(), 'complete'],
    ['old passwords are still kept', reportAfter({ until: 'delete-old-generation' }), 'in-grace'],
    ['the session remains and the record is not written', report(withRemainingSession(false)), 'open'],
    ['the session remains and the record is written', report(withRemainingSession(true)), 'provisional'],
    ['it was given up before anything changed', reportAfter({ decide: cancelBefore('choose') }), 'cancelled'],
    ['it was taken back', reportAfter({ decide: goBackBefore('hand-over') }), 'taken-back'],
    ['an act has no end', report(journalOf(pending)), 'interrupted'],
    ['it goes on', reportAfter({ until: 'hand-over' }), 'open'],
  ])('is told where %s', (_where, { outcome }, id) => {
    expect(outcome.id).toBe(id)
    expect(outcome.sentence).not.toBe('')
  })
})

describe('createRotationReport', () => {
  it('says of each login how it changed, who did it, when it was verified, where it is kept and how good it is', () => {
    const [windows, , erp] = reportAfter().logins
    expect(windows?.name).toBe('ERP01\\erpsync (Windows)')
    expect(windows?.facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Change: new password, set with the old one',
      'Set: 2 March 2026, 09:21, by the program',
      'Verified: 2 March 2026, 09:29',
      'Holds now: the new password',
      'Kept: in the keychain',
      'Grade: Best',
      'Used nowhere else: yes',
    ])
    expect(windows?.holders).toEqual([
      'service WSPSync: the new password, verified 2 March 2026, 09:52',
      'service WSPWatch: the new password, verified 2 March 2026, 09:54',
      'task \\Sync\\Nightly: the new password, verified 2 March 2026, 09:56',
    ])
    expect(erp?.facts[1]?.value).toMatch(/by a person$/)
  })

  it('names the new designated user of a login and says that its holders moved', () => {
    const [windows] = reportAfter({}, rotationPlans['new users']).logins
    expect(windows?.facts[0]?.value).toBe('new designated user ERP01/svc-sync (Windows) takes over')
    expect(windows?.holders[0]).toMatch(/^service WSPSync: the new user, verified/)
  })

  it('warns where a holder does not have what the login takes, and names it as open', () => {
    const { logins, open } = reportAfter({ until: 'set-service-account' })
    expect(logins[0]?.warning).toBe('Not every holder has what this login takes.')
    expect(logins[0]?.holders[0]).toBe('service WSPSync: the old password')
    expect(open).toContain('What ERP01\\erpsync (Windows) takes may not be what service WSPSync has. Bring it up to date.')
    expect(reportAfter().logins[0]?.warning).toBeUndefined()
  })

  it('says of a login whose change was taken back that all is as before', () => {
    const [windows] = reportAfter({ decide: goBackBefore('hand-over') }).logins
    expect(windows?.facts).toEqual([{ label: 'Change', value: 'as before: the old password' }])
    expect(windows?.holders).toContain('service WSPSync: the old password')
    expect(windows?.warning).toBeUndefined()
  })

  it('does not call a password good that is weak or whose entry was lost', () => {
    const journal = journalAfter(three)
    const events = journal.events.map((event) =>
      event.type === 'generated' ? ({ ...event, grade: 'weak', unique: false } as const) : event,
    )
    const values = report({ ...journal, events }).logins[0]?.facts.map(({ value }) => value)
    expect(values?.slice(-2)).toEqual(['not confirmed', 'no, it is used elsewhere too'])
    const lost = reportAfter({ strike: strikeOnce('generate', { place: 'once it is done', kind: 'killed' }) })
    expect(lost.logins[0]?.facts.slice(-2).map(({ value }) => value)).toEqual(['not confirmed', 'not known'])
    expect(lost.open.join(' ')).toContain('was lost in an interruption')
  })

  it('says what was paused and for how long, in minutes', () => {
    expect(reportAfter().paused).toEqual([
      'The program stopped this service of the sync tool: WSPSync.',
      'The sync was paused for 35 minutes in all.',
    ])
    expect(reportAfter({ until: 'change-password' }).paused.at(-1)).toMatch(/^It has been paused since 2 March 2026, 09:15/)
    expect(reportAfter({ until: 'join-call' }).paused).toEqual(['Nothing has been paused.'])
    expect(reportAfter({}, rotationPlans['a reset without a pause']).paused).toEqual([
      'Nothing: according to the vendor the sync may run on meanwhile.',
    ])
    expect(reportAfter({}, rotationPlans['a domain account kept by a person']).paused[0]).toMatch(/^A person paused/)
  })

  it('tells each trouble with what a person decided then', () => {
    const { troubles } = reportAfter({ strike: strikeOnce('verify-login', { place: 'once it is begun', kind: 'refusal' }) })
    expect(troubles).toEqual([
      {
        moment: '2 March 2026, 09:29',
        sentence: 'ERP01\\erpsync (Windows) could not be verified: the password is wrong (code 1326).',
        decision: 'Decided 2 March 2026, 09:30: Try again',
      },
    ])
  })

  it('says that nothing is decided yet, and of an interruption that nothing has to be', () => {
    const session = rotationSession(three)
    goOn(session, { until: 'change-password' })
    append(session, { type: 'password-changing', login: 'windows:ERP01\\erpsync', generation: 1, how: 'change' })
    append(session, { type: 'password-refused', login: 'windows:ERP01\\erpsync', generation: 1, code: '2245' })
    append(session, { type: 'resumed' })
    const { open, troubles } = report(journalOf(session))
    expect(troubles.map(({ decision }) => decision)).toEqual(['Nothing has been decided yet.', undefined])
    expect(open[0]).toBe('A person has to decide how to go on.')
  })

  it('keeps old passwords open until their day, and says so when it has passed', () => {
    const journal = journalAfter(three, { until: 'delete-old-generation' })
    const kept = (now: string): string => report({ ...journal, now }).open[0] ?? ''
    expect(kept(journal.now)).toBe('The old password of ERP01\\erpsync (Windows) is kept in the keychain until 16 March 2026, 10:12.')
    expect(kept('2026-03-16T10:11:59Z')).toContain('is kept in the keychain until')
    expect(kept('2026-03-16T10:12:00Z')).toContain('was to be kept until 16 March 2026, 10:12.')
  })

  it.each<readonly [string, RotationReport, string]>([
    ['a session that remains', report(withRemainingSession(true)), 'The vendor’s session is still on the server.'],
    [
      'an old login that still works',
      reportAfter({ until: 'retire-old-login' }, rotationPlans['new users']),
      'The old login ERP01\\erpsync (Windows) still works.',
    ],
    [
      'an old login that others use',
      reportAfter(
        { until: 'delete-old-generation' },
        rotationPlan({
          logins: [
            sqlLogin({
              usedByOthers: true,
              change: { kind: 'new-user', newKey: 'sql-server:ERP01\\SAGE/svc', newName: 'svc', rights: [] },
            }),
          ],
        }),
      ),
      'The old login wsp_sync (SQL Server ERP01\\SAGE) stays as it is',
    ],
    ['passwords that lie in the keychain', reportAfter(), 'Take the new passwords from the keychain over'],
    ['the act that comes next', reportAfter({ until: 'join-call' }), 'Next: Join the call'],
  ])('names %s as open', (_what, { open }, sentence) => {
    expect(open.join('\n')).toContain(sentence)
  })

  it('leaves nothing open where nothing is', () => {
    expect(reportAfter({ decide: goBackBefore('hand-over') }).open).toEqual([])
    expect(reportAfter({}, rotationPlans['a domain account kept by a person']).open).toEqual([])
  })

  it('shows times as people in the time zone read them, day by day', () => {
    const journal = journalAfter(three, { until: 'change-password' })
    const { fields, timeline } = report(journal, 'en', 'Pacific/Auckland')
    expect(fields.find(({ id }) => id === 'begun')).toMatchObject({
      value: '2 March 2026, 22:01 (UTC+13:00)',
      instant: '2026-03-02T09:01:00.000Z',
    })
    expect(timeline.map(({ day }) => day)).toEqual(['2 March 2026 (UTC+13:00)'])
    expect(timeline[0]?.entries[0]?.time).toBe('22:01')
    const late = report(journalAfter(three), 'en', 'Pacific/Kiritimati').timeline
    expect(late.map(({ day }) => day)).toEqual(['2 March 2026 (UTC+14:00)', '3 March 2026 (UTC+14:00)', '17 March 2026 (UTC+14:00)'])
  })

  it('has an entry for each event; an act with its beginning is one', () => {
    const journal = journalAfter(three, { strike: strikeAll() })
    const entries = report(journal).timeline.flatMap((day) => day.entries)
    const isBeginning = (type: string | undefined): boolean => ['act-started', 'service-stopping', 'password-changing'].includes(type ?? '')
    const joined = journal.events.filter(({ type }, index) => isBeginning(journal.events[index - 1]?.type) && type !== 'resumed')
    expect(entries).toHaveLength(journal.events.length - joined.length)
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['done', 'failed', 'begun', 'decided', 'seen']))
  })

  it('says when the next review is, that there is none, or that its day has passed', () => {
    const review = (plan: RotationPlan, now: string): string | undefined =>
      report({ plan, events: [], now }).fields.find(({ id }) => id === 'review')?.value
    expect(review(three, '2026-06-01T23:59:59Z')).toBe('1 June 2026')
    expect(review(three, '2026-06-02T00:00:00Z')).toBe('1 June 2026 (has passed)')
    expect(review(rotationPlan({ schedule: { callAt: null, reviewOn: null } }), '2026-06-02T00:00:00Z')).toBe('no day set')
  })

  it('marks a rehearsal, and nothing else', () => {
    expect(reportAfter().rehearsal).toBe('Rehearsal: nothing on the server was touched.')
    expect(reportAfter({}, rotationPlan({ rehearsal: false })).rehearsal).toBeUndefined()
  })

  it('shows hostile names as what they are', () => {
    const plan = rotationPlan({
      server: 'ERP\u202E01',
      logins: [windowsLogin({ key: 'windows:ERP01\\erp\u0007sync', holders: [] })],
      services: [],
      stopOrder: [],
      startOrder: [],
    })
    const texts = textsOf(reportAfter({}, plan)).filter((text) => !text.startsWith('windows:'))
    expect(texts.join('')).toContain('ERP[U+202E]01')
    expect(texts.filter((text) => /[\p{Cc}\p{Cf}]/u.test(text))).toEqual([])
  })

  it('throws where the journal holds what cannot have happened', () => {
    expect(() => report({ plan: three, events: [{ type: 'watched', at: '2026-03-02T09:00:00Z' }], now: '2026-03-02T09:00:00Z' })).toThrow(
      'event 0',
    )
  })
})

describe.each(faultCourses)('reports of the course: $name', (course) => {
  it('can be made wherever it goes wrong, in the middle and at the end, without a gap in the words and without a secret', () => {
    // Each act has twelve cases: every fifth one meets them all in turn.
    const cases = faultCases(course).filter((_case, index) => index % 5 === 0)
    const texts = cases.flatMap(({ act, session, ...fault }) => {
      const copy = copyOf(session)
      const strike = strikeOnce(view(session.rotation).intent?.act ?? act, fault)
      goOn(copy, { strike, decide: decideOn(course) })
      const middle = { ...journalOf(copy), events: copy.journal.slice(0, session.journal.length + 2) }
      return [...textsOf(report(middle)), ...textsOf(report(journalOf(copy), 'de'))]
    })
    expect(texts.length).toBeGreaterThan(1000)
    expect(texts.filter((text) => /\{\{|\}\}|undefined|null|canary|report\/| {2}/.test(text))).toEqual([])
  })
})
