import { describe, expect, it } from 'vitest'

import { acceptingInstances, createSqlKeychain, type StoredSqlLogin } from '#electron/core/sql-keychain.ts'
import { openHeldVault } from '#electron/vault/open-vault.ts'
import type { VaultProblem } from '#electron/vault/problem.ts'
import type { SecretStore } from '#electron/vault/secret-store.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { loadSample } from '#shared/samples/index.ts'
import { good, madeVault } from '../vault/made-vault.ts'

const PASSWORD = 'Kanarie.7f3a-geheim'
const SAGE = 'ERP01\\SAGE'

function open(replace?: (store: SecretStore) => Partial<SecretStore>, machine = 'ERP01') {
  const made = madeVault(replace)
  const keychain = createSqlKeychain({ vault: async () => made.vault, machine })
  /** as a password change leaves it */
  const rotated = async (login: string, password: string, server = 'ERP01'): Promise<string> => {
    made.clock.nowMs += 1_000
    const generation = await good(made.vault.stage({ server, login }, password))
    await good(made.vault.promote(generation))
    return generation
  }
  const states = async () => {
    const { generations } = await good(made.vault.list())
    return generations.map(({ login, state }) => `${login} ${state}`).toSorted()
  }
  return { made, keychain, rotated, states }
}

describe('a password that was kept', () => {
  const found = { kind: 'found', password: PASSWORD }
  const none = { kind: 'none' }
  const names: readonly (readonly [name: string, kept: string, asked: string | null, expected: object])[] = [
    ['by the same name', SAGE, SAGE, found],
    ['without case, as computers and instances are named', SAGE, 'erp01\\sage', found],
    ['on this machine by another name of it', SAGE, 'localhost\\SAGE', found],
    ['on this machine by its own name', '127.0.0.1,1433', 'erp01,1433', found],
    ['by the port, which decides whatever instance stands beside it', 'ERP01\\OTHER,1433', 'ERP01,1433', found],
    ['as the default instance by its service’s name', 'ERP01', 'ERP01\\MSSQLSERVER', found],
    ['among all instances of this machine', SAGE, null, found],
    ['not for another instance', SAGE, 'ERP01\\OTHER', none],
    ['not for the default instance', SAGE, 'ERP01', none],
    ['not for a port, which anything may listen on', SAGE, 'ERP01,1433', none],
    ['not for a server whose name begins alike', 'ERP01', 'ERP011', none],
    ['not for a server of this name in some domain', 'ERP01', 'ERP01.elsewhere.example', none],
    ['not among the instances of this machine where it is another one’s', 'ERP02\\SAGE', null, none],
  ]
  it.each(names)('is found %s', async (_name, kept, asked, expected) => {
    const { keychain } = open()
    expect(await good(keychain.find(asked, 'audit'))).toEqual(none)
    await good(keychain.keep([kept], 'audit', PASSWORD))
    expect(await good(keychain.find(asked, 'audit'))).toEqual(expected)
  })

  it('is that of the login, and of one that is written otherwise only where there is none written so', async () => {
    const { keychain } = open()
    await good(keychain.keep([SAGE], 'audit', PASSWORD))
    expect(await good(keychain.find(SAGE, 'audi'))).toEqual(none)
    expect(await good(keychain.find(SAGE, 'AUDIT'))).toEqual(found)
    await good(keychain.keep([SAGE], 'AUDIT', 'another-1'))
    expect(await good(keychain.find(SAGE, 'AUDIT'))).toEqual({ kind: 'found', password: 'another-1' })
    expect(await good(keychain.find(SAGE, 'audit'))).toEqual(found)
  })

  it.each(['a/b', 'wsp sync/äß№"%', 'ü'])('belongs to a login called %j alone', async (login) => {
    const { keychain } = open()
    await good(keychain.keep([SAGE], login, PASSWORD))
    expect(await good(keychain.stored())).toEqual([{ instance: SAGE, login, isHere: true }] satisfies StoredSqlLogin[])
    expect(await good(keychain.find(SAGE, login))).toEqual(found)
  })

  it('is none of another machine’s, to which a keychain may follow its person', async () => {
    const { made, keychain } = open()
    await good(keychain.keep([SAGE], 'audit', PASSWORD))
    const elsewhere = createSqlKeychain({ vault: async () => made.vault, machine: 'ERP02' })
    expect(await good(elsewhere.find(SAGE, 'audit'))).toEqual(none)
    expect(await good(elsewhere.stored())).toEqual([])
  })

  it('takes the place of the one before, which goes when its grace is over, and not that of itself', async () => {
    const { made, keychain, states } = open()
    await good(keychain.keep([SAGE], 'audit', 'old-1'))
    made.clock.nowMs += 1_000
    await good(keychain.keep(['.\\sage'], 'audit', PASSWORD))
    await good(keychain.keep([SAGE], 'audit', PASSWORD))
    expect(await states()).toEqual([`sql-server:${SAGE}/audit current`, `sql-server:${SAGE}/audit previous`])
    expect(await good(keychain.find(SAGE, 'audit'))).toEqual(found)
  })

  it('is forgotten, and no older one comes back for it', async () => {
    const { made, keychain, states } = open()
    await good(keychain.keep([SAGE], 'audit', 'old-1'))
    made.clock.nowMs += 1_000
    await good(keychain.keep([SAGE, 'ERP01\\OTHER'], 'audit', PASSWORD))
    expect(await good(keychain.forget('localhost\\SAGE', 'audit'))).toBe(true)
    expect(await good(keychain.find(SAGE, 'audit'))).toEqual(none)
    expect(await good(keychain.forget(SAGE, 'audit'))).toBe(false)
    expect(await states()).toEqual(['sql-server:ERP01\\OTHER/audit current', `sql-server:${SAGE}/audit previous`])
  })
})

