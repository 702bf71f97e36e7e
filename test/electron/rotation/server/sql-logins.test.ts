import { describe, expect, it } from 'vitest'

import type { Acted } from '#electron/rotation/server/acted.ts'
import { loginQuestions } from '#electron/rotation/server/sql-login-questions.ts'
import type { Mishap } from '../../../support/tds/changing-statements.ts'
import { secretForms } from '../../vault/canary.ts'
import { INSTANCE, LOGIN, NEXT, OLD, secret, startHands, type UnderTest } from './sql-under-test.ts'

const WRONG = { kind: 'no-sign-in', code: 'sql-18456', proves: 'wrong-password' } as const
const DONE = { kind: 'done' } as const

const setNext = ({ hands }: UnderTest, login = LOGIN): Promise<Acted> => hands.setPassword(INSTANCE, login, secret(NEXT))

/** Whatever reached the server, on the wire or decrypted, and whatever it read as somebody's password. */
function leaked({ server }: UnderTest): readonly string[] {
  const read = server.logins.map(({ password }) => Buffer.from(password, 'utf16le'))
  return secretForms(Buffer.concat([...server.wire, ...server.decrypted, ...read]), NEXT)
}

describe('a new password of a SQL login', () => {
  it('takes the place of the old one', async () => {
    const test = await startHands()
    expect(await test.hands.signIn(INSTANCE, LOGIN, secret(OLD))).toEqual(DONE)
    expect(await setNext(test)).toEqual(DONE)
    expect(await test.hands.signIn(INSTANCE, LOGIN, secret(OLD))).toEqual(WRONG)
    expect(await test.hands.signIn(INSTANCE, LOGIN, secret(NEXT))).toEqual(DONE)
  })

  it('goes out in one batch with nothing else in it, behind the look at the connection, and leaves no connection open', async () => {
    const test = await startHands()
    await setNext(test)
    const statement = `ALTER LOGIN [${LOGIN}] WITH PASSWORD = N'${NEXT}';`
    const { asked } = test.server
    expect(asked.filter((text) => text.includes(NEXT))).toEqual([statement])
    const place = asked.indexOf(statement)
    expect(asked[place - 1]).toBe(loginQuestions.connection)
    // The client library counts the end of a socket a moment later.
    await expect.poll(() => test.server.openConnections()).toBe(0)
  })

  it('crosses the network encrypted alone', async () => {
    const test = await startHands()
    await setNext(test)
    expect(secretForms(Buffer.concat(test.server.decrypted), NEXT)).toContain('UTF-16')
    expect(secretForms(Buffer.concat(test.server.wire), NEXT)).toEqual([])
  })

  it('can be set twice, as after an interruption', async () => {
    const test = await startHands()
    expect([await setNext(test), await setNext(test)]).toEqual([DONE, DONE])
    expect(test.login()?.password).toBe(NEXT)
  })

  it.each(['O’Neil ]sync', 'a]; DROP LOGIN [sa]; --', "x' + 'y", 'Ünïcode № 漢字', ' leading and trailing ', '[a].[b]', '"quoted"'])(
    'reaches the login called %s and no other',
    async (name) => {
      const test = await startHands({ logins: { [LOGIN]: {}, [name]: {} } })
      const password = `it''s ]] N'${NEXT}' -- /* ; "`
      expect(await test.hands.setPassword(INSTANCE, name, secret(password))).toEqual(DONE)
      expect(test.login(name)?.password).toBe(password)
      expect(test.login()?.password).toBe(OLD)
      expect(await test.hands.signIn(INSTANCE, name, secret(password))).toEqual(DONE)
    },
  )
})

