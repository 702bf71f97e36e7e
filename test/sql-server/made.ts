import type { SqlSession } from '#electron/sql/session.ts'
import { bracketed, literal } from '#shared/sql-login/t-sql.ts'
import { type Credentials, newPassword, run } from './place.ts'

/** Logins that a test makes, with a password for each. */
export const made = {
  /** may do too much in ways that a script can take away */
  sync: { login: 'wsp_sync', password: newPassword() },
  /** has a grant of every kind, under names that need their brackets */
  wide: { login: "O'Neil ]sync", password: newPassword() },
  /** sees everything and may run as anybody */
  auditor: { login: 'auditor', password: newPassword() },
  /** sees next to nothing */
  stranger: { login: 'stranger', password: newPassword() },
  disabled: { login: 'disabled', password: newPassword() },
  refused: { login: 'refused by trigger', password: newPassword() },
  elsewhere: { login: 'starts in Closed', password: newPassword() },
} as const satisfies Record<string, Credentials>

export const databases = ['MAS_System', 'MAS_ABC', 'MAS_XYZ', 'Payroll', 'Archive', 'Moved', 'Closed', "Brien's ]data"] as const

const TRIGGER = 'erp_checkup_refuses'

/** Statements inside of a database. */
const inside = (database: string, ...statements: readonly string[]): string => `USE ${bracketed(database)}; ${statements.join('; ')};`

const login = (credentials: Credentials, options = 'CHECK_POLICY = OFF'): string =>
  `CREATE LOGIN ${bracketed(credentials.login)} WITH PASSWORD = ${literal(credentials.password)}, ${options};`

const name = (credentials: Credentials): string => bracketed(credentials.login)

/** Makes everything on an empty server; refuses one that holds what might be somebody's. */
export async function makeAll(admin: SqlSession): Promise<void> {
  const names = databases.map(literal).join(', ')
  const there = await run(admin, `SELECT name FROM sys.databases WHERE name IN (${names})`)
  if (there.length > 0) throw new Error(`the server is not empty: ${there.map((row) => row.name).join(', ')}`)
  const { sync, wide, auditor, stranger, disabled, refused, elsewhere } = made
  await run(
    admin,
    ...databases.map((database) => `CREATE DATABASE ${bracketed(database)};`),
    login(sync, 'CHECK_POLICY = ON, CHECK_EXPIRATION = OFF'),
    ...[wide, auditor, stranger, disabled, refused].map((each) => login(each)),
    login(elsewhere, 'CHECK_POLICY = OFF, DEFAULT_DATABASE = [Closed]'),
    `ALTER LOGIN ${name(disabled)} DISABLE;`,
    ...['VIEW ANY DEFINITION', 'CONNECT ANY DATABASE', 'IMPERSONATE ANY LOGIN'].map((each) => `GRANT ${each} TO ${name(auditor)};`),
    `EXECUTE (N'CREATE TRIGGER ${bracketed(TRIGGER)} ON ALL SERVER FOR LOGON AS IF ORIGINAL_LOGIN() = ${literal(refused.login).replaceAll("'", "''")} ROLLBACK;');`,
  )
  await makeSync(admin)
  await makeWide(admin)
}

async function makeSync(admin: SqlSession): Promise<void> {
  const sync = name(made.sync)
  await run(
    admin,
    `ALTER SERVER ROLE processadmin ADD MEMBER ${sync};`,
    `GRANT VIEW SERVER STATE TO ${sync};`,
    inside(
      'MAS_System',
      `CREATE USER [sync ]]user] FOR LOGIN ${sync}`,
      'ALTER ROLE db_datareader ADD MEMBER [sync ]]user]',
      'ALTER ROLE db_datawriter ADD MEMBER [sync ]]user]',
      "EXECUTE (N'CREATE SCHEMA staging')",
      'CREATE TABLE dbo.Items (Id int, Price money)',
      "EXECUTE (N'CREATE PROCEDURE dbo.rebuild AS SELECT 1 AS one')",
      'GRANT EXECUTE ON OBJECT::dbo.rebuild TO [sync ]]user]',
      'GRANT ALTER ON SCHEMA::staging TO [sync ]]user]',
    ),
    inside('Archive', `CREATE USER [old name] FOR LOGIN ${sync}`, 'ALTER ROLE db_owner ADD MEMBER [old name]'),
    // Somebody else's, and nobody's: neither of them is the login of the same name.
    inside('MAS_XYZ', `CREATE USER ${sync} WITHOUT LOGIN`, `ALTER ROLE db_owner ADD MEMBER ${sync}`),
    `ALTER AUTHORIZATION ON DATABASE::[Payroll] TO ${sync};`,
    'USE [master];',
  )
}

