import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { createNetBuffers, MAX_PREFERRED_LENGTH, type NetListing, sidBehind, textBehind } from './net-buffers.ts'
import type { Win32Result } from './result.ts'

/** Groups of the directory as a domain controller sees them. */
export interface DomainGroups {
  /** SID of the account domain: on a domain controller that of the domain, elsewhere that of the machine. */
  domainSid(): Win32Result<string>
  /** Bare names of the direct members that belong to this controller's own domain. */
  members(group: string): Win32Result<NetListing<string>>
  /** How many domains the forest has. */
  forestDomains(): Win32Result<number>
}

/** DS_DOMAIN_IN_FOREST of dsgetdc.h. */
const DOMAINS_OF_FOREST = 1

export function createDomainGroups(native: NativeAccess): DomainGroups {
  const buffers = createNetBuffers(native)
  const bind = (declaration: string) => native.bind('netapi32.dll', declaration, 'status')
  const getModals = bind('uint32_t __stdcall NetUserModalsGet(str16 server, uint32_t level, _Out_ uintptr_t *buffer)')
  const getUsers = bind(
    'uint32_t __stdcall NetGroupGetUsers(str16 server, str16 group, uint32_t level, _Out_ uintptr_t *buffer, uint32_t bytes, _Out_ uint32_t *count, _Out_ uint32_t *total, _Inout_ uintptr_t *resume)',
  )
  const getTrusts = bind(
    'uint32_t __stdcall DsEnumerateDomainTrustsW(str16 server, uint32_t flags, _Out_ uintptr_t *domains, _Out_ uint32_t *count)',
  )
  return {
    domainSid: () =>
      buffers.take(
        { function: 'NetUserModalsGet', bytes: layouts.USER_MODALS_INFO_2.size },
        (buffer) => getModals(null, 2, buffer),
        (bytes) => sidBehind(native, bytes, layouts.USER_MODALS_INFO_2.usrmod2_domain_id),
      ),
    members: (group) =>
      buffers.list(
        { function: 'NetGroupGetUsers', subject: group, bytes: layouts.GROUP_USERS_INFO_0.size },
        (buffer, count, resume) => getUsers(null, group, 0, buffer, MAX_PREFERRED_LENGTH, count, [0], resume),
        (row) => textBehind(native, row, layouts.GROUP_USERS_INFO_0.grui0_name) || null,
      ),
    forestDomains: () => {
      const count = [0]
      return buffers.take(
        { function: 'DsEnumerateDomainTrustsW', bytes: 0 },
        (buffer) => getTrusts(null, DOMAINS_OF_FOREST, buffer, count),
        () => Number(count[0]) || null,
      )
    },
  }
}
