import { readdir } from 'node:fs/promises'

import { createAccountRights } from '../../win32/account-rights.ts'
import { createAccountLookup } from '../../win32/accounts.ts'
import { createAuthorization } from '../../win32/authorization.ts'
import { createDomainMembershipReader } from '../../win32/domain-membership.ts'
import { createEventLog } from '../../win32/event-log.ts'
import type { NativeAccess } from '../../win32/library.ts'
import { createLocalPolicy } from '../../win32/local-policy.ts'
import { createProcessList } from '../../win32/process-list.ts'
import { succeeded } from '../../win32/result.ts'
import { createServiceControl } from '../../win32/service-control.ts'
import { createServiceManager } from '../../win32/service-manager.ts'
import { createSystemInformation } from '../../win32/system-information.ts'
import { unreadFile } from '../dependants/reading.ts'
import { createRightsHands, type RightsHands, type RightsPorts } from './rights.ts'
import { createServiceHands, type ServiceHands, type ServicePorts } from './services.ts'
import type { AccountPorts } from './services-account.ts'
import { createWatchHands, type WatchHands, type WatchPorts } from './watch.ts'

type Surroundings = Pick<RightsPorts, 'policyRights'> & Pick<WatchPorts, 'logins' | 'now' | 'wait'>

/** What is done to the services of this machine and to the user rights of their accounts; nothing is loaded before it is used. */
export function openServiceArea(
  native: NativeAccess,
  { policyRights, logins, now, wait }: Surroundings,
): { readonly services: ServiceHands; readonly rights: RightsHands; readonly watch: WatchHands } {
  const accounts = openAccountPorts(native)
  const ports: ServicePorts = {
    ...accounts,
    control: createServiceControl(native),
    manager: createServiceManager(native),
    eventLog: createEventLog(native),
    processes: createProcessList(native),
    filesIn,
    now,
    wait,
  }
  const rights = createAccountRights(native)
  return {
    services: createServiceHands(ports),
    rights: createRightsHands({
      ...accounts,
      rights,
      localPolicy: createLocalPolicy(native),
      authorization: createAuthorization(native),
      policyRights,
    }),
    watch: createWatchHands({ ...ports, logins }),
  }
}

/** Who is meant by the names of accounts on this machine. */
export const openAccountPorts = (native: NativeAccess): AccountPorts => ({
  accounts: createAccountLookup(native),
  localAuthority: authorityReader(native),
})

/** On a domain controller the dot in `.\name` stands for its domain. */
function authorityReader(native: NativeAccess): AccountPorts['localAuthority'] {
  const membership = createDomainMembershipReader(native)
  const system = createSystemInformation(native)
  return () => {
    const role = membership.role()
    const domain = role.ok && role.value.kind === 'domain-controller' ? role.value.netbiosName : null
    return domain === null ? system.computerName() : succeeded(domain)
  }
}

async function filesIn(folder: string): Promise<readonly string[] | null> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
  } catch (error) {
    return unreadFile(folder, error) === null ? [] : null
  }
}
