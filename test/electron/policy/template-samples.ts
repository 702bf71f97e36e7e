/** As `secedit /export` on Windows Server 2022 (20348, English) writes it. */
export const ENGLISH_EXPORT = `[Unicode]
Unicode=yes
[System Access]
MinimumPasswordAge = 1
MaximumPasswordAge = 60
MinimumPasswordLength = 14
PasswordComplexity = 1
PasswordHistorySize = 24
LockoutBadCount = 5
ResetLockoutCount = 15
LockoutDuration = 15
AllowAdministratorLockout = 1
RequireLogonToChangePassword = 0
ForceLogoffWhenHourExpire = 0
NewAdministratorName = "Administrator"
NewGuestName = "Guest"
ClearTextPassword = 0
LSAAnonymousNameLookup = 0
EnableAdminAccount = 1
EnableGuestAccount = 0
[Event Audit]
AuditSystemEvents = 0
AuditLogonEvents = 3
[Registry Values]
MACHINE\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon\\CachedLogonsCount=1,"10"
MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\ConsentPromptBehaviorAdmin=4,5
MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\FullPrivilegeAuditing=3,0
MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\LimitBlankPasswordUse=4,1
MACHINE\\System\\CurrentControlSet\\Control\\SecurePipeServers\\Winreg\\AllowedExactPaths\\Machine=7,System\\CurrentControlSet\\Control\\ProductOptions,System\\CurrentControlSet\\Control\\Server Applications,Software\\Microsoft\\Windows NT\\CurrentVersion
[Privilege Rights]
SeNetworkLogonRight = *S-1-1-0,*S-1-5-32-544,*S-1-5-32-545,*S-1-5-32-551
SeInteractiveLogonRight = *S-1-5-32-544,*S-1-5-32-545,*S-1-5-32-551
SeDenyNetworkLogonRight = Guest
SeRemoteInteractiveLogonRight = *S-1-5-32-544,*S-1-5-32-555
SeServiceLogonRight = *S-1-5-80-0
[Version]
signature="$CHICAGO$"
Revision=1
`

/** A domain's policy as the editor of Windows Server 2019 (17763, German) stores it: Version comes first, some holders are names. */
export const GERMAN_POLICY = `[Unicode]
Unicode=yes
[Version]
signature="$CHICAGO$"
Revision=1
[Registry Values]
MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\LegalNoticeCaption=1,"Für Unbefugte: Zugriff verboten; alles wird aufgezeichnet"
MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\LegalNoticeText=7,Dieser Rechner gehört der Müller & Söhne GmbH."," Größe zählt nicht.
[System Access]
MinimumPasswordLength = 12
PasswordComplexity = 1
NewAdministratorName = "Büroverwalter"
[Privilege Rights]
SeDenyRemoteInteractiveLogonRight = *S-1-5-21-1-2-3-1104,MÜLLER\\Dienste-Größe,Gäste
SeDenyBatchLogonRight =
`

const RIGHTS = [
  'SeTrustedCredManAccessPrivilege',
  'SeNetworkLogonRight',
  'SeTcbPrivilege',
  'SeIncreaseQuotaPrivilege',
  'SeInteractiveLogonRight',
  'SeRemoteInteractiveLogonRight',
  'SeBackupPrivilege',
  'SeSystemtimePrivilege',
  'SeTimeZonePrivilege',
  'SeCreatePagefilePrivilege',
  'SeCreateTokenPrivilege',
  'SeCreateGlobalPrivilege',
  'SeCreatePermanentPrivilege',
  'SeCreateSymbolicLinkPrivilege',
  'SeDebugPrivilege',
  'SeDenyNetworkLogonRight',
  'SeDenyBatchLogonRight',
  'SeDenyServiceLogonRight',
  'SeDenyInteractiveLogonRight',
  'SeDenyRemoteInteractiveLogonRight',
  'SeEnableDelegationPrivilege',
  'SeRemoteShutdownPrivilege',
  'SeAuditPrivilege',
  'SeImpersonatePrivilege',
  'SeIncreaseBasePriorityPrivilege',
  'SeLoadDriverPrivilege',
  'SeLockMemoryPrivilege',
  'SeSecurityPrivilege',
  'SeRelabelPrivilege',
  'SeSystemEnvironmentPrivilege',
  'SeManageVolumePrivilege',
  'SeProfileSingleProcessPrivilege',
  'SeSystemProfilePrivilege',
  'SeAssignPrimaryTokenPrivilege',
  'SeRestorePrivilege',
  'SeShutdownPrivilege',
  'SeTakeOwnershipPrivilege',
] as const

/** The shape of a hardening baseline: every right, many registry values, remarks, a section for services. */
export const BASELINE = `; Baseline for member servers
[Unicode]
Unicode = yes
[Version]
Signature = "$CHICAGO$" ; as every template
Revision = 1
[System Access]
MinimumPasswordAge = 1
MaximumPasswordAge = 365
MinimumPasswordLength = 14
PasswordComplexity = 1
PasswordHistorySize = 24
LockoutBadCount = 5
ResetLockoutCount = 15
LockoutDuration = -1
NewAdministratorName = "renamed;""admin"""
[Privilege Rights]
${RIGHTS.map((right, index) => `${right} = ${index % 3 === 0 ? '' : '*S-1-5-32-544, *S-1-5-19'}`).join('\n')}
[Registry Values]
${Array.from({ length: 120 }, (_, index) => `"MACHINE\\Software\\Policies\\Baseline\\Value=${index}" = 4,${index}`).join('\n')}
MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\RestrictRemoteSAM=1,"O:BAG:BAD:(A;;RC;;;BA)"
[Service General Setting]
"Spooler",4,""
"RemoteRegistry",4,"D:AR(A;;RPWPDTRC;;;BA)"
`

export const BASELINE_RIGHTS = RIGHTS

/** As Windows writes a template. */
export function utf16Template(text: string): Buffer {
  return Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'utf16le')
}

/** A template of these lines, with what every one begins with. */
export function templateOf(...lines: readonly string[]): Buffer {
  return utf16Template(['[Version]', 'signature="$CHICAGO$"', 'Revision=1', ...lines, ''].join('\n'))
}
