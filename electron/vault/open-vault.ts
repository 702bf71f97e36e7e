import { randomBytes } from 'node:crypto'

import { createAccountLookup } from '../win32/accounts.ts'
import { createCredentialSession } from '../win32/credential-session.ts'
import { createNativeAccess, koffiSource } from '../win32/library.ts'
import { createRegistry } from '../win32/registry.ts'
import { createTerminalSessions } from '../win32/terminal-sessions.ts'
import { createProcessToken } from '../win32/token.ts'
import { openKeychain } from './keychain.ts'
import { createLinuxSurroundings } from './linux-surroundings.ts'
import { createMemoryStore } from './secret-store.ts'
import { createCheck, type Surroundings, silentSurroundings } from './surroundings.ts'
import { createVault, type Vault } from './vault.ts'
import { createWindowsSurroundings } from './windows-surroundings.ts'

/** What a vault takes from the process. */
export interface VaultHost {
  readonly platform: NodeJS.Platform
  readonly environment: NodeJS.ProcessEnv
  readonly now: () => Date
}

/** The vault in the keychain of this account. Nothing is loaded, read or written but the native module before an operation. */
export function openVault({ platform, environment, now }: VaultHost): Vault {
  const keychain = openKeychain()
  const check = createCheck(keychain, surroundingsOf(platform, environment), randomBytes)
  // Where there is no keychain, every operation meets that in its check; nothing is ever kept elsewhere instead.
  return createVault({ store: keychain ?? noStore, storedIn: 'keychain', check, now, randomBytes })
}

/** The vault of passwords that are held by a person. */
export function openHeldVault(now: () => Date): Vault {
  return createVault({ store: createMemoryStore(), storedIn: 'elsewhere', check: async () => null, now, randomBytes })
}

/** Where policy forbids the keychain, a person holds the passwords; every other problem is one to solve first, and the keychain tells it. */
export async function chooseVault(host: VaultHost): Promise<Vault> {
  return await chooseBetween(openVault(host), () => openHeldVault(host.now))
}

export async function chooseBetween(keychain: Vault, openHeld: () => Vault): Promise<Vault> {
  const result = await keychain.preflight()
  return !result.ok && result.problem.kind === 'policy' ? openHeld() : keychain
}

const notThere = async (): Promise<never> => {
  throw new Error('there is no keychain')
}
const noStore = { read: notThere, write: notThere, remove: notThere, search: notThere }

function surroundingsOf(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): Surroundings {
  if (platform === 'linux') return createLinuxSurroundings(environment, process.getuid?.() ?? null)
  if (platform !== 'win32') return silentSurroundings
  const native = createNativeAccess(koffiSource)
  return createWindowsSurroundings({
    accounts: createAccountLookup(native),
    credentials: createCredentialSession(native),
    registry: createRegistry(native),
    sessions: createTerminalSessions(native),
    token: createProcessToken(native),
  })
}
