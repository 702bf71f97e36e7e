const everyone = 'S-1-1-0'
const service = 'S-1-5-6'
const localService = 'S-1-5-19'
const networkService = 'S-1-5-20'
const administrators = 'S-1-5-32-544'
const users = 'S-1-5-32-545'
const backupOperators = 'S-1-5-32-551'
const remoteDesktopUsers = 'S-1-5-32-555'
const performanceLogUsers = 'S-1-5-32-559'

/** Constant and default holders on a member or stand-alone Windows Server 2019 or 2022. */
export const userRightRows: readonly (readonly [string, readonly string[]])[] = [
  ['SeNetworkLogonRight', [everyone, administrators, users, backupOperators]],
  ['SeInteractiveLogonRight', [administrators, users, backupOperators]],
  ['SeRemoteInteractiveLogonRight', [administrators, remoteDesktopUsers]],
  ['SeBatchLogonRight', [administrators, backupOperators, performanceLogUsers]],
  ['SeServiceLogonRight', ['S-1-5-80-0']],
  ['SeDenyNetworkLogonRight', []],
  ['SeDenyInteractiveLogonRight', []],
  ['SeDenyRemoteInteractiveLogonRight', []],
  ['SeDenyBatchLogonRight', []],
  ['SeDenyServiceLogonRight', []],
  ['SeAssignPrimaryTokenPrivilege', [localService, networkService]],
  ['SeAuditPrivilege', [localService, networkService]],
  ['SeBackupPrivilege', [administrators, backupOperators]],
  ['SeChangeNotifyPrivilege', [everyone, localService, networkService, administrators, users, backupOperators]],
  ['SeCreateGlobalPrivilege', [localService, networkService, administrators, service]],
  ['SeCreatePagefilePrivilege', [administrators]],
  ['SeCreatePermanentPrivilege', []],
  ['SeCreateSymbolicLinkPrivilege', [administrators]],
  ['SeCreateTokenPrivilege', []],
  ['SeDebugPrivilege', [administrators]],
  ['SeDelegateSessionUserImpersonatePrivilege', [administrators]],
  ['SeEnableDelegationPrivilege', []],
  ['SeImpersonatePrivilege', [localService, networkService, administrators, service]],
  ['SeIncreaseBasePriorityPrivilege', [administrators, 'S-1-5-90-0']],
  ['SeIncreaseQuotaPrivilege', [localService, networkService, administrators]],
  ['SeIncreaseWorkingSetPrivilege', [users]],
  ['SeLoadDriverPrivilege', [administrators]],
  ['SeLockMemoryPrivilege', []],
  ['SeMachineAccountPrivilege', []],
  ['SeManageVolumePrivilege', [administrators]],
  ['SeProfileSingleProcessPrivilege', [administrators]],
  ['SeRelabelPrivilege', []],
  ['SeRemoteShutdownPrivilege', [administrators]],
  ['SeRestorePrivilege', [administrators, backupOperators]],
  ['SeSecurityPrivilege', [administrators]],
  ['SeShutdownPrivilege', [administrators, backupOperators]],
  ['SeSyncAgentPrivilege', []],
  ['SeSystemEnvironmentPrivilege', [administrators]],
  ['SeSystemProfilePrivilege', [administrators, 'S-1-5-80-3139157870-2983391045-3678747466-658725712-1809340420']],
  ['SeSystemtimePrivilege', [localService, administrators]],
  ['SeTakeOwnershipPrivilege', [administrators]],
  ['SeTcbPrivilege', []],
  ['SeTimeZonePrivilege', [localService, administrators]],
  ['SeTrustedCredManAccessPrivilege', []],
  ['SeUndockPrivilege', [administrators]],
]

const authenticatedUsers = 'S-1-5-11'
const enterpriseDomainControllers = 'S-1-5-9'
const accountOperators = 'S-1-5-32-548'
const serverOperators = 'S-1-5-32-549'
const printOperators = 'S-1-5-32-550'

/** What the Default Domain Controllers Policy sets instead. */
export const domainControllerRightRows: readonly (readonly [string, readonly string[]])[] = [
  ['SeNetworkLogonRight', [everyone, authenticatedUsers, enterpriseDomainControllers, administrators, 'S-1-5-32-554']],
  [
    'SeInteractiveLogonRight',
    [administrators, backupOperators, accountOperators, serverOperators, printOperators, enterpriseDomainControllers],
  ],
  ['SeRemoteInteractiveLogonRight', [administrators]],
  ['SeBatchLogonRight', [administrators, backupOperators, performanceLogUsers]],
  ['SeBackupPrivilege', [administrators, backupOperators, serverOperators]],
  ['SeEnableDelegationPrivilege', [administrators]],
  ['SeLoadDriverPrivilege', [administrators, printOperators]],
  ['SeMachineAccountPrivilege', [authenticatedUsers]],
  ['SeRemoteShutdownPrivilege', [administrators, serverOperators]],
  ['SeRestorePrivilege', [administrators, backupOperators, serverOperators]],
  ['SeShutdownPrivilege', [administrators, backupOperators, serverOperators, printOperators]],
  ['SeSystemtimePrivilege', [localService, administrators, serverOperators]],
]
