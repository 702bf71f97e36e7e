/**
 * What is asked of SQL Server 2012 to 2025 before a password changes: catalogue views and functions alone, nothing is changed.
 *
 * Source: Microsoft, system catalogue views (sys.credentials, sys.linked_logins, msdb.dbo.sysproxies, msdb.dbo.sysjobs),
 * sys.dm_exec_sessions, SERVERPROPERTY, LOGINPROPERTY, HAS_PERMS_BY_NAME. Secrets of credentials are in none of these.
 */
export const preflightQuestions = {
  /** Of the account that asks, which is the one that would change the password. */
  server: `SELECT CONVERT(int, SERVERPROPERTY('IsIntegratedSecurityOnly')) AS windows_only,
  CONVERT(int, SERVERPROPERTY('IsHadrEnabled')) AS high_availability,
  CONVERT(int, HAS_PERMS_BY_NAME(NULL, NULL, 'CONTROL SERVER')) AS control_server,
  CONVERT(int, HAS_PERMS_BY_NAME(NULL, NULL, 'ALTER ANY LOGIN')) AS alter_any_login,
  CONVERT(int, HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW ANY DEFINITION')) AS view_definitions,
  CONVERT(int, HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER STATE')) AS view_state`,
  credentials: 'SELECT name, credential_identity AS account FROM sys.credentials',
  linkedServers: `SELECT s.name, l.remote_name AS account
FROM sys.linked_logins AS l JOIN sys.servers AS s ON s.server_id = l.server_id
WHERE s.is_linked = 1 AND l.remote_name IS NOT NULL`,
  agentProxies: `SELECT p.name, c.credential_identity AS account
FROM msdb.dbo.sysproxies AS p JOIN sys.credentials AS c ON c.credential_id = p.credential_id`,
  agentJobs: 'SELECT name, SUSER_SNAME(owner_sid) AS account FROM msdb.dbo.sysjobs',
  /** Parameter: login. Most are kept only where the policy of Windows applies to it. */
  loginState: `SELECT CONVERT(int, LOGINPROPERTY(@login, 'IsLocked')) AS locked, CONVERT(int, LOGINPROPERTY(@login, 'IsExpired')) AS expired,
  CONVERT(int, LOGINPROPERTY(@login, 'IsMustChange')) AS must_change, CONVERT(int, LOGINPROPERTY(@login, 'BadPasswordCount')) AS bad_passwords`,
  /** Parameter: login. Without VIEW SERVER STATE only the own session is seen. */
  sessions: `SELECT program_name AS program FROM sys.dm_exec_sessions
WHERE is_user_process = 1 AND session_id <> @@SPID AND (login_name = @login OR original_login_name = @login)`,
} as const
