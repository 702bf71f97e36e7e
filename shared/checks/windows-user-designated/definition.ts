import { define } from '../check.ts'
import { textsDe } from './texts-de.ts'
import { textsEn } from './texts-en.ts'

export const definition = define({
  id: 'windows-user-designated',
  checklist: 'designated-users',
  severity: 'high',
  reads: ['services', 'local-users', 'local-groups', 'host', 'scheduled-tasks?', 'logons?', 'account-groups?'],
  who: 'administrator-and-vendor',
  effort: 'an hour',
  steps: [
    {
      id: 'see-use',
      command: {
        shell: 'powershell',
        text: String.raw`$user = 'NAME'
$pattern = '(^|\\)' + [regex]::Escape($user) + '(@|$)'
Get-CimInstance Win32_Service | Where-Object StartName -match $pattern | Format-Table Name, DisplayName, StartName, StartMode
Get-ScheduledTask | Where-Object { $_.Principal.UserId -match $pattern } | Format-Table TaskPath, TaskName, State
query user`,
      },
    },
    {
      id: 'make-user',
      command: {
        shell: 'powershell',
        text: `$password = Read-Host -AsSecureString -Prompt 'Password for the new user'
New-LocalUser -Name 'NAME' -Password $password -PasswordNeverExpires -UserMayNotChangePassword -Description 'Sync tool only'`,
      },
    },
    {
      id: 'grant-folders',
      command: { shell: 'cmd', text: String.raw`icacls "C:\PATH\TO\SYNC TOOL" /grant "%COMPUTERNAME%\NAME:(OI)(CI)M"` },
    },
    { id: 'move-services', command: { shell: 'cmd', text: 'services.msc' } },
    {
      id: 'leave-administrators',
      command: {
        shell: 'powershell',
        text: String.raw`Get-LocalGroupMember -SID 'S-1-5-32-544'
Remove-LocalGroupMember -SID 'S-1-5-32-544' -Member "$env:COMPUTERNAME\NAME"`,
      },
    },
    {
      id: 'require-password',
      command: {
        shell: 'powershell',
        text: `$user = [ADSI]"WinNT://$env:COMPUTERNAME/NAME,user"
$user.Put('UserFlags', ($user.Get('UserFlags') -band (-bnot 0x20)))
$user.SetInfo()`,
      },
    },
    { id: 'move-others', command: { shell: 'cmd', text: 'taskschd.msc' } },
    { id: 'sign-out', command: { shell: 'cmd', text: 'query user\nrem logoff ID, with the number from the column ID' } },
    { id: 'tell' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'Sage 100 Installation Guide: security permissions',
      url: 'https://help-sage100.na.sage.com/InstallGuide/2024/Content/InstallGuide/Security_Perm.htm',
    },
    { title: 'Microsoft: Service user accounts', url: 'https://learn.microsoft.com/en-us/windows/win32/services/service-user-accounts' },
    {
      title: 'Microsoft: New-LocalUser',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.localaccounts/new-localuser',
    },
  ],
  texts: { en: textsEn, de: textsDe },
})
