import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { type SecretText, secretText } from '#electron/rotation/server/secret-text.ts'
import { createSqlHands, type SqlHands } from '#electron/rotation/server/sql-logins.ts'
import { createSqlPorts } from '#electron/rotation/server/sql-ports.ts'
import type { SqlSession } from '#electron/sql/session.ts'
import { bracketed, literal } from '#shared/sql-login/t-sql.ts'
import { describeWith } from '../support/needs.ts'
import { type Credentials, newPassword, type Place, placeOf, run, sessionAs, waitForServer } from './place.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

const INSTANCE = 'real'
const DONE = { kind: 'done' } as const
const WRONG = { kind: 'no-sign-in', code: 'sql-18456', proves: 'wrong-password' } as const

/** Names of this run alone: the server may hold what other suites made. */
const mark = randomUUID().slice(0, 8)
const OLD_LOGIN = `old ]'${mark}`
const NEW_LOGIN = `new ]'${mark}`
const databases = [`hands_${mark}_1`, `hands ]'${mark} 2`]
const OTHER_DATABASE = `hands_${mark}_other`

/** Characters that have to be sent as they are. */
const password = (): string => `${newPassword()}'']"--/*;№漢😀`
const secret = (text: string): SecretText => secretText(text)

describeWith('a real SQL Server', 'the hands for logins of SQL Server', () => {
  let there: Place
  let admin: SqlSession
  let hands: SqlHands
  let old: string

  const handsAs = (credentials: Credentials, id = mark): SqlHands =>
    createSqlHands(
      createSqlPorts({
        odbc: { drivers: () => ({ ok: true, value: [] }), connect: async () => ({ ok: false, failure: { state: 'IM002', native: 0 } }) },
        addressOf: (instance) => (instance === INSTANCE ? there.address : null),
        administratorOf: () => ({ kind: 'sql-login', ...credentials }),
        trustCertificate: true,
        now: () => new Date(),
        run: id,
      }),
    )

  /** A session that was ended a moment ago still counts as one for the server. */
  const untilSo = (isSo: () => Promise<boolean>): Promise<unknown> => vi.waitUntil(isSo, { timeout: 20_000, interval: 200 })

  const dropLogin = (login: string): Promise<unknown> =>
    untilSo(async () => (await admin.query(`IF SUSER_ID(${literal(login)}) IS NOT NULL DROP LOGIN ${bracketed(login)};`)).ok)

  beforeAll(async () => {
    there = placeOf(process.env)
    admin = await waitForServer(there)
    hands = handsAs({ login: 'sa', password: there.password })
    await run(admin, ...[...databases, OTHER_DATABASE].map((name) => `CREATE DATABASE ${bracketed(name)};`))
  })

  beforeEach(async () => {
    old = password()
    await run(admin, `CREATE LOGIN ${bracketed(OLD_LOGIN)} WITH PASSWORD = ${literal(old)}, CHECK_POLICY = ON, CHECK_EXPIRATION = OFF;`)
  })

  afterEach(async () => {
    await untilSo(async () => {
      const removed = await hands.removeLogin(INSTANCE, NEW_LOGIN, databases)
      return removed.kind === 'done' || (removed.kind === 'failed' && removed.code === 'sql-not-ours')
    })
    await dropLogin(NEW_LOGIN)
    await dropLogin(OLD_LOGIN)
  })

  afterAll(async () => {
    for (const name of [...databases, OTHER_DATABASE]) {
      await admin?.query(`IF DB_ID(${literal(name)}) IS NOT NULL DROP DATABASE ${bracketed(name)};`)
    }
    admin?.close()
  })

  describe('set a password', () => {
    it('after which the old one is refused and the new one accepted', async () => {
      const next = password()
      const before = Date.now()
      expect(await hands.signIn(INSTANCE, OLD_LOGIN, secret(old))).toEqual(DONE)
      expect(await hands.setPassword(INSTANCE, OLD_LOGIN, secret(next))).toEqual(DONE)
      expect(await hands.signIn(INSTANCE, OLD_LOGIN, secret(old))).toEqual(WRONG)
      expect(await hands.signIn(INSTANCE, OLD_LOGIN, secret(next))).toEqual(DONE)
      const setAt = (await hands.passwordSetAt(INSTANCE, OLD_LOGIN))?.getTime() ?? Number.NaN
      // The server counts in steps of three milliseconds.
      expect(setAt).toBeGreaterThan(before - 10)
      expect(setAt).toBeLessThan(Date.now() + 10)
    })

    it('a second time, as after an interruption', async () => {
      const next = password()
      await hands.setPassword(INSTANCE, OLD_LOGIN, secret(next))
      expect(await hands.setPassword(INSTANCE, OLD_LOGIN, secret(next))).toEqual(DONE)
      expect(await hands.signIn(INSTANCE, OLD_LOGIN, secret(next))).toEqual(DONE)
    })

    it.each([
      ['too short', 'aA1!'],
      ['of one kind of characters', 'abcdefghijklmnopqrstuvwxyz'],
    ])('but none that is %s', async (_name, next) => {
      const refused = await hands.setPassword(INSTANCE, OLD_LOGIN, secret(next))
      expect(refused).toEqual({ kind: 'refused', code: expect.stringMatching(/^sql-(?:1511[68]|3306[24])$/) })
      expect(await hands.signIn(INSTANCE, OLD_LOGIN, secret(old))).toEqual(DONE)
    })

    it('of as many characters as SQL Server takes', async () => {
      const next = newPassword().padEnd(128, 'xY7-')
      expect(await hands.setPassword(INSTANCE, OLD_LOGIN, secret(next))).toEqual(DONE)
      expect(await hands.signIn(INSTANCE, OLD_LOGIN, secret(next))).toEqual(DONE)
    })

    it('of no login that is not there, and with no account that may not', async () => {
      expect(await hands.setPassword(INSTANCE, `${OLD_LOGIN} no`, secret(password()))).toEqual({
        kind: 'failed',
        code: 'sql-no-such-login',
        outcome: 'not-done',
      })
      await run(admin, `CREATE LOGIN ${bracketed(NEW_LOGIN)} WITH PASSWORD = ${literal(old)};`)
      const stranger = handsAs({ login: NEW_LOGIN, password: old })
      expect(await stranger.setPassword(INSTANCE, OLD_LOGIN, secret(password()))).toMatchObject({ kind: 'failed', outcome: 'not-done' })
      expect(await hands.signIn(INSTANCE, OLD_LOGIN, secret(old))).toEqual(DONE)
    })

    it('with the permission for logins alone, where the client itself sees to the encryption', async () => {
      await run(
        admin,
        `CREATE LOGIN ${bracketed(NEW_LOGIN)} WITH PASSWORD = ${literal(old)};`,
        `GRANT ALTER ANY LOGIN TO ${bracketed(NEW_LOGIN)};`,
      )
      const next = password()
      expect(await handsAs({ login: NEW_LOGIN, password: old }).setPassword(INSTANCE, OLD_LOGIN, secret(next))).toEqual(DONE)
      expect(await hands.signIn(INSTANCE, OLD_LOGIN, secret(next))).toEqual(DONE)
    })
  })

  describe('make a login', () => {
    const rights = { databases }

    const tables = (database: string): string => `SELECT COUNT(*) AS many FROM ${bracketed(database)}.sys.tables`

    it('that reads the databases of the ERP, writes none and enters no other', async () => {
      const next = password()
      expect(await hands.createLogin(INSTANCE, NEW_LOGIN, secret(next), rights)).toEqual(DONE)
      expect(await hands.grantRights(INSTANCE, NEW_LOGIN, rights)).toEqual(DONE)
      expect(await hands.exists(INSTANCE, NEW_LOGIN)).toBe(true)
      const session = await sessionAs(there, { login: NEW_LOGIN, password: next })
      for (const database of databases) expect(await session.query(tables(database))).toMatchObject({ ok: true })
      expect(await session.query(`CREATE TABLE ${bracketed(databases[0] ?? '')}.dbo.made (id int)`)).toMatchObject({ ok: false })
      expect(await session.query(tables(OTHER_DATABASE))).toMatchObject({ ok: false, failure: { number: 916 } })
      expect(await hands.liveSessions(INSTANCE, NEW_LOGIN)).toBe(1)
      // Nobody is thrown out for it.
      expect(await hands.removeLogin(INSTANCE, NEW_LOGIN, databases)).toEqual({ kind: 'failed', code: 'sql-15434', outcome: 'not-done' })
      session.close()
      await untilSo(async () => (await hands.liveSessions(INSTANCE, NEW_LOGIN)) === 0)
      expect(await hands.removeLogin(INSTANCE, NEW_LOGIN, databases)).toEqual(DONE)
      expect(await hands.exists(INSTANCE, NEW_LOGIN)).toBe(false)
      expect(await hands.removeLogin(INSTANCE, NEW_LOGIN, databases)).toEqual(DONE)
    })

    it('whose users go with it', async () => {
      await hands.createLogin(INSTANCE, NEW_LOGIN, secret(password()), rights)
      await hands.removeLogin(INSTANCE, NEW_LOGIN, databases)
      for (const database of databases) {
        const sys = `${bracketed(database)}.sys`
        const [left] = await run(admin, `SELECT COUNT(*) AS many FROM ${sys}.database_principals WHERE name = ${literal(NEW_LOGIN)}`)
        expect(left).toEqual({ many: '0' })
      }
    })

    it('again with the password of now, where the same change made it', async () => {
      const [first, next] = [password(), password()]
      await hands.createLogin(INSTANCE, NEW_LOGIN, secret(first), { databases: [] })
      expect(await hands.createLogin(INSTANCE, NEW_LOGIN, secret(next), rights)).toEqual(DONE)
      expect(await hands.signIn(INSTANCE, NEW_LOGIN, secret(first))).toEqual(WRONG)
      expect(await hands.signIn(INSTANCE, NEW_LOGIN, secret(next))).toEqual(DONE)
    })

    it('but never one of a name that was there, nor remove that', async () => {
      const failed = { kind: 'failed', outcome: 'not-done' }
      expect(await hands.createLogin(INSTANCE, OLD_LOGIN, secret(password()), rights)).toEqual({ ...failed, code: 'sql-login-exists' })
      expect(await hands.grantRights(INSTANCE, OLD_LOGIN, rights)).toEqual({ ...failed, code: 'sql-not-ours' })
      expect(await hands.removeLogin(INSTANCE, OLD_LOGIN, databases)).toEqual({ ...failed, code: 'sql-not-ours' })
      const other = handsAs({ login: 'sa', password: there.password }, 'another change')
      await hands.createLogin(INSTANCE, NEW_LOGIN, secret(password()), rights)
      expect(await other.removeLogin(INSTANCE, NEW_LOGIN, databases)).toEqual({ ...failed, code: 'sql-not-ours' })
    })

    it('but none that the policy refuses, nor in a database that is not there', async () => {
      expect(await hands.createLogin(INSTANCE, NEW_LOGIN, secret('aA1!'), rights)).toMatchObject({ kind: 'refused' })
      expect(await hands.exists(INSTANCE, NEW_LOGIN)).toBe(false)
      const nowhere = { databases: [`hands_${mark}_nowhere`] }
      const failed = await hands.createLogin(INSTANCE, NEW_LOGIN, secret(password()), nowhere)
      expect(failed).toMatchObject({ kind: 'failed', outcome: 'unknown', code: expect.stringMatching(/^sql-(?:208|911)$/) })
    })
  })

  it('disable a login, which then takes no password', async () => {
    expect(await hands.disableLogin(INSTANCE, OLD_LOGIN)).toEqual(DONE)
    expect(await hands.disableLogin(INSTANCE, OLD_LOGIN)).toEqual(DONE)
    expect(await hands.signIn(INSTANCE, OLD_LOGIN, secret(old))).toEqual({ kind: 'no-sign-in', code: 'sql-18470', proves: 'nothing' })
    expect(await hands.signIn(INSTANCE, OLD_LOGIN, secret('wrong'))).toEqual({ kind: 'no-sign-in', code: 'sql-18456', proves: 'nothing' })
    expect(await hands.disableLogin(INSTANCE, 'sa')).toEqual({ kind: 'failed', code: 'sql-own-login', outcome: 'not-done' })
  })

  it('tell nothing of a sign-in that somebody denies to the login', async () => {
    await run(admin, `DENY CONNECT SQL TO ${bracketed(OLD_LOGIN)};`)
    expect(await hands.signIn(INSTANCE, OLD_LOGIN, secret(old))).toMatchObject({ kind: 'no-sign-in', proves: 'nothing' })
  })

  it('see no other server where there is no availability group', async () => {
    expect(await hands.replicas(INSTANCE)).toEqual([])
  })
})
