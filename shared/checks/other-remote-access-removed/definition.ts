import { define } from '../check.ts'
import { textsDe } from './texts-de.ts'
import { textsEn } from './texts-en.ts'

export const definition = define({
  id: 'other-remote-access-removed',
  checklist: 'remote-access',
  severity: 'medium',
  reads: ['services', 'programs', 'processes', 'remote-desktop', 'listeners?', 'firewall?', 'remote-access-files?'],
  listsSubjects: true,
  who: 'administrator',
  effort: 'an hour',
  steps: [
    { id: 'sort' },
    {
      id: 'malicious',
      command: {
        shell: 'powershell',
        text: 'Get-NetAdapter | Where-Object Status -eq Up | Disable-NetAdapter',
      },
    },
    {
      id: 'uninstall',
      command: {
        shell: 'powershell',
        text: String.raw`$keys = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*'
Get-ItemProperty $keys -ErrorAction SilentlyContinue | Where-Object DisplayName -like '*NAME*' | Format-List DisplayName, InstallLocation, UninstallString`,
      },
    },
    {
      id: 'service',
      command: { shell: 'powershell', text: "Stop-Service 'NAME'\nSet-Service 'NAME' -StartupType Disabled" },
    },
    {
      id: 'rdp',
      command: {
        shell: 'powershell',
        text: String.raw`Set-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server' -Name fDenyTSConnections -Value 1`,
      },
    },
    {
      id: 'remote-assistance',
      command: {
        shell: 'powershell',
        text: String.raw`Set-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\Remote Assistance' -Name fAllowToGetHelp -Value 0`,
      },
    },
    { id: 'ssh', command: { shell: 'powershell', text: 'Stop-Service sshd\nSet-Service sshd -StartupType Disabled' } },
    {
      id: 'winrm',
      command: {
        shell: 'powershell',
        text: "Get-NetFirewallRule -Name 'WINRM-HTTP*' | Set-NetFirewallRule -RemoteAddress 192.0.2.10",
      },
    },
    {
      id: 'gateways',
      command: {
        shell: 'powershell',
        text: "Get-Service TSGateway, RemoteAccess, TlntSvr -ErrorAction SilentlyContinue | Where-Object Status -eq Running\nStop-Service 'NAME'\nSet-Service 'NAME' -StartupType Disabled",
      },
    },
    {
      id: 'firewall',
      command: {
        shell: 'powershell',
        text: "Get-NetFirewallRule -Direction Inbound -Action Allow -Enabled True | Where-Object DisplayName -like '*NAME*' | Set-NetFirewallRule -RemoteAddress LocalSubnet",
      },
    },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'Microsoft: Get started with OpenSSH for Windows',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/openssh/openssh_install_firstuse',
    },
    {
      title: 'Microsoft: Installation and configuration for Windows Remote Management',
      url: 'https://learn.microsoft.com/en-us/windows/win32/winrm/installation-and-configuration-for-windows-remote-management',
    },
    {
      title: 'Microsoft: Set-NetFirewallRule',
      url: 'https://learn.microsoft.com/en-us/powershell/module/netsecurity/set-netfirewallrule',
    },
  ],
  texts: { en: textsEn, de: textsDe },
})
