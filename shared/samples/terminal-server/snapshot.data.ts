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
import { domainMemberChanges, inServiceOrder, type Service, sessionHostServices, systemAccount, windowsServices } from '../base/services.ts'
import { collectedAll, snapshot as snapshotOf } from '../base/snapshot.ts'
import { access, readerPermissions, type SqlLogin, sqlLogin, sqlServices, systemDatabases, systemLogins } from '../base/sql-server.ts'
import { userRights } from '../base/user-rights.ts'

const machine: Machine = {
  name: 'ESG-RDS1',
  language: 'en',
  membership: 'domain',
  machineSid: 'S-1-5-21-1350468277-2964170035-4110285693',
  domain: { dns: 'esg.example.com', netbios: 'ESG', sid: 'S-1-5-21-2502981746-693157048-3385224109' },
}
const syncUser = { account: '.\\erpdriver', accountSid: localSid(machine, 1005) } as const
const sageUser = { account: '.\\svc_sage', accountSid: localSid(machine, 1003) } as const
const reader = { account: 'ESG\\dexemplar', accountSid: domainSid(machine, 1109) } as const
const staff = { sales1: 1121, sales2: 1122, purchasing: 1123, accounting: 1124, warehouse: 1125 } as const
const sqlServer = 'C:\\Program Files\\Microsoft SQL Server\\MSSQL16.MSSQLSERVER\\MSSQL\\Binn\\sqlservr.exe'
const sageServer = 'D:\\Sage\\Sage 100 Premium\\MAS90\\Home\\pvxwin32.exe'
const agentFolder = 'C:\\Program Files (x86)\\exemplarsafety-9.0.4512\\'

export function snapshot(): Snapshot {
  const services = serviceList()
  const desktops = [reader, ...(['sales1', 'accounting'] as const).map(member)].map((person) => ({ ...person, programs: [sageServer] }))
  const probes = collectedAll({
    ...accountFacts(),
    ...networkFacts(),
    host: host(machine, '2022', { bootedAt: '2026-11-15T03:20:31Z', session: { kind: 'rdp', client: 'DREW-NB' } }),
    services: { services },
    programs: { programs: programList() },
    processes: processes(machine, services, desktops, [
      process(`${agentFolder}NinjaRMMAgentPatcher.exe`, { account: 'NT AUTHORITY\\SYSTEM', accountSid: 'S-1-5-18' }),
    ]),
    'remote-access-files': { present: [{ tool: 'ninjaone', path: 'C:\\ProgramData\\NinjaRMMAgent' }] },
    'scheduled-tasks': scheduledTasks(),
    logons: logonFacts(),
    'sql-server': { instances: [sqlInstance()] },
    antivirus: antivirusOf('2026-11-19T10:02:26Z'),
    updates: { lastInstalledAt: '2026-10-11T03:02:00Z', rebootPending: false },
    'tls-endpoints': { endpoints: [] },
    connector: { installations: [] },
  })
  return snapshotOf('2026-11-19T16:58:12Z', { elevated: true, userSid: reader.accountSid }, probes)
}

function member(name: keyof typeof staff): { readonly account: string; readonly accountSid: string } {
  return { account: `ESG\\${name}`, accountSid: domainSid(machine, staff[name]) }
}

function serviceList(): Service[] {
  const auto = { state: 'running', startMode: 'auto', delayedStart: false } as const
  return inServiceOrder([
    ...windowsServices(machine.language, domainMemberChanges),
    ...sessionHostServices(machine.language),
    ...guestTools().services,
    ...sqlServices(16),
    sageService('Premium', sageUser),
    ...erpDriverServices(syncUser),
    { name: 'NinjaRMMAgent', displayName: 'NinjaRMMAgent', ...systemAccount, executable: `${agentFolder}NinjaRMMAgent.exe`, ...auto },
  ])
}

function programList(): Facts['programs']['programs'] {
  return [
    ...commonPrograms(),
    ...sqlPrograms('2022'),
    ...sagePrograms('Premium', '2026-04-18'),
    ...guestTools().programs,
    erpDriverProgram('2026-04-21'),
    program('NinjaRMMAgent', 'NinjaOne LLC', '9.0.4512', {
      installedOn: '2025-09-08',
      location: agentFolder,
      uninstallCommand: 'MsiExec.exe /X{F1A6E0B3-58C7-4D29-9E04-B73D2A6C81F5}',
    }),
    program('Microsoft 365 Apps for business - en-us', 'Microsoft Corporation', '16.0.19328.20158', {
      location: 'C:\\Program Files\\Microsoft Office',
      uninstallCommand:
        '"C:\\Program Files\\Common Files\\Microsoft Shared\\ClickToRun\\OfficeClickToRun.exe" scenario=install scenariosubtype=ARP',
    }),
  ]
}

