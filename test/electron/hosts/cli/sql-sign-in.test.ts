import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Collected } from '#electron/core/collect-server.ts'
import type { Core } from '#electron/core/core.ts'
import { documentText } from '#electron/core/inputs.ts'
import type { SqlRequest } from '#electron/core/sql-sign-in.ts'
import { run } from '#electron/hosts/cli/run.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { loadSample } from '#shared/samples/index.ts'
import { fakeTerminal, testCore } from './fake-terminal.ts'

const PASSWORD = 'CANARY’7f3a geheim'
const VARIABLE = 'ERP_CHECKUP_SQL_PASSWORD'

type Instance = { readonly name: string; readonly error?: string; readonly problem?: string }

function snapshotWith(instances: readonly Instance[]): Snapshot {
  const { snapshot } = loadSample('typical')
  const found = instances.map((each) => ({ version: '', databases: [], visibility: 'partial' as const, logins: [], ...each }))
  return { ...snapshot, probes: { ...snapshot.probes, 'sql-server': { status: 'ok', durationMs: 1, facts: { instances: found } } } }
}

function found(snapshot: Snapshot): Collected {
  const text = documentText(snapshot)
  return { kind: 'snapshot', snapshot: { name: 'this server', value: snapshot, digest: 'd'.repeat(64) }, text }
}

