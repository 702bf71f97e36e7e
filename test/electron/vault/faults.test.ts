import { describe, expect, it } from 'vitest'

import { passwordService, services } from '#electron/vault/entry-names.ts'
import { chooseBetween, openHeldVault } from '#electron/vault/open-vault.ts'
import type { VaultProblem } from '#electron/vault/problem.ts'
import type { SecretStore } from '#electron/vault/secret-store.ts'
import { good, madeVault, OWNER } from './made-vault.ts'

const SECRET = 'Kanarie.77'

/** Every call on a vault; each has to meet a fault of the keychain. */
const calls = (vault: ReturnType<typeof madeVault>['vault'], generation: string) => [
  vault.preflight(),
  vault.stage(OWNER, SECRET),
  vault.promote(generation),
  vault.discard(generation),
  vault.read(generation),
  vault.list(),
  vault.expire(new Set()),
  vault.heads.read('r1'),
  vault.heads.write('r1', 1, 'abc'),
  vault.secretBytes('password-uniqueness'),
]

/** A store that ends the process when it is searched while it is locked, and says no to writing and *nothing there* to reading. */
function lockable(state: { locked: boolean }) {
  return (store: SecretStore): Partial<SecretStore> => ({
    read: async (service, account) => (state.locked ? null : await store.read(service, account)),
    write: async (service, account, value) => {
      if (state.locked) throw new Error('Cannot create an item in a locked collection')
      await store.write(service, account, value)
    },
    remove: async (service, account) => (state.locked ? false : await store.remove(service, account)),
    search: async (service) => {
      if (state.locked) throw new TypeError('the process would have ended here')
      return await store.search(service)
    },
  })
}

describe('a keychain that fails', () => {
  it('is never searched while it is locked, nor taken for an empty one', async () => {
    const state = { locked: false }
    const { vault } = madeVault(lockable(state))
    const generation = await good(vault.stage(OWNER, SECRET))
    state.locked = true
    for (const result of await Promise.all(calls(vault, generation))) {
      expect(result).toEqual({ ok: false, problem: { kind: 'failed', detail: 'Cannot create an item in a locked collection' } })
    }
    state.locked = false
    expect(await good(vault.read(generation))).toBe(SECRET)
  })

  it('tells the problem that the check has found', async () => {
    const made = madeVault()
    const generation = await good(made.vault.stage(OWNER, SECRET))
    made.problem = { kind: 'network-session' }
    const [preflight, staged, promoted] = await Promise.all(calls(made.vault, generation))
    for (const result of [preflight, staged, promoted]) expect(result).toEqual({ ok: false, problem: { kind: 'network-session' } })
  })

  it('never says the password in a problem', async () => {
    const { vault } = madeVault((store) => ({
      write: async (service, account, value) => {
        if (service === passwordService(OWNER)) throw new Error(`cannot store ${value}`)
        await store.write(service, account, value)
      },
    }))
    expect(await vault.stage(OWNER, SECRET)).toEqual({ ok: false, problem: { kind: 'failed', detail: '' } })
  })

  it.each([
    { fault: 'keeps something else', value: (given: string) => given.slice(0, -1) },
    { fault: 'keeps it in another case', value: (given: string) => given.toUpperCase() },
  ])('is found out where it $fault, and nothing stays behind', async ({ value }) => {
    const { vault, store } = madeVault((kept) => ({
      write: (service, account, given) => kept.write(service, account, service === passwordService(OWNER) ? value(given) : given),
    }))
    expect(await vault.stage(OWNER, SECRET)).toEqual({ ok: false, problem: { kind: 'not-kept' } })
    expect(await store.search(services.register)).toEqual([])
    expect(await store.search(passwordService(OWNER))).toEqual([])
  })

  it('is found out where it removes nothing', async () => {
    const state = { stubborn: false }
    const { vault } = madeVault((kept) => ({
      remove: async (service, account) => (state.stubborn ? true : await kept.remove(service, account)),
    }))
    const generation = await good(vault.stage(OWNER, SECRET))
    state.stubborn = true
    expect(await vault.preflight()).toEqual({ ok: false, problem: { kind: 'not-removed' } })
    expect(await vault.discard(generation)).toEqual({ ok: false, problem: { kind: 'not-removed' } })
  })

  it('lists only what stands under exactly the name that was searched for', async () => {
    const stranger = { account: 'ef'.repeat(16), value: JSON.stringify({ format: 1, ...OWNER, stagedAt: '2026-01-01T00:00:00.000Z' }) }
    const { vault } = madeVault((kept) => ({ search: async (service) => [...(await kept.search(service)), stranger] }))
    const generation = await good(vault.stage(OWNER, SECRET))
    const { generations, unreadable } = await good(vault.list())
    expect(generations.map((each) => each.generation)).toEqual([generation])
    expect(unreadable).toEqual([])
  })

  it('says of a registered password that is gone that it is lost', async () => {
    const { vault, store } = madeVault()
    const generation = await good(vault.stage(OWNER, SECRET))
    await store.remove(passwordService(OWNER), generation)
    expect(await vault.read(generation)).toEqual({ ok: false, problem: { kind: 'lost' } })
    expect(await vault.discard(generation)).toEqual({ ok: true, value: null })
  })
})

