import type { Facts } from '../../facts/index.ts'
import type { Snapshot } from '../../formats/snapshot.ts'
import { builtInGroups, builtInUsers, localAccountGroups, madeUser, userMember } from '../base/accounts.ts'
import { antivirusOf, erpDriverProgram, erpDriverServices, guestTools, sagePrograms, sageService } from '../base/erp.ts'
import { localSid, type Machine } from '../base/machine.ts'
import { firewallProfilesOn, inboundRule, inboundRules, listener, listeners } from '../base/network.ts'
import { process, processes } from '../base/processes.ts'
import { commonPrograms, program, sqlPrograms } from '../base/programs.ts'
import { scheduledTasks } from '../base/scheduled-tasks.ts'
import { serviceSids } from '../base/service-sids.data.ts'
import { inServiceOrder, type Service, systemAccount, windowsServices } from '../base/services.ts'
import { collectedAll, snapshot as snapshotOf } from '../base/snapshot.ts'
import { access, readerPermissions, type SqlLogin, sqlLogin, sqlServices, systemDatabases, systemLogins } from '../base/sql-server.ts'
import { userRights } from '../base/user-rights.ts'

const machine: Machine = {
  name: 'ERP01',
  language: 'en',
  membership: 'workgroup',
  machineSid: 'S-1-5-21-1577342894-2306119045-1180927663',
  domain: null,
}
const users = { erpsync: 1002, cimconsult: 1003, rsample: 1004, warehouse: 1005, vendor_support: 1006 } as const
const reader = { account: 'ERP01\\rsample', accountSid: localSid(machine, users.rsample) } as const
const sqlServer = 'C:\\Program Files\\Microsoft SQL Server\\MSSQL15.MSSQLSERVER\\MSSQL\\Binn\\sqlservr.exe'
const sageFolder = 'D:\\Sage\\Sage 100 Premium\\MAS90\\Home'
const goToFolder = 'C:\\Program Files (x86)\\GoToAssist Remote Support Customer\\1732'
const screenConnect = 'ScreenConnect Client (3f9c2a71d05be684)'
const screenConnectFolder = `C:\\Program Files (x86)\\${screenConnect}`
const teamViewerFolder = 'C:\\Program Files\\TeamViewer'

export function snapshot(): Snapshot {
  const services = serviceList()
  const masked = { 'scheduled-tasks': ['\\Order export nightly: an argument that looks like a password was masked'] }
  const probes = collectedAll(factsOf(services), masked)
  return snapshotOf('2026-11-17T19:26:12Z', { elevated: true, userSid: reader.accountSid }, probes)
}

function factsOf(services: readonly Service[]): Facts {
  return {
    ...accountFacts(),
    ...networkFacts(),
    host: {
      name: machine.name,
      membership: 'workgroup',
      domain: null,
      netbiosDomain: null,
      os: { product: 'Windows Server 2019 Standard', build: '17763.9121', server: true },
      bootedAt: '2026-09-26T05:31:12Z',
      session: { kind: 'rdp', client: 'OFFICE-PC7' },
      autologonConfigured: false,
    },
    services: { services },
    programs: { programs: programList() },
    processes: processes(
      machine,
      services,
      [{ ...reader, programs: ['C:\\Users\\rsample\\Downloads\\erp-checkup-portable.exe', `${teamViewerFolder}\\TeamViewer.exe`] }],
      [
        process(`${goToFolder}\\g2ax_comm_customer.exe`, { account: 'NT AUTHORITY\\SYSTEM', accountSid: 'S-1-5-18' }),
        process(`${goToFolder}\\g2ax_user_customer.exe`, reader),
        process(`${screenConnectFolder}\\ScreenConnect.WindowsClient.exe`, reader),
      ],
    ),
    'remote-access-files': {
      present: [
        { tool: 'goto-assist-customer-v4', path: 'C:\\Program Files (x86)\\GoToAssist Remote Support Customer' },
        { tool: 'screenconnect-client', path: screenConnectFolder },
        { tool: 'teamviewer', path: teamViewerFolder },
        { tool: 'anydesk', path: 'C:\\ProgramData\\AnyDesk' },
      ],
    },
    'scheduled-tasks': scheduledTasks([
      {
        path: '\\Order export nightly',
        account: 'ERP01\\erpsync',
        accountSid: localSid(machine, users.erpsync),
        enabled: true,
        elevated: true,
        storesPassword: true,
        command: 'C:\\Scripts\\order-export.cmd /target \\\\NAS01\\orders /password ***',
      },
      {
        path: '\\MAS90 folder backup',
        account: 'ERP01\\Administrator',
        accountSid: localSid(machine, 500),
        enabled: true,
        elevated: true,
        storesPassword: true,
        command: 'C:\\Windows\\System32\\Robocopy.exe D:\\Sage \\\\NAS01\\sage-backup /MIR /R:1',
      },
    ]),
    logons: logonFacts(),
    'sql-server': sqlFacts(),
    antivirus: antivirusOf('2026-11-17T07:02:48Z'),
    updates: { lastInstalledAt: '2026-09-26T05:20:00Z', rebootPending: true },
    'tls-endpoints': { endpoints: [] },
    connector: { installations: [] },
  }
}

