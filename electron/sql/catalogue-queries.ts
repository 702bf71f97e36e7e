import { bracketed } from '#shared/sql-login/t-sql.ts'

/**
 * What is asked of SQL Server 2012 to 2025: catalogue views and functions alone, every column as text or number.
 *
 * Source: Microsoft, system catalogue views (sys.server_principals, sys.database_permissions …), LOGINPROPERTY, HAS_PERMS_BY_NAME.
 */
export const serverQueries = {
  /** Waits for nobody else's lock for longer than 5 s; holds for this connection alone. */
  lockTimeout: 'SET LOCK_TIMEOUT 5000',
  name: "SELECT CONVERT(nvarchar(256), SERVERPROPERTY('ServerName')) AS name",
  version: "SELECT CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion')) AS version",
  /** NULL: this server has no such permission. */
  sight: `SELECT CONVERT(int, HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW ANY DEFINITION')) AS definitions`,
  logins: `SELECT p.principal_id AS id, p.name, CONVERT(nvarchar(200), p.sid, 1) AS sid, CONVERT(nvarchar(2), p.type) AS type,
  CONVERT(int, p.is_disabled) AS disabled, CONVERT(int, l.is_policy_checked) AS policy, CONVERT(int, l.is_expiration_checked) AS expiration
FROM sys.server_principals AS p LEFT JOIN sys.sql_logins AS l ON l.principal_id = p.principal_id`,
  /** The property is in the server's own time; the zone of now is the best that every version can tell. */
  passwordTimes: `SELECT principal_id AS id,
  CONVERT(nvarchar(33), DATEADD(minute, -DATEPART(tzoffset, SYSDATETIMEOFFSET()), CONVERT(datetime, LOGINPROPERTY(name, 'PasswordLastSetTime'))), 126) AS at
FROM sys.sql_logins`,
  roleMembers: 'SELECT role_principal_id AS role, member_principal_id AS member FROM sys.server_role_members',
  permissions: `SELECT e.grantee_principal_id AS grantee, e.class AS class, e.permission_name AS permission, p.name AS principal,
  CONVERT(nvarchar(2), p.type) AS principal_type, n.name AS endpoint
FROM sys.server_permissions AS e
LEFT JOIN sys.server_principals AS p ON e.class = 101 AND p.principal_id = e.major_id
LEFT JOIN sys.endpoints AS n ON e.class = 105 AND n.endpoint_id = e.major_id
WHERE e.state IN ('G', 'W')`,
  databases: `SELECT name, CONVERT(int, state) AS state, CONVERT(nvarchar(200), owner_sid, 1) AS owner, CONVERT(int, HAS_DBACCESS(name)) AS entry,
  source_database_id AS source
FROM sys.databases`,
  replicas: 'SELECT DISTINCT replica_server_name AS name FROM sys.availability_replicas WHERE replica_server_name <> @@SERVERNAME',
} as const

/** The same for one database, by names of three parts: the connection stays where it is. */
export function databaseQueries(database: string) {
  const sys = `${bracketed(database)}.sys`
  return {
    principals: `SELECT principal_id AS id, name, CONVERT(nvarchar(2), type) AS type, CONVERT(nvarchar(200), sid, 1) AS sid,
  owning_principal_id AS owner FROM ${sys}.database_principals`,
    roleMembers: `SELECT role_principal_id AS role, member_principal_id AS member FROM ${sys}.database_role_members`,
    permissions: `SELECT e.grantee_principal_id AS grantee, e.class AS class, e.permission_name AS permission, e.major_id AS major,
  o.name AS object, os.name AS object_schema, c.name AS [column], s.name AS [schema], p.name AS principal, CONVERT(nvarchar(2), p.type) AS principal_type
FROM ${sys}.database_permissions AS e
LEFT JOIN ${sys}.all_objects AS o ON e.class = 1 AND o.object_id = e.major_id
LEFT JOIN ${sys}.schemas AS os ON os.schema_id = o.schema_id
LEFT JOIN ${sys}.all_columns AS c ON e.class = 1 AND e.minor_id > 0 AND c.object_id = e.major_id AND c.column_id = e.minor_id
LEFT JOIN ${sys}.schemas AS s ON e.class = 3 AND s.schema_id = e.major_id
LEFT JOIN ${sys}.database_principals AS p ON e.class = 4 AND p.principal_id = e.major_id
WHERE e.state IN ('G', 'W') AND NOT (e.class = 1 AND (e.major_id < 0 OR o.is_ms_shipped = 1))`,
  } as const
}

/**
 * What a login really holds in a database, as SQL Server itself computes it.
 *
 * Runs as that login inside of a batch of its own, so that the impersonation ends with it whatever happens. Needs IMPERSONATE on the
 * login. Objects of Microsoft are left out; the kinds are those that hold data or run code.
 */
export function effectiveQueries(database: string) {
  const sys = `${bracketed(database)}.sys`
  const asLogin = (text: string): string => `EXECUTE AS LOGIN = @login;
BEGIN TRY
  EXECUTE ${sys}.sp_executesql N'${text.replaceAll("'", "''")}';
END TRY
BEGIN CATCH
  REVERT;
  THROW;
END CATCH
REVERT;`
  return {
    permissions: asLogin("SELECT permission_name AS permission FROM sys.fn_my_permissions(NULL, 'DATABASE')"),
    writable: asLogin(`SELECT COUNT(*) AS objects FROM (
  SELECT QUOTENAME(s.name) + N'.' + QUOTENAME(o.name) AS full_name, RTRIM(o.type) AS type
  FROM sys.objects AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id
  WHERE o.is_ms_shipped = 0 AND o.type IN ('U', 'V', 'P', 'PC', 'X', 'FN', 'FS', 'AF', 'SN')) AS o
WHERE (o.type IN ('U', 'V') AND (HAS_PERMS_BY_NAME(o.full_name, 'OBJECT', 'INSERT') = 1
  OR HAS_PERMS_BY_NAME(o.full_name, 'OBJECT', 'UPDATE') = 1 OR HAS_PERMS_BY_NAME(o.full_name, 'OBJECT', 'DELETE') = 1
  OR HAS_PERMS_BY_NAME(o.full_name, 'OBJECT', 'ALTER') = 1))
  OR (o.type NOT IN ('U', 'V') AND HAS_PERMS_BY_NAME(o.full_name, 'OBJECT', 'EXECUTE') = 1)`),
  } as const
}

/** Windows groups that a Windows user is in, as SQL Server learns it from Windows when it runs as that user. */
export const loginTokenQuery = `EXECUTE AS LOGIN = @login;
BEGIN TRY
  SELECT DISTINCT CONVERT(nvarchar(200), sid, 1) AS sid FROM sys.login_token WHERE type = N'WINDOWS GROUP' AND usage <> N'DENY ONLY';
END TRY
BEGIN CATCH
  REVERT;
  THROW;
END CATCH
REVERT;`
