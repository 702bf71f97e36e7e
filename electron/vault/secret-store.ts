/** An entry of the keychain; what it holds may be a secret. */
export interface StoredEntry {
  readonly account: string
  readonly value: string
}

/**
 * A place for secrets under a service and an account.
 *
 * The keychain is one, the memory of this process another. A call rejects with whatever the system says.
 */
export interface SecretStore {
  /** null: no such entry; a locked keychain of Linux says the same */
  read(service: string, account: string): Promise<string | null>
  write(service: string, account: string, value: string): Promise<void>
  /** false: there was no such entry */
  remove(service: string, account: string): Promise<boolean>
  /** at least the entries of a service; a keychain may add those of other services whose names begin alike */
  search(service: string): Promise<readonly StoredEntry[]>
}

/** Held by a person: for as long as this process lives, and nowhere else. */
export function createMemoryStore(): SecretStore {
  const entries = new Map<string, Map<string, string>>()
  return {
    read: async (service, account) => entries.get(service)?.get(account) ?? null,
    write: async (service, account, value) => {
      const accounts = entries.get(service) ?? new Map<string, string>()
      entries.set(service, accounts.set(account, value))
    },
    remove: async (service, account) => entries.get(service)?.delete(account) ?? false,
    search: async (service) => [...(entries.get(service) ?? [])].map(([account, value]) => ({ account, value })),
  }
}