/** Each stop of a process: after so many writes nothing is written or removed any more. */
describe.each(Array.from({ length: 14 }, (_, writes) => ({ writes })))('a process that ends after $writes writes', ({ writes }) => {
  it('leaves every password where the register finds it, and the newest promotion current', async () => {
    const state = { left: writes }
    const count = (): void => {
      state.left -= 1
      if (state.left < 0) throw new Error('ended')
    }
    const counted = (service: string): boolean => service !== services.trial
    const { vault, store } = madeVault((kept) => ({
      write: async (service, account, value) => {
        if (counted(service)) count()
        await kept.write(service, account, value)
      },
      remove: async (service, account) => {
        if (counted(service)) count()
        return await kept.remove(service, account)
      },
    }))
    const first = await vault.stage(OWNER, 'one')
    if (first.ok) await vault.promote(first.value)
    const second = await vault.stage(OWNER, 'two')
    const promoted = second.ok ? await vault.promote(second.value) : second
    if (first.ok) await vault.discard(first.value)

    const { vault: later } = madeVault(() => store)
    const { generations } = await good(later.list())
    const registered = generations.map(({ generation }) => generation)
    for (const { account } of await store.search(passwordService(OWNER))) expect(registered).toContain(account)
    const current = generations.filter(({ state: standing }) => standing === 'current').map(({ generation }) => generation)
    expect(current.length).toBeLessThanOrEqual(1)
    if (promoted.ok && second.ok) expect(current).toEqual([second.value])
    for (const { generation, state: standing } of generations) {
      if (standing !== 'unfinished') expect(await later.read(generation)).toMatchObject({ ok: true })
    }
  })
})

describe('choice of the place', () => {
  it.each<{ readonly problem: VaultProblem | null; readonly place: string }>([
    { problem: null, place: 'keychain' },
    { problem: { kind: 'policy' }, place: 'elsewhere' },
    { problem: { kind: 'locked' }, place: 'keychain' },
    { problem: { kind: 'network-session' }, place: 'keychain' },
  ])('is $place where the check says $problem', async ({ problem, place }) => {
    const made = madeVault()
    made.problem = problem
    const chosen = await chooseBetween(made.vault, () => openHeldVault(() => new Date(0)))
    expect(chosen.storedIn).toBe(place)
  })

  it('keeps what a person holds in this process alone', async () => {
    const held = openHeldVault(() => new Date(0))
    const generation = await good(held.stage(OWNER, SECRET))
    expect(await good(held.read(generation))).toBe(SECRET)
    expect(await openHeldVault(() => new Date(0)).read(generation)).toMatchObject({ ok: false })
  })
})
