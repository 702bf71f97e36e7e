import type { Facts } from '../../facts/index.ts'
import type { Snapshot } from '../../formats/snapshot.ts'
import { builtInGroups, builtInUsers, localAccountGroups, type Member, madeUser, userMember } from '../base/accounts.ts'
import { antivirusOf, guestTools, sage300Programs, sage300Services } from '../base/erp.ts'
import { host } from '../base/host.ts'
import { localSid, type Machine } from '../base/machine.ts'
import { firewallProfilesOn, inboundRule, inboundRules, listener, listeners } from '../base/network.ts'
import { processes } from '../base/processes.ts'
import { commonPrograms, program, sqlPrograms } from '../base/programs.ts'
import { scheduledTasks } from '../base/scheduled-tasks.ts'
import { serviceSids } from '../base/service-sids.data.ts'
import { inServiceOrder, type Service, windowsServices } from '../base/services.ts'
import { collectedAll, snapshot as snapshotOf } from '../base/snapshot.ts'
import { access, readerPermissions, type SqlLogin, sqlLogin, sqlServices, systemDatabases, systemLogins } from '../base/sql-server.ts'
import { userRights } from '../base/user-rights.ts'

const machine: Machine = {
  name: 'SMH-ERP1',
  language: 'en',
  membership: 'workgroup',
  machineSid: 'S-1-5-21-2718840563-1035527794-3364019852',
  domain: null,
}
const users = { svc_forecast: 1003, sspecimen: 1004, purchasing: 1005, warehouse: 1006 } as const
const syncUser = { account: '.\\svc_forecast', accountSid: localSid(machine, users.svc_forecast) } as const
const reader = { account: 'SMH-ERP1\\sspecimen', accountSid: localSid(machine, users.sspecimen) } as const
const sqlServer = 'C:\\Program Files\\Microsoft SQL Server\\MSSQL16.MSSQLSERVER\\MSSQL\\Binn\\sqlservr.exe'
const connectorFolder = 'D:\\Inventory Advisor Connector'
const connectorProgram = `${connectorFolder}\\bin\\iac-service.exe`

export function snapshot(): Snapshot {
  const services = serviceList()
  const probes = collectedAll({
    ...accountFacts(),
    ...networkFacts(),
    host: host(machine, '2022', { bootedAt: '2026-11-14T22:08:17Z', session: { kind: 'console', client: null } }),
    services: { services },
    programs: {
      programs: [
        ...commonPrograms(),
        ...sqlPrograms('2022'),
        ...sage300Programs('2025-06-07'),
        ...guestTools().programs,
        program('Inventory Advisor Connector 4.2', 'Example Forecasting', '4.2.7', {
          installedOn: '2025-06-09',
          location: `${connectorFolder}\\`,
          uninstallCommand: `"${connectorFolder}\\uninstall.exe"`,
        }),
      ],
    },
    processes: processes(machine, services, [{ ...reader, programs: ['E:\\erp-checkup-portable.exe'] }]),
    'remote-access-files': { present: [] },
    'scheduled-tasks': scheduledTasks(),
    logons: {
      since: '2026-07-02T10:40:28Z',
      remote: [
        { ...person('purchasing'), at: '2026-11-19T12:51:33Z', kind: 'rdp', from: '192.0.2.135' },
        { ...person('warehouse'), at: '2026-11-20T11:04:16Z', kind: 'rdp', from: '192.0.2.138' },
      ],
      sessions: [
        { ...reader, kind: 'console', state: 'active' },
        { ...person('warehouse'), kind: 'rdp', state: 'active' },
      ],
    },
    'sql-server': { instances: [sqlInstance()] },
    antivirus: antivirusOf('2026-11-20T05:33:41Z'),
    updates: { lastInstalledAt: '2026-11-14T21:57:00Z', rebootPending: false },
    'tls-endpoints': { endpoints: [] },
    connector: { installations: [connectorInstallation()] },
  })
  return snapshotOf('2026-11-20T15:06:44Z', { elevated: true, userSid: reader.accountSid }, probes)
}

function person(name: keyof typeof users): { readonly account: string; readonly accountSid: string } {
  return { account: `SMH-ERP1\\${name}`, accountSid: localSid(machine, users[name]) }
}

/** The pair for the transfer is from a former server: it came along with the folder, and the drive lets every user read. */
function connectorInstallation(): Facts['connector']['installations'][number] {
  const guarded = [
    { sid: 'S-1-5-18', name: 'NT AUTHORITY\\SYSTEM' },
    { sid: 'S-1-5-32-544', name: 'BUILTIN\\Administrators' },
  ]
  const open = [...guarded, { sid: 'S-1-5-32-545', name: 'BUILTIN\\Users' }, { sid: 'S-1-1-0', name: 'Everyone' }]
  const keys = `${connectorFolder}\\keys`
  return {
    product: 'Inventory Advisor Connector',
    location: connectorFolder,
    keys: [
      {
        path: `${keys}\\messages_rsa`,
        kind: 'private',
        algorithm: 'RSA',
        bits: 2048,
        readableBy: [...guarded, { sid: syncUser.accountSid, name: 'SMH-ERP1\\svc_forecast' }],
      },
      { path: `${keys}\\messages_rsa.pub`, kind: 'public', algorithm: 'RSA', bits: 2048, readableBy: open },
      { path: `${keys}\\transfer_rsa`, kind: 'private', algorithm: 'RSA', bits: 1024, readableBy: open },
      { path: `${keys}\\transfer_rsa.pub`, kind: 'public', algorithm: 'RSA', bits: 1024, readableBy: open },
    ],
    reachability: [
      { host: 'comms.example.com', port: 80, via: 'direct', ok: false, error: 'connect ETIMEDOUT 198.51.100.24:80' },
      { host: 'comms.example.com', port: 443, via: 'direct', ok: true, error: null },
    ],
  }
}

