import { describe, expect, it } from 'vitest'

import { answersSchema } from '#shared/formats/answers.ts'
import { credentialRecords } from '#shared/rotation/credential-records.ts'
import type { RotationEvent } from '#shared/rotation/events.ts'
import type { RotationPlan } from '#shared/rotation/plan.ts'
import { loadSample } from '#shared/samples/index.ts'
import { journalAfter, strikeOnce } from '../../support/rotation-journal.ts'
import { erpLogin, rotationPlan, rotationPlans, sqlLogin, windowsLogin } from '../../support/rotation-plans.ts'
import { append, type Course, goOn, rotationSession } from '../../support/rotation-session.ts'
import { evaluateSample, itemOf } from '../samples/evaluate-sample.ts'

const recordsAfter = (plan: RotationPlan, course: Course = {}) => {
  const { events } = journalAfter(plan, course)
  return credentialRecords(plan, events)
}
const three = rotationPlans['three new passwords']

/** The sample server's own logins. */
const typicalPlan = rotationPlan({
  logins: [
    windowsLogin({ name: 'erpsync', key: 'windows:ERP01\\erpsync' }),
    sqlLogin({ name: 'erp_sync', key: 'sql-server:ERP01/erp_sync' }),
    erpLogin({ name: 'admin', key: 'erp:sage-100/admin' }),
  ],
})

describe('credentialRecords', () => {
  it('has one record for each login once the change is complete, as the answers file takes it', () => {
    const credentials = recordsAfter(three)
    expect(credentials).toEqual([
      {
        login: 'ERP01\\erpsync',
        kind: 'windows',
        grade: 'best',
        unique: true,
        changedAt: '2026-03-02T09:21:00.000Z',
        storedIn: 'keychain',
      },
      { login: 'wsp_sync', kind: 'sql-server', grade: 'best', unique: true, changedAt: '2026-03-02T09:31:00.000Z', storedIn: 'keychain' },
      { login: 'wspsync', kind: 'erp', grade: 'best', unique: true, changedAt: '2026-03-02T09:35:00.000Z', storedIn: 'keychain' },
    ])
    const answers = { schema: 'erp-sync-checkup/answers@1', answers: {}, credentials }
    expect(answersSchema.parse(answers)).toEqual(answers)
  })

  it.each<readonly [string, Course, number]>([
    ['before the call', { until: 'join-call' }, 0],
    ['before the call has ended, although all is verified', { until: 'end-call' }, 0],
    ['while old passwords are kept', { until: 'delete-old-generation' }, 3],
    ['once the change is complete', {}, 3],
  ])('has what it can have %s', (_when, course, count) => {
    expect(recordsAfter(three, course)).toHaveLength(count)
  })

  it('has records where the change ends provisionally, but not for a session that remains alone', () => {
    const plan = rotationPlan({ logins: [windowsLogin()] })
    const session = rotationSession(plan)
    goOn(session, { until: 'end-call' })
    append(session, { type: 'call-ended', session: 'remains' })
    expect(credentialRecords(plan, session.journal)).toEqual([])
    append(session, { type: 'finished', outcome: 'provisional' })
    expect(credentialRecords(plan, session.journal)).toHaveLength(1)
    append(session, { type: 'back-chosen' })
    expect(credentialRecords(plan, session.journal)).toEqual([])
  })

  it.each<readonly [string, Course]>([
    [
      'that was taken back',
      { decide: ({ intent, decisions }) => (intent?.act === 'hand-over' && decisions.includes('back-chosen') ? 'back-chosen' : undefined) },
    ],
    [
      'that was cancelled',
      { decide: ({ intent, decisions }) => (intent?.act === 'choose' && decisions.includes('cancelled') ? 'cancelled' : undefined) },
    ],
  ])('has no record of a change %s', (_name, course) => {
    expect(recordsAfter(three, course)).toEqual([])
  })

  it('names the new user, a Windows one with its server', () => {
    const plan = rotationPlan({
      logins: [
        windowsLogin({ change: { kind: 'new-user', newKey: 'windows:ERP01\\svc-sync', newName: 'svc-sync', rights: [] } }),
        sqlLogin({ change: { kind: 'new-user', newKey: 'sql-server:ERP01\\SAGE/svc_sync', newName: 'svc_sync', rights: [] } }),
      ],
    })
    expect(recordsAfter(plan).map(({ login }) => login)).toEqual(['ERP01\\svc-sync', 'svc_sync'])
  })

  it('says of a password that a person keeps that it is elsewhere', () => {
    expect(recordsAfter(rotationPlans['a domain account kept by a person'])).toMatchObject([{ storedIn: 'elsewhere' }])
  })

  it('takes grade and uniqueness of the password that holds, not of one before it', () => {
    const { events } = journalAfter(three, {
      decide: ({ intent, decisions, hands, trouble }) => {
        const renews = hands === 'deciding' && trouble?.reason === 'verification-failed' && decisions.includes('renewal-chosen')
        return renews && intent === null ? 'renewal-chosen' : undefined
      },
      strike: strikeOnce('verify-login', { place: 'once it is begun', kind: 'refusal' }),
    })
    const second = events.filter((event) => event.type === 'generated' && event.generation === 2)
    expect(second).toHaveLength(3)
    const changed = events.map(
      (event): RotationEvent => (event.type === 'generated' && event.generation === 2 ? { ...event, grade: 'good', unique: false } : event),
    )
    expect(credentialRecords(three, changed).map(({ grade, unique }) => [grade, unique])).toEqual([
      ['good', false],
      ['good', false],
      ['good', false],
    ])
  })

  it('has no record where the entry about the password was lost in a crash', () => {
    const strike = strikeOnce('generate', { place: 'once it is done', kind: 'killed' })
    expect(recordsAfter(three, { strike }).map(({ kind }) => kind)).toEqual(['sql-server', 'erp'])
  })

  it('knows when a new user got its password although the entry about it was lost in a crash', () => {
    const strike = strikeOnce('create-user', { place: 'once it is done', kind: 'killed' })
    const records = recordsAfter(rotationPlans['new users'], { strike })
    expect(records).toHaveLength(2)
    for (const { changedAt } of records) expect(changedAt).toMatch(/^2026-03-02T/)
  })

  it('throws where the journal holds what cannot have happened', () => {
    expect(() => credentialRecords(three, [{ type: 'watched', at: '2026-03-02T09:00:00Z' }])).toThrow('event 0')
  })
})