describe('a password that the server refuses', () => {
  it.each([15_114, 15_115, 15_116, 15_117, 15_118, 15_119, 15_156, 33_062, 33_063, 33_064])('with %i stays the old one', async (number) => {
    const test = await startHands()
    test.state.policy = (password) => (password === NEXT ? number : null)
    expect(await setNext(test)).toEqual({ kind: 'refused', code: `sql-${number}` })
    expect(await test.hands.signIn(INSTANCE, LOGIN, secret(OLD))).toEqual(DONE)
  })

  it('is refused all the same where nothing can be read back', async () => {
    const test = await startHands()
    test.state.policy = () => {
      test.state.refusedQuestions.set(loginQuestions.login, 1222)
      return 15_118
    }
    expect(await setNext(test)).toEqual({ kind: 'refused', code: 'sql-15118' })
  })

  it.each([
    ['nothing', '', 'sql-15116'],
    ['more than SQL Server takes', 'x'.repeat(129), 'sql-15117'],
    ['a line break, which a backslash before it would swallow', 'a\\\nb', 'sql-password-characters'],
    ['a zero, at which drivers stop', 'a\0b', 'sql-password-characters'],
    ['half a character', 'a\uD83Db', 'sql-password-characters'],
  ])('being %s is not even sent', async (_name, password, code) => {
    const test = await startHands()
    expect(await test.hands.setPassword(INSTANCE, LOGIN, secret(password))).toEqual({ kind: 'refused', code })
    expect(test.server.wire).toEqual([])
  })

  it('may be as long as SQL Server takes', async () => {
    const test = await startHands()
    expect(await test.hands.setPassword(INSTANCE, LOGIN, secret('x'.repeat(128)))).toEqual(DONE)
  })
})

describe('a change that does not come about', () => {
  it.each([
    ['an account that is locked', { number: 15_113 }, 'sql-15113', 'not-done'],
    ['an error while the policy is asked', { number: 15_120 }, 'sql-15120', 'not-done'],
    ['a call of Windows that failed', { number: 15_121 }, 'sql-15121', 'not-done'],
    ['a login that may not be changed', { number: 15_151 }, 'sql-15151', 'not-done'],
    ['a trigger', { number: 3609 }, 'sql-3609', 'not-done'],
    ['somebody else’s lock', { number: 1222 }, 'sql-1222', 'not-done'],
    ['an error after it took place', { number: 50_000, after: true }, 'sql-50000', 'unknown'],
    ['a connection lost before it took place', { end: 'hang-up' }, 'sql-lost', 'unknown'],
    ['a connection lost after it took place', { end: 'hang-up', after: true }, 'sql-lost', 'unknown'],
    ['silence', { end: 'never' }, 'sql-time-limit', 'unknown'],
  ] as const)('because of %s says so, and never what was sent', async (_name, mishap: Mishap, code, outcome) => {
    const test = await startHands()
    test.state.mishaps.set('ALTER LOGIN', mishap)
    const acted = await setNext(test)
    expect(acted).toEqual({ kind: 'failed', code, outcome })
    expect(secretForms(Buffer.from(JSON.stringify(acted)), NEXT)).toEqual([])
  })

  it('is unknown where it cannot be read back', async () => {
    const test = await startHands()
    const kept = test.login()
    test.state.policy = () => {
      test.state.logins.delete(LOGIN)
      return null
    }
    expect(await setNext(test)).toEqual({ kind: 'failed', code: 'sql-not-read-back', outcome: 'unknown' })
    expect(kept?.password).toBe(NEXT)
  })

  it.each([
    ['a login that is not there', 'nobody', 'sql-no-such-login'],
    ['a Windows account', 'ERP01\\erpsync', 'sql-no-such-login'],
    ['a name that no statement can hold safely', 'a\nGO\nb', 'sql-name-characters'],
  ])('for %s sends nothing', async (_name, login, code) => {
    const test = await startHands({ logins: { 'ERP01\\erpsync': { type: 'U' } } })
    expect(await setNext(test, login)).toEqual({ kind: 'failed', code, outcome: 'not-done' })
    expect(leaked(test)).toEqual([])
  })

  it.each([['an instance that nobody knows', 'ERP01\\OTHER', 'sql-connect-no-such-instance']])(
    'on %s is not begun',
    async (_name, instance, code) => {
      const test = await startHands()
      expect(await test.hands.setPassword(instance, LOGIN, secret(NEXT))).toEqual({ kind: 'failed', code, outcome: 'not-done' })
      expect(test.server.wire).toEqual([])
    },
  )

  it.each([
    [
      'the administrator may not sign in',
      { administratorOf: () => ({ kind: 'sql-login' as const, login: 'sa', password: 'wrong' }) },
      'wrong-password',
    ],
    ['nobody vouches for the certificate', { trustCertificate: false }, 'certificate-not-trusted'],
  ] as const)('where %s is not begun', async (_name, places, kind) => {
    const test = await startHands({ places })
    expect(await setNext(test)).toEqual({ kind: 'failed', code: `sql-connect-${kind}`, outcome: 'not-done' })
    expect(leaked(test)).toEqual([])
  })
})

