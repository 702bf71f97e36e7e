import type { AccountLookup } from '../../win32/accounts.ts'
import type { Win32Failure } from '../../win32/result.ts'
import { createAccountResolver } from '../service-account.ts'

/** Who a task runs as; `failure`: Windows could not tell the name or the SID. */
export interface TaskAccount {
  readonly account: string
  readonly sid: string | null
  readonly failure: Win32Failure | null
}

const SID = /^S-1-\d+(?:-\d+)+$/i

/** SIDs that are the same on every Windows, while their names differ by language: `S-1-5-18`, `S-1-5-32-544`. */
const SAME_EVERYWHERE = /^S-1-\d+(?:-\d+|-32-\d+)$/

/**
 * Tells accounts of tasks, each once.
 *
 * Definitions name accounts by SID or by name. A domain whose names could not be told is not asked again: each attempt may take Windows
 * half a minute.
 */
export function createTaskAccounts(accounts: AccountLookup, localAuthority: string): (written: string) => TaskAccount {
  const known = new Map<string, TaskAccount>()
  const unreachable = new Map<string, Win32Failure>()
  const resolve = createAccountResolver(accounts, localAuthority)
  const named = (sid: string): TaskAccount => {
    const authority = sid.slice(0, sid.lastIndexOf('-'))
    const earlier = unreachable.get(authority)
    if (earlier !== undefined) return { account: sid, sid, failure: earlier }
    const name = accounts.nameOf(sid)
    if (name.ok) return { account: name.value ?? sid, sid, failure: null }
    unreachable.set(authority, name.failure)
    return { account: sid, sid, failure: name.failure }
  }
  const tell = (written: string): TaskAccount => {
    if (!SID.test(written)) return { account: written, ...resolve(written) }
    const sid = written.toUpperCase()
    return SAME_EVERYWHERE.test(sid) ? { account: sid, sid, failure: null } : named(sid)
  }
  return (written) => {
    const account = known.get(written) ?? tell(written)
    known.set(written, account)
    return account
  }
}
