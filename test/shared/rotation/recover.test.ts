import { describe, expect, it } from 'vitest'
import { answerFrom } from '#electron/rotation/rehearsal/world.ts'
import type { Fact } from '#shared/rotation/events.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import { actsOf, backPath, recover } from '#shared/rotation/recover.ts'
import { view } from '#shared/rotation/replay.ts'
import { rotationPlan, rotationPlans, sqlLogin, windowsLogin } from '../../support/rotation-plans.ts'
import { append, goOn, nowOf, type RotationSession, restart, rotationSession } from '../../support/rotation-session.ts'

const windows = 'windows:ERP01\\erpsync'
const sql = 'sql-server:ERP01\\SAGE/wsp_sync'

function until(act: Intent['act'], plan = rotationPlans['three new passwords']): RotationSession {
  const session = rotationSession(plan)
  goOn(session, { until: act })
  return session
}

/** Writes down that the next act begins, and stops there. */
function begun(act: Intent['act'], plan = rotationPlans['three new passwords']): RotationSession {
  const session = until(act, plan)
  append(session, view(session.rotation).intent?.before as Fact)
  return session
}

const asked = (session: RotationSession) => {
  const recovery = recover(session.plan, session.journal, nowOf(session))
  return recovery.kind === 'interrupted' ? recovery.ask.filter(({ about }) => about !== 'secret' && about !== 'service') : recovery.kind
}

describe('recover', () => {
  it('has nothing to take up before anything happened, nor when it is over', () => {
    expect(recover(rotationPlan(), [], '2026-03-02T09:00:00Z')).toEqual({ kind: 'nothing-begun' })
    const session = rotationSession(rotationPlan())
    goOn(session)
    expect(recover(session.plan, session.journal, nowOf(session))).toMatchObject({ kind: 'over', state: { outcome: 'complete' } })
  })

  it('names the event that does not fit', () => {
    const { plan, journal } = until('watch')
    expect(recover(plan, journal.slice(1), '2026-03-02T12:00:00Z')).toMatchObject({
      kind: 'fault',
      fault: { index: 0, event: { type: 'chosen' }, place: 'schedule' },
    })
  })

  it.each([
    ['a password was being changed', 'change-password', [{ about: 'password', login: windows, by: 'password-age-and-sign-in' }]],
    ['an account was being given to a service', 'set-service-account', []],
    ['a secret was handed over', 'hand-over', []],
  ] as const)('asks the world first where %s', (_name, act, questions) => {
    expect(asked(begun(act))).toEqual(questions)
  })

  it('asks whether the new user is there', () => {
    expect(asked(begun('create-user', rotationPlans['new users']))).toEqual([{ about: 'user', login: windows }])
  })

  it('asks for the services only from the call on, and until it is over', () => {
    const services = (session: RotationSession) => {
      const recovery = recover(session.plan, session.journal, nowOf(session))
      return recovery.kind === 'interrupted' ? recovery.ask.filter(({ about }) => about === 'service').length : null
    }
    expect([services(until('join-call')), services(until('change-password')), services(until('delete-old-generation'))]).toEqual([0, 2, 0])
  })

  it('offers no act before every question is answered', () => {
    const session = begun('change-password')
    append(session, { type: 'resumed' })
    const { questions } = view(session.rotation)
    for (const question of questions) {
      expect(view(session.rotation)).toMatchObject({ hands: 'asking', intent: null })
      append(session, { type: 'world-asked', answer: answerFrom(session.world, session.plan, question) })
    }
    expect(view(session.rotation)).toMatchObject({ hands: 'idle', intent: { act: 'change-password', login: windows, how: 'change' } })
  })

  it.each([
    ['the old one', 0, 'change-password'],
    ['the new one', 1, 'set-service-account'],
  ])('goes on with what is next when %s holds', (_name, holds, act) => {
    const session = begun('change-password')
    append(session, { type: 'resumed' })
    for (const question of view(session.rotation).questions) {
      const answer =
        question.about === 'password'
          ? { about: 'password' as const, login: windows, holds }
          : answerFrom(session.world, session.plan, question)
      append(session, { type: 'world-asked', answer })
    }
    expect(view(session.rotation).intent).toMatchObject({ act, login: windows })
  })

  it('lets a person decide when nobody can tell what holds; a new password is always open', () => {
    const session = begun('change-password')
    append(session, { type: 'resumed' })
    for (const question of view(session.rotation).questions) {
      const unknown = { about: 'password' as const, login: windows, holds: null }
      append(session, {
        type: 'world-asked',
        answer: question.about === 'password' ? unknown : answerFrom(session.world, session.plan, question),
      })
    }
    expect(view(session.rotation)).toMatchObject({ hands: 'deciding', trouble: { reason: 'password-unknown', login: windows } })
    append(session, { type: 'renewal-chosen', logins: [windows] })
    expect(view(session.rotation).intent).toMatchObject({ act: 'generate', login: windows, generation: 2 })
    goOn(session, { until: 'change-password' })
    expect(view(session.rotation).intent).toMatchObject({ how: 'reset', generation: 2 })
  })

  it.each([
    ['not used yet', 'set-service-account', 1],
    ['what the login takes already', 'verify-login', 1],
  ] as const)('makes a new password for one that the keychain lost: %s', (_name, act, generation) => {
    const session = until(act)
    session.world.stored.delete(`${sql}|${generation}`)
    session.world.stored.delete(`${windows}|${generation}`)
    restart(session)
    expect(view(session.rotation).intent).toMatchObject({ act: 'generate', login: windows, generation: 2 })
    goOn(session)
    expect(view(session.rotation)).toMatchObject({ outcome: 'complete', disagreements: [] })
  })

  it('has a person who forgot the password type a new one', () => {
    const session = until('verify-login', rotationPlans['a domain account kept by a person'])
    session.world.stored.clear()
    restart(session)
    expect(view(session.rotation)).toMatchObject({
      owner: 'you',
      intent: { act: 'generate', generation: 2, after: { storedIn: 'person' } },
    })
  })

  it('pauses a sync again that something started meanwhile', () => {
    const session = until('change-password')
    session.world.services.set('WSPSync', { state: 'running', startMode: 'auto' })
    restart(session)
    expect(view(session.rotation)).toMatchObject({ place: 'pause', intent: { act: 'stop-service', service: 'WSPSync' } })
  })

  it('watches again when a service that ran stands still', () => {
    const session = until('end-call')
    session.world.services.set('WSPSync', { state: 'stopped', startMode: 'auto' })
    restart(session)
    expect(view(session.rotation).intent).toMatchObject({ act: 'start-service', service: 'WSPSync' })
    goOn(session, { until: 'vendor-confirm' })
    expect(view(session.rotation).place).toBe('verify')
  })
})

