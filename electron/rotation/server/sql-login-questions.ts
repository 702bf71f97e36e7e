import { bracketed } from '#shared/sql-login/t-sql.ts'

/**
 * What is asked of SQL Server 2012 to 2025 around a change of its logins; nothing is changed by asking.
 *
 * Source: Microsoft, sys.dm_exec_connections, sys.server_principals, sys.sql_logins, sys.server_permissions, sys.endpoints, LOGINPROPERTY.
 */
export const loginQuestions = {
  /** Of the connection that asks. Needs VIEW SERVER STATE. */
  connection: 'SELECT encrypt_option AS encrypted, net_transport AS transport FROM sys.dm_exec_connections WHERE session_id = @@SPID',
  /**
   * Parameter: login. Whatever has the name; no row: nothing has it, or it is not shown.
   *
   * `own`: who asks is this login. `more`: roles and permissions of the server beside the one to connect. Times are the server's local ones.
   */
  login: `SELECT CONVERT(nvarchar(2), p.type) AS type, CONVERT(nvarchar(200), p.sid, 1) AS sid, CONVERT(int, p.is_disabled) AS disabled,
  CONVERT(int, l.is_policy_checked) AS policy, CONVERT(int, CASE WHEN p.sid = SUSER_SID(ORIGINAL_LOGIN()) THEN 1 ELSE 0 END) AS own,
  CONVERT(nvarchar(33), CONVERT(datetime, LOGINPROPERTY(p.name, 'PasswordLastSetTime')), 126) AS set_at,
  CONVERT(nvarchar(33), GETDATE(), 126) AS asked_at,
  (SELECT COUNT(*) FROM sys.server_role_members AS m WHERE m.member_principal_id = p.principal_id)
  + (SELECT COUNT(*) FROM sys.server_permissions AS e WHERE e.grantee_principal_id = p.principal_id
    AND NOT (e.class = 100 AND e.permission_name = N'CONNECT SQL' AND e.state = 'G')) AS more
FROM sys.server_principals AS p LEFT JOIN sys.sql_logins AS l ON l.principal_id = p.principal_id
WHERE p.name = @login`,
  /** What the account that asks may see. */
  sight: `SELECT CONVERT(int, HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW ANY DEFINITION')) AS definitions,
  CONVERT(int, HAS_PERMS_BY_NAME(NULL, NULL, 'ALTER ANY LOGIN')) AS logins, CONVERT(int, HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER STATE')) AS state`,
  /** Parameter: login. Without VIEW SERVER STATE only the own session is counted, which is left out. */
  sessions: `SELECT COUNT(*) AS sessions FROM sys.dm_exec_sessions
WHERE is_user_process = 1 AND session_id <> @@SPID AND (login_name = @login OR original_login_name = @login)`,
  /**
   * Parameter: login. Everything beside the password for which SQL Server answers a sign-in with 18456 alone; no row: no such SQL login.
   *
   * `connects`: the login itself may connect. `denials`: somebody denies it to the login or to a role. `closed`: ways in that are not open
   * to everybody.
   */
  refusal: `SELECT CONVERT(int, SERVERPROPERTY('IsIntegratedSecurityOnly')) AS windows_only,
  CONVERT(int, HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW ANY DEFINITION')) AS definitions, CONVERT(int, p.is_disabled) AS disabled,
  (SELECT COUNT(*) FROM sys.server_permissions AS e WHERE e.grantee_principal_id = p.principal_id
    AND e.class = 100 AND e.permission_name = N'CONNECT SQL' AND e.state IN ('G', 'W')) AS connects,
  (SELECT COUNT(*) FROM sys.server_permissions AS e JOIN sys.server_principals AS g ON g.principal_id = e.grantee_principal_id
    WHERE e.state = 'D' AND (g.principal_id = p.principal_id OR g.type = 'R')
    AND (e.class = 105 OR (e.class = 100 AND e.permission_name = N'CONNECT SQL'))) AS denials,
  (SELECT COUNT(*) FROM sys.endpoints AS n WHERE n.type = 2 AND n.is_admin_endpoint = 0 AND NOT EXISTS (
    SELECT 1 FROM sys.server_permissions AS e JOIN sys.server_principals AS g ON g.principal_id = e.grantee_principal_id
    WHERE e.class = 105 AND e.major_id = n.endpoint_id AND e.permission_name = N'CONNECT' AND e.state IN ('G', 'W') AND g.name = N'public'
  )) AS closed
FROM sys.sql_logins AS p WHERE p.name = @login`,
} as const

/**
 * The user that a login enters a database as, by the login's SID; parameter: sid.
 *
 * `readers`: it is a db_datareader. `connects`: it may connect. `more`: other roles, other permissions and schemas of its own.
 */
export function userQuestion(database: string): string {
  const sys = `${bracketed(database)}.sys`
  const reader = `SELECT r.principal_id FROM ${sys}.database_principals AS r WHERE r.name = N'db_datareader'`
  const connect = `e.class = 0 AND e.permission_name = N'CONNECT' AND e.state = 'G'`
  const granted = `SELECT COUNT(*) FROM ${sys}.database_permissions AS e WHERE e.grantee_principal_id = p.principal_id`
  const member = `SELECT COUNT(*) FROM ${sys}.database_role_members AS m WHERE m.member_principal_id = p.principal_id AND m.role_principal_id`
  return `SELECT p.name, (${member} IN (${reader})) AS readers, (${granted} AND ${connect}) AS connects,
  (${member} NOT IN (${reader}))
  + (${granted} AND NOT (${connect}))
  + (SELECT COUNT(*) FROM ${sys}.schemas AS s WHERE s.principal_id = p.principal_id) AS more
FROM ${sys}.database_principals AS p WHERE p.sid = CONVERT(varbinary(85), @sid, 1)`
}
