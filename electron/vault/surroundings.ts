import type { VaultProblem } from './problem.ts'
import type { SecretStore } from './secret-store.ts'
import { type Refusal, tryStore } from './trial.ts'

/** What a system says about its keychain beside what the keychain itself says. */
export interface Surroundings {
  /** what forbids its use before anything is written: another account, policy, the kind of session; null: nothing that could be seen */
  before(): VaultProblem | null
  /** why nothing could be written; null: no more can be told than what the keychain said */
  explain(refusal: Refusal): Promise<VaultProblem | null>
}

/** A system that can be asked nothing. */
export const silentSurroundings: Surroundings = { before: () => null, explain: async () => null }

/** What is wrong with the keychain at the moment of the call; null: nothing. A store that is null is one that is not installed. */
export function createCheck(
  store: SecretStore | null,
  surroundings: Surroundings,
  randomBytes: (count: number) => Uint8Array,
): () => Promise<VaultProblem | null> {
  return async () =>
    surroundings.before() ?? (store === null ? { kind: 'not-installed' } : await tryStore(store, randomBytes, surroundings.explain))
}
