import { define } from '../check.ts'
import { textsDe } from './texts-de.ts'
import { textsEn } from './texts-en.ts'

export const definition = define({
  id: 'sync-user-denied-remote',
  checklist: 'remote-access',
  severity: 'high',
  reads: ['user-rights', 'local-groups', 'local-users', 'services', 'host', 'remote-desktop?', 'account-groups?'],
  who: 'administrator',
  effort: 'minutes',
  steps: [
    {
      id: 'look',
      command: {
        shell: 'powershell',
        text: `Get-LocalGroupMember -SID S-1-5-32-544 | Select-Object Name, ObjectClass
Get-LocalGroupMember -SID S-1-5-32-555 | Select-Object Name, ObjectClass`,
      },
    },
    {
      id: 'deny',
      command: {
        shell: 'powershell',
        text: String.raw`$account = 'NAME'
$right = 'SeDenyRemoteInteractiveLogonRight'
$sid = '*' + ([Security.Principal.NTAccount]$account).Translate([Security.Principal.SecurityIdentifier]).Value
$before = "$env:TEMP\user-rights-before.inf"
$after = "$env:TEMP\user-rights-after.inf"
secedit /export /areas USER_RIGHTS /cfg $before
$line = Get-Content $before | Where-Object { $_ -match "^$right\s*=" } | Select-Object -First 1
$holders = @("$line" -replace '^[^=]*=?', '' -split ',' | ForEach-Object { $_.Trim() } | Where-Object { $_ })
if ($holders -notcontains $sid) {
  $template = '[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"', 'Revision=1', '[Privilege Rights]'
  $template + "$right = $(($holders + $sid) -join ',')" | Set-Content $after -Encoding Unicode
  secedit /configure /db "$env:TEMP\user-rights.sdb" /cfg $after /areas USER_RIGHTS
}`,
      },
    },
    { id: 'deny-by-domain', command: { shell: 'cmd', text: 'gpupdate /target:computer /force' } },
    { id: 'leave-group', command: { shell: 'powershell', text: "Remove-LocalGroupMember -SID S-1-5-32-555 -Member 'NAME'" } },
    { id: 'own-user' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'Microsoft: Deny log on through Remote Desktop Services',
      url: 'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/deny-log-on-through-remote-desktop-services',
    },
    {
      title: 'Microsoft: Account rights constants',
      url: 'https://learn.microsoft.com/en-us/windows/win32/secauthz/account-rights-constants',
    },
    {
      title: 'Microsoft: secedit /configure',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/secedit-configure',
    },
  ],
  texts: { en: textsEn, de: textsDe },
})
