import type { Facts } from '../../facts/index.ts'
import type { Snapshot } from '../../formats/snapshot.ts'
import { builtInGroups, builtInUsers, domainMember, localAccountGroups, madeUser, userMember } from '../base/accounts.ts'
import { antivirusOf, erpDriverProgram, erpDriverServices, guestTools, sagePrograms, sageService } from '../base/erp.ts'
import { domainSid, localSid, type Machine } from '../base/machine.ts'
import { firewallProfilesOn, inboundRule, inboundRules, listener, listeners } from '../base/network.ts'
import { processes } from '../base/processes.ts'
import { commonPrograms, sqlPrograms } from '../base/programs.ts'
import { scheduledTasks } from '../base/scheduled-tasks.ts'
import { serviceSids } from '../base/service-sids.data.ts'
import { domainMemberChanges, inServiceOrder, type Service, windowsServices } from '../base/services.ts'
import { collectedAll, snapshot as snapshotOf } from '../base/snapshot.ts'
import { access, readerPermissions, type SqlLogin, sqlLogin, sqlServices, systemDatabases, systemLogins } from '../base/sql-server.ts'
import { userRights } from '../base/user-rights.ts'

const machine: Machine = {
  name: 'ERP-APP01',
  language: 'en',
  membership: 'domain',
  machineSid: 'S-1-5-21-2841170534-1196623817-3620071149',
  domain: { dns: 'corp.example.com', netbios: 'CORP', sid: 'S-1-5-21-3904417712-860042915-2217756034' },
}
const syncUser = 1004
const sageUser = 1005
const administrator = { account: 'CORP\\jexample-adm', relativeId: 1107 } as const
const sqlServer = 'C:\\Program Files\\Microsoft SQL Server\\MSSQL16.MSSQLSERVER\\MSSQL\\Binn\\sqlservr.exe'
const sageFolder = 'D:\\Sage\\Sage 100 Premium\\MAS90\\Home'

export function snapshot(): Snapshot {
  const services = serviceList()
  const reader = { account: administrator.account, accountSid: domainSid(machine, administrator.relativeId) }
  const probes = collectedAll({
    ...accountFacts(),
    ...networkFacts(),
    host: {
      name: machine.name,
      membership: 'domain',
      domain: 'corp.example.com',
      netbiosDomain: 'CORP',
      os: { product: 'Windows Server 2022 Standard', build: '20348.5139', server: true },
      bootedAt: '2026-11-15T04:12:37Z',
      session: { kind: 'rdp', client: 'ADM-JUMP02' },
      autologonConfigured: false,
    },
    services: { services },
    programs: {
      programs: [
        ...commonPrograms(),
        ...sqlPrograms('2022'),
        ...sagePrograms('Premium', '2026-03-14'),
        ...guestTools().programs,
        erpDriverProgram('2026-03-17'),
      ],
    },
    processes: processes(machine, services, [{ ...reader, programs: ['C:\\Program Files\\ERP Sync Security Checkup\\erp-checkup.exe'] }]),
    'remote-access-files': { present: [] },
    'scheduled-tasks': scheduledTasks(),
    logons: logonFacts(reader),
    'sql-server': sqlFacts(),
    antivirus: antivirusOf('2026-11-18T11:20:04Z'),
    updates: { lastInstalledAt: '2026-11-15T04:05:00Z', rebootPending: false },
    'tls-endpoints': { endpoints: [] },
    connector: { installations: [] },
  })
  return snapshotOf('2026-11-18T14:52:31Z', { elevated: true, userSid: reader.accountSid }, probes)
}

function serviceList(): Service[] {
  return inServiceOrder([
    ...windowsServices(machine.language, domainMemberChanges),
    ...guestTools().services,
    ...sqlServices(16),
    sageService('Premium', { account: '.\\svc_sage100', accountSid: localSid(machine, sageUser) }),
    ...erpDriverServices({ account: '.\\svc_erpsync', accountSid: localSid(machine, syncUser) }),
  ])
}