function serviceList(): Service[] {
  const syncUser = { account: '.\\erpsync', accountSid: localSid(machine, users.erpsync) }
  const auto = { state: 'running', startMode: 'auto', delayedStart: false } as const
  return inServiceOrder([
    ...windowsServices(machine.language),
    ...guestTools().services,
    ...sqlServices(15),
    sageService('Premium', syncUser),
    ...erpDriverServices(syncUser),
    {
      name: 'LabelQueue',
      displayName: 'Label Queue Service',
      ...syncUser,
      executable: 'C:\\Program Files (x86)\\Sample Label Queue\\lqsvc.exe',
      ...auto,
    },
    {
      name: 'GoToAssist Remote Support Customer',
      displayName: 'GoToAssist Remote Support Customer',
      ...systemAccount,
      executable: `${goToFolder}\\g2ax_service.exe`,
      ...auto,
    },
    {
      name: screenConnect,
      displayName: screenConnect,
      ...systemAccount,
      executable: `${screenConnectFolder}\\ScreenConnect.ClientService.exe`,
      ...auto,
    },
    { name: 'TeamViewer', displayName: 'TeamViewer', ...systemAccount, executable: `${teamViewerFolder}\\TeamViewer_Service.exe`, ...auto },
  ])
}

function programList(): Facts['programs']['programs'] {
  return [
    ...commonPrograms(),
    ...sqlPrograms('2019'),
    ...sagePrograms('Premium', '2025-06-21'),
    ...guestTools().programs,
    erpDriverProgram('2023-02-09'),
    program('GoToAssist Customer 4.8.0.1732', 'LogMeIn, Inc.', '4.8.0.1732', {
      installedOn: '2023-02-08',
      location: goToFolder,
      uninstallCommand: `"${goToFolder}\\g2ax_uninstaller_customer.exe" /uninstall`,
    }),
    program(screenConnect, 'ScreenConnect Software', '25.6.9.9345', {
      installedOn: '2024-08-30',
      uninstallCommand: 'MsiExec.exe /X{B8E4D3A7-5C21-4F96-8D07-1A6E9C3B5F42}',
    }),
    program('TeamViewer Host', 'TeamViewer', '15.68.5', {
      installedOn: '2021-11-03',
      location: teamViewerFolder,
      uninstallCommand: `"${teamViewerFolder}\\uninstall.exe"`,
    }),
    program('Sample Label Queue', 'Sample Label Software', '3.4.0', {
      installedOn: '2022-05-19',
      location: 'C:\\Program Files (x86)\\Sample Label Queue\\',
      uninstallCommand: 'MsiExec.exe /X{04D7E5F9-2B61-4E38-A9C0-7F1D5B8E6A23}',
    }),
    program('Mozilla Firefox ESR (x64 en-US)', 'Mozilla', '140.4.0', {
      installedOn: '2025-10-15',
      location: 'C:\\Program Files\\Mozilla Firefox',
      uninstallCommand: '"C:\\Program Files\\Mozilla Firefox\\uninstall\\helper.exe"',
    }),
  ]
}

