import { describe, expect, it } from 'vitest'

import type { Acted } from '#electron/rotation/server/acted.ts'
import { loginQuestions, userQuestion } from '#electron/rotation/server/sql-login-questions.ts'
import { sidOf } from '#electron/rotation/server/sql-statements.ts'
import type { Mishap } from '../../../support/tds/changing-statements.ts'
import { secretForms } from '../../vault/canary.ts'
import { INSTANCE, LOGIN, NEXT, OLD, RUN, secret, startHands, type UnderTest } from './sql-under-test.ts'

const DATABASES = ['MAS_System', "Brien's ]data"]
const NEW = 'wsp_sync_2'
const SID = sidOf(RUN, NEW)
const DONE = { kind: 'done' } as const
const READER = { name: NEW, readers: 1, connects: 1, more: 0 }

const start = (parts: Parameters<typeof startHands>[0] = {}): Promise<UnderTest> =>
  startHands({ databases: [...DATABASES, 'Payroll'], ...parts })

const create = ({ hands }: UnderTest, login = NEW, password = NEXT): Promise<Acted> =>
  hands.createLogin(INSTANCE, login, secret(password), { databases: DATABASES })

const grant = ({ hands }: UnderTest, login = NEW): Promise<Acted> => hands.grantRights(INSTANCE, login, { databases: DATABASES })
const remove = ({ hands }: UnderTest, login = NEW): Promise<Acted> => hands.removeLogin(INSTANCE, login, DATABASES)

const failed = (code: string, outcome: 'not-done' | 'unknown') => ({ kind: 'failed', code, outcome })

/** Users by database and SID. */
const usersOf = ({ state }: UnderTest) => Object.fromEntries([...state.databases].map(([name, users]) => [name, Object.fromEntries(users)]))

describe('a new SQL login', () => {
  it('may sign in, under a policy, and read the databases of the ERP alone', async () => {
    const test = await start()
    expect(await create(test)).toEqual(DONE)
    expect(await test.hands.signIn(INSTANCE, NEW, secret(NEXT))).toEqual(DONE)
    expect(test.login(NEW)).toMatchObject({ sid: SID, policy: true, disabled: false, more: 0 })
    expect(usersOf(test)).toEqual({ MAS_System: { [SID]: READER }, "Brien's ]data": { [SID]: READER }, Payroll: {} })
    expect(test.login()?.password).toBe(OLD)
  })

  it('is made by one batch that holds the password, and one for each database', async () => {
    const test = await start()
    await create(test)
    expect(test.changes()).toEqual([
      `CREATE LOGIN [${NEW}] WITH PASSWORD = N'${NEXT}', SID = ${SID}, CHECK_EXPIRATION = OFF, CHECK_POLICY = ON;`,
      `EXECUTE [MAS_System].sys.sp_executesql N'SET XACT_ABORT ON; BEGIN TRANSACTION; CREATE USER [${NEW}] FOR LOGIN [${NEW}]; ALTER ROLE [db_datareader] ADD MEMBER [${NEW}]; COMMIT TRANSACTION;';`,
      expect.stringContaining("EXECUTE [Brien's ]]data].sys.sp_executesql N'"),
    ])
    const { asked } = test.server
    expect(asked[asked.findIndex((text) => text.startsWith('CREATE LOGIN')) - 1]).toBe(loginQuestions.connection)
  })

  it.each(['O’Neil ]sync', 'a]; DROP LOGIN [sa]; --', "x' + 'y", 'Ünïcode № 漢字', '[a].[b]'])('can be called %s', async (name) => {
    const test = await start()
    expect(await create(test, name)).toEqual(DONE)
    expect([...test.state.logins.keys()]).toEqual([LOGIN, name])
    expect(usersOf(test)).toMatchObject({ MAS_System: { [sidOf(RUN, name)]: { name, readers: 1 } } })
    expect(await remove(test, name)).toEqual(DONE)
    expect([...test.state.logins.keys()]).toEqual([LOGIN])
  })

  it('that an interrupted try made gets the password of now, and what it lacks', async () => {
    const test = await start()
    test.state.mishaps.set('CREATE LOGIN', { end: 'hang-up', after: true })
    expect(await create(test, NEW, 'A password of before 1')).toEqual(failed('sql-lost', 'unknown'))
    expect(test.login(NEW)?.password).toBe('A password of before 1')
    test.state.mishaps.clear()
    expect(await create(test)).toEqual(DONE)
    expect(test.login(NEW)?.password).toBe(NEXT)
    expect(usersOf(test)).toMatchObject({ MAS_System: { [SID]: READER }, "Brien's ]data": { [SID]: READER } })
  })

  it.each([
    ['a SQL login', {}],
    ['a Windows account', { type: 'U' }],
    ['a role of the server', { type: 'R' }],
  ] as const)('never takes the place of %s that was there before', async (_name, kept) => {
    const test = await start({ logins: { [NEW]: kept } })
    expect(await create(test)).toEqual(failed('sql-login-exists', 'not-done'))
    expect(test.login(NEW)?.password).toBe(OLD)
    expect(secretForms(Buffer.concat(test.server.decrypted), NEXT)).toEqual([])
  })

  it('is not made over a connection that others could read', async () => {
    const test = await start()
    test.state.connection = { encrypted: 'FALSE', transport: 'TCP' }
    expect(await create(test)).toEqual(failed('sql-not-encrypted', 'not-done'))
    expect(secretForms(Buffer.concat([...test.server.wire, ...test.server.decrypted]), NEXT)).toEqual([])
    expect(test.changes()).toEqual([])
  })

  it('is not made with a password that the server refuses', async () => {
    const test = await start()
    test.state.policy = () => 15_118
    expect(await create(test)).toEqual({ kind: 'refused', code: 'sql-15118' })
    expect(test.login(NEW)).toBeUndefined()
    expect(usersOf(test)).toEqual({ MAS_System: {}, "Brien's ]data": {}, Payroll: {} })
  })

  it.each([
    ['exists by now', 15_025, 'sql-15025'],
    ['may not be made by this account', 15_247, 'sql-15247'],
    ['has an identity that another one has', 15_433, 'sql-15433'],
  ])('that %s is not made', async (_name, number, code) => {
    const test = await start()
    test.state.mishaps.set('CREATE LOGIN', { number })
    expect(await create(test)).toEqual(failed(code, 'not-done'))
  })

  it('of which SQL Server does not take the name is not made', async () => {
    expect(await create(await start(), 'ERP01\\sync')).toEqual(failed('sql-15006', 'not-done'))
  })

  it('whose name no statement can hold safely is not begun', async () => {
    const test = await start()
    expect(await create(test, 'a\\\nb')).toEqual(failed('sql-name-characters', 'not-done'))
    expect(test.server.wire).toEqual([])
  })

  it.each([
    ['that somebody gave a role of the server', { more: 1 }, 'sql-other-rights'],
    ['without a policy', { policy: false }, 'sql-not-read-back'],
    ['that is disabled', { disabled: true }, 'sql-not-read-back'],
  ])('%s in the meantime is not called done', async (_name, kept, code) => {
    const test = await start({ logins: { [NEW]: { sid: SID, ...kept } } })
    expect(await create(test)).toEqual(failed(code, 'unknown'))
  })
})

