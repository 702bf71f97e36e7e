import type { Acted } from '#electron/rotation/server/acted.ts'

/** What came of an act, for comparisons; a code may be a matcher. */
export const done: Acted = { kind: 'done' }

export const failed = (code: string, outcome: 'not-done' | 'unknown'): Acted => ({ kind: 'failed', code, outcome })

export const noSignIn = (code: string, proves: 'wrong-password' | 'nothing' = 'nothing'): Acted => ({ kind: 'no-sign-in', code, proves })
