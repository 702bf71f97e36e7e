import type { ContractRouterClient } from '@orpc/contract'

import type { contract } from '#shared/contract/index.ts'

/** Everything that a screen can ask the core for, whatever lies between them. */
export type CoreClient = ContractRouterClient<typeof contract>

/** What a screen shows of a call that failed: one line for a person. */
export interface Failure {
  readonly code: string
  readonly line: string
}

/** Reads a thrown value; one that is none of the contract's errors becomes `fallback`, because its words are not for people. */
export function failureOf(error: unknown, fallback: string): Failure {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    const data = 'data' in error ? error.data : undefined
    const line = typeof data === 'object' && data !== null && 'line' in data && typeof data.line === 'string' ? data.line : fallback
    return { code: error.code, line }
  }
  return { code: 'FAULT', line: fallback }
}
