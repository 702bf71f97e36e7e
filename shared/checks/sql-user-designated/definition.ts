import { define } from '../check.ts'
import { textsDe } from './texts-de.ts'
import { textsEn } from './texts-en.ts'

export const definition = define({
  id: 'sql-user-designated',
  checklist: 'designated-users',
  severity: 'high',
  reads: ['sql-server'],
  who: 'administrator-and-vendor',
  effort: 'an hour',
  steps: [
    {
      id: 'see-rights',
      command: {
        shell: 't-sql',
        text: `DECLARE @login sysname = N'LOGIN';
SELECT r.name AS server_role
FROM sys.server_role_members AS m
JOIN sys.server_principals AS r ON r.principal_id = m.role_principal_id
JOIN sys.server_principals AS p ON p.principal_id = m.member_principal_id
WHERE p.name = @login;
SELECT e.permission_name, e.state_desc
FROM sys.server_permissions AS e
JOIN sys.server_principals AS p ON p.principal_id = e.grantee_principal_id
WHERE p.name = @login;
SELECT name AS owned_database FROM sys.databases WHERE owner_sid = SUSER_SID(@login);
SELECT host_name, program_name, login_time
FROM sys.dm_exec_sessions
WHERE is_user_process = 1 AND original_login_name = @login;`,
      },
    },
    {
      id: 'make-login',
      command: {
        shell: 't-sql',
        text: `-- read-only, as Sage 100 Premium needs it; in each company database the same two lines
USE [MAS_System];
CREATE USER [NEW] FOR LOGIN [NEW];
ALTER ROLE [db_datareader] ADD MEMBER [NEW];`,
      },
    },
    { id: 'change-login', command: { shell: 'powershell', text: "Get-Service -Name 'WSP*'\nRestart-Service -Name 'WSP*'" } },
    {
      id: 'take-rights',
      command: {
        shell: 't-sql',
        text: `ALTER SERVER ROLE [ROLE] DROP MEMBER [LOGIN];
REVOKE PERMISSION FROM [LOGIN]; -- such as VIEW SERVER STATE
ALTER AUTHORIZATION ON DATABASE::[DATABASE] TO [sa]; -- only where it is the owner
USE [DATABASE];
ALTER ROLE [db_owner] DROP MEMBER [LOGIN];`,
      },
    },
    { id: 'disable-old', command: { shell: 't-sql', text: 'ALTER LOGIN [LOGIN] DISABLE;' } },
    { id: 'tell' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'Microsoft: Server-level roles',
      url: 'https://learn.microsoft.com/en-us/sql/relational-databases/security/authentication-access/server-level-roles',
    },
    { title: 'Microsoft: CREATE LOGIN', url: 'https://learn.microsoft.com/en-us/sql/t-sql/statements/create-login-transact-sql' },
    {
      title: 'Microsoft: Metadata visibility',
      url: 'https://learn.microsoft.com/en-us/sql/relational-databases/security/metadata-visibility-configuration',
    },
  ],
  texts: { en: textsEn, de: textsDe },
})
