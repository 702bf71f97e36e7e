/**
 * What came of an act on the server.
 *
 * A code is one of the system or a stable key, never a sentence and never a secret. Failed with `unknown`: it may have happened all the
 * same. Refused: the server does not take the password itself. No sign-in: it proves a wrong password only where the code does.
 */
export type Acted =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly code: string; readonly outcome: 'not-done' | 'unknown' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'no-sign-in'; readonly code: string; readonly proves: 'wrong-password' | 'nothing' }

export const acted: Acted = { kind: 'done' }

export const notDone = (code: string): Acted => ({ kind: 'failed', code, outcome: 'not-done' })
