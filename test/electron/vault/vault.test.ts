import { describe, expect, it } from 'vitest'

import { passwordService, services } from '#electron/vault/entry-names.ts'
import { GRACE_MS } from '#electron/vault/register.ts'
import { good, type MadeVault, madeVault, OWNER } from './made-vault.ts'

const states = async ({ vault }: MadeVault): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await good(vault.list())).generations.map(({ generation, state }) => [generation, state]))

/** A login with a current password and the one before it, an hour apart. */
async function withTwo(made: MadeVault): Promise<{ readonly old: string; readonly current: string }> {
  const old = await good(made.vault.stage(OWNER, 'old-1'))
  await good(made.vault.promote(old))
  made.clock.nowMs += 3_600_000
  const current = await good(made.vault.stage(OWNER, 'new-2'))
  await good(made.vault.promote(current))
  return { old, current }
}

describe('vault', () => {
  it('stores a password under its login and generation, and beside it only names and times', async () => {
    const made = madeVault()
    const generation = await good(made.vault.stage(OWNER, 'Secret.1'))
    expect(await made.store.search(passwordService(OWNER))).toEqual([{ account: generation, value: 'Secret.1' }])
    expect(await good(made.vault.read(generation))).toBe('Secret.1')
    const listed = JSON.stringify(await made.vault.list())
    expect(listed + JSON.stringify(await made.store.search(services.register))).not.toContain('Secret.1')
    expect(await made.store.search(services.trial)).toEqual([])
  })

  it('keeps one next and one current password, and each earlier one until its grace ends', async () => {
    const made = madeVault()
    const { old, current } = await withTwo(made)
    const next = await good(made.vault.stage(OWNER, 'next-3'))
    expect(await states(made)).toEqual({ [old]: 'previous', [current]: 'current', [next]: 'next' })
    const [first] = (await good(made.vault.list())).generations
    expect(first).toMatchObject({ generation: old, keepUntil: new Date(made.clock.nowMs + GRACE_MS).toISOString() })
  })

  it('refuses a second next password and names the first', async () => {
    const { vault } = madeVault()
    const generation = await good(vault.stage(OWNER, 'one'))
    expect(await vault.stage(OWNER, 'two')).toEqual({ ok: false, problem: { kind: 'next-exists', generation } })
    expect(await vault.stage({ ...OWNER, server: 'ERP02' }, 'two')).toMatchObject({ ok: true })
    expect(await vault.stage({ ...OWNER, login: 'erp:Sage 100/wspsync' }, 'two')).toMatchObject({ ok: true })
  })

  it('lets two at once store one password only', async () => {
    const { vault } = madeVault()
    const both = await Promise.all([vault.stage(OWNER, 'one'), vault.stage(OWNER, 'two')])
    expect(both.map((result) => result.ok)).toEqual([true, false])
  })

  it('makes an earlier password current again', async () => {
    const made = madeVault()
    const { old, current } = await withTwo(made)
    await good(made.vault.promote(old))
    expect(await states(made)).toEqual({ [old]: 'current', [current]: 'previous' })
    expect(await good(made.vault.promote(old))).toBe(null)
  })

  it('takes the one that was promoted last for current even where the clock was set back', async () => {
    const made = madeVault()
    const { old } = await withTwo(made)
    made.clock.nowMs -= 10 * 3_600_000
    await good(made.vault.promote(old))
    expect((await states(made))[old]).toBe('current')
  })

  it('has no current password once that was discarded: an earlier one is not it', async () => {
    const made = madeVault()
    const { old, current } = await withTwo(made)
    await good(made.vault.discard(current))
    expect(await states(made)).toEqual({ [old]: 'previous' })
    expect(await made.vault.read(current)).toEqual({ ok: false, problem: { kind: 'no-such-generation' } })
    expect(await made.vault.discard(current)).toEqual({ ok: true, value: null })
  })

  it.each([
    { name: 'a moment before the end of the grace', lateMs: -1, gone: false },
    { name: 'at the end of the grace', lateMs: 0, gone: true },
  ])('expires earlier passwords: $name', async ({ lateMs, gone }) => {
    const made = madeVault()
    const { old, current } = await withTwo(made)
    const next = await good(made.vault.stage(OWNER, 'next-3'))
    made.clock.nowMs += GRACE_MS + lateMs
    expect((await good(made.vault.expire(new Set()))).map(({ generation }) => generation)).toEqual(gone ? [old] : [])
    expect(Object.keys(await states(made))).toEqual(gone ? [current, next] : [old, current, next])
    expect(await made.store.read(passwordService(OWNER), old)).toBe(gone ? null : 'old-1')
  })

  it('never expires a current or a next password', async () => {
    const made = madeVault()
    const current = await good(made.vault.stage(OWNER, 'one'))
    await good(made.vault.promote(current))
    const next = await good(made.vault.stage(OWNER, 'two'))
    made.clock.nowMs += 100 * GRACE_MS
    expect(await good(made.vault.expire(new Set()))).toEqual([])
    expect(await states(made)).toEqual({ [current]: 'current', [next]: 'next' })
  })

  it('spares what somebody still needs, however old it is', async () => {
    const made = madeVault()
    const old = await good(made.vault.stage(OWNER, 'Kanarie.1'))
    await good(made.vault.promote(old))
    await good(made.vault.promote(await good(made.vault.stage(OWNER, 'Kanarie.2'))))
    made.clock.nowMs += GRACE_MS + 1
    expect(await good(made.vault.expire(new Set([old])))).toEqual([])
    expect(await good(made.vault.read(old))).toBe('Kanarie.1')
    expect((await good(made.vault.expire(new Set()))).map(({ generation }) => generation)).toEqual([old])
  })

  it('leaves entries alone that it does not understand, and says so', async () => {
    const { vault, store } = madeVault()
    await store.write(services.register, 'ab'.repeat(16), '{"format":2}')
    await store.write(services.register, 'cd'.repeat(16), 'no JSON')
    await store.write(services.register, 'readme', '{}')
    expect(await good(vault.list())).toEqual({ generations: [], unreadable: ['ab'.repeat(16), 'cd'.repeat(16), 'readme'] })
    await good(vault.discard('ab'.repeat(16)))
    expect(await store.search(services.register)).toHaveLength(3)
  })

  it('takes an empty password for a bug', async () => {
    const { vault } = madeVault()
    await expect(vault.stage(OWNER, '')).rejects.toThrow('empty password')
    expect(await vault.stage(OWNER, 'x')).toMatchObject({ ok: true })
  })

  it('refuses what no keychain holds, and keeps nothing of it', async () => {
    const made = madeVault()
    expect(await made.vault.stage(OWNER, 'ü'.repeat(1280))).toMatchObject({ ok: true })
    const other = { ...OWNER, login: 'other' }
    expect(await made.vault.stage(other, 'ü'.repeat(1281))).toEqual({ ok: false, problem: { kind: 'too-long' } })
    expect(Object.values(await states(made))).toEqual(['next'])
  })
})

