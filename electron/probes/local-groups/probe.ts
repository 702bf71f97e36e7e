import { describeFailure } from '../../win32/result.ts'
import { readDomainAdministrators } from '../domain-administrators.ts'
import { isDomainController } from '../domain-controller.ts'
import { readLocalGroups } from '../local-group-members.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, refusal } from '../reading.ts'

/**
 * Local groups with their direct members, orphaned ones included.
 *
 * Source: NetLocalGroupEnum, NetLocalGroupGetMembers level 2 (level 0 where names cannot be told), LookupAccountNameW for the group's own
 * SID; on a domain controller also NetGroupGetUsers for the administrators of the domain. A group that refuses leaves a note.
 */
export const localGroupsProbe: Probe<'local-groups'> = {
  id: 'local-groups',
  area: 'accounts',
  read: ({ windows }) => {
    const notebook = createNotebook()
    const groups = readLocalGroups(windows, notebook)
    if (!groups.ok) return refusal(groups.failure)
    const controller = isDomainController(windows)
    if (!controller.ok) notebook.gap(`whether this is a domain controller is not known: ${describeFailure(controller.failure)}`)
    const administrators = controller.ok && controller.value ? readDomainAdministrators(windows, notebook) : []
    return notebook.reading({ groups: [...groups.value, ...administrators] })
  },
}
