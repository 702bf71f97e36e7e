import type { Facts } from '../../facts/index.ts'
import type { Snapshot } from '../../formats/snapshot.ts'
import { builtInGroups, builtInUsers, type Member, madeUser, userMember } from '../base/accounts.ts'
import { antivirusOf, erpDriverProgram, erpDriverServices, sagePrograms } from '../base/erp.ts'
import { host } from '../base/host.ts'
import { localSid, type Machine } from '../base/machine.ts'
import { firewallProfilesOn, inboundRules, listeners } from '../base/network.ts'
import { processes } from '../base/processes.ts'
import { commonPrograms, program } from '../base/programs.ts'
import { scheduledTasks } from '../base/scheduled-tasks.ts'
import { serviceSids } from '../base/service-sids.data.ts'
import { inServiceOrder, type Service, systemAccount, windowsServices } from '../base/services.ts'
import { collectedAll, snapshot as snapshotOf } from '../base/snapshot.ts'
import { userRights } from '../base/user-rights.ts'

const machine: Machine = {
  name: 'PPS-FILES',
  language: 'en',
  membership: 'workgroup',
  machineSid: 'S-1-5-21-376904218-1892255407-3041587760',
  domain: null,
}
const users = { jplaceholder: 1001, counter1: 1002, counter2: 1003, office: 1004 } as const
const reader = { account: 'PPS-FILES\\jplaceholder', accountSid: localSid(machine, users.jplaceholder) } as const
const backupFolder = 'C:\\Program Files\\Sample Backup Agent'

export function snapshot(): Snapshot {
  const services = serviceList()
  const probes = collectedAll({
    ...accountFacts(),
    ...networkFacts(),
    host: host(machine, '2022', { bootedAt: '2026-10-31T11:06:40Z', session: { kind: 'console', client: null } }),
    services: { services },
    programs: { programs: programList() },
    processes: processes(machine, services, [{ ...reader, programs: ['E:\\erp-checkup-portable.exe'] }]),
    'remote-access-files': { present: [] },
    'scheduled-tasks': scheduledTasks(),
    logons: {
      since: '2026-05-06T12:39:17Z',
      remote: [
        { ...person('office'), at: '2026-11-09T13:02:19Z', kind: 'rdp', from: '192.0.2.109' },
        { ...person('office'), at: '2026-11-11T13:00:45Z', kind: 'rdp', from: '192.0.2.109' },
      ],
      sessions: [
        { ...reader, kind: 'console', state: 'active' },
        { ...person('office'), kind: 'rdp', state: 'active' },
      ],
    },
    'sql-server': { instances: [] },
    antivirus: antivirusOf('2026-11-11T06:50:08Z'),
    updates: { lastInstalledAt: '2026-10-31T10:58:00Z', rebootPending: false },
    'tls-endpoints': { endpoints: [] },
    connector: { installations: [] },
  })
  return snapshotOf('2026-11-11T15:22:48Z', { elevated: true, userSid: reader.accountSid }, probes)
}

function person(name: keyof typeof users): { readonly account: string; readonly accountSid: string } {
  return { account: `PPS-FILES\\${name}`, accountSid: localSid(machine, users[name]) }
}

/** Each service of the sync tool is its own account: Windows knows it by the service's name. */
function serviceList(): Service[] {
  const driver = erpDriverServices(systemAccount).map((service) => {
    const name = service.name as 'WSPErpDriverQueue' | 'WSPErpDriverSync'
    return { ...service, account: `NT SERVICE\\${name}`, accountSid: serviceSids[name] }
  })
  return inServiceOrder([
    ...windowsServices(machine.language),
    ...driver,
    {
      name: 'SampleBackupAgent',
      displayName: 'Sample Backup Agent',
      ...systemAccount,
      executable: `${backupFolder}\\sba.exe`,
      state: 'running',
      startMode: 'auto',
      delayedStart: true,
    },
  ])
}