describe('keys and heads', () => {
  it('makes a key once and keeps it', async () => {
    const { vault } = madeVault()
    const made = await good(vault.secretBytes('password-uniqueness'))
    expect(made).toHaveLength(32)
    expect(await good(vault.secretBytes('password-uniqueness'))).toEqual(made)
    expect(await good(vault.secretBytes('certificate-signing'))).not.toEqual(made)
  })

  it('never replaces a key that was changed', async () => {
    const { vault, store } = madeVault()
    await store.write(services.key, 'certificate-signing', 'c2hvcnQ=')
    expect(await vault.secretBytes('certificate-signing')).toEqual({ ok: false, problem: { kind: 'lost' } })
    expect(await store.read(services.key, 'certificate-signing')).toBe('c2hvcnQ=')
  })

  it('keeps the head of each journal, and tells a changed one from none', async () => {
    const { vault, store } = madeVault()
    await good(vault.heads.write('r/1', 4, 'abc'))
    await good(vault.heads.write('r/1', 5, 'def'))
    expect(await good(vault.heads.read('r/1'))).toEqual({ sequence: 5, hash: 'def' })
    expect(await good(vault.heads.read('r/2'))).toBe(null)
    await store.write(services.journalHead, 'r/1', '{"sequence":-1,"hash":"def"}')
    expect(await vault.heads.read('r/1')).toEqual({ ok: false, problem: { kind: 'lost' } })
    await good(vault.heads.remove('r/1'))
    expect(await good(vault.heads.read('r/1'))).toBe(null)
  })
})
