import type { Facts } from '#shared/facts/index.ts'
import { describeFailure, succeeded, type Win32Failure, type Win32Result } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import { isDomainController } from '../domain-controller.ts'
import { noteCut } from '../local-group-members.ts'
import type { Probe, ProbeContext } from '../probe.ts'
import { createNotebook, type Notebook, refusal } from '../reading.ts'
import { profileNames } from './profile-names.ts'
import { readReferencedNames } from './referenced-names.ts'
import { describeUser } from './user-facts.ts'

/** Accounts to read: by name, with the SID that it must have or null for any, and which of them the profile named on a controller. */
interface Wanted {
  readonly names: readonly (readonly [name: string, sid: string | null])[]
  readonly lookedFor?: readonly string[]
}

/**
 * Accounts of this machine's own database.
 *
 * Source: NetUserEnum for the names, NetUserGetInfo level 4 for each. A user that refuses is left out with a note; where all refuse there
 * are no facts. On a domain controller the database is the domain's, so only accounts that groups, services, rights and the profile name
 * are read: `lookedFor` holds those of the profile, and one of these that is not listed does not exist (NERR_UserNotFound).
 */
export const localUsersProbe: Probe<'local-users'> = {
  id: 'local-users',
  area: 'accounts',
  read: (context) => {
    const { windows, now } = context
    const notebook = createNotebook()
    const controller = isDomainController(windows)
    if (!controller.ok) return refusal(controller.failure)
    const wanted = controller.value ? referenced(context, notebook) : everybody(windows, notebook)
    if (!wanted.ok) return refusal(wanted.failure)
    const collectedAt = now()
    const users = new Map<string, Facts['local-users']['users'][number]>()
    const refusedNames = new Set<string>()
    let firstFailure: Win32Failure | null = null
    for (const [name, sid] of wanted.value.names) {
      const account = windows.users.account(name)
      if (!account.ok) {
        firstFailure ??= account.failure
        refusedNames.add(name)
        notebook.gap(`user ${name} is left out: ${describeFailure(account.failure)}`)
      } else if (account.value !== null && (sid === null || account.value.sid === sid)) {
        users.set(account.value.sid, describeUser(account.value, collectedAt))
      }
    }
    if (users.size === 0 && firstFailure !== null) return refusal(firstFailure)
    const lookedFor = wanted.value.lookedFor?.filter((name) => !refusedNames.has(name))
    return notebook.reading({ users: [...users.values()], ...(lookedFor === undefined ? {} : { lookedFor }) })
  },
}

function everybody(windows: Windows, notebook: Notebook): Win32Result<Wanted> {
  const names = windows.users.names()
  if (!names.ok) return names
  noteCut(names.value, 'the list of users', notebook)
  return succeeded({ names: names.value.rows.map((name) => [name, null] as const) })
}

function referenced({ windows, profile }: ProbeContext, notebook: Notebook): Win32Result<Wanted> {
  const names = readReferencedNames(windows, notebook)
  if (!names.ok) return names
  const domain = windows.membership.role()
  const computer = windows.system.computerName()
  const lookedFor = profileNames(
    profile,
    domain.ok ? domain.value : { dnsName: null, netbiosName: null },
    computer.ok ? computer.value : '.',
  )
  notebook.remark('of the domain, only the accounts that groups, services, rights and the profile name are listed')
  const known = [...names.value].map(([sid, name]) => [name, sid] as const)
  return succeeded({ names: [...known, ...lookedFor.map((name) => [name, null] as const)], lookedFor })
}