describe('the rights of a new SQL login', () => {
  const ours = { logins: { [NEW]: { sid: SID } } }

  it('are given once, however often that is asked for', async () => {
    const test = await start(ours)
    expect([await grant(test), await grant(test)]).toEqual([DONE, DONE])
    expect(test.changes()).toHaveLength(DATABASES.length)
  })

  it('go to the user that it has by another name', async () => {
    const test = await start(ours)
    test.state.databases.get('MAS_System')?.set(SID, { name: 'other ]name', readers: 0, connects: 1, more: 0 })
    expect(await grant(test)).toEqual(DONE)
    expect(usersOf(test).MAS_System).toEqual({ [SID]: { name: 'other ]name', readers: 1, connects: 1, more: 0 } })
  })

  it.each([
    ['more', { name: NEW, readers: 1, connects: 1, more: 1 }],
    ['no way in', { name: NEW, readers: 1, connects: 0, more: 0 }],
    ['a denial', { name: NEW, readers: 0, connects: 1, more: 1 }],
  ])('are left alone where its user has %s already', async (_name, user) => {
    const test = await start(ours)
    test.state.databases.get('MAS_System')?.set(SID, user)
    expect(await grant(test)).toEqual(failed('sql-other-rights', 'not-done'))
    expect(test.changes()).toEqual([])
  })

  it.each([
    ['another change made', { [NEW]: { sid: sidOf('another', NEW) } }, 'sql-not-ours'],
    ['nobody made', {}, 'sql-no-such-login'],
  ])('are not given to a login that %s', async (_name, logins, code) => {
    const test = await start({ logins })
    expect(await grant(test)).toEqual(failed(code, 'not-done'))
    expect(test.changes()).toEqual([])
  })

  it.each([
    ['its database is not there', 'question', 208, 'sql-208'],
    ['its database is gone by now', 'CREATE USER', 911, 'sql-911'],
    ['its database is offline', 'question', 942, 'sql-942'],
    ['the account may not enter it', 'question', 916, 'sql-916'],
    ['its database can only be read', 'CREATE USER', 3906, 'sql-3906'],
    ['a user of its name is there', 'CREATE USER', 15_023, 'sql-15023'],
    ['it may not be put into the role', 'ALTER ROLE', 15_151, 'sql-15151'],
  ] as const)('are not given where %s, whole or not at all', async (_name, where, number, code) => {
    const test = await start(ours)
    if (where === 'question') test.state.refusedQuestions.set(userQuestion('MAS_System'), number)
    else test.state.mishaps.set(where, { number })
    expect(await grant(test)).toEqual(failed(code, 'not-done'))
    expect(usersOf(test).MAS_System).toEqual({})
  })

  it('that ended in the middle are given by the next try', async () => {
    const test = await start(ours)
    test.state.mishaps.set(`CREATE USER ${DATABASES[1]}`, { number: 3906 })
    expect(await grant(test)).toEqual(failed('sql-3906', 'unknown'))
    expect(usersOf(test)).toMatchObject({ MAS_System: { [SID]: READER }, "Brien's ]data": {} })
    test.state.mishaps.clear()
    expect(await grant(test)).toEqual(DONE)
  })

  it('leave a login that was just made, and say that it may be there', async () => {
    const test = await start()
    test.state.mishaps.set('CREATE USER', { number: 15_023 })
    expect(await create(test)).toEqual(failed('sql-15023', 'unknown'))
    expect(test.login(NEW)).toBeDefined()
  })
})

