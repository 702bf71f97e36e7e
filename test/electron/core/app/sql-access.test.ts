import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AppPorts } from '#electron/core/app/index.ts'
import { sqlInstancesOf, sqlProblemsOf } from '#electron/core/app/sql-access.ts'
import type { SqlAccess } from '#shared/contract/index.ts'
import type { Facts } from '#shared/facts/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { loadSample } from '#shared/samples/index.ts'
import { fakeServer } from '../../../contract/fake-server.ts'
import { apps, refusal } from './client.ts'

const open = apps()
const language = 'en'
const PASSWORD = 'CANARY-7f3a-geheim'
const password = PASSWORD

const byLogin: SqlAccess = {
  server: 'ERP01\\SAGE',
  signIn: { kind: 'sql-login', login: 'audit', password: PASSWORD },
  trustCertificate: false,
}

function windows(changes: Partial<AppPorts> = {}) {
  const server = fakeServer()
  const opened = open({ platform: 'win32', machine: 'ERP01', collect: server.collect, ...changes })
  const events: unknown[] = []
  const scan = async (sql: SqlAccess | null | undefined, probes: ['sql-server'] | null = null, id: string | null = null): Promise<void> => {
    for await (const event of await opened.client.scan.run({ id, probes, language, ...(sql === undefined ? {} : { sql }) })) {
      events.push(event)
    }
  }
  return { ...opened, server, scan, events }
}

/** Everything that an app has written. */
function written(folder: string): string {
  if (!existsSync(folder)) return ''
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n')
}

describe('a sign-in to SQL Server', () => {
  it('reaches the one worker that needs it', async () => {
    const { scan, server } = windows()
    await scan({ ...byLogin, trustCertificate: true })
    const sql = { server: 'ERP01\\SAGE', signIn: { kind: 'sql-login', login: 'audit', password: PASSWORD }, trustCertificate: true }
    expect(server.signIns.filter((each) => each.sql !== undefined)).toEqual([{ probes: ['sql-server'], sql }])
    expect(server.signIns.length).toBeGreaterThan(1)
  })

  const accepted: readonly (readonly [name: string, given: Partial<SqlAccess>, sql: object])[] = [
    ['as whoever runs the program', { signIn: { kind: 'integrated' }, server: null }, { server: null, signIn: { kind: 'integrated' } }],
    [
      'as a Windows account',
      { signIn: { kind: 'windows-account', account: ' NORTH\\robin ', password: PASSWORD } },
      { signIn: { kind: 'windows-account', domain: 'NORTH', user: 'robin', password: PASSWORD } },
    ],
    ['by host and port', { server: ' erp01,1433 ' }, { server: 'erp01,1433' }],
  ]
  it.each(accepted)('is taken %s', async (_name, given, sql) => {
    const { scan, server } = windows()
    await scan({ ...byLogin, ...given })
    expect(server.signIns.find(({ probes }) => probes.includes('sql-server'))?.sql).toMatchObject(sql)
  })

  it('is nobody’s where nothing was said, also for the scan after one with a password', async () => {
    const { scan, server } = windows()
    await scan(byLogin)
    server.signIns.length = 0
    await scan(undefined)
    await scan(null)
    expect(server.signIns.every(({ sql }) => sql === undefined)).toBe(true)
  })

  const refused: readonly (readonly [name: string, given: Partial<SqlAccess>, line: string])[] = [
    [
      'no name of a server',
      { server: 'Server=ERP01;x' },
      'REFUSED: This is no name of a SQL Server. Write HOST, HOST\\INSTANCE or HOST,PORT.',
    ],
    ['an empty name', { server: ' ' }, 'REFUSED: This is no name of a SQL Server. Write HOST, HOST\\INSTANCE or HOST,PORT.'],
    [
      'a Windows account as a login',
      { signIn: { kind: 'sql-login', login: 'NORTH\\robin', password } },
      'REFUSED: This is no name of a SQL login. For a Windows account choose “Another Windows account”.',
    ],
    [
      'a login as a Windows account',
      { signIn: { kind: 'windows-account', account: 'robin', password } },
      'REFUSED: This is no Windows account. Write it as DOMAIN\\USER.',
    ],
  ]
  it.each(refused)('is refused for %s before anything is read, and the next scan can run', async (_name, given, line) => {
    const { scan, server } = windows()
    expect(await refusal(scan({ ...byLogin, ...given }))).toBe(line)
    expect(server.asked).toEqual([])
    await scan(null)
    expect(server.asked.length).toBeGreaterThan(0)
  })

  it('takes no password from a browser, and everything else', async () => {
    const { scan, server } = windows({ host: 'loopback' })
    expect(await refusal(scan(byLogin))).toMatch(/^REFUSED: A password is not taken over in the browser/)
    expect(server.asked).toEqual([])
    await scan({ ...byLogin, signIn: { kind: 'integrated' } })
    expect(server.signIns.find(({ sql }) => sql !== undefined)?.sql?.server).toBe('ERP01\\SAGE')
  })
})