describe('backPath', () => {
  it('undoes what was done, the last first, and does it so', () => {
    const session = until('hand-over')
    const path = backPath(session.rotation.ledger, nowOf(session))
    append(session, { type: 'back-chosen' })
    expect(path.open && path.intents.map(({ id }) => id)).toEqual(goOn(session))
    expect(view(session.rotation)).toMatchObject({ outcome: 'cancelled', disagreements: [] })
  })

  it('gives the way forward where it is closed', () => {
    const plan = rotationPlan({ logins: [windowsLogin({ historyCount: 24 })] })
    const session = until('verify-login', plan)
    const path = backPath(session.rotation.ledger, nowOf(session))
    expect(path).toMatchObject({ open: false, closed: [{ reason: 'history', login: windows }] })
    expect(!path.open && path.instead.map(({ id }) => id)).toEqual(goOn(session))
  })
})

describe('turning forward again', () => {
  it('sets new passwords wherever the way back may have mixed them up', () => {
    const session = until('hand-over')
    append(session, { type: 'back-chosen' })
    goOn(session, { until: 'set-service-account' })
    append(session, { type: 'forward-chosen' })
    expect(view(session.rotation)).toMatchObject({ direction: 'forward', intent: { act: 'generate', login: windows, generation: 2 } })
    goOn(session)
    expect(view(session.rotation)).toMatchObject({ outcome: 'complete', disagreements: [] })
  })

  it('keeps what was generated where nothing was changed yet', () => {
    const session = until('join-call')
    append(session, { type: 'back-chosen' })
    append(session, { type: 'forward-chosen' })
    expect(view(session.rotation).intent).toMatchObject({ act: 'join-call' })
  })
})

describe('actsOf', () => {
  it.each(Object.entries(rotationPlans))('lists every act of a rehearsal: %s', (_name, plan) => {
    expect(actsOf(plan, '2026-03-02T09:00:00Z').map(({ id }) => id)).toEqual(goOn(rotationSession(plan)))
  })

  it('changes Windows before SQL Server, one login at a time', () => {
    const plan = rotationPlan({ logins: [sqlLogin(), windowsLogin()] })
    const logins = actsOf(plan, '2026-03-02T09:00:00Z').flatMap(({ place, login }) =>
      place === 'change' && login !== undefined ? [login] : [],
    )
    expect(logins).toEqual([...logins].sort().reverse())
    expect(logins[0]).toBe(windows)
  })
})
