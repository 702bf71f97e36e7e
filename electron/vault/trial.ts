import { failed } from './checked-store.ts'
import { newGeneration, services } from './entry-names.ts'
import type { VaultProblem } from './problem.ts'
import type { SecretStore } from './secret-store.ts'

/** What a system says of a keychain that takes nothing. */
export interface Refusal {
  readonly error: unknown
  /** reading the entry that was not written failed as well: there is no service that answers */
  readonly readFailed: boolean
}

/**
 * Writes, reads, compares and removes a random entry; null: all of that worked.
 *
 * Searching is never tried: on a locked keychain of Linux it ends the process, and only this trial tells whether it is locked.
 */
export async function tryStore(
  store: SecretStore,
  randomBytes: (count: number) => Uint8Array,
  explain: (refusal: Refusal) => Promise<VaultProblem | null>,
): Promise<VaultProblem | null> {
  const account = newGeneration(randomBytes)
  const value = newGeneration(randomBytes)
  try {
    await store.write(services.trial, account, value)
  } catch (error) {
    return (await explain({ error, readFailed: await isRefused(() => store.read(services.trial, account)) })) ?? failed(error, value)
  }
  try {
    const isKept = (await store.read(services.trial, account)) === value
    await store.remove(services.trial, account)
    if (!isKept) return { kind: 'not-kept' }
    return (await store.read(services.trial, account)) === null ? null : { kind: 'not-removed' }
  } catch (error) {
    return failed(error, value)
  }
}

async function isRefused(call: () => Promise<unknown>): Promise<boolean> {
  return call().then(
    () => false,
    () => true,
  )
}
