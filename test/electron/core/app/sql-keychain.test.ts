import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'

import type { AppPorts } from '#electron/core/app/index.ts'
import { openHeldVault } from '#electron/vault/open-vault.ts'
import type { SqlAccess } from '#shared/contract/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { CLOCK } from '../../../contract/app-under-test.ts'
import { fakeServer } from '../../../contract/fake-server.ts'
import { filesWithSecret, secretForms } from '../../vault/canary.ts'
import { good, type MadeVault, madeVault } from '../../vault/made-vault.ts'
import { apps, refusal } from './client.ts'

const open = apps()
const language = 'en'
const PASSWORD = 'Kanarie-7f3a-geheim-b41c'
const SAGE = 'ERP01\\SAGE'

type Instance = { readonly name: string; readonly error?: string; readonly problem?: string }

function readInstances(instances: readonly Instance[]): Snapshot['probes']['sql-server'] {
  const read = instances.map((each) => ({ version: '', databases: [], visibility: 'partial' as const, logins: [], ...each }))
  return { status: 'ok', durationMs: 1, facts: { instances: read } }
}

const stored: SqlAccess = { server: SAGE, signIn: { kind: 'stored', login: 'audit' }, trustCertificate: false }
const typed = (keep?: boolean): SqlAccess => ({
  server: SAGE,
  signIn: { kind: 'sql-login', login: 'audit', password: PASSWORD, ...(keep === undefined ? {} : { keep }) },
  trustCertificate: false,
})

