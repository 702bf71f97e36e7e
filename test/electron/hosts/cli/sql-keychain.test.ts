import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import type { Core } from '#electron/core/core.ts'
import { documentText } from '#electron/core/inputs.ts'
import { run } from '#electron/hosts/cli/run.ts'
import { sqlServerProbe } from '#electron/probes/sql-server/probe.ts'
import type { SecretStore } from '#electron/vault/secret-store.ts'
import { emptyProfile } from '#shared/formats/profile.ts'
import { loadSample } from '#shared/samples/index.ts'
import { type MadeCertificate, selfSignedCertificate } from '../../../support/tds/certificate.ts'
import { answersOf } from '../../../support/tds/described.ts'
import { startTdsServer } from '../../../support/tds/server.ts'
import { wellKept } from '../../../support/tds/servers.data.ts'
import { contextOf, windowsOf } from '../../probes/stand-in-windows.ts'
import { filesWithSecret, secretForms } from '../../vault/canary.ts'
import { good, type MadeVault, madeVault } from '../../vault/made-vault.ts'
import { fakeTerminal, testCore } from './fake-terminal.ts'

const PASSWORD = 'Kanarie.7f3a-geheim-b41c'
const NEW_PASSWORD = 'Kanarie.9d2e-geheim-c52d'
const VARIABLE = 'ERP_CHECKUP_SQL_PASSWORD'
const ASKED = 'Password of auditor for SQL Server (it is not shown): '

let certificate: MadeCertificate
beforeAll(() => {
  certificate = selfSignedCertificate()
})