describe('a password that a change left', () => {
  const KEY = `sql-server:${SAGE}/wsp_sync`

  it('is found where it is the current one', async () => {
    const { made, keychain, rotated } = open()
    await rotated(KEY, 'before-1')
    await rotated(KEY, PASSWORD)
    await good(made.vault.stage({ server: 'ERP01', login: KEY }, 'waiting-1'))
    expect(await good(keychain.find(SAGE, 'wsp_sync'))).toEqual({ kind: 'found', password: PASSWORD })
    expect(await good(keychain.stored())).toEqual([{ instance: SAGE, login: 'wsp_sync', isHere: true }])
  })

  it('is not found while it only waits, nor under the name of a Windows account or a user of the ERP', async () => {
    const { made, keychain, rotated } = open()
    await good(made.vault.stage({ server: 'ERP01', login: KEY }, 'waiting-1'))
    for (const key of [`windows:${SAGE}/wsp_sync`, 'erp:sage-100/wsp_sync', 'sql-server:', KEY.slice(1)]) await rotated(key, PASSWORD)
    expect(await good(keychain.find(SAGE, 'wsp_sync'))).toEqual({ kind: 'none' })
    expect(await good(keychain.stored())).toEqual([])
  })

  it('and one that is kept take turns under one name', async () => {
    const { made, keychain, rotated, states } = open()
    await rotated(KEY, 'before-1')
    made.clock.nowMs += 1_000
    await good(keychain.keep(['erp01\\sage'], 'wsp_sync', 'kept-1'))
    await rotated(KEY, PASSWORD)
    expect(await states()).toEqual([`${KEY} current`, `${KEY} previous`, `${KEY} previous`])
    expect(await good(keychain.find(SAGE, 'wsp_sync'))).toEqual({ kind: 'found', password: PASSWORD })
  })

  it('waits still: nothing is kept beside it, and it stays', async () => {
    const { made, keychain, states } = open()
    await good(made.vault.stage({ server: 'ERP01', login: KEY }, 'waiting-1'))
    expect(await keychain.keep([SAGE], 'wsp_sync', PASSWORD)).toMatchObject({ ok: false, problem: { kind: 'next-exists' } })
    expect(await states()).toEqual([`${KEY} next`])
  })
})

describe('several instances of this machine', () => {
  it('serve where all that have the login have one password, and not where they differ', async () => {
    const { keychain } = open()
    await good(keychain.keep([SAGE, 'ERP01'], 'audit', PASSWORD))
    await good(keychain.keep(['ERP02'], 'audit', 'another-1'))
    expect(await good(keychain.find(null, 'audit'))).toEqual({ kind: 'found', password: PASSWORD })
    await good(keychain.keep(['ERP01,1500'], 'audit', 'another-2'))
    const lookup = await good(keychain.find(null, 'audit'))
    expect(lookup).toEqual({ kind: 'several', instances: expect.arrayContaining([SAGE, 'ERP01', 'ERP01,1500']) })
    expect(await good(keychain.find('ERP01,1500', 'audit'))).toEqual({ kind: 'found', password: 'another-2' })
  })
})

