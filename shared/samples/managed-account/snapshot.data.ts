import type { Facts } from '../../facts/index.ts'
import type { Snapshot } from '../../formats/snapshot.ts'
import { builtInGroups, builtInUsers, domainMember, localAccountGroups, madeUser, userMember } from '../base/accounts.ts'
import { antivirusOf, erpDriverProgram, erpDriverServices, guestTools, sagePrograms, sageService } from '../base/erp.ts'
import { host } from '../base/host.ts'
import { domainSid, localSid, type Machine } from '../base/machine.ts'
import { firewallProfilesOn, inboundRule, inboundRules, listener, listeners } from '../base/network.ts'
import { processes } from '../base/processes.ts'
import { commonPrograms, sqlPrograms } from '../base/programs.ts'
import { scheduledTasks } from '../base/scheduled-tasks.ts'
import { serviceSids } from '../base/service-sids.data.ts'
import { domainMemberChanges, inServiceOrder, type Service, systemAccount, windowsServices } from '../base/services.ts'
import { collectedAll, snapshot as snapshotOf } from '../base/snapshot.ts'
import { access, readerPermissions, type SqlLogin, sqlLogin, sqlServices, systemDatabases, systemLogins } from '../base/sql-server.ts'
import { userRights } from '../base/user-rights.ts'

const machine: Machine = {
  name: 'ERPCORE3',
  language: 'en',
  membership: 'domain',
  machineSid: 'S-1-5-21-4081276613-1930527744-88351902',
  domain: { dns: 'exemplar.test', netbios: 'EXEMPLAR', sid: 'S-1-5-21-617003842-2945118830-1570462993' },
}
const managed = { account: 'EXEMPLAR\\gmsa-erpsync$', accountSid: domainSid(machine, 2218) } as const
const sageUser = { account: '.\\svc_sage', accountSid: localSid(machine, 1002) } as const
const reader = { account: 'EXEMPLAR\\adm-splaceholder', accountSid: domainSid(machine, 1366) } as const
const sqlServer = 'C:\\Program Files\\Microsoft SQL Server\\MSSQL16.MSSQLSERVER\\MSSQL\\Binn\\sqlservr.exe'
const sageServer = 'D:\\Sage\\Sage 100 Premium\\MAS90\\Home\\pvxwin32.exe'
const sshServer = 'C:\\Windows\\System32\\OpenSSH\\sshd.exe'

export function snapshot(): Snapshot {
  const services = serviceList()
  const probes = collectedAll({
    ...accountFacts(),
    ...networkFacts(),
    host: host(machine, '2022', { bootedAt: '2026-11-13T21:34:10Z', session: { kind: 'console', client: null } }),
    services: { services },
    programs: {
      programs: [
        ...commonPrograms(),
        ...sqlPrograms('2022'),
        ...sagePrograms('Premium', '2026-02-06'),
        ...guestTools().programs,
        erpDriverProgram('2026-02-10'),
      ],
    },
    processes: processes(machine, services, [{ ...reader, programs: ['C:\\Tools\\erp-checkup\\node.exe'] }]),
    'remote-access-files': { present: [] },
    'scheduled-tasks': scheduledTasks(),
    logons: { since: '2026-03-11T04:20:15Z', remote: [], sessions: [{ ...reader, kind: 'console', state: 'active' }] },
    'sql-server': { instances: [sqlInstance()] },
    antivirus: antivirusOf('2026-11-16T06:12:51Z'),
    updates: { lastInstalledAt: '2026-11-13T21:28:00Z', rebootPending: false },
    'tls-endpoints': { endpoints: [] },
    connector: { installations: [] },
  })
  return snapshotOf('2026-11-16T13:11:40Z', { elevated: true, userSid: reader.accountSid }, probes)
}

function serviceList(): Service[] {
  const remoteDesktopOff = Object.fromEntries(
    ['TermService', 'SessionEnv', 'UmRdpService'].map((name) => [name, { state: 'stopped' } as const]),
  )
  return inServiceOrder([
    ...windowsServices(machine.language, { ...domainMemberChanges, ...remoteDesktopOff }),
    ...guestTools().services,
    ...sqlServices(16),
    sageService('Premium', sageUser),
    ...erpDriverServices(managed),
    {
      name: 'sshd',
      displayName: 'OpenSSH SSH Server',
      ...systemAccount,
      executable: sshServer,
      state: 'running',
      startMode: 'auto',
      delayedStart: false,
    },
  ])
}

