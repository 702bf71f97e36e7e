import type { Facts } from '../../facts/index.ts'
import type { Snapshot } from '../../formats/snapshot.ts'
import { builtInGroups, builtInUsers, domainMember, localAccountGroups, madeUser, userMember } from '../base/accounts.ts'
import { antivirusOf, erpDriverProgram, erpDriverServices, guestTools, sagePrograms, sageService } from '../base/erp.ts'
import { host } from '../base/host.ts'
import { domainSid, localSid, type Machine } from '../base/machine.ts'
import { firewallProfilesOn, inboundRule, inboundRules, listener, listeners } from '../base/network.ts'
import { process, processes } from '../base/processes.ts'
import { commonPrograms, program, sqlPrograms } from '../base/programs.ts'
import { scheduledTasks } from '../base/scheduled-tasks.ts'
import { serviceSids } from '../base/service-sids.data.ts'
import { domainMemberChanges, inServiceOrder, type Service, systemAccount, windowsServices } from '../base/services.ts'
import { collectedAll, snapshot as snapshotOf } from '../base/snapshot.ts'
import { access, readerPermissions, type SqlLogin, sqlLogin, sqlServices, systemDatabases, systemLogins } from '../base/sql-server.ts'
import { userRights } from '../base/user-rights.ts'

const machine: Machine = {
  name: 'EKW-ERP',
  language: 'en',
  membership: 'domain',
  machineSid: 'S-1-5-21-2019576634-3750263081-1486620597',
  domain: { dns: 'ekw.example.net', netbios: 'EKW', sid: 'S-1-5-21-3290641158-127745096-2873316504' },
}
const syncUser = { account: '.\\svc_erpdriver', accountSid: localSid(machine, 1004) } as const
const sageUser = { account: '.\\svc_sage', accountSid: localSid(machine, 1003) } as const
const vendor = { account: 'EKW-ERP\\cimdeploy', accountSid: localSid(machine, 1005) } as const
const reader = { account: 'EKW\\rexample', accountSid: domainSid(machine, 1131) } as const
const sqlServer = 'C:\\Program Files\\Microsoft SQL Server\\MSSQL16.MSSQLSERVER\\MSSQL\\Binn\\sqlservr.exe'
const sageServer = 'D:\\Sage\\Sage 100 Premium\\MAS90\\Home\\pvxwin32.exe'
const resolveId = '5308817246913350672'
const resolveFolder = `C:\\Program Files (x86)\\GoTo Resolve Unattended\\${resolveId}`

export function snapshot(): Snapshot {
  const services = serviceList()
  const system = { account: 'NT AUTHORITY\\SYSTEM', accountSid: 'S-1-5-18' } as const
  const probes = collectedAll({
    ...accountFacts(),
    ...networkFacts(),
    host: host(machine, '2022', { bootedAt: '2026-11-12T05:40:09Z', session: { kind: 'support-tool', client: null } }),
    services: { services },
    programs: { programs: programList() },
    processes: processes(
      machine,
      services,
      [{ ...reader, programs: ['C:\\Users\\rexample\\Desktop\\erp-checkup-portable.exe'] }],
      ['GoToResolveUnattended.exe', 'GoToResolveRemoteControl.exe', 'GoToResolveLoggerProcess.exe'].map((name) =>
        process(`${resolveFolder}\\${name}`, system),
      ),
    ),
    'remote-access-files': { present: [{ tool: 'goto-resolve-unattended', path: 'C:\\Program Files (x86)\\GoTo Resolve Unattended' }] },
    'scheduled-tasks': scheduledTasks(),
    logons: {
      since: '2026-09-15T06:00:38Z',
      remote: [
        { ...vendor, at: '2026-11-10T17:02:26Z', kind: 'rdp', from: '192.0.2.201' },
        { ...vendor, at: '2026-11-17T18:11:53Z', kind: 'rdp', from: '192.0.2.201' },
      ],
      sessions: [
        { ...reader, kind: 'console', state: 'active' },
        { ...vendor, kind: 'rdp', state: 'disconnected' },
      ],
    },
    'sql-server': { instances: [sqlInstance()] },
    antivirus: antivirusOf('2026-11-18T12:05:55Z'),
    updates: { lastInstalledAt: '2026-11-12T05:31:00Z', rebootPending: false },
    'tls-endpoints': { endpoints: [] },
    connector: { installations: [] },
  })
  return snapshotOf('2026-11-18T18:20:16Z', { elevated: true, userSid: reader.accountSid }, probes)
}

function serviceList(): Service[] {
  const resolve = `GoToResolve_${resolveId}`
  return inServiceOrder([
    ...windowsServices(machine.language, domainMemberChanges),
    ...guestTools().services,
    ...sqlServices(16),
    sageService('Premium', sageUser),
    ...erpDriverServices(syncUser),
    {
      name: resolve,
      displayName: resolve,
      ...systemAccount,
      executable: `${resolveFolder}\\GoToResolveProcessChecker.exe`,
      state: 'running',
      startMode: 'auto',
      delayedStart: false,
    },
  ])
}

function programList(): Facts['programs']['programs'] {
  return [
    ...commonPrograms(),
    ...sqlPrograms('2022'),
    ...sagePrograms('Premium', '2026-10-30'),
    ...guestTools().programs,
    erpDriverProgram('2026-11-10'),
    program('GoTo Resolve Unattended', 'GoTo Technologies USA, LLC', '1.34.2', {
      installedOn: '2026-11-09',
      location: resolveFolder,
      uninstallCommand: `"${resolveFolder}\\GoToResolveUnattendedRemover.exe" /uninstall`,
    }),
  ]
}

