import { describe, expect, it } from 'vitest'

import { answerFrom } from '#electron/rotation/rehearsal/world.ts'
import type { Fact } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import { acts, places } from '#shared/rotation/keys.ts'
import { replay, view } from '#shared/rotation/replay.ts'
import { signInAllowed } from '#shared/rotation/sign-ins.ts'
import { pausedMsAt } from '#shared/rotation/state.ts'
import { rotationPlan, rotationPlans, sqlLogin, windowsLogin } from '../../support/rotation-plans.ts'
import { append, goOn, nowOf, type RotationSession, rotationSession } from '../../support/rotation-session.ts'

const windows = 'windows:ERP01\\erpsync'

function at(act: Intent['act'], plan = rotationPlans['three new passwords']): RotationSession {
  const session = rotationSession(plan)
  goOn(session, { until: act })
  return session
}

const write = (session: RotationSession, ...facts: readonly Fact[]) => {
  for (const fact of facts) append(session, fact)
  return view(session.rotation)
}

const refuses = ({ plan, journal, ...session }: RotationSession, fact: Fact, at = nowOf({ plan, journal, ...session })) =>
  !replay(plan, [...journal, { ...fact, at } as (typeof journal)[number]]).ok

describe('view', () => {
  it('begins with a person who sets the date', () => {
    expect(view(rotationSession(rotationPlan()).rotation)).toMatchObject({
      place: 'schedule',
      owner: 'you',
      intent: { act: 'schedule' },
      outcome: 'open',
    })
  })

  it('is plain data', () => {
    const state = view(at('verify-login').rotation)
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  })

  it('says what the hands do, what to write before and after, how to check and what undoes it', () => {
    const state = view(at('change-password').rotation)
    expect(state).toMatchObject({ place: 'change', phase: 'changing', hands: 'idle', owner: 'app', currentLogin: windows })
    expect(state.intent).toEqual({
      id: `change-password ${windows} 1`,
      act: 'change-password',
      place: 'change',
      phase: 'changing',
      owner: 'app',
      login: windows,
      generation: 1,
      how: 'change',
      before: { type: 'password-changing', login: windows, generation: 1, how: 'change' },
      after: { type: 'password-changed', login: windows, generation: 1 },
      check: 'sign-in',
      inverse: { act: 'change-password', generation: 0 },
      notBefore: null,
    })
  })

  it('names for each holder what it has while a login is half changed', () => {
    const state = view(at('update-task').rotation)
    expect(state.holders[0]).toMatchObject({
      takes: 'new',
      agree: false,
      holders: [
        { holder: 'service:WSPSync', holds: 'new' },
        { holder: 'service:WSPWatch', holds: 'new' },
        { holder: 'task:\\Sync\\Nightly', holds: 'old' },
      ],
    })
    expect(state.disagreements[0]).toMatchObject({ login: windows, holders: ['task:\\Sync\\Nightly'], nextAct: state.intent?.id })
  })

  it('knows nothing of what is being changed just now', () => {
    const changing = write(at('change-password'), { type: 'password-changing', login: windows, generation: 1, how: 'change' })
    expect(changing.holders[0]).toMatchObject({
      takes: 'unknown',
      agree: false,
      holders: [{ holds: 'old' }, { holds: 'old' }, { holds: 'old' }],
    })
    const session = at('set-service-account')
    const giving = write(session, { type: 'act-started', act: view(session.rotation).intent?.id ?? '' })
    expect(giving.holders[0]).toMatchObject({ takes: 'new', holders: [{ holds: 'unknown' }, { holds: 'old' }, { holds: 'old' }] })
  })

  it('does not know what the window has between handing over and confirming', () => {
    const state = view(at('confirm-entered').rotation)
    expect(state.holders[1]?.holders).toMatchObject([{ holds: 'unknown' }])
  })

  it('tells a password that was replaced since from the old one', () => {
    const session = at('verify-login')
    write(session, { type: 'renewal-chosen', logins: [windows] })
    goOn(session, { until: 'change-password' })
    expect(view(session.rotation).holders[0]).toMatchObject({
      takes: 'superseded',
      agree: true,
      holders: [{ holds: 'superseded' }, {}, {}],
    })
  })

  it('knows every place and gives every act one', () => {
    expect(new Set(Object.values(acts).map(({ step }) => step)).size).toBe(10)
    expect(places).toContain('returning')
  })
})