describe('a connection that others could read', () => {
  it.each([
    ['that the server sees unencrypted', { encrypted: 'FALSE', transport: 'TCP' }],
    ['that the server sees unencrypted in a pipe', { encrypted: 'FALSE', transport: 'Named pipe' }],
    ['that only the server says is none', { encrypted: 'FALSE', transport: 'Shared memory' }],
    ['of which the server says nothing', null],
  ])('%s gets not one byte of the password', async (_name, connection) => {
    const test = await startHands()
    test.state.connection = connection
    expect(await setNext(test)).toEqual({ kind: 'failed', code: 'sql-not-encrypted', outcome: 'not-done' })
    expect(leaked(test)).toEqual([])
    expect(test.changes()).toEqual([])
  })

  it('that has no encryption at all gets not one byte of the password, and no sign-in with it', async () => {
    const test = await startHands({ server: { encryption: 'notSupported' } })
    const expected = { kind: 'failed', code: 'sql-connect-no-encryption', outcome: 'not-done' }
    expect(await setNext(test)).toEqual(expected)
    expect(await test.hands.signIn(INSTANCE, LOGIN, secret(NEXT))).toEqual(expected)
    expect(await test.hands.createLogin(INSTANCE, 'new', secret(NEXT), { databases: [] })).toEqual(expected)
    expect(leaked(test)).toEqual([])
    expect(test.server.logins).toEqual([])
  })

  it.each([229, 297, 300, 371])('counts as encrypted where the client itself did it and the account may not ask (%i)', async (number) => {
    const test = await startHands()
    test.state.refusedQuestions.set(loginQuestions.connection, number)
    expect(await setNext(test)).toEqual(DONE)
  })

  it('does not count as encrypted where the question failed for another reason', async () => {
    const test = await startHands()
    test.state.refusedQuestions.set(loginQuestions.connection, 1222)
    expect(await setNext(test)).toEqual({ kind: 'failed', code: 'sql-1222', outcome: 'not-done' })
    expect(leaked(test)).toEqual([])
  })
})

describe('an old login', () => {
  const disable = ({ hands }: UnderTest, login = LOGIN): Promise<Acted> => hands.disableLogin(INSTANCE, login)

  it('is disabled, and stays so the second time', async () => {
    const test = await startHands()
    expect([await disable(test), await disable(test)]).toEqual([DONE, DONE])
    expect(test.login()?.disabled).toBe(true)
    expect(test.changes()).toEqual([`ALTER LOGIN [${LOGIN}] DISABLE;`])
    expect(await test.hands.signIn(INSTANCE, LOGIN, secret(OLD))).toMatchObject({ code: 'sql-18470', proves: 'nothing' })
  })

  it.each([
    ['is the one that makes the change', 'sa', 'sql-own-login'],
    ['is not there', 'nobody', 'sql-no-such-login'],
    ['is a Windows account', 'ERP01\\erpsync', 'sql-no-such-login'],
  ])('is left alone where it %s', async (_name, login, code) => {
    const test = await startHands({ logins: { sa: {}, 'ERP01\\erpsync': { type: 'U' } } })
    expect(await disable(test, login)).toEqual({ kind: 'failed', code, outcome: 'not-done' })
    expect(test.changes()).toEqual([])
  })

  it.each([
    ['may not be changed', { number: 15_151 }, 'sql-15151', 'not-done'],
    ['is disabled although an error came', { number: 50_000, after: true }, undefined, undefined],
    ['loses the connection', { end: 'hang-up' }, 'sql-lost', 'unknown'],
  ] as const)('that %s is told so', async (_name, mishap: Mishap, code, outcome) => {
    const test = await startHands()
    test.state.mishaps.set('ALTER LOGIN', mishap)
    expect(await disable(test)).toEqual(code === undefined ? DONE : { kind: 'failed', code, outcome })
  })
})
