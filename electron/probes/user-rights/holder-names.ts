import type { AccountLookup } from '../../win32/accounts.ts'
import { describeFailure } from '../../win32/result.ts'
import type { Notebook } from '../reading.ts'

/**
 * Names of SIDs, each asked for once; null: the SID resolves to nothing, or – with a note – that could not be told.
 *
 * A domain that could not be asked is not asked again: each attempt may take Windows half a minute.
 */
export function createHolderNames(accounts: AccountLookup, notebook: Notebook): (sid: string) => string | null {
  const known = new Map<string, string | null>()
  const unreachable = new Set<string>()
  return (sid) => {
    const name = known.get(sid)
    if (name !== undefined) return name
    const domain = sid.slice(0, sid.lastIndexOf('-'))
    if (unreachable.has(domain)) return null
    const answer = accounts.nameOf(sid)
    if (!answer.ok) {
      unreachable.add(domain)
      notebook.gap(`names of accounts of ${domain} are not known: ${describeFailure(answer.failure)}`)
    }
    known.set(sid, answer.ok ? answer.value : null)
    return answer.ok ? answer.value : null
  }
}