describe('the sign-in to SQL Server', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sql-sign-in-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  interface Start {
    readonly environment?: NodeJS.ProcessEnv
    /** what is typed; absent: there is no terminal */
    readonly typed?: string | Uint8Array
    readonly instances?: readonly Instance[]
    readonly canCollect?: boolean
    readonly errorsAreSeen?: boolean
    readonly collect?: Core['collect']
  }

  async function start(args: readonly string[], given: Start = {}) {
    const asked: (SqlRequest | undefined)[] = []
    const environment: NodeJS.ProcessEnv = { ...given.environment }
    const modes: boolean[] = []
    async function* keys(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(given.typed ?? '')
    }
    const chunks = Object.assign(keys(), { setRawMode: (isRaw: boolean) => modes.push(isRaw) })
    const core: Core = {
      ...testCore(folder, { standardInput: { isTerminal: given.typed !== undefined, chunks } }),
      canCollect: given.canCollect ?? true,
      collect:
        given.collect ??
        (async ({ sql }) => {
          asked.push(sql)
          return found(snapshotWith(given.instances ?? []))
        }),
    }
    const terminal = { ...fakeTerminal({ errors: given.errorsAreSeen ?? false }), environment }
    const status = await run(args, core, terminal)
    return { status, asked, environment, modes, ...terminal.written }
  }

  const collect = (...args: readonly string[]) => ['collect', '--out', join(folder, 'server.json'), ...args]

  it('is nobody’s business where nothing was said of it', async () => {
    const { status, asked, environment } = await start(collect(), { environment: { [VARIABLE]: PASSWORD } })
    expect({ status, asked }).toEqual({ status: 0, asked: [undefined] })
    expect(environment).toEqual({})
  })

  const plans: readonly (readonly [name: string, args: readonly string[], sql: unknown])[] = [
    ['a server', ['--sql-server', 'ERP01\\SAGE'], { server: 'ERP01\\SAGE', signIn: { kind: 'integrated' }, trustCertificate: false }],
    [
      'a server and a login',
      ['--sql-server', ' 127.0.0.1,1433 ', '--sql-login', 'audit'],
      { server: '127.0.0.1,1433', signIn: { kind: 'sql-login', login: 'audit', password: PASSWORD }, trustCertificate: false },
    ],
    ['a login alone', ['--sql-login', 'audit'], { server: null, signIn: { kind: 'sql-login', login: 'audit', password: PASSWORD } }],
    [
      'a Windows account',
      ['--sql-login', 'NORTH\\robin'],
      { server: null, signIn: { kind: 'windows-account', domain: 'NORTH', user: 'robin', password: PASSWORD } },
    ],
    ['an account of the server itself', ['--sql-login', '.\\robin'], { signIn: { kind: 'windows-account', domain: '', user: 'robin' } }],
    ['trust', ['--sql-login', 'audit', '--sql-trust-certificate'], { trustCertificate: true }],
  ]
  it.each(plans)('takes %s, and the password out of the environment', async (_name, args, sql) => {
    for (const command of [collect(...args), ['check', '--out', join(folder, 'checkup.json'), ...args]]) {
      const { asked, environment, output, errors } = await start(command, { environment: { [VARIABLE]: PASSWORD, OTHER: '1' } })
      expect(asked).toMatchObject([sql])
      expect(environment).toEqual({ OTHER: '1' })
      expect(output + errors).not.toContain('CANARY')
    }
  })

  it.each([
    ['typed', `${PASSWORD}\r`],
    ['mended with backspace', `${PASSWORD}é\u007F\r`],
    ['begun again with Ctrl-U', `wrong\u0015${PASSWORD}\r`],
    ['pasted with its line break', `${PASSWORD}\n`],
  ])('asks for a password that is %s without showing it', async (_name, typed) => {
    const { status, asked, modes, output, errors } = await start(collect('--sql-login', 'audit\u202E'), { typed, errorsAreSeen: true })
    expect(status).toBe(0)
    expect(asked).toMatchObject([{ signIn: { password: PASSWORD } }])
    expect(modes).toEqual([true, false])
    expect(output).not.toContain('Password')
    expect(errors).toContain('Password of audit[U+202E] for SQL Server (it is not shown): \n')
    expect(errors).not.toContain('CANARY')
  })

  const passwords: readonly (readonly [name: string, given: Start, line: string])[] = [
    [
      'no terminal',
      {},
      'there is no terminal to ask for the password, and the keychain has none; put it into the variable ERP_CHECKUP_SQL_PASSWORD, or keep it once with --sql-keep-password',
    ],
    ['Ctrl-C', { typed: 'CANARY\u0003' }, 'expected a password, but the entry was cancelled'],
    ['only Enter', { typed: '\r' }, 'expected the password of the login, but it is empty'],
    ['an empty variable', { environment: { [VARIABLE]: '' }, typed: 'x\r' }, 'expected the password of the login, but it is empty'],
    [
      'another key',
      { typed: 'CANARY\u001B[A\r' },
      'expected a password that can be typed; type it again, or use the variable ERP_CHECKUP_SQL_PASSWORD',
    ],
  ]
  it.each(passwords)('is refused in one line for %s, before anything is read', async (_name, given, line) => {
    const { status, asked, output, errors } = await start(['collect', '--sql-login', 'audit'], given)
    expect({ status, asked, output }).toEqual({ status: 2, asked: [], output: '' })
    expect(errors.split('\n').filter((each) => each.startsWith('erp-checkup: '))).toEqual([`erp-checkup: --sql-login: ${line}`])
    expect(errors).not.toContain('CANARY')
  })

  const refusals: readonly (readonly [args: readonly string[], line: string])[] = [
    [['--sql-server', 'Server=ERP01;Password=CANARY'], '--sql-server: expected HOST, HOST\\INSTANCE or HOST,PORT'],
    [['--sql-server', ''], '--sql-server: expected HOST, HOST\\INSTANCE or HOST,PORT'],
    [['--sql-server', 'ERP01,70000'], '--sql-server: expected HOST, HOST\\INSTANCE or HOST,PORT'],
    [['--sql-login', ''], '--sql-login: expected the name of a SQL login, or DOMAIN\\USER for a Windows account'],
    [['--sql-login', 'NORTH\\'], '--sql-login: expected the name of a SQL login, or DOMAIN\\USER for a Windows account'],
    [['--only', 'services', '--sql-login', 'audit'], '--sql-login is for the part sql-server, which --only leaves out'],
    [['--sql-keep-password'], '--sql-keep-password: expected --sql-login with a SQL login; passwords of Windows accounts are not kept'],
    [
      ['--sql-keep-password', '--sql-login', 'NORTH\\robin'],
      '--sql-keep-password: expected --sql-login with a SQL login; passwords of Windows accounts are not kept',
    ],
    ...['--sql-password', '--sql-password=CANARY', '--sql-keep-password=CANARY', '--password=CANARY', '-PCANARY'].map(
      (option): readonly [string[], string] => [
        [option, 'CANARY'],
        'a password is never an argument, where others can see it: leave it out and it is asked for, or put it into the variable ERP_CHECKUP_SQL_PASSWORD',
      ],
    ),
  ]
  it.each(refusals)('refuses %j in one line that repeats no secret', async (args, line) => {
    for (const command of args.includes('--only') ? ['collect'] : ['collect', 'check']) {
      const { status, asked, output, errors } = await start([command, ...args], { typed: 'CANARY\r' })
      expect({ status, asked, output, errors }).toEqual({ status: 2, asked: [], output: '', errors: `erp-checkup: ${line}\n` })
    }
  })

  it.each(['collect', 'check'])('repeats no password that follows an option of %s which takes none', async (command) => {
    const { status, asked, output, errors } = await start([command, '--sql-login', 'audit', '--sql-keep-password', 'CANARY'])
    expect({ status, asked }).toEqual({ status: 2, asked: [] })
    expect(output + errors).not.toContain('CANARY')
  })

  it('asks for no password where there is nothing to read', async () => {
    const { status, modes, errors } = await start(['collect', '--sql-login', 'audit'], { typed: `${PASSWORD}\r`, canCollect: false })
    expect({ status, modes }).toEqual({ status: 2, modes: [] })
    expect(errors).toMatch(/^erp-checkup: this is no Windows server/)
  })

  const broken: readonly Instance[] = [
    { name: 'ERP01\\SAGE', error: 'the login is locked', problem: 'locked' },
    { name: 'ERP01', error: 'not read to its end: the connection was lost' },
    { name: 'ERP02', error: 'of a later version', problem: 'constructor' },
    { name: 'ERP03' },
  ]

  it('says of each instance what went wrong and the next step, in the language of the run', async () => {
    const english = await start(collect('--sql-server', 'ERP01'), { instances: broken })
    expect(english.errors.trim().split('\n')).toEqual([
      'SQL Server ERP01\\SAGE was not read: The login is locked after too many wrong passwords. Wait until the lock ends, or let a database administrator unlock it.',
      'SQL Server ERP01 was not read: not read to its end: the connection was lost',
      'SQL Server ERP02 was not read: of a later version',
    ])
    const german = await start(collect('--sql-server', 'ERP01', '--lang', 'de'), { instances: broken })
    expect(german.errors).toContain('wurde nicht gelesen: Die Anmeldung ist nach zu vielen falschen Passwörtern gesperrt. Warten, bis')
  })

  it('says so where no instance is found', async () => {
    const { errors } = await start(collect('--sql-login', 'audit'), { environment: { [VARIABLE]: PASSWORD } })
    expect(errors).toBe('No SQL Server was found on this machine; name one: --sql-server HOST,PORT\n')
  })

  it('is silent on a pipe where nobody asked for SQL Server, and wherever it has to be quiet', async () => {
    expect((await start(collect(), { instances: broken })).errors).toBe('')
    expect((await start(collect('--sql-server', 'ERP01', '--quiet'), { instances: broken })).errors).toBe('')
    expect((await start(collect(), { instances: broken, errorsAreSeen: true })).errors).toContain('The login is locked')
  })

  it('keeps the password out of the log of a fault', async () => {
    const broke: Core['collect'] = async ({ sql }) => {
      throw new TypeError(`no such thing: ${JSON.stringify(sql)}`, { cause: new Error(JSON.stringify(sql)) })
    }
    const { status, errors } = await start(collect('--sql-login', 'audit'), { environment: { [VARIABLE]: PASSWORD }, collect: broke })
    expect(status).toBe(70)
    const logs = readdirSync(join(folder, 'erp-checkup')).map((name) => readFileSync(join(folder, 'erp-checkup', name), 'utf8'))
    expect(logs).toHaveLength(1)
    expect(logs.join() + errors).not.toContain('CANARY')
  })
})
