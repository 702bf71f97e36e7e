import type { AccountLookup } from '../win32/accounts.ts'
import type { CredentialSession } from '../win32/credential-session.ts'
import type { Registry } from '../win32/registry.ts'
import type { TerminalSessions } from '../win32/terminal-sessions.ts'
import type { ProcessToken } from '../win32/token.ts'
import type { VaultProblem } from './problem.ts'
import type { Surroundings } from './surroundings.ts'

/** The parts of Windows that are asked. */
export interface WindowsParts {
  readonly accounts: Pick<AccountLookup, 'sidOf' | 'nameOf'>
  readonly credentials: CredentialSession
  readonly registry: Registry
  readonly sessions: Pick<TerminalSessions, 'ownId' | 'user'>
  readonly token: Pick<ProcessToken, 'userSid'>
}

/** *Network access: Do not allow storage of passwords and credentials for network authentication*, as Windows keeps the setting. */
const POLICY_KEY = 'SYSTEM\\CurrentControlSet\\Control\\Lsa'
const POLICY_VALUE = 'DisableDomainCreds'

/** winerror.h: ERROR_NO_SUCH_LOGON_SESSION, what a logon over the network gets. */
const NO_LOGON_SESSION = 1312

/**
 * What Windows says about Credential Manager.
 *
 * It keeps one vault for each account. What cannot be read forbids nothing: the trial that follows shows whether an entry is kept.
 */
export function createWindowsSurroundings(parts: WindowsParts): Surroundings {
  return {
    before: () => otherAccount(parts) ?? forbidden(parts) ?? withoutSession(parts),
    explain: async () => null,
  }
}

/** SIDs are compared: one account has several names. Nobody is signed in where a service or a logon over the network runs. */
function otherAccount({ accounts, sessions, token }: WindowsParts): VaultProblem | null {
  const own = token.userSid()
  const id = sessions.ownId()
  const user = id.ok ? sessions.user(id.value) : id
  if (!own.ok || !user.ok || user.value === null) return null
  const signedIn = accounts.sidOf(user.value)
  if (!signedIn.ok || signedIn.value === null || signedIn.value === own.value) return null
  const name = accounts.nameOf(own.value)
  return { kind: 'other-account', session: user.value, process: (name.ok ? name.value : null) ?? own.value }
}

function forbidden({ registry }: WindowsParts): VaultProblem | null {
  const location = { root: 'HKEY_LOCAL_MACHINE', path: POLICY_KEY, view: '64-bit' } as const
  const value = registry.key(location, (key) => key.value(POLICY_VALUE))
  const found = value.ok && value.value.ok ? value.value.value : null
  return found?.kind === 'number' && found.number !== 0n ? { kind: 'policy' } : null
}

function withoutSession({ credentials }: WindowsParts): VaultProblem | null {
  const persistence = credentials.genericPersistence()
  if (!persistence.ok) return persistence.failure.code === NO_LOGON_SESSION ? { kind: 'network-session' } : null
  return persistence.value === 'none' ? { kind: 'policy' } : null
}
