import type { Facts } from '../../facts/index.ts'
import type { Snapshot } from '../../formats/snapshot.ts'
import { builtInGroups, builtInUsers, domainMember, localAccountGroups, madeUser, userMember } from '../base/accounts.ts'
import { antivirusOf, erpDriverProgram, erpDriverServices, guestTools, sagePrograms, sageService } from '../base/erp.ts'
import { host } from '../base/host.ts'
import { domainSid, localSid, type Machine } from '../base/machine.ts'
import { firewallProfilesOn, inboundRule, inboundRules, listener, listeners } from '../base/network.ts'
import { processes } from '../base/processes.ts'
import { commonPrograms, program, sqlPrograms } from '../base/programs.ts'
import { scheduledTasks } from '../base/scheduled-tasks.ts'
import { serviceSids } from '../base/service-sids.data.ts'
import { domainMemberChanges, inServiceOrder, type Service, systemAccount, windowsServices } from '../base/services.ts'
import { collectedAll, snapshot as snapshotOf } from '../base/snapshot.ts'
import { access, readerPermissions, type SqlLogin, sqlLogin, sqlServices, systemDatabases, systemLogins } from '../base/sql-server.ts'
import { userRights } from '../base/user-rights.ts'

const machine: Machine = {
  name: 'SRV-ERP',
  language: 'de',
  membership: 'domain',
  machineSid: 'S-1-5-21-3466092175-1250894437-2097731066',
  domain: { dns: 'muster.local', netbios: 'MUSTER', sid: 'S-1-5-21-1780254913-3096471185-441827530' },
}
const syncUser = { account: 'MUSTER\\erp-abgleich', accountSid: domainSid(machine, 1702) } as const
const sageUser = { account: '.\\svc_sage', accountSid: localSid(machine, 1001) } as const
const reader = { account: 'MUSTER\\adm-kmuster', accountSid: domainSid(machine, 1215) } as const
const sqlServer = 'C:\\Program Files\\Microsoft SQL Server\\MSSQL15.MSSQLSERVER\\MSSQL\\Binn\\sqlservr.exe'
const sageServer = 'D:\\Sage\\Sage 100 Premium\\MAS90\\Home\\pvxwin32.exe'
const teamViewer = 'C:\\Program Files\\TeamViewer'

export function snapshot(): Snapshot {
  const services = serviceList()
  const probes = collectedAll({
    ...accountFacts(),
    ...networkFacts(),
    host: host(machine, '2019', { bootedAt: '2026-10-17T20:44:02Z', session: { kind: 'rdp', client: 'PC-EDV-3' } }),
    services: { services },
    programs: { programs: programList() },
    processes: processes(machine, services, [
      { ...reader, programs: ['D:\\Werkzeuge\\erp-checkup-portable.exe', `${teamViewer}\\TeamViewer.exe`] },
    ]),
    'remote-access-files': {
      present: [
        { tool: 'goto-assist-customer-v4', path: 'C:\\Program Files (x86)\\GoToAssist Remote Support Customer' },
        { tool: 'teamviewer', path: teamViewer },
      ],
    },
    'scheduled-tasks': scheduledTasks(),
    logons: {
      since: '2026-08-19T05:10:52Z',
      remote: [
        { ...reader, at: '2026-10-17T20:31:40Z', kind: 'rdp', from: '192.0.2.171' },
        { ...reader, at: '2026-11-12T09:30:08Z', kind: 'rdp', from: '192.0.2.171' },
      ],
      sessions: [{ ...reader, kind: 'rdp', state: 'active' }],
    },
    'sql-server': { instances: [sqlInstance()] },
    antivirus: antivirusOf('2026-11-12T04:18:09Z'),
    updates: { lastInstalledAt: '2026-10-17T20:35:00Z', rebootPending: false },
    'tls-endpoints': { endpoints: [] },
    connector: { installations: [] },
  })
  return snapshotOf('2026-11-12T09:41:26Z', { elevated: true, userSid: reader.accountSid }, probes)
}

function serviceList(): Service[] {
  return inServiceOrder([
    ...windowsServices(machine.language, domainMemberChanges),
    ...guestTools().services,
    ...sqlServices(15),
    sageService('Premium', sageUser),
    ...erpDriverServices(syncUser),
    {
      name: 'TeamViewer',
      displayName: 'TeamViewer',
      ...systemAccount,
      executable: `${teamViewer}\\TeamViewer_Service.exe`,
      state: 'running',
      startMode: 'auto',
      delayedStart: false,
    },
  ])
}

function programList(): Facts['programs']['programs'] {
  return [
    ...commonPrograms(),
    ...sqlPrograms('2019'),
    ...sagePrograms('Premium', '2025-06-20'),
    ...guestTools().programs,
    erpDriverProgram('2025-06-24'),
    program('TeamViewer', 'TeamViewer', '15.71.4', {
      installedOn: '2026-02-03',
      location: teamViewer,
      uninstallCommand: `"${teamViewer}\\uninstall.exe"`,
    }),
  ]
}

