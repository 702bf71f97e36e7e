import type { Intent } from '#shared/rotation/intent.ts'
import type { VaultProblem } from '../vault/problem.ts'
import type { NotTyped } from './held-passwords.ts'
import { entryOf, plannedOf, type SecretPorts } from './secret-hands.ts'

/** Why a password cannot be had; `not-typed`: a person holds it, and has not told it to this program. */
export type SecretProblem = VaultProblem | { readonly kind: 'not-typed' }

export type SecretReading = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: SecretProblem }

/** The passwords of one open change, for whoever hands one over or has it typed in. */
export interface RunSecrets {
  /** What an act hands over at this moment. One that a person is to hold is made when it is first asked for. */
  handedOverBy(intent: Intent): Promise<SecretReading>
  /** The generation of its login that has to be typed in before an act can be done; null: none. */
  lackedBy(intent: Intent): number | null
  /** Has a person type a password in, twice; null: done. */
  typeIn(login: string, generation: number): Promise<NotTyped | null>
}

const NOT_TYPED = { ok: false, problem: { kind: 'not-typed' } } as const

/** Reads a password for the one who uses it at once. */
export async function readSecret(ports: SecretPorts, login: string, generation: number): Promise<SecretReading> {
  const { plan, held, keychain } = ports
  if (plannedOf(plan, login).keptIn === 'person') {
    const known = held.read(login, generation)
    return known === null ? NOT_TYPED : { ok: true, value: known }
  }
  const entry = entryOf(plan, ports.events(), login, generation)
  return entry === null ? { ok: false, problem: { kind: 'no-such-generation' } } : await keychain.read(entry)
}

/** Acts of the program that use the password of their login. */
const USING: ReadonlySet<Intent['act']> = new Set([
  'change-password',
  'create-user',
  'set-service-account',
  'update-task',
  'hand-over',
  'verify-login',
])

export function createRunSecrets(ports: SecretPorts): RunSecrets {
  const { plan, held } = ports
  return {
    handedOverBy: async (intent) => {
      const { act, login = '', generation = 0 } = intent
      if (act !== 'generate' || plannedOf(plan, login).keptIn !== 'person') return await readSecret(ports, login, generation)
      const offered = held.offered(login, generation) ?? (await ports.make(plannedOf(plan, login)))
      held.offer(login, generation, offered)
      return { ok: true, value: offered.password }
    },
    lackedBy: ({ act, owner, login = '', generation = 0, how, check }) => {
      if (owner !== 'app' || !USING.has(act) || plannedOf(plan, login).keptIn !== 'person') return null
      // What is only read back needs no password.
      if (act === 'verify-login' && check !== 'sign-in') return null
      const needed = how === 'change' ? [0, generation] : [generation]
      return needed.find((each) => held.read(login, each) === null) ?? null
    },
    typeIn: async (login, generation) => {
      const typed = await ports.typeTwice(plannedOf(plan, login), generation)
      if (typed.kind === 'not-typed') return typed.reason
      held.keep(login, generation, typed.password)
      return null
    },
  }
}
