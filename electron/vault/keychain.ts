import { createRequire } from 'node:module'
import type * as Keytar from 'keytar'

import type { SecretStore } from './secret-store.ts'

/**
 * The keychain of the account that this process runs under: Credential Manager, Keychain or Secret Service.
 *
 * Null: the native module or the system's library behind it (libsecret on Linux) is not there. A bundler must leave the package alone
 * because it brings native code, hence the require; what it exports is taken as a whole, because the names of its parts cannot be
 * seen from outside.
 */
export function openKeychain(): SecretStore | null {
  const keytar = loadKeytar()
  if (keytar === null) return null
  return {
    read: (service, account) => keytar.getPassword(service, account),
    write: (service, account, value) => keytar.setPassword(service, account, value),
    remove: (service, account) => keytar.deletePassword(service, account),
    search: async (service) => (await keytar.findCredentials(service)).map(({ account, password }) => ({ account, value: password })),
  }
}

function loadKeytar(): typeof Keytar | null {
  try {
    return createRequire(import.meta.url)('keytar')
  } catch {
    // It names the files that it tried and never the library that it lacks: that it is not there is the answer.
    return null
  }
}