describe('a new SQL login that is not wanted any more', () => {
  it('goes with its users, and is gone the second time', async () => {
    const test = await start()
    await create(test)
    expect(await remove(test)).toEqual(DONE)
    expect([...test.state.logins.keys()]).toEqual([LOGIN])
    expect(usersOf(test)).toEqual({ MAS_System: {}, "Brien's ]data": {}, Payroll: {} })
    expect(await remove(test)).toEqual(DONE)
  })

  it('takes along users that were left without it', async () => {
    const test = await start()
    test.state.databases.get('MAS_System')?.set(SID, READER)
    expect(await remove(test)).toEqual(DONE)
    expect(usersOf(test).MAS_System).toEqual({})
  })

  it('is no login that was there before, nor its user', async () => {
    const test = await start({ logins: { [NEW]: {} } })
    const { sid = '' } = test.login(NEW) ?? {}
    test.state.databases.get('MAS_System')?.set(sid, READER)
    expect(await remove(test)).toEqual(failed('sql-not-ours', 'not-done'))
    expect(test.changes()).toEqual([])
  })

  it.each([208, 911])('is gone where one of its databases is gone too (%i)', async (number) => {
    const test = await start()
    await create(test)
    test.state.refusedQuestions.set(userQuestion('MAS_System'), number)
    expect(await remove(test)).toEqual(DONE)
    expect(test.login(NEW)).toBeUndefined()
    expect(usersOf(test)["Brien's ]data"]).toEqual({})
  })

  it.each([
    ['is still signed in', { number: 15_434 }, 'sql-15434', 'not-done'],
    ['owns a database', { number: 15_174 }, 'sql-15174', 'not-done'],
    ['loses the connection', { end: 'hang-up' }, 'sql-lost', 'unknown'],
  ] as const)('that %s keeps its users', async (_name, mishap: Mishap, code, outcome) => {
    const test = await start()
    await create(test)
    test.state.mishaps.set('DROP LOGIN', mishap)
    expect(await remove(test)).toEqual(failed(code, outcome))
    expect(test.login(NEW)).toBeDefined()
    expect(usersOf(test)).toMatchObject({ MAS_System: { [SID]: READER }, "Brien's ]data": { [SID]: READER } })
  })

  it('whose user cannot go is gone, and the next try takes the user', async () => {
    const test = await start()
    await create(test)
    test.state.mishaps.set('DROP USER', { number: 15_138 })
    expect(await remove(test)).toEqual(failed('sql-15138', 'unknown'))
    expect(test.login(NEW)).toBeUndefined()
    expect(await remove(test)).toEqual(failed('sql-15138', 'not-done'))
    test.state.mishaps.clear()
    expect(await remove(test)).toEqual(DONE)
    expect(usersOf(test)).toEqual({ MAS_System: {}, "Brien's ]data": {}, Payroll: {} })
  })
})