function accountFacts(): Pick<Facts, 'local-users' | 'local-groups' | 'account-groups' | 'user-rights' | 'account-policy'> {
  return {
    'local-users': {
      users: [
        ...builtInUsers(machine, { enabled: true, passwordLastSet: '2026-11-08T02:00:12Z', lastLogon: '2026-10-30T14:25:09Z' }),
        madeUser(machine, 1005, {
          name: 'cimdeploy',
          fullName: 'Deployment consultant',
          comment: 'For the deployment until 27 November 2026, then delete',
          passwordLastSet: '2026-11-09T14:12:33Z',
          lastLogon: '2026-11-17T18:11:52Z',
        }),
        madeUser(machine, 1004, {
          name: 'svc_erpdriver',
          fullName: 'ERP Driver',
          comment: 'Used by the WSP services only.',
          passwordLastSet: '2026-11-11T16:05:18Z',
          lastLogon: '2026-11-12T05:43:01Z',
          cannotChangePassword: true,
        }),
        madeUser(machine, 1003, {
          name: 'svc_sage',
          fullName: 'Sage 100 server',
          passwordLastSet: '2026-10-30T15:10:40Z',
          lastLogon: '2026-11-12T05:42:57Z',
        }),
      ],
    },
    'local-groups': {
      groups: builtInGroups(machine, {
        544: [
          userMember(machine, 'Administrator', 500),
          userMember(machine, 'cimdeploy', 1005),
          userMember(machine, 'svc_sage', 1003),
          domainMember(machine, 'Domain Admins', 512, 'group'),
        ],
        545: [
          userMember(machine, 'svc_erpdriver', 1004),
          userMember(machine, 'svc_sage', 1003),
          domainMember(machine, 'Domain Users', 513, 'group'),
        ],
      }),
    },
    'account-groups': {
      accounts: [
        { name: syncUser.account, sid: syncUser.accountSid, groups: localAccountGroups(machine, []), complete: true },
        { name: sageUser.account, sid: sageUser.accountSid, groups: localAccountGroups(machine, [544]), complete: true },
      ],
    },
    'user-rights': userRights(machine.language, {
      SeServiceLogonRight: [
        { sid: syncUser.accountSid, name: 'EKW-ERP\\svc_erpdriver' },
        { sid: sageUser.accountSid, name: 'EKW-ERP\\svc_sage' },
        { sid: serviceSids.MSSQLSERVER, name: 'NT SERVICE\\MSSQLSERVER' },
      ],
      SeDenyRemoteInteractiveLogonRight: [{ sid: syncUser.accountSid, name: 'EKW-ERP\\svc_erpdriver' }],
    }),
    'account-policy': {
      minPasswordLength: 12,
      minPasswordAgeDays: 1,
      passwordHistory: 24,
      maxPasswordAgeDays: 180,
      lockoutThreshold: 6,
      lockoutMinutes: 20,
    },
  }
}

function networkFacts(): Pick<Facts, 'listeners' | 'firewall' | 'remote-desktop'> {
  return {
    listeners: listeners('192.0.2.88', [listener('tcp', 1433, sqlServer), listener('tcp', 9870, sageServer)]),
    firewall: {
      profiles: firewallProfilesOn,
      inboundAllow: inboundRules(machine.language, { remoteDesktop: '192.0.2.200/29', remoteManagement: 'any' }, [
        inboundRule('Sage 100 Application Server', 'TCP', '9870', { remoteAddresses: 'LocalSubnet', program: sageServer }),
        inboundRule('SQL Server', 'TCP', '1433', { remoteAddresses: 'LocalSubnet', program: sqlServer }),
      ]),
    },
    'remote-desktop': { enabled: true, port: 3389, networkLevelAuthentication: true, remoteAssistance: false, setByPolicy: [] },
  }
}

function sqlInstance(): Facts['sql-server']['instances'][number] {
  return {
    name: 'EKW-ERP',
    version: '16.0.4265.3',
    databases: [...systemDatabases, 'MAS_EKW', 'MAS_System', 'MAS_TST'],
    visibility: 'full',
    logins: [...systemLogins(machine, false), ...ownLogins()],
  }
}

function ownLogins(): SqlLogin[] {
  const windows = { policyChecked: null, expirationChecked: null } as const
  return [
    sqlLogin('EKW\\Domain Admins', { ...windows, sid: domainSid(machine, 512), kind: 'windows-group', serverRoles: ['sysadmin'] }),
    sqlLogin('MAS_User', {
      sid: '0x29F8C3D6A1504E7B8C92D7F0E3A6B51C',
      passwordLastSet: '2026-10-30T15:32:27Z',
      databases: ['MAS_System', 'MAS_EKW', 'MAS_TST'].map((database) =>
        access(database, 'MAS_User', ['db_datareader', 'db_datawriter', 'db_ddladmin']),
      ),
    }),
    sqlLogin('svc_erpdriver', {
      sid: '0xB7160DA48E3F5C429A6D1B0CE8572F43',
      passwordLastSet: '2026-11-11T16:09:41Z',
      databases: ['MAS_System', 'MAS_EKW'].map((database) =>
        access(database, 'svc_erpdriver', ['db_datareader'], { effective: readerPermissions, writable: 0 }),
      ),
    }),
  ]
}
