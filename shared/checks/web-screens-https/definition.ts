import { define } from '../check.ts'
import { textsDe } from './texts-de.ts'
import { textsEn } from './texts-en.ts'

export const definition = define({
  id: 'web-screens-https',
  checklist: 'layered-defence',
  severity: 'critical',
  reads: ['tls-endpoints'],
  who: 'administrator-and-vendor',
  effort: 'half a day',
  steps: [
    { id: 'name' },
    {
      id: 'look',
      command: {
        shell: 'powershell',
        text: 'Import-Module WebAdministration\nGet-WebBinding | Format-List protocol, bindingInformation, sslFlags, certificateHash, ItemXPath',
      },
    },
    {
      id: 'certificate',
      command: {
        shell: 'powershell',
        text: "Import-Module WebAdministration\nNew-WebBinding -Name 'SITE' -Protocol https -Port 443 -HostHeader 'crm.example.com' -SslFlags 1\n(Get-WebBinding -Name 'SITE' -Protocol https -Port 443 -HostHeader 'crm.example.com').AddSslCertificate('THUMBPRINT', 'My')",
      },
    },
    {
      id: 'redirect',
      command: {
        shell: 'cmd',
        text: String.raw`%windir%\system32\inetsrv\appcmd.exe set config -section:system.applicationHost/sites "/[name='SITE'].hsts.enabled:True" "/[name='SITE'].hsts.max-age:86400" "/[name='SITE'].hsts.redirectHttpToHttps:True" /commit:apphost`,
      },
    },
    {
      id: 'protocols',
      command: {
        shell: 'powershell',
        text: String.raw`foreach ($version in 'TLS 1.0', 'TLS 1.1') {
  $key = "HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\$version\Server"
  if (-not (Test-Path $key)) { New-Item $key -Force | Out-Null }
  Set-ItemProperty $key -Name Enabled -Value 0 -Type DWord
  Set-ItemProperty $key -Name DisabledByDefault -Value 1 -Type DWord
}`,
      },
    },
    { id: 'restart', command: { shell: 'powershell', text: 'Restart-Computer' } },
    { id: 'after' },
  ],
  references: [
    {
      title: 'Sage CRM: Server security',
      url: 'https://help.sagecrm.com/on_premise/en/2023R1/Administration/Content/InstallUpgrade/SV_ServerSecurity.htm',
    },
    {
      title: 'Sage 300: Web screens getting started guide',
      url: 'https://cdn.na.sage.com/docs/en/customer/300erp/2023/open/Sage300_WebScreens_GettingStartedGuide.pdf',
    },
    {
      title: 'Microsoft: TLS registry settings',
      url: 'https://learn.microsoft.com/en-us/windows-server/security/tls/tls-registry-settings',
    },
    {
      title: 'Microsoft: HTTP to HTTPS redirection of a site in IIS',
      url: 'https://learn.microsoft.com/en-us/iis/get-started/whats-new-in-iis-10-version-1709/iis-10-version-1709-hsts',
    },
  ],
  texts: { en: textsEn, de: textsDe },
})
