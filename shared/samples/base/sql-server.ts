import type { Facts } from '../../facts/index.ts'
import type { Machine } from './machine.ts'
import { serviceSids } from './service-sids.data.ts'
import { localServiceAccount, type Service, systemAccount } from './services.ts'

type SqlInstance = Facts['sql-server']['instances'][number]
export type SqlLogin = SqlInstance['logins'][number]
type DatabaseAccess = SqlLogin['databases'][number]

/** Databases of every instance. */
export const systemDatabases = ['master', 'model', 'msdb', 'tempdb'] as const

/** Services of a default instance of SQL Server 2022 (160) or 2019 (150). */
export function sqlServices(major: 16 | 15): Service[] {
  const binn = `C:\\Program Files\\Microsoft SQL Server\\MSSQL${major}.MSSQLSERVER\\MSSQL\\Binn`
  const shared = `C:\\Program Files\\Microsoft SQL Server\\90\\Shared`
  const virtual = (name: keyof typeof serviceSids): Pick<Service, 'account' | 'accountSid'> => ({
    account: `NT Service\\${name}`,
    accountSid: serviceSids[name],
  })
  const auto = { state: 'running', startMode: 'auto', delayedStart: false } as const
  return [
    {
      name: 'MSSQLSERVER',
      displayName: 'SQL Server (MSSQLSERVER)',
      ...virtual('MSSQLSERVER'),
      executable: `${binn}\\sqlservr.exe`,
      ...auto,
    },
    {
      name: 'SQLSERVERAGENT',
      displayName: 'SQL Server Agent (MSSQLSERVER)',
      ...virtual('SQLSERVERAGENT'),
      executable: `${binn}\\SQLAGENT.EXE`,
      ...auto,
    },
    {
      name: 'SQLTELEMETRY',
      displayName: 'SQL Server CEIP service (MSSQLSERVER)',
      ...virtual('SQLTELEMETRY'),
      executable: `${binn}\\sqlceip.exe`,
      ...auto,
    },
    {
      name: 'SQLBrowser',
      displayName: 'SQL Server Browser',
      ...localServiceAccount,
      executable: `${shared.replace('Files', 'Files (x86)')}\\sqlbrowser.exe`,
      state: 'stopped',
      startMode: 'disabled',
    },
    { name: 'SQLWriter', displayName: 'SQL Server VSS Writer', ...systemAccount, executable: `${shared}\\sqlwriter.exe`, ...auto },
  ]
}

/** Logins that the setup of SQL Server makes. */
export function systemLogins(machine: Machine, serverAdministrator: SqlLogin['enabled']): SqlLogin[] {
  const authority = machine.language === 'de' ? 'NT-AUTORITÄT' : 'NT AUTHORITY'
  const internal = { kind: 'sql', enabled: false, policyChecked: true, expirationChecked: false } as const
  const windows = { kind: 'windows-user', policyChecked: null, expirationChecked: null } as const
  return [
    sqlLogin('sa', {
      ...internal,
      sid: '0x01',
      enabled: serverAdministrator,
      serverRoles: ['sysadmin'],
      passwordLastSet: '2024-05-14T18:22:41Z',
    }),
    sqlLogin('##MS_PolicyEventProcessingLogin##', {
      ...internal,
      sid: '0x1A5F0C6D3B8E4D439A27C1F05E7B2D94',
      passwordLastSet: '2024-05-14T18:23:02Z',
    }),
    sqlLogin('##MS_PolicyTsqlExecutionLogin##', {
      ...internal,
      sid: '0x2C7E91D8A4F34B06B5D2E80F6139C7A1',
      passwordLastSet: '2024-05-14T18:23:02Z',
    }),
    ...(['MSSQLSERVER', 'SQLSERVERAGENT', 'SQLWriter', 'Winmgmt'] as const).map((name) =>
      sqlLogin(`NT SERVICE\\${name}`, { ...windows, sid: serviceSids[name], serverRoles: ['sysadmin'] }),
    ),
    sqlLogin('NT SERVICE\\SQLTELEMETRY', {
      ...windows,
      sid: serviceSids.SQLTELEMETRY,
      serverPermissions: ['CONNECT SQL', 'ALTER ANY EVENT SESSION', 'CONNECT ANY DATABASE', 'VIEW ANY DEFINITION', 'VIEW SERVER STATE'],
    }),
    sqlLogin(`${authority}\\SYSTEM`, {
      ...windows,
      sid: 'S-1-5-18',
      serverPermissions: ['CONNECT SQL', 'ALTER ANY AVAILABILITY GROUP', 'VIEW SERVER STATE'],
    }),
  ]
}

/** A SQL login with nothing but the right to sign in. */
export function sqlLogin(name: string, login: Pick<SqlLogin, 'sid'> & Partial<SqlLogin>): SqlLogin {
  return {
    name,
    kind: 'sql',
    enabled: true,
    policyChecked: true,
    expirationChecked: false,
    passwordLastSet: null,
    serverRoles: [],
    serverPermissions: ['CONNECT SQL'],
    databases: [],
    ...login,
  }
}

/** What one login is in one database; the permissions really held are those of its roles unless told otherwise. */
export function access(database: string, user: string, roles: readonly string[], more: Partial<DatabaseAccess> = {}): DatabaseAccess {
  return { database, user, owner: false, roles: ['public', ...roles], permissions: [], effective: null, writable: null, ...more }
}

/** Database permissions of a login that may read and nothing else, as SQL Server 2016 and later list them. */
export const readerPermissions: readonly string[] = [
  'CONNECT',
  'SELECT',
  'VIEW ANY COLUMN ENCRYPTION KEY DEFINITION',
  'VIEW ANY COLUMN MASTER KEY DEFINITION',
]
