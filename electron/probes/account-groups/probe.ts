import type { Facts } from '#shared/facts/index.ts'
import type { Authorization } from '../../win32/authorization.ts'
import { describeFailure, errorCodes, type Win32Failure, type Win32Result } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import { groupSid } from '../group-sid.ts'
import { noteCut } from '../local-group-members.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, type Notebook, refusal } from '../reading.ts'
import { readLocalAuthority } from '../service-account.ts'
import { readServiceAccounts, type ServiceAccount } from '../service-accounts.ts'

type AccountGroups = Facts['account-groups']['accounts'][number]

/**
 * Groups of the accounts that services run under, as Windows itself resolves them.
 *
 * Source: AuthzInitializeContextFromSid, which asks the domain. Where that fails, NetUserGetLocalGroups still tells the local groups:
 * the account is then not complete, and the record neither. An account without either is left out with a note.
 */
export const accountGroupsProbe: Probe<'account-groups'> = {
  id: 'account-groups',
  area: 'accounts',
  read: ({ windows }) => {
    const notebook = createNotebook()
    const services = readServiceAccounts(windows, notebook)
    if (!services.ok) return refusal(services.failure)
    const resolve = createGroupResolver(windows.authorization)
    const accounts = services.value.map((account) => readGroups(windows, account, resolve(account.sid), notebook))
    return notebook.reading({ accounts: accounts.filter((account) => account !== null) })
  },
}

/** A domain that could not be asked is not asked again, because each attempt may take Windows half a minute; one that refuses is. */
function createGroupResolver(authorization: Authorization): (sid: string) => Win32Result<readonly string[]> {
  const unreachable = new Map<string, Win32Failure>()
  return (sid) => {
    const domain = sid.slice(0, sid.lastIndexOf('-'))
    const earlier = unreachable.get(domain)
    if (earlier !== undefined) return { ok: false, failure: earlier }
    const answer = authorization.groupsOf(sid)
    if (!answer.ok && answer.failure.code !== errorCodes.accessDenied) unreachable.set(domain, answer.failure)
    return answer
  }
}

function readGroups(
  windows: Windows,
  account: ServiceAccount,
  resolved: Win32Result<readonly string[]>,
  notebook: Notebook,
): AccountGroups | null {
  if (resolved.ok) return { ...account, groups: [...resolved.value], complete: true }
  const local = readLocalGroupsOf(windows, account, notebook)
  const why = describeFailure(resolved.failure)
  notebook.gap(local === null ? `account ${account.name} is left out: ${why}` : `domain groups of ${account.name} are not known: ${why}`)
  return local === null ? null : { ...account, groups: local, complete: false }
}

function readLocalGroupsOf(windows: Windows, account: ServiceAccount, notebook: Notebook): string[] | null {
  const name = windows.accounts.nameOf(account.sid)
  const authority = readLocalAuthority(windows)
  if (!name.ok || name.value === null || !authority.ok) return null
  const names = windows.groups.groupsOfUser(name.value)
  if (!names.ok) return null
  noteCut(names.value, `the local groups of ${account.name}`, notebook)
  return names.value.rows.flatMap((group) => {
    const sid = groupSid(windows.accounts, group, authority.value)
    if (!sid.ok) notebook.gap(`group ${group} of ${account.name} is left out: ${describeFailure(sid.failure)}`)
    return sid.ok ? [sid.value] : []
  })
}
