import { type AccountLookup, createAccountLookup } from './accounts.ts'
import { createDomainMembershipReader, type DomainMembershipReader } from './domain-membership.ts'
import type { NativeAccess } from './library.ts'
import { createRegistry, type Registry } from './registry.ts'
import { createServiceManager, type ServiceManager } from './service-manager.ts'
import { createSystemInformation, type SystemInformation } from './system-information.ts'
import { createProcessToken, type ProcessToken } from './token.ts'

/** The parts of Windows that can be read; nothing is loaded before a part is asked. */
export interface Windows {
  readonly registry: Registry
  readonly services: ServiceManager
  readonly accounts: AccountLookup
  readonly system: SystemInformation
  readonly membership: DomainMembershipReader
  readonly token: ProcessToken
}

export function createWindows(native: NativeAccess): Windows {
  return {
    registry: createRegistry(native),
    services: createServiceManager(native),
    accounts: createAccountLookup(native),
    system: createSystemInformation(native),
    membership: createDomainMembershipReader(native),
    token: createProcessToken(native),
  }
}
