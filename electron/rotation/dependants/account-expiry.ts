import type { Reading } from '#shared/rotation/preflight/readings.ts'
import type { AccountExpiry } from '../../win32/account-expiry.ts'
import { read, unread } from './reading.ts'

const SECOND_MS = 1000

/** When local users can no longer sign in, by their bare names; null: never. */
export function readAccountExpiry(accounts: AccountExpiry, users: readonly string[]): Readonly<Record<string, Reading<string | null>>> {
  const entries = users.map((user) => {
    const answer = accounts.expirySeconds(user)
    if (!answer.ok) return [user, unread(answer.failure)] as const
    const { seconds } = answer.value
    return [user, read(seconds === null ? null : new Date(seconds * SECOND_MS).toISOString())] as const
  })
  return Object.fromEntries(entries)
}
