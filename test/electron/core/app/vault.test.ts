import { describe, expect, it } from 'vitest'
import { openHeldVault } from '#electron/vault/open-vault.ts'
import type { VaultProblem } from '#electron/vault/problem.ts'
import { GRACE_MS } from '#electron/vault/register.ts'
import type { Vault } from '#electron/vault/vault.ts'
import { vaultTexts } from '#shared/texts/vault.ts'
import { good } from '../../vault/made-vault.ts'
import { apps } from './client.ts'

const open = apps()
const SECRET = 'Kanarie.5519'
const owner = (login: string) => ({ server: 'ERP01\u202E', login })

/** An app over a vault in memory whose clock a test moves. */
function openWith() {
  const clock = { nowMs: Date.parse('2026-03-01T10:00:00.000Z') }
  const vault = openHeldVault(() => new Date(clock.nowMs))
  return { vault, clock, client: open({ vault: async () => vault }).client }
}

/** A vault of which every answer is this problem. */
function failing(problem: VaultProblem): Vault {
  const refuse = async () => ({ ok: false, problem }) as const
  return { ...openHeldVault(() => new Date(0)), list: refuse, expire: refuse, discard: refuse }
}

describe('stored passwords', () => {
  it('are listed by names and times, in the order of logins, and never with a password', async () => {
    const { vault, client } = openWith()
    const sql = await good(vault.stage(owner('sql-server:ERP01\\SAGE/wsp_sync'), SECRET))
    const windows = await good(vault.stage(owner('windows:ERP01\\erpsync'), SECRET))
    await good(vault.promote(windows))
    const next = await good(vault.stage(owner('windows:ERP01\\erpsync'), `${SECRET}2`))
    const other = await good(vault.stage(owner('other'), SECRET))
    const listed = await client.vault.list({ language: 'en' })
    const common = { server: 'ERP01[U+202E]', storedAt: '2026-03-01T10:00:00.000Z', keepUntil: null }
    expect(listed).toEqual({
      kind: 'stored',
      storedIn: 'elsewhere',
      passwords: [
        { ...common, generation: other, kind: null, login: 'other', state: 'next' },
        { ...common, generation: sql, kind: 'sql-server', login: 'ERP01\\SAGE/wsp_sync', state: 'next' },
        { ...common, generation: windows, kind: 'windows', login: 'ERP01\\erpsync', state: 'current' },
        { ...common, generation: next, kind: 'windows', login: 'ERP01\\erpsync', state: 'next' },
      ],
      unreadable: 0,
    })
    expect(JSON.stringify(listed)).not.toContain(SECRET)
  })

  it('are gone from the list when their grace is over', async () => {
    const { vault, clock, client } = openWith()
    const login = owner('windows:ERP01\\erpsync')
    const old = await good(vault.stage(login, SECRET))
    await good(vault.promote(old))
    await good(vault.promote(await good(vault.stage(login, `${SECRET}2`))))
    expect(await client.vault.list({ language: 'en' })).toMatchObject({ passwords: [{ state: 'current' }, { state: 'previous' }] })
    clock.nowMs += GRACE_MS + 1
    expect(await client.vault.list({ language: 'en' })).toMatchObject({ passwords: [{ state: 'current' }] })
    expect(await vault.read(old)).toMatchObject({ ok: false })
  })

  it('are removed as a person saw them, and stay where they have changed since', async () => {
    const { vault, client } = openWith()
    const generation = await good(vault.stage(owner('windows:ERP01\\erpsync'), SECRET))
    await good(vault.promote(generation))
    expect(await client.vault.remove({ language: 'en', generation, state: 'next' })).toEqual({ kind: 'changed' })
    expect(await good(vault.read(generation))).toBe(SECRET)
    expect(await client.vault.remove({ language: 'en', generation, state: 'current' })).toEqual({ kind: 'removed' })
    expect(await vault.read(generation)).toMatchObject({ ok: false })
    expect(await client.vault.remove({ language: 'en', generation, state: 'current' })).toEqual({ kind: 'changed' })
  })

  it.each<{ readonly problem: VaultProblem; readonly line: RegExp; readonly next: RegExp }>([
    { problem: { kind: 'locked' }, line: /^Der Schlüsselbund ist gesperrt\.$/, next: /entsperren/ },
    {
      problem: { kind: 'other-account', session: 'ERP01\\admin\u202E', process: 'ACME\\boss' },
      line: /^Angemeldet ist ERP01\\admin\[U\+202E\], dieses Programm läuft aber als ACME\\boss\./,
      next: /^Als ACME\\boss anmelden/,
    },
    { problem: { kind: 'failed', detail: 'Zugriff verweigert' }, line: /abgelehnt: Zugriff verweigert$/, next: /noch einmal/ },
  ])('say what is wrong with the keychain and what to do: $problem.kind', async ({ problem, line, next }) => {
    const { client } = open({ vault: async () => failing(problem) })
    const lines = { kind: 'problem', line: expect.stringMatching(line), next: expect.stringMatching(next) }
    expect(await client.vault.list({ language: 'de' })).toEqual(lines)
    expect(await client.vault.remove({ language: 'de', generation: 'x', state: 'next' })).toEqual(lines)
  })
})

describe('texts of the keychain', () => {
  const kinds = Object.keys({
    'not-installed': 1,
    'no-bus': 1,
    absent: 1,
    locked: 1,
    policy: 1,
    'network-session': 1,
    'not-kept': 1,
    'not-removed': 1,
    'too-long': 1,
    lost: 1,
    'no-such-generation': 1,
    'next-exists': 1,
    'other-account': 1,
    failed: 1,
  } satisfies Record<VaultProblem['kind'], 1>)

  it.each(['en', 'de'] as const)('has a sentence and a next step for every problem, and no other text: %s', (language) => {
    expect(Object.keys(vaultTexts[language]).toSorted()).toEqual(
      kinds.flatMap((kind) => [`vault/next/${kind}`, `vault/problem/${kind}`]).toSorted(),
    )
    for (const text of Object.values(vaultTexts[language])) expect(text).toMatch(/^\p{Lu}|^\{\{/u)
  })
})
