import type { Facts } from '#shared/facts/index.ts'
import type { GroupMember } from '../win32/local-group-database.ts'
import type { NetListing } from '../win32/net-buffers.ts'
import { describeFailure, errorCodes, refused, succeeded, type Win32Failure, type Win32Result } from '../win32/result.ts'
import type { Windows } from '../win32/windows.ts'
import { groupSid } from './group-sid.ts'
import type { Notebook } from './reading.ts'
import { readLocalAuthority } from './service-account.ts'

export type LocalGroup = Facts['local-groups']['groups'][number]

/** Codes that say that a listed group is gone by now. */
const GONE: ReadonlySet<number> = new Set([errorCodes.groupNotFound, errorCodes.noSuchAlias])

/**
 * Local groups with their direct members.
 *
 * A group that refuses is left out with a note, because without members it would look empty. Fails where Windows lists no group at all,
 * which no Windows does, or where every one refuses.
 */
export function readLocalGroups(windows: Windows, notebook: Notebook): Win32Result<readonly LocalGroup[]> {
  const names = windows.groups.names()
  if (!names.ok) return names
  if (names.value.rows.length === 0) return refused('NetLocalGroupEnum', errorCodes.noMoreItems)
  const authority = readLocalAuthority(windows)
  if (!authority.ok) return authority
  noteCut(names.value, 'the list of groups', notebook)
  const groups: LocalGroup[] = []
  let firstFailure: Win32Failure | null = null
  for (const name of names.value.rows) {
    const members = readMembers(windows, name, notebook)
    if (!members.ok && GONE.has(members.failure.code)) continue
    const sid = members.ok ? groupSid(windows.accounts, name, authority.value) : members
    if (members.ok && sid.ok) groups.push({ name, sid: sid.value, members: members.value })
    else if (!sid.ok) {
      firstFailure ??= sid.failure
      notebook.gap(`group ${name} is left out: ${describeFailure(sid.failure)}`)
    }
  }
  return groups.length === 0 && firstFailure !== null ? { ok: false, failure: firstFailure } : succeeded(groups)
}

/** Where a domain cannot give the members' names, their SIDs are still there to be told. */
function readMembers(windows: Windows, group: string, notebook: Notebook): Win32Result<LocalGroup['members']> {
  const members = windows.groups.members(group)
  if (members.ok) return whole(members.value, group, notebook)
  if (members.failure.code === errorCodes.accessDenied || GONE.has(members.failure.code)) return members
  const sids = windows.groups.memberSids(group)
  if (!sids.ok) return members
  notebook.gap(`the names of members of ${group} are not known: ${describeFailure(members.failure)}`)
  const nameless = sids.value.rows.map((sid) => ({ sid, name: '', kind: 'unknown' }) as const)
  return whole({ rows: nameless, cutShort: sids.value.cutShort }, group, notebook)
}

function whole(listing: NetListing<GroupMember>, group: string, notebook: Notebook): Win32Result<LocalGroup['members']> {
  noteCut(listing, `the members of ${group}`, notebook)
  return succeeded(listing.rows.map(({ sid, name, kind }) => ({ name: name === '' ? sid : name, sid, kind })))
}

/** Says that a list ends early, where it does. */
export function noteCut(listing: NetListing<unknown>, what: string, notebook: Notebook): void {
  if (listing.cutShort !== null) notebook.gap(`${what} may not be all: ${describeFailure(listing.cutShort)}`)
}