function accountFacts(): Pick<Facts, 'local-users' | 'local-groups' | 'account-groups' | 'user-rights' | 'account-policy'> {
  return {
    'local-users': {
      users: [
        ...builtInUsers(machine, { enabled: true, passwordLastSet: '2026-11-01T02:00:31Z', lastLogon: '2026-02-06T10:02:44Z' }),
        madeUser(machine, 1002, {
          name: 'svc_sage',
          fullName: 'Sage 100 server',
          comment: 'Used by the Sage 100 Application Server only.',
          passwordLastSet: '2026-09-03T08:44:20Z',
          lastLogon: '2026-11-13T21:36:02Z',
          cannotChangePassword: true,
        }),
      ],
    },
    'local-groups': {
      groups: builtInGroups(machine, {
        544: [
          userMember(machine, 'Administrator', 500),
          userMember(machine, 'svc_sage', 1002),
          domainMember(machine, 'Domain Admins', 512, 'group'),
          domainMember(machine, 'ERP Administrators', 1502, 'group'),
        ],
        545: [userMember(machine, 'svc_sage', 1002), domainMember(machine, 'Domain Users', 513, 'group')],
        580: [domainMember(machine, 'ERP Operators', 1503, 'group')],
      }),
    },
    'account-groups': {
      accounts: [
        { name: sageUser.account, sid: sageUser.accountSid, groups: localAccountGroups(machine, [544]), complete: true },
        {
          name: managed.account,
          sid: managed.accountSid,
          groups: [domainSid(machine, 515), 'S-1-1-0', 'S-1-5-32-545', 'S-1-5-11', 'S-1-5-15', 'S-1-18-1'],
          complete: true,
        },
      ],
    },
    'user-rights': userRights(machine.language, {
      SeServiceLogonRight: [
        { sid: managed.accountSid, name: managed.account },
        { sid: sageUser.accountSid, name: 'ERPCORE3\\svc_sage' },
        { sid: serviceSids.MSSQLSERVER, name: 'NT SERVICE\\MSSQLSERVER' },
      ],
      SeDenyRemoteInteractiveLogonRight: [{ sid: 'S-1-5-113', name: 'NT AUTHORITY\\Local account' }],
    }),
    'account-policy': {
      minPasswordLength: 14,
      minPasswordAgeDays: 1,
      passwordHistory: 24,
      maxPasswordAgeDays: 365,
      lockoutThreshold: 8,
      lockoutMinutes: 30,
    },
  }
}

function networkFacts(): Pick<Facts, 'listeners' | 'firewall' | 'remote-desktop'> {
  const own = [
    listener('tcp', 22, sshServer),
    listener('tcp', 22, sshServer, '::'),
    listener('tcp', 1433, sqlServer),
    listener('tcp', 9640, sageServer),
  ]
  return {
    listeners: listeners('192.0.2.66', own, 'off'),
    firewall: {
      profiles: firewallProfilesOn,
      inboundAllow: inboundRules(machine.language, { remoteDesktop: null, remoteManagement: '192.0.2.224/27' }, [
        inboundRule('OpenSSH SSH Server (sshd)', 'TCP', '22', {
          remoteAddresses: '192.0.2.224/27',
          program: 'C:\\Windows\\system32\\OpenSSH\\sshd.exe',
        }),
        inboundRule('Sage 100 Application Server', 'TCP', '9640', { remoteAddresses: 'LocalSubnet', program: sageServer }),
        inboundRule('SQL Server', 'TCP', '1433', { remoteAddresses: 'LocalSubnet', program: sqlServer }),
      ]),
    },
    'remote-desktop': {
      enabled: false,
      port: 3389,
      networkLevelAuthentication: true,
      remoteAssistance: false,
      setByPolicy: ['fDenyTSConnections'],
    },
  }
}

function sqlInstance(): Facts['sql-server']['instances'][number] {
  return {
    name: 'ERPCORE3',
    version: '16.0.4265.3',
    databases: [...systemDatabases, 'MAS_EGT', 'MAS_System'],
    visibility: 'full',
    logins: [...systemLogins(machine, false), ...ownLogins()],
  }
}

function ownLogins(): SqlLogin[] {
  const windows = { policyChecked: null, expirationChecked: null } as const
  const companies = ['MAS_System', 'MAS_EGT']
  return [
    sqlLogin('EXEMPLAR\\ERP Administrators', {
      ...windows,
      sid: domainSid(machine, 1502),
      kind: 'windows-group',
      serverRoles: ['sysadmin'],
    }),
    sqlLogin('MAS_User', {
      sid: '0x64F1B0E7D29A3C4589C5E7A2103D8B6F',
      passwordLastSet: '2026-02-06T10:41:08Z',
      databases: companies.map((database) => access(database, 'MAS_User', ['db_datareader', 'db_datawriter', 'db_ddladmin'])),
    }),
    sqlLogin(managed.account, {
      ...windows,
      sid: managed.accountSid,
      kind: 'windows-user',
      databases: companies.map((database) =>
        access(database, managed.account, ['db_datareader'], { effective: readerPermissions, writable: 0 }),
      ),
    }),
  ]
}