function serviceList(): Service[] {
  return inServiceOrder([
    ...windowsServices(machine.language),
    ...guestTools().services,
    ...sqlServices(16),
    ...sage300Services('desktop-only'),
    {
      name: 'InventoryAdvisorConnector',
      displayName: 'Inventory Advisor Connector',
      ...syncUser,
      executable: connectorProgram,
      state: 'running',
      startMode: 'auto',
      delayedStart: true,
    },
  ])
}

function accountFacts(): Pick<Facts, 'local-users' | 'local-groups' | 'account-groups' | 'user-rights' | 'account-policy'> {
  const member = (name: keyof typeof users): Member => userMember(machine, name, users[name])
  const user = (name: keyof typeof users, fullName: string, passwordLastSet: string, lastLogon: string, comment = '') =>
    madeUser(machine, users[name], { name, fullName, comment, passwordLastSet, lastLogon })
  const syncHolder = { sid: syncUser.accountSid, name: 'SMH-ERP1\\svc_forecast' }
  return {
    'local-users': {
      users: [
        ...builtInUsers(machine, { enabled: false, passwordLastSet: '2025-06-05T09:14:26Z', lastLogon: '2025-06-07T16:20:41Z' }),
        user('purchasing', 'Purchasing', '2026-03-16T09:02:00Z', '2026-11-19T12:51:32Z'),
        user('sspecimen', 'Sam Specimen', '2026-03-16T08:55:00Z', '2026-11-20T14:48:05Z'),
        user('svc_forecast', 'Forecast connector', '2026-06-11T12:30:47Z', '2026-11-14T22:11:02Z', 'Inventory Advisor Connector only'),
        user('warehouse', 'Warehouse', '2026-03-16T09:06:00Z', '2026-11-20T11:04:15Z'),
      ],
    },
    'local-groups': {
      groups: builtInGroups(machine, {
        544: [userMember(machine, 'Administrator', 500), member('sspecimen')],
        545: [member('purchasing'), member('svc_forecast'), member('warehouse')],
        555: [member('purchasing'), member('warehouse')],
      }),
    },
    'account-groups': {
      accounts: [{ name: syncUser.account, sid: syncUser.accountSid, groups: localAccountGroups(machine, []), complete: true }],
    },
    'user-rights': userRights(machine.language, {
      SeServiceLogonRight: [syncHolder, { sid: serviceSids.MSSQLSERVER, name: 'NT SERVICE\\MSSQLSERVER' }],
      SeDenyRemoteInteractiveLogonRight: [syncHolder],
      SeDenyInteractiveLogonRight: [syncHolder],
    }),
    'account-policy': {
      minPasswordLength: 12,
      minPasswordAgeDays: 0,
      passwordHistory: 8,
      maxPasswordAgeDays: null,
      lockoutThreshold: 10,
      lockoutMinutes: 15,
    },
  }
}

/** The connector's status page answers this server alone: it needs no way in. */
function networkFacts(): Pick<Facts, 'listeners' | 'firewall' | 'remote-desktop'> {
  return {
    listeners: listeners('192.0.2.130', [listener('tcp', 1433, sqlServer), listener('tcp', 8790, connectorProgram, '127.0.0.1')]),
    firewall: {
      profiles: firewallProfilesOn,
      inboundAllow: inboundRules(machine.language, { remoteDesktop: 'LocalSubnet', remoteManagement: 'LocalSubnet' }, [
        inboundRule('SQL Server (workstations)', 'TCP', '1433', { remoteAddresses: 'LocalSubnet', program: sqlServer }),
      ]),
    },
    'remote-desktop': { enabled: true, port: 3389, networkLevelAuthentication: true, remoteAssistance: false, setByPolicy: [] },
  }
}

function sqlInstance(): Facts['sql-server']['instances'][number] {
  return {
    name: 'SMH-ERP1',
    version: '16.0.4265.3',
    databases: [...systemDatabases, 'SMHDAT', 'SMHSYS'],
    visibility: 'full',
    logins: [...systemLogins(machine, false), ...ownLogins()],
  }
}

function ownLogins(): SqlLogin[] {
  return [
    sqlLogin('SMH-ERP1\\sspecimen', {
      sid: reader.accountSid,
      kind: 'windows-user',
      policyChecked: null,
      expirationChecked: null,
      serverRoles: ['sysadmin'],
    }),
    sqlLogin('SAGE300', {
      sid: '0x61C8F02B9D7E4A35B4E1D90C2F86A573',
      passwordLastSet: '2025-06-07T15:02:19Z',
      databases: ['SMHSYS', 'SMHDAT'].map((database) => access(database, 'SAGE300', ['db_owner'])),
    }),
    sqlLogin('forecast_read', {
      sid: '0xC4097E5DA1B83F6290E6F47B8D25C31A',
      passwordLastSet: '2026-06-11T12:39:52Z',
      databases: [access('SMHDAT', 'forecast_read', ['db_datareader'], { effective: readerPermissions, writable: 0 })],
    }),
  ]
}
