import { type AccountModals, createAccountModals } from './account-modals.ts'
import { type AccountLookup, createAccountLookup } from './accounts.ts'
import { type Authorization, createAuthorization } from './authorization.ts'
import { createCom } from './com.ts'
import { createDomainGroups, type DomainGroups } from './domain-groups.ts'
import { createDomainMembershipReader, type DomainMembershipReader } from './domain-membership.ts'
import { createEventLog, type EventLog } from './event-log.ts'
import { createFileSecurity, type FileSecurity } from './file-security.ts'
import { createFolders, type Folders } from './folders.ts'
import { createIndirectStrings, type IndirectStrings } from './indirect-strings.ts'
import type { NativeAccess } from './library.ts'
import { createLocalGroupDatabase, type LocalGroupDatabase } from './local-group-database.ts'
import { createLocalPolicy, type LocalPolicy } from './local-policy.ts'
import { createManagementInstrumentation, type ManagementInstrumentation } from './management-instrumentation.ts'
import { createOdbc, type Odbc } from './odbc.ts'
import { createProcessList, type ProcessList } from './process-list.ts'
import { createProxySettings, type ProxySettings } from './proxy-settings.ts'
import { createRegistry, type Registry } from './registry.ts'
import { createServiceManager, type ServiceManager } from './service-manager.ts'
import { createSocketTables, type SocketTables } from './socket-tables.ts'
import { createSystemInformation, type SystemInformation } from './system-information.ts'
import { createTaskScheduler, type TaskScheduler } from './task-scheduler.ts'
import { createTerminalSessions, type TerminalSessions } from './terminal-sessions.ts'
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
  readonly odbc: Odbc
  readonly authorization: Authorization
  readonly fileSecurity: FileSecurity
  readonly indirectStrings: IndirectStrings
  readonly proxySettings: ProxySettings
  readonly processes: ProcessList
  readonly sockets: SocketTables
  readonly folders: Folders
  readonly sessions: TerminalSessions
  readonly eventLog: EventLog
  readonly tasks: TaskScheduler
  readonly management: ManagementInstrumentation
}

export function createWindows(native: NativeAccess): Windows {
  const com = createCom(native)
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
    odbc: createOdbc(native),
    authorization: createAuthorization(native),
    tasks: createTaskScheduler(com),
    management: createManagementInstrumentation(native, com),
    fileSecurity: createFileSecurity(native),
    indirectStrings: createIndirectStrings(native),
    proxySettings: createProxySettings(native),
    processes: createProcessList(native),
    sockets: createSocketTables(native),
    folders: createFolders(native),
    sessions: createTerminalSessions(native),
    eventLog: createEventLog(native),
  }
}
