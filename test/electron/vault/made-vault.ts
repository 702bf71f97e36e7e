import type { VaultProblem } from '#electron/vault/problem.ts'
import { createMemoryStore, type SecretStore } from '#electron/vault/secret-store.ts'
import { createCheck, silentSurroundings } from '#electron/vault/surroundings.ts'
import { createVault, type Vault } from '#electron/vault/vault.ts'

export const OWNER = { server: 'ERP01', login: 'windows:ERP01\\erpsync' }

/** A vault over a store in memory whose calls can be replaced, with a clock that a test moves. */
export interface MadeVault {
  readonly vault: Vault
  readonly store: SecretStore
  /** milliseconds since 1970 */
  readonly clock: { nowMs: number }
  /** what the check says from now on, whatever the store does */
  problem: VaultProblem | null
}

export function madeVault(replace: (store: SecretStore) => Partial<SecretStore> = () => ({})): MadeVault {
  const kept = createMemoryStore()
  const store = { ...kept, ...replace(kept) }
  const clock = { nowMs: Date.parse('2026-03-01T10:00:00.000Z') }
  let drawn = 0
  const randomBytes = (count: number): Uint8Array => {
    drawn += 1
    return new Uint8Array(count).fill(drawn)
  }
  const check = createCheck(store, silentSurroundings, randomBytes)
  const made: MadeVault = {
    store: kept,
    clock,
    problem: null,
    vault: createVault({
      store,
      storedIn: 'keychain',
      check: async () => made.problem ?? (await check()),
      now: () => new Date(clock.nowMs),
      randomBytes,
    }),
  }
  return made
}

/** The value of a result that has to be a good one. */
export async function good<Value>(result: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false }>): Promise<Value> {
  const settled = await result
  if (!settled.ok) throw new Error(`refused: ${JSON.stringify(settled)}`)
  return settled.value
}