function programList(): Facts['programs']['programs'] {
  return [
    ...commonPrograms(),
    ...sagePrograms('Standard', '2026-01-09'),
    erpDriverProgram('2026-01-13'),
    program('Sample Backup Agent', 'Sample Backup Software', '9.2.118', {
      installedOn: '2025-07-30',
      location: `${backupFolder}\\`,
      uninstallCommand: 'MsiExec.exe /X{D92C4B17-3E5A-46F8-BB01-9A7E6C5D2F30}',
    }),
    program('Microsoft ODBC Driver 17 for SQL Server', 'Microsoft Corporation', '17.10.6.1', {
      installedOn: '2026-01-09',
      uninstallCommand: 'MsiExec.exe /I{853997DA-6FCB-4FB9-918E-E0FF881FAF65}',
    }),
    program('ProvideX ODBC Driver', 'PVX Plus Technologies Ltd.', '4.41.0000', { installedOn: '2026-01-09' }),
    program('Adobe Acrobat (64-bit)', 'Adobe', '25.001.20844', {
      installedOn: '2025-10-20',
      location: 'C:\\Program Files\\Adobe\\Acrobat DC\\',
      uninstallCommand: 'MsiExec.exe /I{AC76BA86-1033-1033-7760-BC15014EA700}',
    }),
  ]
}

function accountFacts(): Pick<Facts, 'local-users' | 'local-groups' | 'account-groups' | 'user-rights' | 'account-policy'> {
  const member = (name: keyof typeof users): Member => userMember(machine, name, users[name])
  return {
    'local-users': {
      users: [
        ...builtInUsers(machine, { enabled: false, passwordLastSet: '2025-07-28T18:19:55Z', lastLogon: '2025-07-30T15:00:31Z' }),
        madeUser(machine, users.counter1, {
          name: 'counter1',
          fullName: 'Sales counter 1',
          passwordLastSet: '2026-03-02T12:10:00Z',
          lastLogon: '2026-11-11T12:55:20Z',
        }),
        madeUser(machine, users.counter2, {
          name: 'counter2',
          fullName: 'Sales counter 2',
          passwordLastSet: '2026-03-02T12:14:00Z',
          lastLogon: '2026-11-11T12:58:02Z',
        }),
        madeUser(machine, users.jplaceholder, {
          name: 'jplaceholder',
          fullName: 'Jamie Placeholder',
          passwordLastSet: '2026-03-02T12:02:00Z',
          lastLogon: '2026-11-11T15:15:37Z',
        }),
        madeUser(machine, users.office, {
          name: 'office',
          fullName: 'Office',
          passwordLastSet: '2026-03-02T12:18:00Z',
          lastLogon: '2026-11-11T13:00:44Z',
        }),
      ],
    },
    'local-groups': {
      groups: builtInGroups(machine, {
        544: [userMember(machine, 'Administrator', 500), member('jplaceholder')],
        545: [member('counter1'), member('counter2'), member('office')],
        555: [member('office')],
      }),
    },
    'account-groups': { accounts: [] },
    'user-rights': userRights(machine.language),
    'account-policy': {
      minPasswordLength: 12,
      minPasswordAgeDays: 0,
      passwordHistory: 3,
      maxPasswordAgeDays: null,
      lockoutThreshold: 10,
      lockoutMinutes: 10,
    },
  }
}

function networkFacts(): Pick<Facts, 'listeners' | 'firewall' | 'remote-desktop'> {
  return {
    listeners: listeners('192.0.2.100'),
    firewall: {
      profiles: firewallProfilesOn,
      inboundAllow: inboundRules(machine.language, { remoteDesktop: 'LocalSubnet', remoteManagement: 'LocalSubnet' }),
    },
    'remote-desktop': { enabled: true, port: 3389, networkLevelAuthentication: true, remoteAssistance: false, setByPolicy: [] },
  }
}
