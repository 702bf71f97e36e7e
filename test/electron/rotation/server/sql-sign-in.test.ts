import { describe, expect, it } from 'vitest'

import { loginQuestions } from '#electron/rotation/server/sql-login-questions.ts'
import { INSTANCE, LOGIN, OLD, secret, startHands } from './sql-under-test.ts'

const noSignIn = (code: string, proves = 'nothing') => ({ kind: 'no-sign-in', code, proves })

describe('a sign-in as a SQL login', () => {
  it('is over a connection of its own, which ends', async () => {
    const { hands, server } = await startHands()
    expect(await hands.signIn(INSTANCE, LOGIN, secret(OLD))).toEqual({ kind: 'done' })
    expect(server.logins.map(({ user }) => user)).toEqual([LOGIN])
    await expect.poll(() => server.openConnections()).toBe(0)
  })

  it('with a wrong password proves that, where nothing else can be the reason', async () => {
    const { hands, server } = await startHands()
    expect(await hands.signIn(INSTANCE, LOGIN, secret('wrong'))).toEqual(noSignIn('sql-18456', 'wrong-password'))
    expect(server.logins.map(({ user }) => user)).toEqual([LOGIN, 'sa'])
  })

  it.each([
    ['the server takes Windows accounts alone', { windows_only: 1 }],
    ['the login may not connect', { connects: 0 }],
    ['somebody denies it', { denials: 1 }],
    ['a way in is not open to everybody', { closed: 1 }],
    ['the administrator does not see every denial', { definitions: 0 }],
    ['the server does not tell its mode', { windows_only: null }],
  ])('with a wrong password proves nothing where %s', async (_name, refusal) => {
    const { hands, state } = await startHands()
    Object.assign(state.refusal, refusal)
    expect(await hands.signIn(INSTANCE, LOGIN, secret('wrong'))).toEqual(noSignIn('sql-18456'))
  })

  it.each([
    ['nobody has the name', { logins: {} }],
    ['the login is disabled', { logins: { [LOGIN]: { disabled: true } } }],
    ['it is a Windows account', { logins: { [LOGIN]: { type: 'U' } } }],
    [
      'no administrator can be asked',
      { places: { administratorOf: () => ({ kind: 'sql-login' as const, login: 'sa', password: 'wrong' }) } },
    ],
  ] as const)('with a wrong password proves nothing where %s', async (_name, parts) => {
    const { hands } = await startHands(parts)
    expect(await hands.signIn(INSTANCE, LOGIN, secret('wrong'))).toEqual(noSignIn('sql-18456'))
  })

  it('with a wrong password proves nothing where the question is refused', async () => {
    const { hands, state } = await startHands()
    state.refusedQuestions.set(loginQuestions.refusal, 229)
    expect(await hands.signIn(INSTANCE, LOGIN, secret('wrong'))).toEqual(noSignIn('sql-18456'))
  })

  it.each([4060, 4064, 17_892, 18_401, 18_451, 18_452, 18_461, 18_486, 18_487, 18_488])(
    'that is refused with %i proves nothing',
    async (number) => {
      const { hands } = await startHands({ logins: { [LOGIN]: { refusedWith: number } } })
      expect(await hands.signIn(INSTANCE, LOGIN, secret(OLD))).toEqual(noSignIn(`sql-${number}`))
    },
  )

  it('of a disabled login proves nothing', async () => {
    const { hands } = await startHands({ logins: { [LOGIN]: { disabled: true } } })
    expect(await hands.signIn(INSTANCE, LOGIN, secret(OLD))).toEqual(noSignIn('sql-18470'))
  })

  it.each([
    ['never answers', 'never', 'sql-connect-time-limit'],
    ['hangs up', 'hang-up', 'sql-connect-lost'],
  ] as const)('to a server that %s may have counted', async (_name, answer, code) => {
    const { hands } = await startHands({ server: { signIn: () => answer } })
    expect(await hands.signIn(INSTANCE, LOGIN, secret(OLD))).toEqual({ kind: 'failed', code, outcome: 'unknown' })
  })

  it('to a server that is down did not happen', async () => {
    const { hands, server } = await startHands()
    await server.close()
    expect(await hands.signIn(INSTANCE, LOGIN, secret(OLD))).toEqual({
      kind: 'failed',
      code: 'sql-connect-port-closed',
      outcome: 'not-done',
    })
  })

  it('with what cannot be a password is not tried', async () => {
    const { hands, server } = await startHands()
    expect(await hands.signIn(INSTANCE, LOGIN, secret('a\nb'))).toEqual({
      kind: 'failed',
      code: 'sql-password-characters',
      outcome: 'not-done',
    })
    expect(server.wire).toEqual([])
  })
})
