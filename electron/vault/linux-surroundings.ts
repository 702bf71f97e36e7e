import type { VaultProblem } from './problem.ts'
import { busSocket, isListening, type SessionEnvironment, socketOwner } from './session-bus.ts'
import type { Surroundings } from './surroundings.ts'

/** Part of the names of D-Bus for a keychain that is not there though its service is; no system translates it. */
const NO_COLLECTION = '/org/freedesktop/secrets/'

/** What a Linux desktop says about its keychain: the session bus, the Secret Service on it, and the keychain behind that. */
export function createLinuxSurroundings(environment: SessionEnvironment, userId: number | null): Surroundings {
  return {
    before: () => {
      const socket = busSocket(environment)
      const owner = socket === null ? null : socketOwner(socket)
      const isOther = owner !== null && userId !== null && owner !== userId
      return isOther ? { kind: 'other-account', session: `uid ${owner}`, process: `uid ${userId}` } : null
    },
    explain: async ({ error, readFailed }): Promise<VaultProblem> => {
      if (!readFailed) return { kind: error instanceof Error && error.message.includes(NO_COLLECTION) ? 'absent' : 'locked' }
      const socket = busSocket(environment)
      return { kind: socket !== null && (await isListening(socket)) ? 'absent' : 'no-bus' }
    },
  }
}