function accountFacts(): Pick<Facts, 'local-users' | 'local-groups' | 'account-groups' | 'user-rights' | 'account-policy'> {
  const syncSid = localSid(machine, users.erpsync)
  return {
    'local-users': { users: userList() },
    'local-groups': {
      groups: builtInGroups(machine, {
        544: [
          userMember(machine, 'Administrator', 500),
          userMember(machine, 'erpsync', users.erpsync),
          userMember(machine, 'cimconsult', users.cimconsult),
          userMember(machine, 'rsample', users.rsample),
        ],
        545: [userMember(machine, 'warehouse', users.warehouse), userMember(machine, 'vendor_support', users.vendor_support)],
        555: [userMember(machine, 'warehouse', users.warehouse), userMember(machine, 'vendor_support', users.vendor_support)],
      }),
    },
    'account-groups': { accounts: [{ name: '.\\erpsync', sid: syncSid, groups: localAccountGroups(machine, [544]), complete: true }] },
    'user-rights': userRights(machine.language, {
      SeServiceLogonRight: [
        { sid: syncSid, name: 'ERP01\\erpsync' },
        { sid: serviceSids.MSSQLSERVER, name: 'NT SERVICE\\MSSQLSERVER' },
      ],
      SeBatchLogonRight: [{ sid: syncSid, name: 'ERP01\\erpsync' }],
    }),
    'account-policy': {
      minPasswordLength: 7,
      minPasswordAgeDays: 0,
      passwordHistory: 0,
      maxPasswordAgeDays: null,
      lockoutThreshold: 0,
      lockoutMinutes: 30,
    },
  }
}

function userList(): Facts['local-users']['users'] {
  return [
    ...builtInUsers(machine, {
      enabled: true,
      passwordExpires: false,
      passwordLastSet: '2021-10-28T14:11:06Z',
      lastLogon: '2026-11-12T13:08:27Z',
      badPasswordCount: 4,
    }),
    madeUser(machine, users.cimconsult, {
      name: 'cimconsult',
      fullName: 'CIMcloud consultant',
      comment: 'For the web store deployment',
      passwordLastSet: '2023-02-08T15:31:52Z',
      lastLogon: '2025-01-22T19:44:10Z',
    }),
    madeUser(machine, users.erpsync, {
      name: 'erpsync',
      fullName: 'ERP sync',
      comment: 'Sage 100, web store sync, labels and export',
      passwordLastSet: '2023-02-09T16:44:31Z',
      lastLogon: '2026-11-17T06:00:01Z',
    }),
    madeUser(machine, users.rsample, {
      name: 'rsample',
      fullName: 'Robin Sample',
      passwordLastSet: '2024-04-15T12:20:45Z',
      lastLogon: '2026-11-17T19:18:39Z',
      badPasswordCount: 1,
    }),
    madeUser(machine, users.vendor_support, {
      name: 'vendor_support',
      comment: 'Label printers',
      passwordLastSet: '2022-05-19T17:03:22Z',
      lastLogon: '2022-05-20T16:37:00Z',
    }),
    madeUser(machine, users.warehouse, {
      name: 'warehouse',
      fullName: 'Warehouse terminal',
      passwordLastSet: '2022-01-11T21:55:18Z',
      lastLogon: '2026-11-17T12:01:33Z',
    }),
  ]
}

function networkFacts(): Pick<Facts, 'listeners' | 'firewall' | 'remote-desktop'> {
  return {
    listeners: listeners('192.0.2.10', [
      listener('tcp', 1433, sqlServer),
      listener('tcp', 5939, `${teamViewerFolder}\\TeamViewer_Service.exe`, '127.0.0.1'),
      listener('tcp', 10000, `${sageFolder}\\pvxwin32.exe`),
    ]),
    firewall: {
      profiles: firewallProfilesOn,
      inboundAllow: inboundRules(machine.language, { remoteDesktop: 'any', remoteManagement: 'any' }, [
        inboundRule('SQL', 'TCP', '1433'),
        inboundRule('Sage 100', 'TCP', '10000'),
        inboundRule('TeamViewer Remote Control Application', 'TCP', 'any', { program: `${teamViewerFolder}\\TeamViewer.exe` }),
        inboundRule('TeamViewer Remote Control Service', 'TCP', 'any', { program: `${teamViewerFolder}\\TeamViewer_Service.exe` }),
      ]),
    },
    'remote-desktop': { enabled: true, port: 3389, networkLevelAuthentication: false, remoteAssistance: false, setByPolicy: [] },
  }
}

