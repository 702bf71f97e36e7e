import type { AccountLookup } from '../../win32/accounts.ts'
import { describeFailure } from '../../win32/result.ts'
import type { Notebook } from '../reading.ts'

/**
 * Names of accounts by SID, each asked once.
 *
 * An account without a name, e.g. a deleted one, is called by its SID. So is every further one of a domain that could not be asked:
 * each attempt may take Windows half a minute.
 */
export function createOwnerNames(accounts: AccountLookup, notebook: Notebook): (sid: string) => string {
  const known = new Map<string, string>()
  const unreachable = new Set<string>()
  const lookUp = (sid: string): string => {
    const domain = sid.slice(0, sid.lastIndexOf('-'))
    if (unreachable.has(domain)) return sid
    const name = accounts.nameOf(sid)
    if (name.ok) return name.value ?? sid
    unreachable.add(domain)
    notebook.remark(`names of accounts of ${domain} are not known: ${describeFailure(name.failure)}`)
    return sid
  }
  return (sid) => {
    const name = known.get(sid) ?? lookUp(sid)
    known.set(sid, name)
    return name
  }
}
