import { describe, expect, it } from 'vitest'
import { answerFrom } from '#electron/rotation/rehearsal/world.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import { openAt } from '#shared/rotation/open.ts'
import type { PlannedLogin, RotationPlan } from '#shared/rotation/plan.ts'
import { view } from '#shared/rotation/replay.ts'
import { rotationPlan, rotationPlans, sqlLogin, windowsLogin } from '../../support/rotation-plans.ts'
import { append, goOn, nowOf, rotationSession } from '../../support/rotation-session.ts'

const windows = 'windows:ERP01\\erpsync'

function at(act: Intent['act'], plan: RotationPlan) {
  const session = rotationSession(plan)
  goOn(session, { until: act })
  return session
}

const changedWith = (more: Partial<PlannedLogin>) => at('verify-login', rotationPlan({ logins: [windowsLogin(more)] }))
const noWay = { kind: 'new-password', how: 'reset' } as const

describe('openAt', () => {
  it.each([
    ['nothing stands against it', {}, []],
    ['history', { historyCount: 1 }, ['history']],
    ['an unknown history', { historyCount: null }, ['history-unknown']],
    ['minimum age', { minimumAgeHours: 24 }, ['minimum-age']],
    ['an unknown minimum age', { minimumAgeHours: null }, ['minimum-age-unknown']],
    ['an unknown old password', { oldPasswordKnown: false, change: noWay }, ['old-password-unknown']],
  ] as const)('closes the way back by %s', (_name, more, reasons) => {
    const session = changedWith(more)
    const { ways, backClosed } = openAt(session.rotation.ledger, nowOf(session))
    expect(backClosed.map(({ reason, login }) => [reason, login])).toEqual(reasons.map((reason) => [reason, windows]))
    expect(ways).toBe(reasons.length === 0 ? 'both' : 'forward')
    expect(view(session.rotation).decisions.includes('back-chosen')).toBe(reasons.length === 0)
  })

  it('opens the way back when the minimum age is reached, not a millisecond before', () => {
    const session = changedWith({ minimumAgeHours: 24 })
    const { ledger } = session.rotation
    const until = openAt(ledger, nowOf(session)).backClosed[0]?.until ?? ''
    expect(Date.parse(until) - Date.parse(ledger.logins[windows]?.changedAt ?? '')).toBe(24 * 3_600_000)
    expect(openAt(ledger, new Date(Date.parse(until) - 1).toISOString()).ways).toBe('forward')
    expect(openAt(ledger, until).ways).toBe('both')
    expect(view(session.rotation).limits).toContainEqual({ kind: 'back-opens', at: until, subject: windows })
  })

  it('counts the minimum age from the beginning of a change that nobody saw end', () => {
    const session = at('change-password', rotationPlan({ logins: [windowsLogin({ minimumAgeHours: 24 })] }))
    append(session, { type: 'password-changing', login: windows, generation: 1, how: 'change' })
    const begun = nowOf(session)
    append(session, { type: 'resumed' })
    for (const question of view(session.rotation).questions) {
      const changed = { about: 'password' as const, login: windows, holds: 1 }
      append(session, {
        type: 'world-asked',
        answer: question.about === 'password' ? changed : answerFrom(session.world, session.plan, question),
      })
    }
    const until = new Date(Date.parse(begun) + 24 * 3_600_000).toISOString()
    expect(openAt(session.rotation.ledger, nowOf(session)).backClosed).toEqual([{ reason: 'minimum-age', login: windows, until }])
  })

  it.each([
    ['nothing was done', 'generate', 'nothing-done'],
    ['the password is in the sync tool', 'watch', 'entered-at-vendor'],
    ['the call is over', 'delete-old-generation', 'call-ended'],
  ] as const)('closes it where %s', (_name, act, reason) => {
    const session = at(act, rotationPlan({ logins: [sqlLogin()] }))
    expect(openAt(session.rotation.ledger, nowOf(session)).backClosed.map((closed) => closed.reason)).toEqual([reason])
  })

  it('keeps it open until the end of the call for a move to new users', () => {
    const session = at('end-call', rotationPlans['new users'])
    expect(openAt(session.rotation.ledger, nowOf(session)).ways).toBe('both')
  })

  it('closes both when it is over, and forward while the preflight is red', () => {
    const session = rotationSession(rotationPlan())
    goOn(session, { until: 'preflight' })
    append(session, { type: 'act-started', act: 'preflight' })
    append(session, { type: 'preflight-failed', problems: ['lock-out-margin'] })
    expect(view(session.rotation)).toMatchObject({
      open: { ways: 'none' },
      decisions: ['cancelled'],
      preflightProblems: ['lock-out-margin'],
    })
    goOn(session)
    expect(view(session.rotation)).toMatchObject({
      open: { ways: 'none', backClosed: [{ reason: 'finished' }] },
      decisions: [],
      owner: null,
    })
  })
})