function accountFacts(): Pick<Facts, 'local-users' | 'local-groups' | 'account-groups' | 'user-rights' | 'account-policy'> {
  return {
    'local-users': {
      users: [
        ...builtInUsers(machine, { enabled: true, passwordLastSet: '2026-11-03T02:00:20Z', lastLogon: '2026-04-18T13:40:59Z' }),
        madeUser(machine, 1005, {
          name: 'erpdriver',
          fullName: 'ERP Driver',
          comment: 'WSP services only',
          passwordLastSet: '2026-09-22T15:02:08Z',
          lastLogon: '2026-11-15T03:23:14Z',
        }),
        madeUser(machine, 1003, {
          name: 'svc_sage',
          fullName: 'Sage 100 server',
          passwordLastSet: '2026-09-22T14:50:33Z',
          lastLogon: '2026-11-15T03:23:05Z',
        }),
      ],
    },
    'local-groups': {
      groups: builtInGroups(machine, {
        544: [
          userMember(machine, 'Administrator', 500),
          userMember(machine, 'svc_sage', 1003),
          domainMember(machine, 'Domain Admins', 512, 'group'),
          domainMember(machine, 'RDS Admins', 1150, 'group'),
        ],
        545: [
          userMember(machine, 'erpdriver', 1005),
          userMember(machine, 'svc_sage', 1003),
          domainMember(machine, 'Domain Users', 513, 'group'),
        ],
        555: [domainMember(machine, 'ERP Users', 1151, 'group')],
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
        { sid: syncUser.accountSid, name: 'ESG-RDS1\\erpdriver' },
        { sid: sageUser.accountSid, name: 'ESG-RDS1\\svc_sage' },
        { sid: serviceSids.MSSQLSERVER, name: 'NT SERVICE\\MSSQLSERVER' },
      ],
      SeDenyRemoteInteractiveLogonRight: [{ sid: 'S-1-5-113', name: 'NT AUTHORITY\\Local account' }],
    }),
    'account-policy': {
      minPasswordLength: 12,
      minPasswordAgeDays: 1,
      passwordHistory: 24,
      maxPasswordAgeDays: null,
      lockoutThreshold: 5,
      lockoutMinutes: 15,
    },
  }
}

function networkFacts(): Pick<Facts, 'listeners' | 'firewall' | 'remote-desktop'> {
  return {
    listeners: listeners('192.0.2.52', [
      listener('tcp', 1433, sqlServer),
      listener('tcp', 5504, 'C:\\Windows\\System32\\tssdis.exe'),
      listener('tcp', 9444, sageServer),
    ]),
    firewall: {
      profiles: firewallProfilesOn,
      inboundAllow: inboundRules(machine.language, { remoteDesktop: '192.0.2.48/28', remoteManagement: '192.0.2.48/28' }, [
        inboundRule('Remote Desktop Connection Broker (TCP-In)', 'TCP', '5504', {
          remoteAddresses: 'LocalSubnet',
          program: 'C:\\Windows\\system32\\tssdis.exe',
          service: 'tssdis',
        }),
        inboundRule('Remote Desktop Licensing Server (TCP-In)', 'TCP', 'RPC', {
          remoteAddresses: 'LocalSubnet',
          program: 'C:\\Windows\\system32\\svchost.exe',
          service: 'termservlicensing',
        }),
        inboundRule('Sage 100 Application Server', 'TCP', '9444', { remoteAddresses: 'LocalSubnet', program: sageServer }),
        inboundRule('SQL Server', 'TCP', '1433', { remoteAddresses: 'LocalSubnet', program: sqlServer }),
      ]),
    },
    'remote-desktop': {
      enabled: true,
      port: 3389,
      networkLevelAuthentication: true,
      remoteAssistance: false,
      setByPolicy: ['UserAuthentication'],
    },
  }
}

function logonFacts(): Facts['logons'] {
  const gateway = '192.0.2.51'
  return {
    since: '2026-10-27T06:31:50Z',
    remote: [
      ...(['sales1', 'sales2', 'purchasing', 'accounting', 'warehouse'] as const).map((name, index) => ({
        ...member(name),
        at: `2026-11-19T1${index + 1}:0${index}:1${index}Z`,
        kind: 'rdp' as const,
        from: gateway,
      })),
      { ...reader, at: '2026-11-19T16:50:37Z', kind: 'rdp', from: gateway },
    ],
    sessions: [
      ...(['sales1', 'accounting'] as const).map((name) => ({ ...member(name), kind: 'rdp' as const, state: 'active' as const })),
      { ...member('warehouse'), kind: 'rdp', state: 'disconnected' },
      { ...reader, kind: 'rdp', state: 'active' },
    ],
  }
}

function sqlInstance(): Facts['sql-server']['instances'][number] {
  return {
    name: 'ESG-RDS1',
    version: '16.0.4265.3',
    databases: [...systemDatabases, 'MAS_ESG', 'MAS_System'],
    visibility: 'full',
    logins: [...systemLogins(machine, false), ...ownLogins()],
  }
}

function ownLogins(): SqlLogin[] {
  const companies = ['MAS_System', 'MAS_ESG']
  return [
    sqlLogin('ESG\\RDS Admins', {
      sid: domainSid(machine, 1150),
      kind: 'windows-group',
      policyChecked: null,
      expirationChecked: null,
      serverRoles: ['sysadmin'],
    }),
    sqlLogin('MAS_User', {
      sid: '0x53D0E9A7B4C61F428E7A0B93D5C2F168',
      passwordLastSet: '2026-04-18T15:02:19Z',
      databases: companies.map((database) => access(database, 'MAS_User', ['db_datareader', 'db_datawriter', 'db_ddladmin'])),
    }),
    sqlLogin('erpdriver', {
      sid: '0x9A4E6C0D8F2B7341B5C8E1F7A06D3925',
      passwordLastSet: '2026-09-22T15:06:28Z',
      databases: companies.map((database) =>
        access(database, 'erpdriver', ['db_datareader'], { effective: readerPermissions, writable: 0 }),
      ),
    }),
  ]
}
