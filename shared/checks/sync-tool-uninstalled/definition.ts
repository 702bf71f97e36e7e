import { define } from '../check.ts'
import { textsDe } from './texts-de.ts'
import { textsEn } from './texts-en.ts'

export const definition = define({
  id: 'sync-tool-uninstalled',
  checklist: 'unused-sync-tool',
  severity: 'medium',
  reads: ['services', 'programs', 'local-users?', 'sql-server?', 'scheduled-tasks?'],
  who: 'administrator-and-vendor',
  effort: 'an hour',
  steps: [
    { id: 'make-sure' },
    {
      id: 'stop',
      command: {
        shell: 'powershell',
        text: "Get-Service -Name 'WSP*'\nGet-Service -Name 'WSP*' | Stop-Service -PassThru | Set-Service -StartupType Disabled",
      },
    },
    { id: 'uninstall', command: { shell: 'cmd', text: 'appwiz.cpl' } },
    { id: 'services', command: { shell: 'cmd', text: 'rem only for a service that the uninstaller left behind\nsc.exe delete SERVICE' } },
    { id: 'tasks', command: { shell: 'powershell', text: String.raw`Unregister-ScheduledTask -TaskPath '\FOLDER\' -TaskName 'TASK'` } },
    {
      id: 'user',
      command: { shell: 'powershell', text: "Disable-LocalUser -Name 'NAME'\n# a few days later\nRemove-LocalUser -Name 'NAME'" },
    },
    {
      id: 'login',
      command: {
        shell: 't-sql',
        text: 'ALTER LOGIN [LOGIN] DISABLE;\n-- a few days later, after dropping its user in each database\n-- DROP LOGIN [LOGIN];',
      },
    },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    { title: 'CIMcloud: ERP sync tool lifespan', url: 'https://help.cimcloud.com/help-center/erp-sync-tool-lifespan/' },
    {
      title: 'Microsoft: sc.exe delete',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/sc-delete',
    },
    { title: 'Microsoft: DROP LOGIN', url: 'https://learn.microsoft.com/en-us/sql/t-sql/statements/drop-login-transact-sql' },
  ],
  texts: { en: textsEn, de: textsDe },
})
