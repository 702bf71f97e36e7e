import type { Facts } from '../../facts/index.ts'
import type { Snapshot } from '../../formats/snapshot.ts'
import { builtInGroups, builtInUsers, localAccountGroups, madeUser, userMember } from '../base/accounts.ts'
import { antivirusOf, erpDriverProgram, erpDriverServices, guestTools, sagePrograms, sageService } from '../base/erp.ts'
import { host } from '../base/host.ts'
import { localSid, type Machine } from '../base/machine.ts'
import { firewallProfilesOn, inboundRule, inboundRules, listener, listeners } from '../base/network.ts'
import { processes } from '../base/processes.ts'
import { commonPrograms, sqlPrograms } from '../base/programs.ts'
import { scheduledTasks } from '../base/scheduled-tasks.ts'
import { serviceSids } from '../base/service-sids.data.ts'
import { inServiceOrder, type Service, windowsServices } from '../base/services.ts'
import { collectedAll, snapshot as snapshotOf } from '../base/snapshot.ts'
import { access, readerPermissions, type SqlLogin, sqlLogin, sqlServices, systemDatabases, systemLogins } from '../base/sql-server.ts'
import { userRights } from '../base/user-rights.ts'

const machine: Machine = {
  name: 'ERP-OLD',
  language: 'en',
  membership: 'workgroup',
  machineSid: 'S-1-5-21-933174605-4017752389-2604991173',
  domain: null,
}
const syncUser = { account: '.\\erpdriver', accountSid: localSid(machine, 1006) } as const
const sageUser = { account: '.\\sagesvc', accountSid: localSid(machine, 1003) } as const
const reader = { account: 'ERP-OLD\\Administrator', accountSid: localSid(machine, 500) } as const
const sqlServer = 'C:\\Program Files\\Microsoft SQL Server\\MSSQL15.MSSQLSERVER\\MSSQL\\Binn\\sqlservr.exe'

export function snapshot(): Snapshot {
  const services = serviceList()
  const probes = collectedAll({
    ...accountFacts(),
    ...networkFacts(),
    host: host(machine, '2019', { bootedAt: '2026-10-25T06:02:48Z', session: { kind: 'rdp', client: 'MS-DESK' } }),
    services: { services },
    programs: {
      programs: [
        ...commonPrograms(),
        ...sqlPrograms('2019'),
        ...sagePrograms('Premium', '2025-01-18'),
        ...guestTools().programs,
        erpDriverProgram('2025-01-21'),
      ],
    },
    processes: processes(machine, services, [reader]),
    'remote-access-files': { present: [] },
    'scheduled-tasks': scheduledTasks([
      {
        path: '\\ERP Driver log cleanup',
        account: 'ERP-OLD\\erpdriver',
        accountSid: syncUser.accountSid,
        enabled: true,
        elevated: false,
        storesPassword: true,
        command: 'C:\\Program Files (x86)\\Website Pipeline\\ERP Driver\\Tools\\WSP.ErpDriver.LogCleanup.exe /days 30',
      },
    ]),
    logons: {
      since: '2026-07-28T09:13:05Z',
      remote: [{ ...reader, at: '2026-11-10T13:05:12Z', kind: 'rdp', from: '192.0.2.44' }],
      sessions: [{ ...reader, kind: 'rdp', state: 'active' }],
    },
    'sql-server': { instances: [sqlInstance()] },
    antivirus: antivirusOf('2026-11-10T05:27:30Z'),
    updates: { lastInstalledAt: '2026-10-25T05:50:00Z', rebootPending: false },
    'tls-endpoints': { endpoints: [] },
    connector: { installations: [] },
  })
  return snapshotOf('2026-11-10T13:21:03Z', { elevated: true, userSid: reader.accountSid }, probes)
}

/** The vendor only stopped and disabled the services; Sage stays for looking things up. */
function serviceList(): Service[] {
  const [queue, ...rest] = erpDriverServices(syncUser, { state: 'stopped', startMode: 'disabled' })
  const withoutDelay = [queue, ...rest].flatMap((service) => {
    if (service === undefined) return []
    const { delayedStart: _, ...kept } = service
    return [kept]
  })
  return inServiceOrder([
    ...windowsServices(machine.language),
    ...guestTools().services,
    ...sqlServices(15),
    sageService('Premium', sageUser),
    ...withoutDelay,
  ])
}

