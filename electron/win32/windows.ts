import { type AccountModals, createAccountModals } from './account-modals.ts'
import { type AccountLookup, createAccountLookup } from './accounts.ts'
import { type Authorization, createAuthorization } from './authorization.ts'
import { createDomainGroups, type DomainGroups } from './domain-groups.ts'
import { createDomainMembershipReader, type DomainMembershipReader } from './domain-membership.ts'
import type { NativeAccess } from './library.ts'
import { createLocalGroupDatabase, type LocalGroupDatabase } from './local-group-database.ts'
import { createLocalPolicy, type LocalPolicy } from './local-policy.ts'
import { createRegistry, type Registry } from './registry.ts'
import { createServiceManager, type ServiceManager } from './service-manager.ts'
import { createSystemInformation, type SystemInformation } from './system-information.ts'
import { createProcessToken, type ProcessToken } from './token.ts'
import { createUserAccounts, type UserAccounts } from './user-accounts.ts'

/** The parts of Windows that can be read; nothing is loaded before a part is asked. */
export interface Windows {
  readonly registry: Registry
  readonly services: ServiceManager
  readonly accounts: AccountLookup
  readonly system: SystemInformation
  readonly membership: DomainMembershipReader
  readonly token: ProcessToken
  readonly users: UserAccounts
  readonly groups: LocalGroupDatabase
  readonly domainGroups: DomainGroups
  readonly accountModals: AccountModals
  readonly localPolicy: LocalPolicy
  readonly authorization: Authorization
}

export function createWindows(native: NativeAccess): Windows {
  return {
    registry: createRegistry(native),
    services: createServiceManager(native),
    accounts: createAccountLookup(native),
    system: createSystemInformation(native),
    membership: createDomainMembershipReader(native),
    token: createProcessToken(native),
    users: createUserAccounts(native),
    groups: createLocalGroupDatabase(native),
    domainGroups: createDomainGroups(native),
    accountModals: createAccountModals(native),
    localPolicy: createLocalPolicy(native),
    authorization: createAuthorization(native),
  }
}