describe('a keychain that cannot be used', () => {
  const problems: readonly VaultProblem[] = [
    { kind: 'locked' },
    { kind: 'absent' },
    { kind: 'not-installed' },
    { kind: 'policy' },
    { kind: 'network-session' },
    { kind: 'other-account', session: 'NORTH\\robin', process: 'NORTH\\admin' },
  ]
  it.each(problems)('is $kind to every call', async (problem) => {
    const { made, keychain } = open()
    await good(keychain.keep([SAGE], 'audit', PASSWORD))
    made.problem = problem
    const answers = [
      await keychain.stored(),
      await keychain.find(SAGE, 'audit'),
      await keychain.canKeep(),
      await keychain.keep([SAGE], 'audit', 'another-1'),
      await keychain.forget(SAGE, 'audit'),
    ]
    expect(answers).toEqual(answers.map(() => ({ ok: false, problem })))
  })

  it('keeps nothing in the memory of the program instead', async () => {
    const vault = openHeldVault(() => new Date('2026-03-01T10:00:00.000Z'))
    const keychain = createSqlKeychain({ vault: async () => vault, machine: 'ERP01' })
    const refused = { ok: false, problem: { kind: 'policy' } }
    expect([await keychain.canKeep(), await keychain.keep([SAGE], 'audit', PASSWORD)]).toEqual([refused, refused])
    expect(await good(vault.list())).toMatchObject({ generations: [] })
  })

  it('says that a password is lost which should be there', async () => {
    const { made, keychain, rotated } = open()
    const generation = await rotated(`sql-server:${SAGE}/audit`, PASSWORD)
    await made.store.remove('erp-sync-security-checkup/password/ERP01/sql-server%3AERP01%5CSAGE%2Faudit/', generation)
    expect(await keychain.find(SAGE, 'audit')).toEqual({ ok: false, problem: { kind: 'lost' } })
    await good(keychain.keep([SAGE], 'audit', PASSWORD))
    expect(await good(keychain.find(SAGE, 'audit'))).toEqual({ kind: 'found', password: PASSWORD })
  })

  it('leaves nothing that waits where the last step fails, so that the next try succeeds', async () => {
    let isFull = true
    const { keychain, states } = open((store) => ({
      write: async (service, account, value) => {
        if (isFull && value.includes('promotedAt')) throw new Error(`no room for ${PASSWORD}`)
        await store.write(service, account, value)
      },
    }))
    const kept = await keychain.keep([SAGE], 'audit', PASSWORD)
    expect(kept).toMatchObject({ ok: false, problem: { kind: 'failed' } })
    expect(await states()).toEqual([])
    isFull = false
    await good(keychain.keep([SAGE], 'audit', PASSWORD))
    expect(await good(keychain.find(SAGE, 'audit'))).toEqual({ kind: 'found', password: PASSWORD })
  })
})

describe('acceptingInstances', () => {
  type Instance = { readonly name: string; readonly error?: string; readonly problem?: string }
  const snapshotWith = (instances: readonly Instance[]): Snapshot => {
    const { snapshot } = loadSample('typical')
    const read = instances.map((each) => ({ version: '', databases: [], visibility: 'partial' as const, logins: [], ...each }))
    return { ...snapshot, probes: { 'sql-server': { status: 'ok', durationMs: 1, facts: { instances: read } } } }
  }
  const refused = { name: SAGE, error: 'the login is locked', problem: 'locked' }
  const cases: readonly (readonly [name: string, instances: readonly Instance[], server: string | null, expected: readonly string[]])[] = [
    ['each one that took the sign-in', [{ name: 'ERP01' }, refused], null, ['ERP01']],
    ['one that was lost afterwards', [{ name: 'ERP01', error: 'not read to its end' }], null, ['ERP01']],
    ['none where all refused', [refused], SAGE, []],
    ['none where none was found', [], null, []],
    ['the server by the name that was asked for', [{ name: 'ERP02' }], '127.0.0.1,1433', ['127.0.0.1,1433']],
    ['the server in its own spelling of that name', [{ name: SAGE }], ' erp01\\sage ', [SAGE]],
    ['not the name that it gives itself where another one was asked for', [{ name: SAGE }], 'ERP99\\SAGE', ['ERP99\\SAGE']],
  ]
  it.each(cases)('names %s', (_name, instances, server, expected) => {
    expect(acceptingInstances(snapshotWith(instances), server)).toEqual(expected)
  })

  it('is none where SQL Server was not read', () => {
    const { snapshot } = loadSample('typical')
    const unread = { ...snapshot, probes: { 'sql-server': { status: 'failed' as const, durationMs: 1, reason: 'lost' } } }
    expect(acceptingInstances(unread, 'ERP01')).toEqual([])
    expect(acceptingInstances({ ...snapshot, probes: {} }, 'ERP01')).toEqual([])
  })
})