describe('credentialRecords on the sample server', () => {
  const sample = loadSample('typical')
  const records = recordsAfter(typicalPlan)
  const answers = { ...sample.answers, credentials: [...sample.answers.credentials, ...records] }

  /** The server as it is read after the change. */
  const readAgain = (atOf: (kind: 'windows' | 'sql-server') => string): typeof sample.snapshot => {
    const snapshot = structuredClone(sample.snapshot) as { probes: Record<string, { facts?: unknown }> }
    const users = snapshot.probes['local-users']?.facts as { users: { name: string; passwordLastSet: string }[] }
    for (const user of users.users) if (user.name === 'erpsync') user.passwordLastSet = atOf('windows')
    const sql = snapshot.probes['sql-server']?.facts as { instances: { logins: { name: string; passwordLastSet: string }[] }[] }
    for (const login of sql.instances.flatMap(({ logins }) => logins))
      if (login.name === 'erp_sync') login.passwordLastSet = atOf('sql-server')
    return snapshot as unknown as typeof sample.snapshot
  }
  const changedAt = (kind: string): string => records.find((record) => record.kind === kind)?.changedAt ?? ''
  const item = (changes: Partial<typeof sample>) => itemOf(evaluateSample(sample, changes), 'passwords-strong-unique')

  it('lets the item about passwords pass, where it was a gap before', () => {
    expect(item({}).verdict).toBe('fail')
    const after = item({ answers, snapshot: readAgain(changedAt) })
    expect(after.verdict).toBe('pass')
    expect(after.message).toMatchObject({ id: 'passwords-strong-unique/best' })
    expect(new Set(after.evidence.map(({ subject }) => subject))).toEqual(
      new Set(['.\\erpsync (Windows)', 'admin (ERP)', 'erp_sync (SQL Server)']),
    )
  })

  it('asks for another look where the server knows of another change than the journal', () => {
    const after = item({ answers, snapshot: readAgain(() => '2026-04-01T00:00:00Z') })
    expect(after.verdict).toBe('attention')
  })
})