describe('the keychain in the app', () => {
  let made: MadeVault
  beforeEach(() => {
    made = madeVault()
  })

  function windows(changes: Partial<AppPorts> = {}) {
    const server = fakeServer()
    const opened = open({ platform: 'win32', machine: 'ERP01', collect: server.collect, vault: async () => made.vault, ...changes })
    const crossed: unknown[] = []
    /** A scan; what it says last. SECURITY: everything that crosses and everything that is written is looked through. */
    const scan = async (sql: SqlAccess, instances: readonly Instance[] = [{ name: SAGE }]) => {
      server.probes = { ...server.probes, 'sql-server': readInstances(instances) }
      try {
        for await (const event of await opened.client.scan.run({ id: null, probes: null, sql, language })) crossed.push(event)
      } catch (error) {
        crossed.push(`${String(error)} ${JSON.stringify(error)}`)
        throw error
      } finally {
        const folder = join(opened.app.dataFolder, '..')
        const written = existsSync(folder) ? filesWithSecret(folder, PASSWORD) : []
        expect([...written, ...secretForms(Buffer.from(JSON.stringify(crossed)), PASSWORD)]).toEqual([])
      }
      return crossed.at(-1)
    }
    const signedInWith = () => server.signIns.flatMap(({ sql }) => (sql === undefined ? [] : [sql.signIn]))
    const storedLogins = () => opened.client.scan.sqlStored({ language })
    return { ...opened, server, scan, signedInWith, storedLogins }
  }

  const signIn = { kind: 'sql-login', login: 'audit', password: PASSWORD }

  it('keeps what was typed once SQL Server took it, names it, and signs in with it', async () => {
    const { scan, signedInWith, storedLogins } = windows()
    expect(await storedLogins()).toEqual({ kind: 'stored', logins: [], canKeep: true })
    const line = `The password of audit is kept in the keychain for ${SAGE}.`
    expect(await scan(typed(true))).toMatchObject({ kind: 'case', password: { isKept: true, line } })
    const logins = [{ instance: SAGE, login: 'audit', isHere: true }]
    expect(await storedLogins()).toEqual({ kind: 'stored', logins, canKeep: true })
    expect(await scan(stored)).not.toHaveProperty('password')
    expect(signedInWith()).toEqual([signIn, signIn])
  })

  it('gives one to a browser’s sign-in, which no secret crosses, and keeps none from there', async () => {
    const { scan, signedInWith, storedLogins } = windows({ host: 'loopback' })
    expect(await refusal(scan(typed(true)))).toMatch(/^REFUSED: A password is not taken over in the browser/)
    const generation = await good(made.vault.stage({ server: 'ERP01', login: `sql-server:${SAGE}/audit` }, PASSWORD))
    await good(made.vault.promote(generation))
    expect(await storedLogins()).toEqual({ kind: 'stored', logins: [{ instance: SAGE, login: 'audit', isHere: true }], canKeep: false })
    await scan(stored)
    expect(signedInWith()).toEqual([signIn])
  })

  it('gives none to a server that it was not stored for, whatever a page asks', async () => {
    const { scan, server } = windows({ host: 'loopback' })
    const generation = await good(made.vault.stage({ server: 'ERP01', login: `sql-server:${SAGE}/audit` }, PASSWORD))
    await good(made.vault.promote(generation))
    for (const other of ['evil.example,1433', 'ERP01,1433', 'ERP01\\OTHER']) {
      expect(await refusal(scan({ ...stored, server: other, trustCertificate: true }))).toBe(
        'REFUSED: The keychain has no password of audit for this SQL Server. Type it in the desktop app, or keep it once with the command line and --sql-keep-password.',
      )
    }
    expect(server.asked).toEqual([])
  })

  it.each([
    ['refused', [{ name: SAGE, error: 'no', problem: 'wrong-password' }], 'The password of audit was not kept: no SQL Server accepted it.'],
    ['not found', [], 'The password of audit was not kept: no SQL Server accepted it.'],
  ] as const)('keeps none that was %s', async (_name, instances, line) => {
    const { scan, storedLogins } = windows()
    expect(await scan(typed(true), instances)).toMatchObject({ kind: 'case', password: { isKept: false, line } })
    expect(await storedLogins()).toMatchObject({ logins: [] })
  })

  it('keeps none that nobody asked to keep', async () => {
    const { scan, storedLogins } = windows()
    for (const keep of [undefined, false]) expect(await scan(typed(keep))).not.toHaveProperty('password')
    expect(await storedLogins()).toMatchObject({ logins: [] })
  })

  it('tells why one that was accepted could not be kept, and the case is there', async () => {
    const waiting = await good(made.vault.stage({ server: 'ERP01', login: `sql-server:${SAGE}/audit` }, 'waiting-1'))
    const { client, scan } = windows()
    const line =
      'The password of audit was not kept: A new password of this login is stored already and waits to be used. Go on with that one, or delete it first.'
    const last = await scan(typed(true))
    expect(last).toMatchObject({ kind: 'case', password: { isKept: false, line } })
    expect((await client.cases.view({ id: (last as { readonly id: string }).id, language })).source).toBe('live')
    expect(await good(made.vault.read(waiting))).toBe('waiting-1')
  })

  it('says what is wrong with it and what to do, before anything is read', async () => {
    const { scan, server, storedLogins } = windows()
    made.problem = { kind: 'locked' }
    const next = 'Unlock it in the desktop’s password manager, or sign out and in again with the password of this account.'
    for (const sql of [stored, typed(true)]) expect(await refusal(scan(sql))).toBe(`REFUSED: The keychain is locked. ${next}`)
    expect(server.asked).toEqual([])
    expect(await storedLogins()).toEqual({ kind: 'problem', line: 'The keychain is locked.', next })
    await scan(typed())
    expect(server.asked.length).toBeGreaterThan(0)
  })

  it('does not choose between different passwords of several instances', async () => {
    const { scan } = windows()
    await scan(typed(true))
    const other = await good(made.vault.stage({ server: 'ERP01', login: 'sql-server:ERP01/audit' }, 'another-1'))
    await good(made.vault.promote(other))
    expect(await refusal(scan({ ...stored, server: null }))).toMatch(
      /^REFUSED: The keychain has different passwords of audit for ERP01(\\SAGE)? and ERP01(\\SAGE)?\. Choose the SQL Server/,
    )
  })

  it('is not what the program itself remembers where policy forbids stored passwords', async () => {
    const held = openHeldVault(() => new Date(CLOCK))
    const { scan, storedLogins } = windows({ vault: async () => held })
    expect(await storedLogins()).toEqual({ kind: 'stored', logins: [], canKeep: false })
    expect(await refusal(scan(typed(true)))).toMatch(/^REFUSED: A policy of this server forbids stored credentials\./)
    expect(await good(held.list())).toMatchObject({ generations: [] })
  })

  it('is left alone where there is no server to read', async () => {
    const { storedLogins } = windows({
      platform: 'linux',
      vault: async () => {
        throw new Error('the keychain was opened')
      },
    })
    expect(await storedLogins()).toEqual({ kind: 'stored', logins: [], canKeep: false })
  })

  it('takes no Windows account for a login', async () => {
    const { scan } = windows()
    expect(await refusal(scan({ ...stored, signIn: { kind: 'stored', login: 'NORTH\\robin' } }))).toMatch(
      /^REFUSED: This is no name of a SQL/,
    )
  })
})
