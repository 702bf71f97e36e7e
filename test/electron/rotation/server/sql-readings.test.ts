import { describe, expect, it } from 'vitest'

import { loginQuestions } from '#electron/rotation/server/sql-login-questions.ts'
import { serverQueries } from '#electron/sql/catalogue-queries.ts'
import { INSTANCE, LOGIN, NEXT, secret, startHands } from './sql-under-test.ts'

describe('whether a SQL login exists', () => {
  it.each([
    ['yes', LOGIN, {}, true],
    ['no, of a Windows account', 'ERP01\\erpsync', {}, false],
    ['no, where all are seen', 'nobody', { logins: 0 }, false],
    ['no, where all could be changed', 'nobody', { definitions: 0 }, false],
    ['unknown, where some are hidden', 'nobody', { definitions: 0, logins: 0 }, null],
  ])('is told: %s', async (_name, login, sight, expected) => {
    const { hands, state } = await startHands({ logins: { [LOGIN]: {}, 'ERP01\\erpsync': { type: 'U' } } })
    Object.assign(state.sight, sight)
    expect(await hands.exists(INSTANCE, login)).toBe(expected)
  })

  it('is unknown where nothing is answered', async () => {
    const { hands, state, server } = await startHands()
    state.refusedQuestions.set(loginQuestions.login, 229)
    expect(await hands.exists(INSTANCE, LOGIN)).toBeNull()
    await server.close()
    expect(await hands.exists(INSTANCE, LOGIN)).toBeNull()
  })
})

describe('when a password was set', () => {
  it('is told on the clock of this program, whatever the server’s clock says', async () => {
    const { hands, state } = await startHands({ logins: { [LOGIN]: { setAt: '2031-01-01T01:59:58.753' } } })
    state.clockMs = Date.parse('2031-01-01T02:00:00.003Z')
    expect(await hands.passwordSetAt(INSTANCE, LOGIN)).toEqual(new Date('2026-11-23T10:29:58.750Z'))
  })

  it('moves with a new password', async () => {
    const { hands } = await startHands()
    const before = await hands.passwordSetAt(INSTANCE, LOGIN)
    await hands.setPassword(INSTANCE, LOGIN, secret(NEXT))
    expect(before).toEqual(new Date('2025-05-17T16:52:41.250Z'))
    expect(await hands.passwordSetAt(INSTANCE, LOGIN)).toEqual(new Date('2026-11-23T10:30:00.000Z'))
  })

  it.each([
    ['the login is not there', {}],
    ['SQL Server does not tell', { [LOGIN]: { setAt: null } }],
  ])('is unknown where %s', async (_name, logins) => {
    const { hands } = await startHands({ logins })
    expect(await hands.passwordSetAt(INSTANCE, LOGIN)).toBeNull()
  })

  it('is unknown where the question is refused', async () => {
    const { hands, state } = await startHands()
    state.refusedQuestions.set(loginQuestions.login, 229)
    expect(await hands.passwordSetAt(INSTANCE, LOGIN)).toBeNull()
  })
})

describe('sessions that are open', () => {
  it.each([
    ['none', 0, 1, 0],
    ['some', 3, 1, 3],
    ['unknown, where only the own one is shown', 0, 0, null],
  ])('are counted: %s', async (_name, sessions, sight, expected) => {
    const { hands, state } = await startHands()
    state.sessions = sessions
    state.sight.state = sight
    expect(await hands.liveSessions(INSTANCE, LOGIN)).toBe(expected)
  })

  it('are unknown where the question is refused', async () => {
    const { hands, state } = await startHands()
    state.refusedQuestions.set(loginQuestions.sessions, 300)
    expect(await hands.liveSessions(INSTANCE, LOGIN)).toBeNull()
  })
})

describe('other servers of an availability group', () => {
  it.each([
    ['none', [], 1, []],
    ['two', ['ERP02', 'ERP03'], 1, ['ERP02', 'ERP03']],
    ['unknown, where they are hidden', [], 0, null],
  ])('are named: %s', async (_name, names, sight, expected) => {
    const { hands, state } = await startHands()
    state.replicas = names
    state.sight.definitions = sight
    expect(await hands.replicas(INSTANCE)).toEqual(expected)
  })

  it('are unknown where the question is refused', async () => {
    const { hands, state } = await startHands()
    state.refusedQuestions.set(serverQueries.replicas, 229)
    expect(await hands.replicas(INSTANCE)).toBeNull()
  })
})
