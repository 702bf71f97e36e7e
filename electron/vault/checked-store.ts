import { type VaultProblem, VaultRefusal } from './problem.ts'
import type { SecretStore, StoredEntry } from './secret-store.ts'

/** CRED_MAX_CREDENTIAL_BLOB_SIZE of wincred.h, in bytes of UTF-8: the smallest of all keychains. */
export const LONGEST_VALUE_BYTES = 2560

/** A store whose yes has been looked at, and whose no is a problem that a person understands; everything here throws `VaultRefusal`. */
export interface CheckedStore {
  /** null: there is no such entry, and the keychain is open */
  read(service: string, account: string): Promise<string | null>
  /** Writes, reads back and compares. */
  write(service: string, account: string, value: string): Promise<void>
  /** Removes and looks whether it is gone; an entry that is not there is gone. */
  remove(service: string, account: string): Promise<void>
  /** Every entry of exactly this service. */
  search(service: string): Promise<readonly StoredEntry[]>
}

/** `check` says what is wrong with the keychain at this moment; null: nothing. */
export function createCheckedStore(store: SecretStore, check: () => Promise<VaultProblem | null>): CheckedStore {
  const told = async <Value>(call: () => Promise<Value>, secret = ''): Promise<Value> => {
    try {
      return await call()
    } catch (error) {
      throw new VaultRefusal((await check()) ?? failed(error, secret))
    }
  }
  const requireOpen = async (): Promise<void> => {
    const problem = await check()
    if (problem !== null) throw new VaultRefusal(problem)
  }
  const read = async (service: string, account: string): Promise<string | null> => {
    const value = await told(() => store.read(service, account))
    // A locked keychain of Linux says that there is no such entry.
    if (value === null) await requireOpen()
    return value
  }
  return {
    read,
    write: async (service, account, value) => {
      if (Buffer.byteLength(value) > LONGEST_VALUE_BYTES) throw new VaultRefusal({ kind: 'too-long' })
      await told(() => store.write(service, account, value), value)
      if ((await read(service, account)) !== value) throw new VaultRefusal({ kind: 'not-kept' })
    },
    remove: async (service, account) => {
      await told(() => store.remove(service, account))
      if ((await read(service, account)) !== null) throw new VaultRefusal({ kind: 'not-removed' })
    },
    search: async (service) => {
      // Searching a locked keychain of Linux ends the process.
      await requireOpen()
      const found = await told(() => store.search(service))
      const exact = await Promise.all(found.map(async (entry) => (await read(service, entry.account)) === entry.value))
      return found.filter((_entry, index) => exact[index] === true)
    },
  }
}

/** Enough to search for, and too little to fill a screen. */
const LONGEST_DETAIL = 200

/** What the system said. SECURITY: never with the value that it was given. */
export function failed(error: unknown, secret: string): VaultProblem {
  const said = error instanceof Error ? error.message : String(error)
  return { kind: 'failed', detail: secret !== '' && said.includes(secret) ? '' : said.slice(0, LONGEST_DETAIL) }
}
