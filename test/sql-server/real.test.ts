import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { connectOdbc } from '#electron/sql/odbc-session.ts'
import { readInstance } from '#electron/sql/read-instance.ts'
import type { SqlSession } from '#electron/sql/session.ts'
import { connectSqlServer } from '#electron/sql/tedious-session.ts'
import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/sql-read-only/definition.ts'
import { rule } from '#shared/checks/sql-read-only/rule.ts'
import { sqlServerFacts } from '#shared/facts/sql-server.ts'
import type { Instance, Login } from '#shared/sql-login/login.ts'
import { readOnlyScript } from '#shared/sql-login/read-only-script.ts'
import { describeWith } from '../support/needs.ts'
import { judge, testHost } from '../support/world.ts'
import { databases, made, makeAll, removeAll } from './made.ts'
import { type Credentials, newPassword, type Place, placeOf, run, sessionAs, signIn, waitForServer } from './place.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

const readOnly = pair(definition, rule)
const required = ['MAS_System', 'MAS_ABC']

/** The order of rows is the server's own affair. */
function inOrder({ serverRoles, serverPermissions, databases: accesses, ...login }: Login): Login {
  const sorted = (texts: readonly string[]): string[] => texts.toSorted()
  return {
    ...login,
    serverRoles: sorted(serverRoles),
    serverPermissions: sorted(serverPermissions),
    databases: accesses
      .filter(({ database }) => databases.some((each) => each === database))
      .map((access) => ({
        ...access,
        roles: sorted(access.roles),
        permissions: sorted(access.permissions),
        effective: access.effective === null ? null : sorted(access.effective),
      }))
      .toSorted((one, other) => (one.database < other.database ? -1 : 1)),
  }
}

function loginOf(instance: Instance, { login }: Credentials): Login {
  const found = instance.logins.find(({ name }) => name === login)
  if (found === undefined) throw new Error(`no login ${login}`)
  return inOrder(found)
}

function verdictOn(instance: Instance) {
  const item = judge(readOnly, {
    facts: { host: testHost, 'sql-server': { instances: [instance] } },
    profile: {
      erp: { product: 'sage-100', edition: 'premium', database: 'sql-server', companyDatabases: ['MAS_ABC'] },
      syncTools: [{ name: 'ERP Driver', sqlLogin: made.sync.login }],
    },
  })
  const said = [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('sql-read-only/', ''))
  return { verdict: item.verdict, said: new Set(said) }
}

/** The text that goes to ODBC for a question with a parameter, without a Windows to send it. */
async function odbcText(text: string, login: string): Promise<string> {
  const sent: string[] = []
  const connected = await connectOdbc(
    {
      drivers: () => ({ ok: true, value: ['SQL Server'] }),
      connect: async () => ({
        ok: true,
        value: {
          query: async (statement) => {
            sent.push(statement)
            return { ok: true, value: [] }
          },
          close: () => undefined,
        },
      }),
    },
    { host: '127.0.0.1', instance: null, port: null },
    false,
  )
  if (!connected.ok) throw new Error('no session')
  await connected.session.query(text, { login })
  return sent[0] ?? ''
}