describe('how it is checked', () => {
  it.each([
    ['no logon failure once the services started anew', 'three new passwords', 'no-logon-failure'],
    ['reading back where they ran on', 'a reset without a pause', 'service-account-read-back'],
  ] as const)('%s', (_name, plan, check) => {
    expect(view(at('verify-holder', rotationPlans[plan]).rotation).intent).toMatchObject({ holder: 'service:WSPSync', check })
  })

  it('a password by a sign-in only where a failing one does no harm', () => {
    const check = (plan: keyof typeof rotationPlans) => view(at('verify-login', rotationPlans[plan]).rotation).intent?.check
    expect([check('three new passwords'), check('a domain account kept by a person')]).toEqual(['sign-in', 'account-read-back'])
  })
})

describe('limits', () => {
  it('tell of the call until somebody joined it', () => {
    const { schedule } = rotationPlan()
    expect(view(at('join-call').rotation).limits).toEqual([{ kind: 'call', at: schedule.callAt, subject: null }])
    expect(view(at('change-password').rotation).limits).toEqual([])
  })

  it('tell when an act has taken too long, and until when the services are watched', () => {
    const session = at('watch')
    const { limits } = write(session, { type: 'act-started', act: 'watch' })
    const minutesOn = (minutes: number) => new Date(Date.parse(nowOf(session)) + minutes * 60_000).toISOString()
    expect(limits).toContainEqual({ kind: 'not-before', at: minutesOn(10), subject: 'watch' })
    expect(limits).toContainEqual({ kind: 'act-times-out', at: minutesOn(15), subject: 'watch' })
  })

  it('tell how long the old passwords are kept', () => {
    const session = at('delete-old-generation')
    const ended = session.journal.find(({ type }) => type === 'call-ended')?.at ?? ''
    const until = new Date(Date.parse(ended) + 14 * 86_400_000).toISOString()
    expect(view(session.rotation).limits).toContainEqual({ kind: 'not-before', at: until, subject: `delete-old-generation ${windows}` })
  })
})

describe('clock of the pause', () => {
  it('runs from the first service that stops until the sync goes on', () => {
    const session = at('change-password')
    const state = view(session.rotation)
    const stopped = session.journal.find(({ type }) => type === 'service-stopped')?.at ?? ''
    expect(state.pausedSince).toBe(stopped)
    expect(pausedMsAt(state, new Date(Date.parse(stopped) + 90_000).toISOString())).toBe(90_000)
    goOn(session)
    const resumed = session.journal.find(({ type }) => type === 'sync-resumed')?.at ?? ''
    const after = view(session.rotation)
    expect(after.pausedSince).toBeNull()
    expect(pausedMsAt(after, '2027-01-01T00:00:00Z')).toBe(Date.parse(resumed) - Date.parse(stopped))
  })

  it('never runs backwards when the clock of the server does', () => {
    expect(pausedMsAt({ pausedSince: '2026-03-02T10:00:00Z', pausedBeforeMs: 5 }, '2026-03-02T09:00:00Z')).toBe(5)
  })
})

