/**
 * Why the keychain could not be used; a person can act on each.
 *
 * Which part is missing: `not-installed` the native module or its library, `no-bus` the session bus, `absent` the keychain service or the
 * keychain itself. `not-kept` and `not-removed`: it said yes, and what was read afterwards says no. `lost`: it should be there,
 * and is gone or not what was written. `next-exists`: an older password of this login waits still; it may be in use somewhere.
 */
export type VaultProblem =
  | { readonly kind: 'not-installed' | 'no-bus' | 'absent' | 'locked' | 'policy' | 'network-session' }
  | { readonly kind: 'not-kept' | 'not-removed' | 'too-long' | 'lost' | 'no-such-generation' }
  | { readonly kind: 'next-exists'; readonly generation: string }
  /** the accounts of the signed-in session and of this process; only the second one's keychain can be reached */
  | { readonly kind: 'other-account'; readonly session: string; readonly process: string }
  /** anything else: what the system says of it, in its own language and for showing only */
  | { readonly kind: 'failed'; readonly detail: string }

export type VaultResult<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: VaultProblem }

/** Runs what it is given, and returns a result; each after the one before has ended. */
export type Run = <Value>(act: () => Promise<Value>) => Promise<VaultResult<Value>>

/** A problem on its way to the edge of this folder, where it becomes a value. */
export class VaultRefusal extends Error {
  readonly problem: VaultProblem

  constructor(problem: VaultProblem) {
    super(`keychain: ${problem.kind}`)
    this.name = 'VaultRefusal'
    this.problem = problem
  }
}

/** The edge: a problem becomes a value, a bug goes on as what it is. */
export async function asResult<Value>(work: () => Promise<Value>): Promise<VaultResult<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof VaultRefusal) return { ok: false, problem: error.problem }
    throw error
  }
}
