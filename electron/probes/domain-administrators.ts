import { describeFailure, errorCodes, type Win32Failure } from '../win32/result.ts'
import type { Windows } from '../win32/windows.ts'
import { type LocalGroup, noteCut } from './local-group-members.ts'
import type { Notebook } from './reading.ts'

/** Domain Admins, Schema Admins and Enterprise Admins; the last two live in the first domain of a forest alone. */
const ADMINISTRATORS = [512, 518, 519] as const

/** Nested groups of administrators come by the handful; more than this is a loop or no answer. */
const MAX_GROUPS = 200

/**
 * The administrator groups of this controller's domain with their members, and the groups nested in them.
 *
 * Source: NetUserModalsGet level 2 for the domain's SID, NetGroupGetUsers for the members. That tells of members of this domain alone,
 * so a forest with more than one domain leaves a note.
 */
export function readDomainAdministrators(windows: Windows, notebook: Notebook): readonly LocalGroup[] {
  const domainSid = windows.domainGroups.domainSid()
  if (!domainSid.ok) {
    notebook.gap(`the groups of domain administrators are not known: ${describeFailure(domainSid.failure)}`)
    return []
  }
  noteOtherDomains(windows, notebook)
  const queue: string[] = ADMINISTRATORS.map((identifier) => `${domainSid.value}-${identifier}`)
  const groups = new Map<string, LocalGroup>()
  for (let sid = queue.shift(); sid !== undefined; sid = queue.shift()) {
    if (groups.has(sid)) continue
    if (groups.size >= MAX_GROUPS) {
      notebook.gap(`more than ${MAX_GROUPS} groups of domain administrators: the rest is left out`)
      break
    }
    const group = readGroup(windows, sid, notebook)
    if (group === null) continue
    groups.set(sid, group)
    queue.push(...group.members.filter((member) => member.kind === 'group').map((member) => member.sid))
  }
  return [...groups.values()]
}

function readGroup(windows: Windows, sid: string, notebook: Notebook): LocalGroup | null {
  const leaveOut = (why: string): null => {
    notebook.gap(`group ${sid} is left out: ${why}`)
    return null
  }
  const qualified = windows.accounts.nameOf(sid)
  if (!qualified.ok) return leaveOut(describeFailure(qualified.failure))
  if (qualified.value === null) return leaveOut('it is not of this domain')
  const name = bareName(qualified.value)
  const members = windows.domainGroups.members(name)
  if (!members.ok) return leaveOut(describeFailure(members.failure))
  noteCut(members.value, `the members of ${qualified.value}`, notebook)
  const domain = qualified.value.slice(0, -name.length)
  const found = members.value.rows.map((member) => readMember(windows, domain, member, notebook))
  return { name, sid, members: found.filter((member) => member !== null) }
}

/** A member that is no user of the domain is a group in it. */
function readMember(windows: Windows, domain: string, member: string, notebook: Notebook): LocalGroup['members'][number] | null {
  const leaveOut = (failure: Win32Failure): null => {
    notebook.gap(`member ${member} of a group of administrators is left out: ${describeFailure(failure)}`)
    return null
  }
  const name = `${domain}${member}`
  const user = windows.users.account(member)
  if (user.ok && user.value !== null) return { name, sid: user.value.sid, kind: 'user' }
  const sid = windows.accounts.sidOf(name)
  if (!sid.ok) return leaveOut(sid.failure)
  if (sid.value === null) return leaveOut({ function: 'LookupAccountNameW', code: errorCodes.noneMapped, subject: name })
  return { name, sid: sid.value, kind: user.ok ? 'group' : 'unknown' }
}

function noteOtherDomains(windows: Windows, notebook: Notebook): void {
  const domains = windows.domainGroups.forestDomains()
  const what = 'administrators from other domains of the forest are not listed'
  if (!domains.ok) notebook.gap(`${what}, if there are any: ${describeFailure(domains.failure)}`)
  else if (domains.value > 1) notebook.gap(what)
}

/** `name` of `DOMAIN\name`. */
export function bareName(qualified: string): string {
  return qualified.slice(qualified.indexOf('\\') + 1)
}
