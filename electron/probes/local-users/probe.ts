import type { Facts } from '#shared/facts/index.ts'
import { describeFailure, succeeded, type Win32Failure, type Win32Result } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import { isDomainController } from '../domain-controller.ts'
import { noteCut } from '../local-group-members.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, type Notebook, refusal } from '../reading.ts'
import { readReferencedNames } from './referenced-names.ts'
import { describeUser } from './user-facts.ts'

/** Name of an account and the SID that it is named by; null: any. */
type Wanted = readonly (readonly [name: string, sid: string | null])[]

/**
 * Accounts of this machine's own database.
 *
 * Source: NetUserEnum for the names, NetUserGetInfo level 4 for each. A user that refuses is left out with a note; where all refuse there
 * are no facts. On a domain controller the database is the domain's, so only accounts that groups, services and rights name are read, and
 * the record is never complete.
 */
export const localUsersProbe: Probe<'local-users'> = {
  id: 'local-users',
  area: 'accounts',
  read: ({ windows, now }) => {
    const notebook = createNotebook()
    const controller = isDomainController(windows)
    if (!controller.ok) return refusal(controller.failure)
    const wanted = controller.value ? referenced(windows, notebook) : everybody(windows, notebook)
    if (!wanted.ok) return refusal(wanted.failure)
    const collectedAt = now()
    const users: Facts['local-users']['users'][number][] = []
    let firstFailure: Win32Failure | null = null
    for (const [name, sid] of wanted.value) {
      const account = windows.users.account(name)
      if (!account.ok) {
        firstFailure ??= account.failure
        notebook.gap(`user ${name} is left out: ${describeFailure(account.failure)}`)
      } else if (account.value !== null && (sid === null || account.value.sid === sid)) {
        users.push(describeUser(account.value, collectedAt))
      }
    }
    return users.length === 0 && firstFailure !== null ? refusal(firstFailure) : notebook.reading({ users })
  },
}

function everybody(windows: Windows, notebook: Notebook): Win32Result<Wanted> {
  const names = windows.users.names()
  if (!names.ok) return names
  noteCut(names.value, 'the list of users', notebook)
  return succeeded(names.value.rows.map((name) => [name, null] as const))
}

function referenced(windows: Windows, notebook: Notebook): Win32Result<Wanted> {
  const names = readReferencedNames(windows, notebook)
  if (!names.ok) return names
  notebook.gap('of the domain, only the accounts that groups, services and rights of this controller name are listed')
  return succeeded([...names.value].map(([sid, name]) => [name, sid] as const))
}
