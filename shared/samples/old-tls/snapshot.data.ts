import type { Facts } from '../../facts/index.ts'
import type { Snapshot } from '../../formats/snapshot.ts'
import { builtInGroups, builtInUsers, domainMember, localAccountGroups, madeUser, userMember } from '../base/accounts.ts'
import { antivirusOf, erpDriverProgram, erpDriverServices, guestTools, sage300Programs, sage300Services } from '../base/erp.ts'
import { host } from '../base/host.ts'
import { domainSid, localSid, type Machine } from '../base/machine.ts'
import { firewallProfilesOn, inboundRule, inboundRules, listener, listeners } from '../base/network.ts'
import { process, processes } from '../base/processes.ts'
import { commonPrograms, sqlPrograms } from '../base/programs.ts'
import { scheduledTasks } from '../base/scheduled-tasks.ts'
import { serviceSids } from '../base/service-sids.data.ts'
import { domainMemberChanges, inServiceOrder, type Service, windowsServices } from '../base/services.ts'
import { collectedAll, snapshot as snapshotOf } from '../base/snapshot.ts'
import { access, readerPermissions, type SqlLogin, sqlLogin, sqlServices, systemDatabases, systemLogins } from '../base/sql-server.ts'
import { userRights } from '../base/user-rights.ts'
import { endpoints, webPrograms, webRules, webServices } from './web-screens.data.ts'

const machine: Machine = {
  name: 'EPW-WEB1',
  language: 'en',
  membership: 'domain',
  machineSid: 'S-1-5-21-4038512267-825164093-1749930588',
  domain: { dns: 'epw.example.net', netbios: 'EPW', sid: 'S-1-5-21-1096634825-3517208841-2280475613' },
}
const syncUser = { account: '.\\svc_erpdriver', accountSid: localSid(machine, 1003) } as const
const reader = { account: 'EPW\\kexemplar', accountSid: domainSid(machine, 1112) } as const
const sqlServer = 'C:\\Program Files\\Microsoft SQL Server\\MSSQL16.MSSQLSERVER\\MSSQL\\Binn\\sqlservr.exe'
const adminNetwork = '192.0.2.64/28'

export function snapshot(): Snapshot {
  const services = serviceList()
  const probes = collectedAll({
    ...accountFacts(),
    ...networkFacts(),
    host: {
      ...host(machine, '2022', { bootedAt: '2026-09-30T02:41:55Z', session: { kind: 'rdp', client: 'KIM-PC' } }),
      os: { product: 'Windows Server 2022 Standard', build: '20348.5020', server: true },
    },
    services: { services },
    programs: {
      programs: [
        ...commonPrograms(),
        ...sqlPrograms('2022'),
        ...sage300Programs('2025-02-15'),
        ...webPrograms(),
        ...guestTools().programs,
        erpDriverProgram('2025-02-18'),
      ],
    },
    processes: processes(
      machine,
      services,
      [{ ...reader, programs: ['C:\\Users\\kexemplar\\Downloads\\erp-checkup-portable.exe'] }],
      ['Sage300', 'Sage CRM App Pool'].map((pool) =>
        process('C:\\Windows\\System32\\inetsrv\\w3wp.exe', { account: `IIS APPPOOL\\${pool}`, accountSid: null }),
      ),
    ),
    'remote-access-files': { present: [] },
    'scheduled-tasks': scheduledTasks(),
    logons: {
      since: '2026-07-21T05:18:02Z',
      remote: [
        { ...reader, at: '2026-09-30T02:12:40Z', kind: 'rdp', from: '192.0.2.70' },
        { ...reader, at: '2026-11-17T13:38:11Z', kind: 'rdp', from: '192.0.2.70' },
      ],
      sessions: [{ ...reader, kind: 'rdp', state: 'active' }],
    },
    'sql-server': { instances: [sqlInstance()] },
    antivirus: antivirusOf('2026-11-17T09:44:20Z'),
    updates: { lastInstalledAt: '2026-09-30T02:30:00Z', rebootPending: true },
    'tls-endpoints': { endpoints: endpoints() },
    connector: { installations: [] },
  })
  return snapshotOf('2026-11-17T13:55:30Z', { elevated: true, userSid: reader.accountSid }, probes)
}

function serviceList(): Service[] {
  return inServiceOrder([
    ...windowsServices(machine.language, domainMemberChanges),
    ...guestTools().services,
    ...sqlServices(16),
    ...sage300Services('with-web-screens'),
    ...webServices(),
    ...erpDriverServices(syncUser),
  ])
}