describe('what is refused', () => {
  it.each<readonly [string, Intent['act'], Fact]>([
    ['a change that was not begun', 'change-password', { type: 'password-changed', login: windows, generation: 1 }],
    ['a change before its password is stored', 'generate', { type: 'password-changing', login: windows, generation: 1, how: 'change' }],
    [
      'another login first',
      'change-password',
      { type: 'password-changing', login: 'sql-server:ERP01\\SAGE/wsp_sync', generation: 1, how: 'reset' },
    ],
    ['a generation that is not the next', 'change-password', { type: 'password-changing', login: windows, generation: 2, how: 'change' }],
    ['the end before the call ended', 'end-call', { type: 'finished', outcome: 'complete' }],
    ['a provisional end while nothing is open', 'end-call', { type: 'finished', outcome: 'provisional' }],
    ['a deletion before the call ended', 'end-call', { type: 'old-generation-deleted', login: windows }],
    ['giving up once something was changed', 'verify-login', { type: 'cancelled' }],
    ['new passwords once the call is over', 'delete-old-generation', { type: 'renewal-chosen', logins: [windows] }],
    ['new passwords for a stranger', 'verify-login', { type: 'renewal-chosen', logins: ['windows:nobody'] }],
    ['trying again without trouble', 'verify-login', { type: 'retry-chosen' }],
    ['an answer that nobody asked for', 'verify-login', { type: 'world-asked', answer: { about: 'password', login: windows, holds: 1 } }],
  ])('%s', (_name, act, fact) => {
    expect(refuses(at(act), fact)).toBe(true)
  })

  it('a watch that was too short, and a deletion within the grace period', () => {
    const watching = at('watch')
    write(watching, { type: 'act-started', act: 'watch' })
    const { notBefore } = view(watching.rotation).intent ?? {}
    expect(refuses(watching, { type: 'watched' }, new Date(Date.parse(notBefore ?? '') - 1).toISOString())).toBe(true)
    expect(refuses(watching, { type: 'watched' }, notBefore ?? '')).toBe(false)
    const kept = at('delete-old-generation')
    const { id = '', notBefore: graceEnds } = view(kept.rotation).intent ?? {}
    write(kept, { type: 'act-started', act: id })
    expect(refuses(kept, { type: 'old-generation-deleted', login: windows }, new Date(Date.parse(graceEnds ?? '') - 1).toISOString())).toBe(
      true,
    )
    expect(refuses(kept, { type: 'old-generation-deleted', login: windows }, graceEnds ?? '')).toBe(false)
  })

  it('what a person does while questions are open', () => {
    const session = at('join-call')
    expect(refuses(session, { type: 'call-joined' })).toBe(false)
    write(session, { type: 'resumed' })
    expect(refuses(session, { type: 'call-joined' })).toBe(true)
  })

  it('what a person does while a decision is open', () => {
    const session = at('vendor-confirm')
    expect(refuses(session, { type: 'vendor-confirmed', by: 'Robin Vale' })).toBe(false)
    write(session, { type: 'watch-failed', code: 'no-data', login: null })
    expect(refuses(session, { type: 'vendor-confirmed', by: 'Robin Vale' })).toBe(true)
  })

  it('a second act while one is going on', () => {
    const session = at('change-password')
    write(session, { type: 'password-changing', login: windows, generation: 1, how: 'change' })
    expect(refuses(session, { type: 'password-changing', login: windows, generation: 1, how: 'change' })).toBe(true)
    expect(refuses(session, { type: 'service-stopping', service: 'WSPSync' })).toBe(true)
  })
})

describe('trouble', () => {
  it('after a refused password lets a person try again or take another password', () => {
    const session = at('change-password')
    const state = write(
      session,
      { type: 'password-changing', login: windows, generation: 1, how: 'change' },
      { type: 'password-refused', login: windows, generation: 1, code: '2245' },
    )
    expect(state).toMatchObject({ hands: 'deciding', intent: null, owner: 'you', trouble: { reason: 'password-refused', code: '2245' } })
    expect(state.decisions).toEqual(['retry-chosen', 'renewal-chosen', 'back-chosen'])
  })

  it.each<readonly [Intent['act'], keyof typeof rotationPlans, object]>([
    ['change-password', 'three new passwords', { about: 'password', login: windows }],
    ['create-user', 'new users', { about: 'user', login: windows }],
    ['generate', 'new users', { about: 'secret', login: windows, generation: 1 }],
    ['stop-service', 'new users', { about: 'service', service: 'WSPSync' }],
  ])('after an act that may have happened asks what did: %s', (act, plan, question) => {
    const session = at(act, rotationPlans[plan])
    const { id = '', before } = view(session.rotation).intent ?? {}
    const state = write(session, before as Fact, { type: 'act-failed', act: id, code: 'time-out', outcome: 'unknown' })
    expect(state).toMatchObject({ hands: 'asking', intent: null, questions: [question], trouble: { reason: 'act-failed' } })
  })

  it('after a wrong password sets it anew by a reset, and signs in no second time', () => {
    const session = at('verify-login')
    write(
      session,
      { type: 'act-started', act: `verify-login ${windows} 1` },
      { type: 'verification-failed', login: windows, holder: null, code: '1326', proves: 'wrong-password' },
      { type: 'retry-chosen' },
    )
    expect(view(session.rotation).intent).toMatchObject({ act: 'change-password', how: 'reset', check: 'account-read-back' })
  })

  it('after a service that cannot sign in gives it its password again', () => {
    const session = at('start-service')
    write(
      session,
      { type: 'act-started', act: 'start-service WSPSync' },
      { type: 'verification-failed', login: windows, holder: 'service:WSPSync', code: '1069', proves: 'wrong-password' },
      { type: 'retry-chosen' },
    )
    const offered = goOn(session, { until: 'watch' })
    expect(offered).toContain(`set-service-account ${windows} service:WSPSync 1`)
  })

  it('hands over once more what the window did not take', () => {
    const session = at('confirm-entered')
    const { id = '' } = view(session.rotation).intent ?? {}
    const state = write(session, { type: 'act-failed', act: id, code: 'not-taken', outcome: 'not-done' }, { type: 'retry-chosen' })
    expect(state.intent?.act).toBe('hand-over')
  })

  it('asks for the services when something failed while it was watched', () => {
    const session = at('watch')
    write(session, { type: 'act-started', act: 'watch' }, { type: 'watch-failed', code: '7038', login: null })
    expect(write(session, { type: 'retry-chosen' }).questions).toMatchObject([{ about: 'service' }, { about: 'service' }])
  })
})