function accountFacts(): Pick<Facts, 'local-users' | 'local-groups' | 'account-groups' | 'user-rights' | 'account-policy'> {
  return {
    'local-users': {
      users: [
        ...builtInUsers(machine, { enabled: true, passwordLastSet: '2026-01-20T08:41:17Z', lastLogon: '2026-11-10T13:05:11Z' }),
        madeUser(machine, 1006, {
          name: 'erpdriver',
          fullName: 'ERP Driver',
          comment: 'Sync tool',
          passwordLastSet: '2026-01-20T08:59:30Z',
          lastLogon: '2026-10-23T22:10:00Z',
        }),
        madeUser(machine, 1003, {
          name: 'sagesvc',
          fullName: 'Sage service',
          passwordLastSet: '2026-01-20T08:50:04Z',
          lastLogon: '2026-10-25T06:05:21Z',
        }),
      ],
    },
    'local-groups': {
      groups: builtInGroups(machine, {
        544: [userMember(machine, 'Administrator', 500), userMember(machine, 'sagesvc', 1003)],
        545: [userMember(machine, 'erpdriver', 1006), userMember(machine, 'sagesvc', 1003)],
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
        { sid: syncUser.accountSid, name: 'ERP-OLD\\erpdriver' },
        { sid: sageUser.accountSid, name: 'ERP-OLD\\sagesvc' },
        { sid: serviceSids.MSSQLSERVER, name: 'NT SERVICE\\MSSQLSERVER' },
      ],
      SeBatchLogonRight: [{ sid: syncUser.accountSid, name: 'ERP-OLD\\erpdriver' }],
    }),
    'account-policy': {
      minPasswordLength: 12,
      minPasswordAgeDays: 0,
      passwordHistory: 5,
      maxPasswordAgeDays: null,
      lockoutThreshold: 10,
      lockoutMinutes: 10,
    },
  }
}

function networkFacts(): Pick<Facts, 'listeners' | 'firewall' | 'remote-desktop'> {
  return {
    listeners: listeners('192.0.2.12', [
      listener('tcp', 1433, sqlServer),
      listener('tcp', 9505, 'D:\\Sage\\Sage 100 Premium\\MAS90\\Home\\pvxwin32.exe'),
    ]),
    firewall: {
      profiles: firewallProfilesOn,
      inboundAllow: inboundRules(machine.language, { remoteDesktop: 'LocalSubnet', remoteManagement: 'LocalSubnet' }, [
        inboundRule('Sage 100 Application Server', 'TCP', '9505', { remoteAddresses: 'LocalSubnet' }),
        inboundRule('SQL Server', 'TCP', '1433', { remoteAddresses: 'LocalSubnet' }),
      ]),
    },
    'remote-desktop': { enabled: true, port: 3389, networkLevelAuthentication: true, remoteAssistance: false, setByPolicy: [] },
  }
}

function sqlInstance(): Facts['sql-server']['instances'][number] {
  return {
    name: 'ERP-OLD',
    version: '15.0.4430.1',
    databases: [...systemDatabases, 'MAS_SBB', 'MAS_System'],
    visibility: 'full',
    logins: [...systemLogins(machine, false), ...ownLogins()],
  }
}

function ownLogins(): SqlLogin[] {
  const companies = ['MAS_System', 'MAS_SBB']
  return [
    sqlLogin('ERP-OLD\\Administrator', {
      sid: reader.accountSid,
      kind: 'windows-user',
      policyChecked: null,
      expirationChecked: null,
      serverRoles: ['sysadmin'],
    }),
    sqlLogin('MAS_User', {
      sid: '0x8E27D4A05F1C9B43A6E3B8D70C5F1294',
      passwordLastSet: '2025-01-18T11:52:06Z',
      databases: companies.map((database) => access(database, 'MAS_User', ['db_owner'])),
    }),
    sqlLogin('erpdriver_ro', {
      sid: '0xF5A3096C7B8E1D42905D2C7EA64F81B3',
      passwordLastSet: '2026-01-20T09:05:41Z',
      databases: companies.map((database) =>
        access(database, 'erpdriver_ro', ['db_datareader'], { effective: readerPermissions, writable: 0 }),
      ),
    }),
  ]
}