function accountFacts(): Pick<Facts, 'local-users' | 'local-groups' | 'account-groups' | 'user-rights' | 'account-policy'> {
  const syncHolder = { sid: syncUser.accountSid, name: 'EPW-WEB1\\svc_erpdriver' }
  return {
    'local-users': {
      users: [
        ...builtInUsers(machine, { enabled: true, passwordLastSet: '2026-10-28T02:00:15Z', lastLogon: '2025-02-15T10:30:22Z' }),
        madeUser(machine, 1003, {
          name: 'svc_erpdriver',
          fullName: 'ERP Driver',
          comment: 'WSP services only',
          passwordLastSet: '2026-07-29T11:41:36Z',
          lastLogon: '2026-09-30T02:45:10Z',
        }),
      ],
    },
    'local-groups': {
      groups: builtInGroups(machine, {
        544: [userMember(machine, 'Administrator', 500), domainMember(machine, 'Domain Admins', 512, 'group')],
        545: [userMember(machine, 'svc_erpdriver', 1003), domainMember(machine, 'Domain Users', 513, 'group')],
      }),
    },
    'account-groups': {
      accounts: [{ name: syncUser.account, sid: syncUser.accountSid, groups: localAccountGroups(machine, []), complete: true }],
    },
    'user-rights': userRights(machine.language, {
      SeServiceLogonRight: [syncHolder, { sid: serviceSids.MSSQLSERVER, name: 'NT SERVICE\\MSSQLSERVER' }],
      SeDenyRemoteInteractiveLogonRight: [syncHolder],
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

/** The profile of the domain was switched off while a fault was looked for, and stayed so. */
function networkFacts(): Pick<Facts, 'listeners' | 'firewall' | 'remote-desktop'> {
  return {
    listeners: listeners('192.0.2.66', [
      listener('tcp', 80, 'System'),
      listener('tcp', 443, 'System'),
      listener('tcp', 1433, sqlServer),
      listener('tcp', 8005, 'C:\\Program Files (x86)\\Sage\\CRM\\Services\\tomcat\\bin\\tomcat9.exe', '127.0.0.1'),
    ]),
    firewall: {
      profiles: firewallProfilesOn.map((profile) => (profile.name === 'domain' ? { ...profile, enabled: false } : profile)),
      inboundAllow: inboundRules(machine.language, { remoteDesktop: adminNetwork, remoteManagement: adminNetwork }, [
        ...webRules(),
        inboundRule('SQL Server', 'TCP', '1433', { remoteAddresses: 'LocalSubnet', program: sqlServer }),
      ]),
    },
    'remote-desktop': { enabled: true, port: 3389, networkLevelAuthentication: true, remoteAssistance: false, setByPolicy: [] },
  }
}

function sqlInstance(): Facts['sql-server']['instances'][number] {
  return {
    name: 'EPW-WEB1',
    version: '16.0.4250.1',
    databases: [...systemDatabases, 'CRM', 'EPWDAT', 'EPWSYS'],
    visibility: 'full',
    logins: [...systemLogins(machine, false), ...ownLogins()],
  }
}

function ownLogins(): SqlLogin[] {
  const owner = (name: string, sid: string, databases: readonly string[]): SqlLogin =>
    sqlLogin(name, {
      sid,
      passwordLastSet: '2025-02-15T13:20:07Z',
      databases: databases.map((database) => access(database, name, ['db_owner'])),
    })
  return [
    sqlLogin('EPW\\Domain Admins', {
      sid: domainSid(machine, 512),
      kind: 'windows-group',
      policyChecked: null,
      expirationChecked: null,
      serverRoles: ['sysadmin'],
    }),
    owner('SAGE300', '0x3B7A15E4D09C4F28A6D8F1C20E974B65', ['EPWSYS', 'EPWDAT']),
    owner('crm', '0xE81D4C62907F4B3A95C0A7E6D3F5281B', ['CRM']),
    sqlLogin('erpdriver_read', {
      sid: '0x507B9CD2E4184A6F83D1F6A0C79E2B54',
      passwordLastSet: '2026-07-29T11:49:28Z',
      databases: ['EPWSYS', 'EPWDAT'].map((database) =>
        access(database, 'erpdriver_read', ['db_datareader'], { effective: readerPermissions, writable: 0 }),
      ),
    }),
  ]
}
