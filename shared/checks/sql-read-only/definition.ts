import { define } from '../check.ts'
import { textsDe } from './texts-de.ts'
import { textsEn } from './texts-en.ts'

export const definition = define({
  id: 'sql-read-only',
  checklist: 'designated-users',
  severity: 'critical',
  reads: ['sql-server'],
  who: 'administrator',
  effort: 'an hour',
  steps: [
    {
      id: 'see-rights',
      command: {
        shell: 't-sql',
        text: `USE [MAS_System]; -- and again in each MAS_ database of a company
EXECUTE AS LOGIN = N'LOGIN';
SELECT permission_name FROM sys.fn_my_permissions(NULL, 'DATABASE') ORDER BY permission_name;
SELECT name, usage FROM sys.user_token;
REVERT;
SELECT e.state_desc, e.permission_name, e.class_desc, OBJECT_NAME(e.major_id) AS object_name
FROM sys.database_permissions AS e
JOIN sys.database_principals AS p ON p.principal_id = e.grantee_principal_id
WHERE p.sid = SUSER_SID(N'LOGIN');`,
      },
    },
    {
      id: 'map',
      command: {
        shell: 't-sql',
        text: `USE [MAS_System]; -- and again in each MAS_ database of a company
CREATE USER [LOGIN] FOR LOGIN [LOGIN];
ALTER ROLE [db_datareader] ADD MEMBER [LOGIN];`,
      },
    },
    {
      id: 'take-rights',
      command: {
        shell: 't-sql',
        text: `USE [DATABASE];
ALTER ROLE [db_datawriter] DROP MEMBER [LOGIN]; -- each role but db_datareader
REVOKE EXECUTE FROM [LOGIN]; -- each permission, such as INSERT ON OBJECT::[dbo].[TABLE]
ALTER AUTHORIZATION ON DATABASE::[DATABASE] TO [sa]; -- only where it is the owner`,
      },
    },
    {
      id: 'take-server-rights',
      command: {
        shell: 't-sql',
        text: `ALTER SERVER ROLE [ROLE] DROP MEMBER [LOGIN];
REVOKE CONTROL SERVER FROM [LOGIN]; -- each server permission but CONNECT SQL`,
      },
    },
    { id: 'unmap', command: { shell: 't-sql', text: 'USE [DATABASE]; -- one that the sync tool does not need\nDROP USER [LOGIN];' } },
    {
      id: 'public',
      command: {
        shell: 't-sql',
        text: `USE [DATABASE];
SELECT e.permission_name, OBJECT_SCHEMA_NAME(e.major_id) AS schema_name, OBJECT_NAME(e.major_id) AS object_name
FROM sys.database_permissions AS e
WHERE e.grantee_principal_id = DATABASE_PRINCIPAL_ID(N'public') AND e.state IN ('G', 'W') AND e.class = 1 AND e.major_id > 0
  AND e.permission_name <> N'SELECT';`,
      },
    },
    { id: 'tell' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'Microsoft: Database-level roles',
      url: 'https://learn.microsoft.com/en-us/sql/relational-databases/security/authentication-access/database-level-roles',
    },
    { title: 'Microsoft: ALTER ROLE', url: 'https://learn.microsoft.com/en-us/sql/t-sql/statements/alter-role-transact-sql' },
    {
      title: 'Microsoft: fn_my_permissions',
      url: 'https://learn.microsoft.com/en-us/sql/relational-databases/system-functions/sys-fn-my-permissions-transact-sql',
    },
  ],
  texts: { en: textsEn, de: textsDe },
})