function accountFacts(): Pick<Facts, 'local-users' | 'local-groups' | 'account-groups' | 'user-rights' | 'account-policy'> {
  const serviceAccounts = { sid: domainSid(machine, 1641), name: 'MUSTER\\Dienstkonten' }
  return {
    'local-users': {
      users: [
        ...builtInUsers(machine, { enabled: true, passwordLastSet: '2026-01-15T09:02:50Z', lastLogon: '2026-06-20T07:14:33Z' }),
        madeUser(machine, 1004, {
          name: 'cim.berater',
          fullName: 'Berater Webshop',
          comment: 'Angelegt für die Einführung',
          passwordLastSet: '2025-06-18T11:20:00Z',
          lastLogon: '2025-07-02T15:48:19Z',
        }),
        madeUser(machine, 1001, {
          name: 'svc_sage',
          fullName: 'Sage-100-Server',
          comment: 'Nur für den Dienst Sage 100',
          passwordLastSet: '2026-06-24T07:31:12Z',
          lastLogon: '2026-10-17T20:47:10Z',
        }),
      ],
    },
    'local-groups': {
      groups: builtInGroups(machine, {
        544: [
          userMember(machine, 'Administrator', 500),
          userMember(machine, 'svc_sage', 1001),
          domainMember(machine, 'Domänen-Admins', 512, 'group'),
          domainMember(machine, 'ERP-Dienste', 1640, 'group'),
        ],
        545: [
          userMember(machine, 'cim.berater', 1004),
          userMember(machine, 'svc_sage', 1001),
          domainMember(machine, 'Domänen-Benutzer', 513, 'group'),
        ],
        555: [userMember(machine, 'cim.berater', 1004)],
      }),
    },
    'account-groups': {
      accounts: [
        { name: sageUser.account, sid: sageUser.accountSid, groups: localAccountGroups(machine, [544]), complete: true },
        {
          name: syncUser.account,
          sid: syncUser.accountSid,
          groups: [
            domainSid(machine, 513),
            domainSid(machine, 1640),
            domainSid(machine, 1641),
            'S-1-1-0',
            'S-1-5-32-544',
            'S-1-5-32-545',
            'S-1-5-11',
            'S-1-5-15',
            'S-1-18-1',
          ],
          complete: true,
        },
      ],
    },
    'user-rights': userRights(machine.language, {
      SeServiceLogonRight: [
        serviceAccounts,
        { sid: syncUser.accountSid, name: syncUser.account },
        { sid: sageUser.accountSid, name: 'SRV-ERP\\svc_sage' },
        { sid: serviceSids.MSSQLSERVER, name: 'NT SERVICE\\MSSQLSERVER' },
      ],
      SeDenyRemoteInteractiveLogonRight: [serviceAccounts],
    }),
    'account-policy': {
      minPasswordLength: 10,
      minPasswordAgeDays: 1,
      passwordHistory: 10,
      maxPasswordAgeDays: null,
      lockoutThreshold: 5,
      lockoutMinutes: 30,
    },
  }
}

function networkFacts(): Pick<Facts, 'listeners' | 'firewall' | 'remote-desktop'> {
  return {
    listeners: listeners('192.0.2.150', [
      listener('tcp', 1433, sqlServer),
      listener('tcp', 5939, `${teamViewer}\\TeamViewer_Service.exe`, '127.0.0.1'),
      listener('tcp', 9600, sageServer),
    ]),
    firewall: {
      profiles: firewallProfilesOn,
      inboundAllow: inboundRules(machine.language, { remoteDesktop: '192.0.2.160/27', remoteManagement: '192.0.2.160/27' }, [
        inboundRule('Sage 100 Anwendungsserver', 'TCP', '9600', { remoteAddresses: 'LocalSubnet', program: sageServer }),
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

/** The person who reads has no right to see every login: what is missing says nothing. */
function sqlInstance(): Facts['sql-server']['instances'][number] {
  return {
    name: 'SRV-ERP',
    version: '15.0.4430.1',
    databases: [...systemDatabases, 'MAS_MIB', 'MAS_System'],
    visibility: 'partial',
    logins: [...systemLogins(machine, true).filter((login) => login.name === 'sa'), ...ownLogins()],
  }
}

function ownLogins(): SqlLogin[] {
  return [
    sqlLogin('erp_abgleich', {
      sid: '0x0B9D7E52C4F1A3468DB05E9C71A2F634',
      passwordLastSet: '2026-06-24T07:51:29Z',
      databases: ['MAS_System', 'MAS_MIB'].map((database) =>
        access(database, 'erp_abgleich', ['db_datareader'], { effective: readerPermissions, writable: 0 }),
      ),
    }),
  ]
}
