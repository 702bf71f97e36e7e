import { describeFailure, succeeded, type Win32Result } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import { bareName, readDomainAdministrators } from '../domain-administrators.ts'
import { readLocalGroups } from '../local-group-members.ts'
import type { Notebook } from '../reading.ts'
import { readRightHolders } from '../right-holders.ts'
import { readServiceAccounts } from '../service-accounts.ts'

/** More accounts than a controller's own groups, services and rights name by far. */
const MAX_REFERENCED = 5000

/**
 * Bare names of the domain's accounts that groups, services and rights of this controller name, by SID; some may be groups.
 *
 * What could not be looked through is noted. Fails only where not even the domain's SID is known.
 */
export function readReferencedNames(windows: Windows, notebook: Notebook): Win32Result<ReadonlyMap<string, string>> {
  const domainSid = windows.domainGroups.domainSid()
  if (!domainSid.ok) return domainSid
  const names = new Map<string, string>()
  const sids = [...referencedSids(windows, notebook)].filter((sid) => sid.startsWith(`${domainSid.value}-`))
  if (sids.length > MAX_REFERENCED) notebook.gap(`more than ${MAX_REFERENCED} accounts are named: the rest is left out`)
  for (const sid of sids.slice(0, MAX_REFERENCED)) {
    const name = windows.accounts.nameOf(sid)
    if (!name.ok) notebook.gap(`account ${sid} is left out: ${describeFailure(name.failure)}`)
    else if (name.value !== null) names.set(sid, bareName(name.value))
  }
  return succeeded(names)
}

function referencedSids(windows: Windows, notebook: Notebook): ReadonlySet<string> {
  const take = <Value>(what: string, answer: Win32Result<readonly Value[]>): readonly Value[] => {
    if (!answer.ok) notebook.gap(`accounts that ${what} name are not known: ${describeFailure(answer.failure)}`)
    return answer.ok ? answer.value : []
  }
  const groups = [...take('groups', readLocalGroups(windows, notebook)), ...readDomainAdministrators(windows, notebook)]
  const services = take('services', readServiceAccounts(windows, notebook))
  const rights = readRightHolders(windows, notebook)
  const holders = take('rights', rights.ok ? succeeded([...rights.value.values()].flat()) : rights)
  return new Set([...groups.flatMap((group) => group.members.map((member) => member.sid)), ...services.map(({ sid }) => sid), ...holders])
}