function logonFacts(): Facts['logons'] {
  const account = (name: keyof typeof users) => ({ account: `ERP01\\${name}`, accountSid: localSid(machine, users[name]) })
  return {
    since: '2026-08-04T10:02:33Z',
    remote: [
      { ...account('rsample'), at: '2026-10-29T18:40:11Z', kind: 'rdp', from: '192.0.2.57' },
      { ...account('erpsync'), at: '2026-11-05T15:12:46Z', kind: 'rdp', from: '198.51.100.23' },
      { account: 'ERP01\\Administrator', accountSid: localSid(machine, 500), at: '2026-11-12T13:08:26Z', kind: 'rdp', from: '192.0.2.57' },
      { ...account('warehouse'), at: '2026-11-17T12:01:33Z', kind: 'rdp', from: '192.0.2.81' },
      { ...account('rsample'), at: '2026-11-17T19:18:38Z', kind: 'rdp', from: '192.0.2.57' },
    ],
    sessions: [
      { ...account('rsample'), kind: 'rdp', state: 'active' },
      { ...account('warehouse'), kind: 'rdp', state: 'disconnected' },
    ],
  }
}

function sqlFacts(): Facts['sql-server'] {
  return {
    instances: [
      {
        name: 'ERP01',
        version: '15.0.4430.1',
        databases: [...systemDatabases, 'LabelQueue', 'MAS_SVF', 'MAS_System', 'MAS_TST'],
        visibility: 'full',
        logins: [...systemLogins(machine, true), ...ownLogins()],
      },
    ],
  }
}

const ownerPermissions = [
  'ALTER',
  'CONNECT',
  'CONTROL',
  'CREATE TABLE',
  'DELETE',
  'EXECUTE',
  'INSERT',
  'SELECT',
  'TAKE OWNERSHIP',
  'UPDATE',
  'VIEW DEFINITION',
] as const

function ownLogins(): SqlLogin[] {
  const companies = ['MAS_System', 'MAS_SVF', 'MAS_TST']
  const sync = (database: string, roles: readonly string[], effective: readonly string[], writable: number) =>
    access(database, 'erp_sync', roles, { effective, writable })
  return [
    sqlLogin('BUILTIN\\Administrators', {
      sid: 'S-1-5-32-544',
      kind: 'windows-group',
      policyChecked: null,
      expirationChecked: null,
      serverRoles: ['sysadmin'],
    }),
    sqlLogin('MAS_User', {
      sid: '0x3E9B07D15C6A2F4890E1B4D7A8C35F62',
      passwordLastSet: '2022-01-08T09:14:50Z',
      databases: companies.map((database) => access(database, 'MAS_User', ['db_owner'])),
    }),
    sqlLogin('MAS_Reports', {
      sid: '0xA1658E2D7F4C0B3995D8C2E6174FB03A',
      passwordLastSet: '2022-01-08T09:14:51Z',
      databases: companies.map((database) => access(database, 'MAS_Reports', ['db_datareader'])),
    }),
    sqlLogin('erp_sync', {
      sid: '0x58C7F3B2E1D04A6C8B97A5E0D2614F9D',
      policyChecked: false,
      passwordLastSet: '2023-02-09T17:19:38Z',
      databases: [
        sync('MAS_System', ['db_datareader'], readerPermissions, 0),
        sync('MAS_SVF', ['db_owner'], ownerPermissions, 1843),
        sync('MAS_TST', ['db_datareader', 'db_datawriter'], [...readerPermissions, 'DELETE', 'INSERT', 'UPDATE'], 1837),
        sync('LabelQueue', ['db_datareader', 'db_datawriter'], [...readerPermissions, 'DELETE', 'INSERT', 'UPDATE'], 14),
      ],
    }),
    sqlLogin('labels', {
      sid: '0xC40D91E7263B5F8AA7E2F6183D9C05B4',
      policyChecked: false,
      passwordLastSet: '2022-05-19T17:31:09Z',
      databases: [access('LabelQueue', 'labels', ['db_owner'])],
    }),
  ]
}