async function makeWide(admin: SqlSession): Promise<void> {
  const wide = name(made.wide)
  const data = bracketed(databases[7])
  await run(
    admin,
    `CREATE SERVER ROLE [ops ]]'];`,
    `ALTER SERVER ROLE [ops ]]'] ADD MEMBER ${wide};`,
    `ALTER SERVER ROLE processadmin ADD MEMBER [ops ]]'];`,
    `GRANT IMPERSONATE ON LOGIN::${name(made.stranger)} TO ${wide} WITH GRANT OPTION;`,
    `GRANT VIEW DEFINITION ON ENDPOINT::[TSQL Default TCP] TO ${wide};`,
    `GRANT ALTER TRACE TO ${wide};`,
    `DENY VIEW ANY DATABASE TO ${wide};`,
    `USE ${data};`,
    `CREATE USER ${wide} FOR LOGIN ${wide};`,
    'CREATE ROLE [inner];',
    'CREATE ROLE [outer];',
    `CREATE ROLE [own] AUTHORIZATION ${wide};`,
    `ALTER ROLE [inner] ADD MEMBER ${wide};`,
    'ALTER ROLE [outer] ADD MEMBER [inner];',
    'ALTER ROLE db_datawriter ADD MEMBER [outer];',
    'CREATE TABLE dbo.[It]]ems] (Id int, Price money);',
    'CREATE TABLE dbo.Closed (Id int);',
    "EXECUTE (N'CREATE SCHEMA [st.age]');",
    `GRANT UPDATE (Price) ON OBJECT::dbo.[It]]ems] TO ${wide};`,
    `GRANT REFERENCES ON OBJECT::dbo.Closed TO ${wide};`,
    `DENY INSERT, UPDATE, DELETE ON OBJECT::dbo.Closed TO ${wide};`,
    `GRANT ALTER ON SCHEMA::[st.age] TO ${wide};`,
    `GRANT SHOWPLAN TO ${wide} WITH GRANT OPTION;`,
    `DENY CREATE TABLE TO ${wide};`,
    'USE [master];',
    // Restored by another one than its owner: the server says sa, and inside of it the owner is still dbo.
    `ALTER AUTHORIZATION ON DATABASE::[Moved] TO ${wide};`,
    "BACKUP DATABASE [Moved] TO DISK = N'erp-checkup-moved.bak' WITH INIT;",
    'DROP DATABASE [Moved];',
    "RESTORE DATABASE [Moved] FROM DISK = N'erp-checkup-moved.bak';",
  )
}

/** Takes away what was made, as far as it is there. */
export async function removeAll(admin: SqlSession): Promise<void> {
  const statements = [
    'USE [master];',
    `IF EXISTS (SELECT 1 FROM sys.server_triggers WHERE name = ${literal(TRIGGER)}) DROP TRIGGER ${bracketed(TRIGGER)} ON ALL SERVER;`,
    ...databases.map((database) => `IF DB_ID(${literal(database)}) IS NOT NULL DROP DATABASE ${bracketed(database)};`),
    `ALTER SERVER ROLE [ops ]]'] DROP MEMBER ${name(made.wide)};`,
    `DROP SERVER ROLE [ops ]]'];`,
    ...Object.values(made).map((each) => `DROP LOGIN ${name(each)};`),
  ]
  for (const statement of statements) await admin.query(statement)
}