function accountFacts(): Pick<Facts, 'local-users' | 'local-groups' | 'account-groups' | 'user-rights' | 'account-policy'> {
  const syncSid = localSid(machine, syncUser)
  const sageSid = localSid(machine, sageUser)
  const syncHolder = { sid: syncSid, name: 'ERP-APP01\\svc_erpsync' }
  const sageHolder = { sid: sageSid, name: 'ERP-APP01\\svc_sage100' }
  return {
    'local-users': {
      users: [
        ...builtInUsers(machine, { enabled: true, passwordLastSet: '2026-11-02T02:00:19Z', lastLogon: '2026-03-14T09:41:55Z' }),
        madeUser(machine, syncUser, {
          name: 'svc_erpsync',
          fullName: 'ERP sync tool',
          comment: 'Used by the WSP services only. Denied Remote Desktop and local sign-in.',
          passwordLastSet: '2026-10-07T13:12:44Z',
          lastLogon: '2026-11-15T04:14:40Z',
          cannotChangePassword: true,
        }),
        madeUser(machine, sageUser, {
          name: 'svc_sage100',
          fullName: 'Sage 100 server',
          comment: 'Used by the Sage 100 Application Server only.',
          passwordLastSet: '2026-10-07T13:40:02Z',
          lastLogon: '2026-11-15T04:14:12Z',
          cannotChangePassword: true,
        }),
      ],
    },
    'local-groups': {
      groups: builtInGroups(machine, {
        544: [
          userMember(machine, 'Administrator', 500),
          userMember(machine, 'svc_sage100', sageUser),
          domainMember(machine, 'Domain Admins', 512, 'group'),
          domainMember(machine, 'ERP Server Admins', 1604, 'group'),
        ],
        545: [
          userMember(machine, 'svc_erpsync', syncUser),
          userMember(machine, 'svc_sage100', sageUser),
          domainMember(machine, 'Domain Users', 513, 'group'),
        ],
      }),
    },
    'account-groups': {
      accounts: [
        { name: '.\\svc_erpsync', sid: syncSid, groups: localAccountGroups(machine, []), complete: true },
        { name: '.\\svc_sage100', sid: sageSid, groups: localAccountGroups(machine, [544]), complete: true },
      ],
    },
    'user-rights': userRights(machine.language, {
      SeServiceLogonRight: [syncHolder, sageHolder, { sid: serviceSids.MSSQLSERVER, name: 'NT SERVICE\\MSSQLSERVER' }],
      SeDenyRemoteInteractiveLogonRight: [syncHolder, sageHolder, { sid: localSid(machine, 501), name: 'ERP-APP01\\Guest' }],
      SeDenyInteractiveLogonRight: [syncHolder, sageHolder, { sid: localSid(machine, 501), name: 'ERP-APP01\\Guest' }],
      SeManageVolumePrivilege: [{ sid: serviceSids.MSSQLSERVER, name: 'NT SERVICE\\MSSQLSERVER' }],
    }),
    'account-policy': {
      minPasswordLength: 14,
      minPasswordAgeDays: 1,
      passwordHistory: 24,
      maxPasswordAgeDays: 365,
      lockoutThreshold: 10,
      lockoutMinutes: 15,
    },
  }
}

function networkFacts(): Pick<Facts, 'listeners' | 'firewall' | 'remote-desktop'> {
  return {
    listeners: listeners('192.0.2.21', [
      listener('tcp', 1433, sqlServer),
      listener('tcp', 1434, sqlServer, '127.0.0.1'),
      listener('tcp', 9750, `${sageFolder}\\pvxwin32.exe`),
    ]),
    firewall: {
      profiles: firewallProfilesOn,
      inboundAllow: inboundRules(machine.language, { remoteDesktop: '192.0.2.240/28', remoteManagement: '192.0.2.240/28' }, [
        inboundRule('Sage 100 Application Server', 'TCP', '9750', {
          remoteAddresses: '192.0.2.0/24',
          program: `${sageFolder}\\pvxwin32.exe`,
        }),
        inboundRule('SQL Server (workstations)', 'TCP', '1433', { remoteAddresses: '192.0.2.0/24', program: sqlServer }),
      ]),
    },
    'remote-desktop': {
      enabled: true,
      port: 3389,
      networkLevelAuthentication: true,
      remoteAssistance: false,
      setByPolicy: ['fDenyTSConnections', 'UserAuthentication', 'fAllowToGetHelp', 'fAllowUnsolicited'],
    },
  }
}

function logonFacts(reader: { readonly account: string; readonly accountSid: string }): Facts['logons'] {
  const times = ['2026-10-07T13:02:51Z', '2026-10-21T08:15:20Z', '2026-11-04T08:22:07Z', '2026-11-15T04:30:44Z', '2026-11-18T14:47:03Z']
  return {
    since: '2026-05-02T06:11:09Z',
    remote: times.map((at) => ({ ...reader, at, kind: 'rdp', from: '192.0.2.243' })),
    sessions: [{ ...reader, kind: 'rdp', state: 'active' }],
  }
}

function sqlFacts(): Facts['sql-server'] {
  return {
    instances: [
      {
        name: 'ERP-APP01',
        version: '16.0.4265.3',
        databases: [...systemDatabases, 'MAS_EXA', 'MAS_EXB', 'MAS_System', 'MAS_TST'],
        visibility: 'full',
        logins: [...systemLogins(machine, false), ...ownLogins()],
      },
    ],
  }
}

function ownLogins(): SqlLogin[] {
  const companies = ['MAS_System', 'MAS_EXA', 'MAS_EXB', 'MAS_TST']
  return [
    sqlLogin('CORP\\SQL Administrators', {
      sid: domainSid(machine, 1611),
      kind: 'windows-group',
      policyChecked: null,
      expirationChecked: null,
      serverRoles: ['sysadmin'],
    }),
    sqlLogin('MAS_User', {
      sid: '0x7B1E5C9A40D2F84C93A60E7D15B8C2F1',
      passwordLastSet: '2026-03-14T10:20:31Z',
      databases: companies.map((database) => access(database, 'MAS_User', ['db_datareader', 'db_datawriter', 'db_ddladmin'])),
    }),
    sqlLogin('MAS_Reports', {
      sid: '0x90C3D61F2A7B5E48B1F40A9C6E83D275',
      passwordLastSet: '2026-03-14T10:20:33Z',
      databases: companies.map((database) => access(database, 'MAS_Reports', ['db_datareader'])),
    }),
    sqlLogin('erpsync_read', {
      sid: '0xD4A81B6E0F935C47A2E7C5108B3F69D2',
      passwordLastSet: '2026-10-07T13:14:10Z',
      databases: ['MAS_System', 'MAS_EXA', 'MAS_EXB'].map((database) =>
        access(database, 'erpsync_read', ['db_datareader'], { effective: readerPermissions, writable: 0 }),
      ),
    }),
  ]
}