describe('the password', () => {
  const leak = (): never => {
    throw new TypeError(`${PASSWORD} is not a function`, { cause: new Error(PASSWORD) })
  }
  const stages: readonly (readonly [name: string, changes: Partial<AppPorts>, sql: unknown, expected: RegExp])[] = [
    ['the input is none', {}, { ...byLogin, signIn: { kind: PASSWORD, login: 1, password } }, /^BAD_REQUEST/],
    ['the password is too long', {}, { ...byLogin, signIn: { ...byLogin.signIn, password: PASSWORD.repeat(60) } }, /^BAD_REQUEST/],
    ['a field of it is none', {}, { ...byLogin, trustCertificate: PASSWORD, [PASSWORD]: 1 }, /^BAD_REQUEST/],
    ['there is no Windows', { platform: 'linux' }, byLogin, /^NOT_A_SERVER/],
    ['a name is refused', {}, { ...byLogin, server: ';' }, /^REFUSED/],
    ['the host takes none', { host: 'loopback' }, byLogin, /^REFUSED/],
    ['it is to be kept where the keychain keeps none', {}, { ...byLogin, signIn: { ...byLogin.signIn, keep: true } }, /^REFUSED: A policy/],
    ['the collector breaks at once', { collect: async () => leak() }, byLogin, /^INTERNAL_SERVER_ERROR/],
    [
      'the collector breaks on the way',
      {
        collect: async ({ onProgress }) => {
          onProgress?.({ kind: 'started', probe: 'sql-server', done: 0, total: 1 })
          return leak()
        },
      },
      byLogin,
      /^INTERNAL_SERVER_ERROR/,
    ],
    ['nothing fails', {}, byLogin, /^it did not fail/],
  ]
  it.each(stages)('is nowhere afterwards where %s', async (_name, changes, sql, expected) => {
    const { app, scan, events } = windows(changes)
    const failures: unknown[] = []
    const run = scan(sql as SqlAccess).catch((error: unknown) => {
      failures.push(error)
      throw error
    })
    expect(await refusal(run)).toMatch(expected)
    // The cause never crosses to a screen; all else of an error does.
    const crossed = failures.map((error) => `${String(error)} ${JSON.stringify(error)}`).join()
    expect(written(join(app.dataFolder, '..')) + crossed + JSON.stringify(events)).not.toContain('CANARY')
  })

  it('is nowhere afterwards where the record cannot be written', async () => {
    const { app, scan } = windows()
    writeFileSync(app.dataFolder, '')
    expect(await refusal(scan(byLogin))).not.toContain('CANARY')
    expect(written(join(app.dataFolder, '..'))).not.toContain('CANARY')
  })
})

type Instance = Facts['sql-server']['instances'][number]

function snapshotWith(instances: readonly Partial<Instance>[]): Snapshot {
  const { snapshot } = loadSample('typical')
  const found = instances.map((each) => ({
    name: 'ERP01',
    version: '',
    databases: [],
    visibility: 'partial' as const,
    logins: [],
    ...each,
  }))
  return { ...snapshot, probes: { ...snapshot.probes, 'sql-server': { status: 'ok', durationMs: 1, facts: { instances: found } } } }
}

describe('problems of a sign-in', () => {
  it('are told with the case, and stay with it until it is read again', async () => {
    const { client, scan, server, events } = windows()
    const broken = [{ name: 'ERP01\\SA\u202EGE', error: 'the login is locked (error 18486)', problem: 'locked' }, { name: 'ERP01' }]
    server.probes = { ...server.probes, ...snapshotWith(broken).probes }
    await scan(byLogin)
    const problem = { instance: 'ERP01\\SA[U+202E]GE', problem: 'locked', line: 'the login is locked (error 18486)' }
    const last = events.at(-1) as { readonly id: string }
    expect(last).toMatchObject({ kind: 'case', sqlProblems: [problem] })
    expect((await client.cases.view({ id: last.id, language })).sqlProblems).toEqual([problem])
    server.probes = { 'sql-server': snapshotWith([{}]).probes['sql-server']! }
    await scan(null, ['sql-server'], last.id)
    expect((await client.cases.view({ id: last.id, language })).sqlProblems).toEqual([])
  })

  it.each([
    ['of a kind that this version does not know', { error: 'x', problem: 'toString' }, [{ instance: 'ERP01', problem: null, line: 'x' }]],
    ['without a kind', { error: 'x' }, [{ instance: 'ERP01', problem: null, line: 'x' }]],
    ['without an error', { problem: 'locked' }, []],
  ])('%s', (_name, instance, expected) => {
    expect(sqlProblemsOf(snapshotWith([instance]))).toEqual(expected)
  })

  it('are none where SQL Server was not read at all', () => {
    const { snapshot } = loadSample('typical')
    expect(sqlProblemsOf({ ...snapshot, probes: { 'sql-server': { status: 'denied', durationMs: 1, reason: 'no' } } })).toEqual([])
  })
})

describe('scan.sqlInstances', () => {
  it('names what the services of this machine tell, once it was read', async () => {
    const { client, scan } = windows()
    expect(await client.scan.sqlInstances({ language })).toEqual([])
    await scan(null)
    const found = await client.scan.sqlInstances({ language })
    expect(found.map(({ name }) => name)).toEqual(['ERP01'])
    expect(found[0]?.version).toMatch(/^\d+\.\d+/)
  })

  it('tells named instances from other services of SQL Server', () => {
    const { snapshot } = loadSample('typical')
    const { services } = snapshot.probes
    if (services?.status !== 'ok') throw new Error('the sample has no services')
    const [one] = services.facts.services
    const named = ['MSSQL$SAGE', 'SQLAgent$SAGE', 'mssqlserver', 'MSSQLServerADHelper', 'MSSQL$'].map((name) => ({ ...one!, name }))
    const probes = { services: { ...services, facts: { services: named } } }
    expect(sqlInstancesOf({ ...snapshot, probes }, 'ERP02')).toEqual([
      { name: 'ERP02\\SAGE', version: null },
      { name: 'ERP02', version: null },
    ])
  })
})