describeWith('a real SQL Server', 'SQL Server', () => {
  let there: Place
  let admin: SqlSession
  let auditor: SqlSession

  beforeAll(async () => {
    there = placeOf(process.env)
    admin = await waitForServer(there)
    await makeAll(admin)
    auditor = await sessionAs(there, made.auditor)
  })

  afterAll(async () => {
    auditor?.close()
    if (admin !== undefined) await removeAll(admin)
    admin?.close()
  })

  async function read(session: SqlSession = auditor) {
    const reading = await readInstance(session, { name: 'asked', logins: [made.sync.login, made.wide.login] })
    expect(sqlServerFacts.safeParse({ instances: [reading.instance] }).error).toBeUndefined()
    return reading
  }

  describe('is read', () => {
    it('wholly, with its own name and version and every database', async () => {
      const [about] = await run(
        admin,
        "SELECT CONVERT(nvarchar(128), SERVERPROPERTY('MachineName')) AS name, CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion')) AS version",
      )
      const { instance } = await read()
      expect(instance).toMatchObject({ name: about?.name, version: about?.version, visibility: 'full' })
      expect(instance).not.toHaveProperty('error')
      expect(instance.databases).toEqual(expect.arrayContaining(['master', 'tempdb', 'model', 'msdb', ...databases]))
    })

    it('with what a login has too much, by its SID and by nobody’s name', async () => {
      const { instance } = await read()
      const [sid] = await run(admin, `SELECT CONVERT(nvarchar(200), SUSER_SID(N'${made.sync.login}'), 1) AS sid`)
      expect(loginOf(instance, made.sync)).toMatchObject({
        sid: sid?.sid,
        kind: 'sql',
        enabled: true,
        policyChecked: true,
        expirationChecked: false,
        serverRoles: ['processadmin'],
        serverPermissions: ['CONNECT SQL', 'VIEW SERVER STATE'],
        databases: [
          { database: 'Archive', user: 'old name', owner: false, roles: ['db_owner', 'public'], permissions: [] },
          {
            database: 'MAS_System',
            user: 'sync ]user',
            owner: false,
            roles: ['db_datareader', 'db_datawriter', 'public'],
            permissions: ['ALTER ON SCHEMA::staging', 'EXECUTE ON OBJECT::dbo.rebuild'],
            writable: 2,
          },
          { database: 'Payroll', user: 'dbo', owner: true, roles: ['db_owner', 'public'] },
        ],
      })
      const [, system] = loginOf(instance, made.sync).databases
      expect(system?.effective).toEqual(expect.arrayContaining(['CONNECT', 'DELETE', 'INSERT', 'SELECT', 'UPDATE']))
      expect(system?.effective).not.toContain('CONTROL')
    })

    it('with the day on which a password was set, in UTC', async () => {
      const { instance } = await read()
      const [now] = await run(admin, 'SELECT CONVERT(nvarchar(33), GETUTCDATE(), 126) AS utc')
      const age = Date.parse(`${now?.utc}Z`) - Date.parse(loginOf(instance, made.sync).passwordLastSet ?? '')
      expect(age).toBeGreaterThanOrEqual(-60_000)
      expect(age).toBeLessThan(3_600_000)
    })

    it('with roles in roles, grants of every class, denials left out, names as they are, and who a restored database takes for its owner', async () => {
      const { instance } = await read()
      const wide = loginOf(instance, made.wide)
      expect(wide).toMatchObject({
        policyChecked: false,
        serverRoles: ["ops ]'", 'processadmin'],
        serverPermissions: [
          'ALTER TRACE',
          'CONNECT SQL',
          'IMPERSONATE ON LOGIN::stranger',
          'VIEW DEFINITION ON ENDPOINT::TSQL Default TCP',
        ],
        databases: [
          {
            database: "Brien's ]data",
            user: made.wide.login,
            owner: false,
            roles: ['db_datawriter', 'inner', 'outer', 'public'],
            permissions: [
              'ALTER ON SCHEMA::st.age',
              'OWNER OF ROLE::own',
              'REFERENCES ON OBJECT::dbo.Closed',
              'SHOWPLAN',
              'UPDATE (Price) ON OBJECT::dbo.It]ems',
            ],
            writable: 1,
          },
          { database: 'Moved', user: 'dbo', owner: true },
        ],
      })
      expect(wide.databases[0]?.effective).toEqual(expect.arrayContaining(['CONNECT', 'DELETE', 'INSERT', 'SHOWPLAN', 'UPDATE']))
      expect(wide.databases[0]?.effective).not.toContain('CREATE TABLE')
    })

    it('partly by a login that sees next to nothing, which is no pass', async () => {
      const session = await sessionAs(there, made.stranger)
      const { instance, notes } = await read(session)
      session.close()
      expect(instance.visibility).toBe('partial')
      expect(notes.join('\n')).toContain('VIEW ANY DEFINITION')
      expect(verdictOn(instance).verdict).not.toBe('pass')
    })

    it('without what is offline, and says so', async () => {
      await run(admin, 'ALTER DATABASE [Closed] SET OFFLINE WITH ROLLBACK IMMEDIATE;')
      try {
        const { instance, notes } = await read()
        expect(instance.visibility).toBe('partial')
        expect(instance.databases).toContain('Closed')
        expect(notes).toContain('database Closed is not online (state 6): who enters it is not known')
        // The question is for master, so that the login gets in all the same.
        const session = await sessionAs(there, made.elsewhere)
        session.close()
      } finally {
        await run(admin, 'ALTER DATABASE [Closed] SET ONLINE;')
      }
    })

    it('through an encrypted connection, and changes nothing', async () => {
      const [connection] = await run(admin, 'SELECT encrypt_option AS encrypted FROM sys.dm_exec_connections WHERE session_id = @@SPID')
      expect(connection).toEqual({ encrypted: 'TRUE' })
      const before = await read()
      const after = await read()
      expect(after).toEqual(before)
    })
  })

  describe('lets its auditor be himself again', () => {
    const whoAmI = async (): Promise<string | null | undefined> => (await run(auditor, 'SELECT SUSER_SNAME() AS name'))[0]?.name

    it('after reading everybody’s rights', async () => {
      await read()
      expect(await whoAmI()).toBe(made.auditor.login)
    })

    const failing = [
      ['an error that a CATCH would see', 'EXECUTE AS LOGIN = @login; SELECT 1/0 AS none;'],
      [
        'an error that no CATCH sees',
        'EXECUTE AS LOGIN = @login; BEGIN TRY SELECT * FROM nowhere.dbo.nothing; END TRY BEGIN CATCH REVERT; END CATCH; REVERT;',
      ],
      [
        'a database that the other login may not enter',
        "EXECUTE AS LOGIN = @login; EXECUTE [MAS_ABC].sys.sp_executesql N'SELECT 1 AS one'; REVERT;",
      ],
      ['the end of the text without REVERT', 'EXECUTE AS LOGIN = @login; SELECT SUSER_SNAME() AS name;'],
    ] as const

    it.each(failing)('after %s', async (_name, text) => {
      await auditor.query(text, { login: made.sync.login })
      expect(await whoAmI()).toBe(made.auditor.login)
    })

    it.each(failing)('after %s, as ODBC is asked', async (_name, text) => {
      await auditor.query(await odbcText(text, made.sync.login))
      expect(await whoAmI()).toBe(made.auditor.login)
    })

    it('after a question that was called back, and answers the next one', async () => {
      const hasty = await sessionAs(there, made.auditor, { queryMs: 1000 })
      const text = "EXECUTE AS LOGIN = @login; WAITFOR DELAY '00:00:20'; REVERT;"
      expect(await hasty.query(text, { login: made.sync.login })).toEqual({ ok: false, failure: { kind: 'time-limit' } })
      expect(await hasty.query('SELECT SUSER_SNAME() AS name')).toEqual({ ok: true, value: [{ name: made.auditor.login }] })
      hasty.close()
    })
  })

  it('answers with the last of several results, every type as text', async () => {
    const [row] = await run(
      admin,
      `SELECT 1 AS one; PRINT N'Hinweis'; SELECT CONVERT(bit, 1) AS is_so, CONVERT(bigint, 9223372036854775807) AS big,
  CONVERT(varbinary(8), 0x0105) AS bytes, CONVERT(varchar(20), 'Müller') COLLATE German_CI_AS AS narrow, CONVERT(nvarchar(max), N'№ ✓') AS wide,
  CONVERT(char(2), 'S') AS kind, CONVERT(sql_variant, N'Ä') AS variant, CONVERT(datetime, '2025-05-17T18:22:41.25', 126) AS at,
  CONVERT(datetimeoffset, '2026-08-30T20:22:41.25+02:00') AS zoned, CONVERT(date, '2026-08-30') AS day, CONVERT(int, NULL) AS none;`,
    )
    expect(row).toEqual({
      is_so: '1',
      big: '9223372036854775807',
      bytes: '0x0105',
      narrow: 'Müller',
      wide: '№ ✓',
      kind: 'S ',
      variant: 'Ä',
      at: '2025-05-17T18:22:41.250',
      zoned: '2026-08-30T18:22:41.250Z',
      day: '2026-08-30',
      none: null,
    })
  })

  describe('takes the script', () => {
    it('that makes a login read-only, and the way back makes it exactly what it was', async () => {
      const before = (await read()).instance
      const { verdict, said } = verdictOn(before)
      expect(verdict).toBe('fail')
      expect([...said]).toEqual(
        expect.arrayContaining(['server-role', 'server-permission', 'owner', 'role', 'grant', 'not-mapped', 'other-database']),
      )
      const [foundBefore, othersBefore] = [loginOf(before, made.sync), loginOf(before, made.wide)]
      const { fix, inverse } = readOnlyScript({ instance: before, login: foundBefore }, required)
      await run(admin, fix)
      const fixed = (await read()).instance
      expect(verdictOn(fixed)).toEqual({ verdict: 'pass', said: new Set(['read-only']) })
      expect(loginOf(fixed, made.sync)).toMatchObject({ serverRoles: [], serverPermissions: ['CONNECT SQL'] })
      expect(loginOf(fixed, made.wide)).toEqual(othersBefore)
      await run(admin, inverse)
      const after = (await read()).instance
      expect(loginOf(after, made.sync)).toEqual(foundBefore)
      expect(loginOf(after, made.wide)).toEqual(othersBefore)
    })
  })

  describe('refuses', () => {
    const nobody = { login: 'nobody', password: newPassword() }
    const mustChange = { login: 'must change', password: newPassword() }

    it.each([
      ['a wrong password', { ...made.sync, password: newPassword() }, { kind: 'wrong-password', number: 18_456 }],
      ['a login that it does not know', nobody, { kind: 'wrong-password', number: 18_456 }],
      ['a disabled login', made.disabled, { kind: 'disabled', number: 18_470 }],
      ['a login that a trigger refuses', made.refused, { kind: 'logon-trigger', number: 17_892 }],
    ])('%s', async (_name, credentials, problem) => {
      expect(await signIn(there, credentials)).toEqual(problem)
    })

    it('a password that must be changed first', async (context) => {
      const options = `PASSWORD = N'${mustChange.password}' MUST_CHANGE, CHECK_POLICY = ON, CHECK_EXPIRATION = ON`
      const created = await admin.query(`CREATE LOGIN [${mustChange.login}] WITH ${options};`)
      if (!created.ok) context.skip(`this server makes no such login: ${JSON.stringify(created.failure)}`)
      const outcome = await signIn(there, mustChange)
      await run(admin, `DROP LOGIN [${mustChange.login}];`)
      expect(outcome).toEqual({ kind: 'must-change', number: 18_488 })
    })

    it('to show a certificate that somebody vouches for, and gets no password then', async () => {
      expect(await signIn(there, made.sync, { trustCertificate: false })).toMatchObject({ kind: 'certificate-not-trusted' })
    })

    it('a Windows account that it cannot know', async () => {
      const connected = await connectSqlServer({
        address: { host: there.address.host, port: there.address.port ?? 0 },
        signIn: { kind: 'windows-account', domain: 'NOWHERE', user: 'nobody', password: newPassword() },
        trustCertificate: true,
      })
      expect(connected).toMatchObject({ ok: false })
    })
  })
})
