import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { describeWith } from '../../support/needs.ts'
import { filesWithSecret, processesWithSecret, secretForms } from './canary.ts'
import { createKeyringHome, type Keyring, type KeyringHome } from './keyring-session.ts'
import type { Leak, VaultCall } from './programs/use-vault.ts'

/** A bus, a keychain service and a Node process, while other tests share the machine. */
const SESSION_LIMIT_MS = 60_000

const LOGIN = 'sql-server:ERP01\\SAGE/wsp sync/äß№"%'

describeWith('secret-service', 'vault in a Secret Service', () => {
  let home: KeyringHome

  beforeEach(() => {
    home = createKeyringHome()
  })
  afterEach(() => home.remove())

  const secret = `Kanarie.${randomBytes(20).toString('hex')}`
  const answers = async (keyring: Keyring, ...calls: readonly VaultCall[]): Promise<readonly unknown[]> =>
    (await home.run(keyring, { secret, calls })).answers

  it('keeps a password from one process to the next, with its generation and times', { timeout: SESSION_LIMIT_MS }, async () => {
    const [preflight, staged, unread] = await answers('unlocked', ['preflight'], ['stage', LOGIN, '$secret'], ['list'])
    expect(preflight).toEqual({ ok: true, value: null })
    const { value: generation } = staged as { readonly value: string }
    const entry = { generation, server: 'ERP01', login: LOGIN, promotedAt: null, keepUntil: null, storedAt: expect.any(String) }
    expect(unread).toEqual({ ok: true, value: { generations: [{ ...entry, state: 'next' }], unreadable: [] } })

    const later = await answers(
      'unlocked',
      ['read', generation],
      ['promote', generation],
      ['list'],
      ['discard', generation],
      ['list'],
      ['read', generation],
    )
    expect(later).toEqual([
      { ok: true, value: '$secret' },
      { ok: true, value: null },
      { ok: true, value: { generations: [{ ...entry, state: 'current', promotedAt: expect.any(String) }], unreadable: [] } },
      { ok: true, value: null },
      { ok: true, value: { generations: [], unreadable: [] } },
      { ok: false, problem: { kind: 'no-such-generation' } },
    ])
  })

  it('keeps the head of a journal and a key', { timeout: SESSION_LIMIT_MS }, async () => {
    const first = await answers('unlocked', ['readHead', 'rotation-1'], ['writeHead', 'rotation-1', '7', 'abc'], ['key'])
    expect(first).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
      { bytes: 32, isSame: true },
    ])
    expect(await answers('unlocked', ['readHead', 'rotation-1'])).toEqual([{ ok: true, value: { sequence: 7, hash: 'abc' } }])
  })

  it('gives the password of a SQL login to the server alone that it was kept for', { timeout: SESSION_LIMIT_MS }, async () => {
    const name = 'wsp sync/äß№"%'
    const kept = await answers('unlocked', ['findSql', 'ERP01\\SAGE', name], ['keepSql', 'ERP01\\SAGE', name, '$secret'])
    expect(kept).toEqual([
      { ok: true, value: { kind: 'none' } },
      { ok: true, value: null },
    ])
    const found = await answers(
      'unlocked',
      ['findSql', 'localhost\\sage', name],
      ['findSql', 'ERP01\\OTHER', name],
      ['storedSql'],
      ['forgetSql', 'ERP01\\SAGE', name],
      ['storedSql'],
    )
    expect(found).toEqual([
      { ok: true, value: '$secret' },
      { ok: true, value: { kind: 'none' } },
      { ok: true, value: [{ instance: 'ERP01\\SAGE', login: name, isHere: true }] },
      { ok: true, value: true },
      { ok: true, value: [] },
    ])
  })

  const everything: readonly VaultCall[] = [
    ['preflight'],
    ['list'],
    ['stage', LOGIN, '$secret'],
    ['read', '0'.repeat(32)],
    ['discard', '0'.repeat(32)],
    ['expire'],
    ['readHead', 'rotation-1'],
    ['key'],
    ['storedSql'],
    ['findSql', 'ERP01', 'audit'],
    ['keepSql', 'ERP01', 'audit', '$secret'],
    ['forgetSql', 'ERP01', 'audit'],
  ]

  it.each([
    { keyring: 'never-made', kind: 'absent' },
    { keyring: 'no-service', kind: 'absent' },
    { keyring: 'no-bus', kind: 'no-bus' },
    { keyring: 'dead-bus', kind: 'no-bus' },
    { keyring: 'no-module', kind: 'not-installed' },
  ] as const)('says $kind to every call where the keychain is $keyring', { timeout: SESSION_LIMIT_MS }, async ({ keyring, kind }) => {
    expect(await answers(keyring, ...everything)).toEqual(everything.map(() => ({ ok: false, problem: { kind } })))
  })

  it('says that a locked keychain is locked, and does not take it for an empty one', { timeout: SESSION_LIMIT_MS }, async () => {
    const [staged] = await answers('unlocked', ['stage', LOGIN, '$secret'])
    const { value: generation } = staged as { readonly value: string }
    const calls: readonly VaultCall[] = [...everything, ['read', generation]]
    expect(await answers('wrong-password', ...calls)).toEqual(calls.map(() => ({ ok: false, problem: { kind: 'locked' } })))
    expect(await answers('unlocked', ['read', generation])).toEqual([{ ok: true, value: '$secret' }])
  })

  /** Everything that was written, printed or given to a process in a run that stores, uses and removes a password. */
  async function traces(leak?: Leak): Promise<readonly string[]> {
    const calls: readonly VaultCall[] = [
      ['stage', LOGIN, '$secret'],
      ['stage', LOGIN, '$secret'],
      ['read', '$0'],
      ['promote', '$0'],
      ['stage', `${LOGIN} 2`, '$secret'],
      ['list'],
      ['expire'],
      ['discard', '$0'],
      ['keepSql', 'ERP01\\SAGE', 'audit', '$secret'],
      ['findSql', 'ERP01\\SAGE', 'audit'],
    ]
    const found: string[] = []
    const { stdout, stderr } = await home.run('unlocked', { secret, calls, ...(leak === undefined ? {} : { leak }) }, (session) => {
      found.push(...processesWithSecret(session, secret))
    })
    found.push(...filesWithSecret(home.folder, secret))
    found.push(...secretForms(stdout, secret).map((form) => `standard output: ${form}`))
    found.push(...secretForms(stderr, secret).map((form) => `standard error: ${form}`))
    return [...new Set(found)]
  }

  it('leaves a password nowhere but in the keychain', { timeout: SESSION_LIMIT_MS }, async () => {
    expect(await traces()).toEqual([])
  })

  it.each([
    { leak: 'standard output', trace: 'standard output: plain' },
    { leak: 'standard error', trace: 'standard error: plain' },
    { leak: 'file in hex', trace: 'log: plain in hex' },
    { leak: 'file in UTF-16', trace: 'log: UTF-16' },
    { leak: 'base64 in a file', trace: 'log: plain in base64' },
    { leak: 'half in a file', trace: 'log: half of it, plain' },
    { leak: 'argument', trace: 'cmdline: plain' },
    { leak: 'environment', trace: 'environ: plain' },
  ] as const)('would be caught letting a password out by $leak', { timeout: SESSION_LIMIT_MS }, async ({ leak, trace }) => {
    expect(await traces(leak)).toEqual([trace])
  })
})