describe('end of the call', () => {
  it('is provisional while the session remains, and complete once it is gone', () => {
    const session = at('end-call')
    write(session, { type: 'call-ended', session: 'remains' })
    expect(write(session, { type: 'finished', outcome: 'provisional' })).toMatchObject({
      outcome: 'provisional',
      place: 'end',
      intent: { act: 'end-call' },
    })
    goOn(session)
    expect(view(session.rotation)).toMatchObject({ outcome: 'complete', place: 'complete', intent: null, limits: [] })
  })
})

describe('sign-ins that failed while it was found out which password holds', () => {
  const interrupted = (holds: 0 | null, failedSignIns?: number) => {
    const session = at('change-password')
    write(session, view(session.rotation).intent?.before as Fact, { type: 'resumed' })
    for (const question of view(session.rotation).questions) {
      const { about } = question
      const answer =
        about === 'password'
          ? { about, login: question.login, holds, tried: true, ...(failedSignIns === undefined ? {} : { failedSignIns }) }
          : answerFrom(session.world, session.plan, question)
      write(session, { type: 'world-asked', answer })
    }
    return session
  }

  it.each([
    ['none is told', undefined, 0, true],
    ['none failed', 0, 0, true],
    ['one failed', 1, 1, false],
  ] as const)('are in the ledger, and no other is tried then: %s', (_name, failedSignIns, known, allowed) => {
    for (const holds of [0, null] as const) {
      const { ledger } = interrupted(holds, failedSignIns).rotation
      expect(ledger.logins[windows]).toMatchObject({ failedSignIns: known, held: holds })
      expect(signInAllowed(ledger, windows)).toBe(allowed)
    }
  })

  it.each([
    ['an old password that is none', 'windows-86', 1],
    ['an account that is locked', 'windows-1909', 0],
  ] as const)('count a change that Windows refused for %s', (_name, code, known) => {
    const login = windowsLogin({ change: { kind: 'new-password', how: 'change' }, oldPasswordKnown: true })
    const session = at('change-password', rotationPlan({ logins: [login, sqlLogin()] }))
    const { intent } = view(session.rotation)
    expect(intent?.how).toBe('change')
    write(session, intent?.before as Fact, { type: 'act-failed', act: intent?.id ?? '', code, outcome: 'not-done' })
    expect(session.rotation.ledger.logins[windows]).toMatchObject({ failedSignIns: known, held: 0 })
  })

  it('leave the login to be looked at, and its services to prove it', () => {
    const session = interrupted(0, 1)
    goOn(session, { until: 'verify-login' })
    expect(view(session.rotation).intent).toMatchObject({ login: windows, check: 'account-read-back' })
    goOn(session)
    expect(view(session.rotation)).toMatchObject({ outcome: 'complete', disagreements: [] })
  })
})

describe('signInAllowed', () => {
  it.each([
    ['no lock-out', 'none', true],
    ['an unknown lock-out', 'unknown', false],
    ['three tries left', { threshold: 5, badPasswords: 2 }, true],
    ['two tries left', { threshold: 5, badPasswords: 3 }, false],
  ] as const)('with %s: %j', (_name, lockOut, allowed) => {
    const { ledger } = rotationSession(rotationPlan({ logins: [windowsLogin({ lockOut }), sqlLogin()] })).rotation
    expect(signInAllowed(ledger, windows)).toBe(allowed)
  })
})