describe('the keychain on the command line', () => {
  let folder = ''
  let made: MadeVault
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sql-keychain-'))
    made = madeVault()
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  async function startServer(password: () => string = () => PASSWORD) {
    const server = await startTdsServer({
      name: wellKept.name,
      version: [15, 0, 2000],
      certificate,
      signIn: (login) => (login.password === password() ? null : { number: 18_456 }),
      answer: answersOf(wellKept),
    })
    onTestFinished(server.close)
    return server
  }

  interface Start {
    readonly variable?: string
    /** what is typed; absent: there is no terminal */
    readonly typed?: string
    readonly quiet?: true
  }

  /** Runs the command line on a made-up Windows server, with the real probe, over a real connection. */
  async function collect(port: number, options: readonly string[], given: Start = {}) {
    async function* keys(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(given.typed ?? '')
    }
    const chunks = Object.assign(keys(), { setRawMode: () => undefined })
    const standardInput = { isTerminal: given.typed !== undefined, chunks }
    const core: Core = {
      ...testCore(folder, { standardInput, vault: async () => made.vault, machine: 'ERP01' }),
      canCollect: true,
      collect: async ({ sql }) => {
        if (sql === undefined) throw new Error('no sign-in was asked for')
        const reading = await sqlServerProbe.read(contextOf(windowsOf(), { sql, profile: emptyProfile }))
        const { snapshot } = loadSample('typical')
        const value = { ...snapshot, probes: { ...snapshot.probes, 'sql-server': { durationMs: 1, ...reading } } }
        return { kind: 'snapshot', snapshot: { name: 'this server', value, digest: 'd'.repeat(64) }, text: documentText(value) }
      },
    }
    const environment: NodeJS.ProcessEnv = given.variable === undefined ? {} : { [VARIABLE]: given.variable }
    const terminal = { ...fakeTerminal({ errors: given.typed !== undefined }), environment }
    const named = ['--sql-server', `127.0.0.1,${port}`, '--sql-login', 'auditor', '--sql-trust-certificate']
    const status = await run(['collect', '--out', join(folder, 'server.json'), ...named, ...options], core, terminal)
    const { output, errors } = terminal.written
    const left = [output, errors, JSON.stringify(environment)].join('\n')
    for (const secret of [PASSWORD, NEW_PASSWORD]) {
      expect([...secretForms(Buffer.from(left), secret), ...filesWithSecret(folder, secret)]).toEqual([])
    }
    return { status, output, errors }
  }

  const stored = async () => {
    const { generations } = await good(made.vault.list())
    return await Promise.all(
      generations.map(async ({ login, state, generation }) => [login, state, await good(made.vault.read(generation))]),
    )
  }

  it('keeps what was typed once the server took it, and signs in with it from then on without asking', async () => {
    const server = await startServer()
    const key = `sql-server:ERP01,${server.port}/auditor`
    const first = await collect(server.port, ['--sql-keep-password'], { typed: `${PASSWORD}\r` })
    expect(first).toMatchObject({ status: 0, errors: expect.stringContaining(ASKED) })
    expect(first.errors).toContain(`The password of auditor is kept in the keychain of this account for 127.0.0.1,${server.port}.`)
    expect(await stored()).toEqual([[key, 'current', PASSWORD]])
    for (const given of [{}, { typed: 'never typed\r' }]) {
      const { status, errors } = await collect(server.port, [], given)
      expect(status).toBe(0)
      expect(errors).not.toContain('Password of')
    }
    expect(server.logins.map(({ password }) => password)).toEqual([PASSWORD, PASSWORD, PASSWORD])
    expect(readFileSync(join(folder, 'server.json'), 'utf8')).toContain('MAS_ABC')
    expect(await stored()).toEqual([[key, 'current', PASSWORD]])
  })

  it('finds what a password change made current', async () => {
    const server = await startServer()
    const generation = await good(made.vault.stage({ server: 'ERP01', login: `sql-server:ERP01,${server.port}/auditor` }, PASSWORD))
    expect((await collect(server.port, [], { typed: '\u0003' })).status).toBe(2)
    await good(made.vault.promote(generation))
    expect((await collect(server.port, [])).status).toBe(0)
  })

  it('never keeps what the server refused, and says so', async () => {
    const server = await startServer()
    const { status, errors } = await collect(server.port, ['--sql-keep-password'], { typed: `${NEW_PASSWORD}\r` })
    expect(status).toBe(0)
    expect(errors).toContain('The password of auditor was not kept: no SQL Server accepted it.\n')
    expect(errors).toContain('It does not accept this login with this password.')
    expect(await stored()).toEqual([])
  })

  it('keeps nothing that nobody asked to keep', async () => {
    const server = await startServer()
    await collect(server.port, [], { typed: `${PASSWORD}\r` })
    await collect(server.port, [], { variable: PASSWORD })
    expect(await stored()).toEqual([])
  })

  it('stands behind the variable, from which a script can keep a password, too', async () => {
    let password = PASSWORD
    const server = await startServer(() => password)
    await collect(server.port, ['--sql-keep-password'], { variable: PASSWORD })
    password = NEW_PASSWORD
    expect((await collect(server.port, [], { variable: NEW_PASSWORD })).errors).toBe('')
    expect(await stored()).toMatchObject([[expect.any(String), 'current', PASSWORD]])
  })

  it('says what to do about a password that was changed elsewhere, and takes the new one', async () => {
    let password = PASSWORD
    const server = await startServer(() => password)
    await collect(server.port, ['--sql-keep-password'], { variable: PASSWORD })
    password = NEW_PASSWORD
    made.clock.nowMs += 1_000
    const { errors } = await collect(server.port, [])
    expect(errors).toContain(
      'The password of auditor came from the keychain and is not accepted. If it was changed, start again with --sql-keep-password and type the new one.\n',
    )
    const again = await collect(server.port, ['--sql-keep-password'], { typed: `${NEW_PASSWORD}\r` })
    expect(again.errors).toContain(ASKED)
    expect((await stored()).map(([, state, password]) => `${state} ${password}`).toSorted()).toEqual([
      `current ${NEW_PASSWORD}`,
      `previous ${PASSWORD}`,
    ])
    expect((await collect(server.port, [])).errors).toBe('')
  })

  it('is told with the next step where it cannot be used: a person types, a script is refused', async () => {
    const server = await startServer()
    made.problem = { kind: 'other-account', session: 'NORTH\\robin', process: 'NORTH\\adm\u202Ein' }
    const words =
      'The keychain was not asked for the password: NORTH\\robin is signed in, but this program runs as NORTH\\adm[U+202E]in. The passwords would lie in the keychain of NORTH\\adm[U+202E]in. Sign in as NORTH\\adm[U+202E]in, or start the program as NORTH\\robin.'
    const typed = await collect(server.port, [], { typed: `${PASSWORD}\r` })
    expect(typed.status).toBe(0)
    expect(typed.errors.startsWith(`${words}\n${ASKED}`)).toBe(true)
    expect(await collect(server.port, [])).toEqual({ status: 2, output: '', errors: `erp-checkup: --sql-login: ${words}\n` })
    expect(server.logins).toHaveLength(1)
  })

  it('is looked at before somebody types what is to be kept', async () => {
    const server = await startServer()
    made.problem = { kind: 'locked' }
    expect(await collect(server.port, ['--sql-keep-password'], { typed: `${PASSWORD}\r` })).toEqual({
      status: 2,
      output: '',
      errors:
        'erp-checkup: --sql-keep-password: The keychain is locked. Unlock it in the desktop’s password manager, or sign out and in again with the password of this account.\n',
    })
    expect(server.logins).toEqual([])
  })

  it('that fails only when it is to keep says so, and what was read is not lost', async () => {
    const server = await startServer()
    made = madeVault((store: SecretStore) => ({
      write: async (service, account, value) => {
        if (value === PASSWORD) throw new Error(`cannot write ${value}`)
        await store.write(service, account, value)
      },
    }))
    const { status, errors } = await collect(server.port, ['--sql-keep-password', '--lang', 'de'], { variable: PASSWORD })
    expect(status).toBe(0)
    expect(errors).toMatch(/^Das Passwort von auditor wurde nicht aufgehoben: Der Schlüsselbund hat abgelehnt: .*versuchen\.\n$/)
    expect(readFileSync(join(folder, 'server.json'), 'utf8')).toContain('MAS_ABC')
  })

  it('does not choose between different passwords of several instances', async () => {
    for (const [instance, password] of [
      ['SAGE', PASSWORD],
      ['OTHER', NEW_PASSWORD],
    ]) {
      const owner = { server: 'ERP01', login: `sql-server:ERP01\\${instance}/auditor` }
      await good(made.vault.promote(await good(made.vault.stage(owner, password ?? ''))))
    }
    const core: Core = { ...testCore(folder, { vault: async () => made.vault, machine: 'ERP01' }), canCollect: true }
    const withoutTerminal: Core = { ...core, passwords: { ...core.passwords, canAsk: false } }
    const terminal = fakeTerminal()
    expect(await run(['collect', '--sql-login', 'auditor'], withoutTerminal, terminal)).toBe(2)
    expect(terminal.written.errors).toMatch(
      /^erp-checkup: --sql-login: The keychain has different passwords of auditor for ERP01\\\w+, ERP01\\\w+; name the SQL Server that is meant with --sql-server\n$/,
    )
  })
})
