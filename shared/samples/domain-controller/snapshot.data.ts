import type { Facts } from '../../facts/index.ts'
import type { Snapshot } from '../../formats/snapshot.ts'
import { builtInGroups, builtInUsers, type LocalGroup, type Member, madeUser, userMember } from '../base/accounts.ts'
import { antivirusOf, erpDriverProgram, erpDriverServices, guestTools, sagePrograms, sageService } from '../base/erp.ts'
import { host } from '../base/host.ts'
import { localSid, type Machine } from '../base/machine.ts'
import { firewallProfilesOn, inboundRule, inboundRules, listener, listeners } from '../base/network.ts'
import { processes } from '../base/processes.ts'
import { commonPrograms, program } from '../base/programs.ts'
import { scheduledTasks } from '../base/scheduled-tasks.ts'
import { domainControllerServices, domainMemberChanges, inServiceOrder, type Service, windowsServices } from '../base/services.ts'
import { collectedAll, snapshot as snapshotOf } from '../base/snapshot.ts'
import { userRights } from '../base/user-rights.ts'

const domain = { dns: 'specimen.local', netbios: 'SPECIMEN', sid: 'S-1-5-21-2720881519-3541160078-917334206' } as const
const machine: Machine = { name: 'SRV-MAIN', language: 'en', membership: 'domain-controller', machineSid: domain.sid, domain }
const users = { erpsync: 1118, websitepipeline: 1119, tspecimen: 1106, 'svc-sage': 1117 } as const
const reader = { account: 'SPECIMEN\\tspecimen', accountSid: localSid(machine, users.tspecimen) } as const
const syncUser = { account: 'SPECIMEN\\erpsync', accountSid: localSid(machine, users.erpsync) } as const
const sageUser = { account: 'SPECIMEN\\svc-sage', accountSid: localSid(machine, users['svc-sage']) } as const
const sageServer = 'D:\\Sage\\Sage 100 Advanced\\MAS90\\Home\\pvxwin32.exe'

export function snapshot(): Snapshot {
  const services = serviceList()
  const probes = collectedAll(
    {
      ...accountFacts(),
      ...networkFacts(),
      host: host(machine, '2019', { bootedAt: '2026-10-18T23:10:27Z', session: { kind: 'rdp', client: 'TS-LAPTOP' } }),
      services: { services },
      programs: {
        programs: [
          ...commonPrograms(),
          ...sagePrograms('Advanced', '2025-12-03'),
          ...guestTools().programs,
          erpDriverProgram('2025-12-04'),
          ...otherPrograms(),
        ],
      },
      processes: processes(machine, services, [reader]),
      'remote-access-files': { present: [] },
      'scheduled-tasks': scheduledTasks([
        {
          path: '\\System state backup',
          account: 'SPECIMEN\\Administrator',
          accountSid: localSid(machine, 500),
          enabled: true,
          elevated: true,
          storesPassword: true,
          command: 'C:\\Windows\\System32\\wbadmin.exe start systemstatebackup -backupTarget:E: -quiet',
        },
      ]),
      logons: {
        since: '2026-09-02T07:55:41Z',
        remote: [
          { ...reader, at: '2026-10-18T22:58:03Z', kind: 'rdp', from: '192.0.2.130' },
          { ...reader, at: '2026-11-13T12:21:30Z', kind: 'rdp', from: '192.0.2.130' },
        ],
        sessions: [{ ...reader, kind: 'rdp', state: 'active' }],
      },
      'sql-server': { instances: [] },
      antivirus: antivirusOf('2026-11-13T04:33:19Z'),
      updates: { lastInstalledAt: '2026-10-18T23:02:00Z', rebootPending: false },
      'tls-endpoints': { endpoints: [] },
      connector: { installations: [] },
    },
    {
      'local-users': ['of the domain, only the accounts that groups, services, rights and the profile name are listed'],
    },
  )
  return snapshotOf('2026-11-13T12:34:55Z', { elevated: true, userSid: reader.accountSid }, probes)
}

function otherPrograms(): Facts['programs']['programs'] {
  return [
    program('Google Chrome', 'Google LLC', '156.0.7980.61', {
      installedOn: '2026-11-06',
      location: 'C:\\Program Files\\Google\\Chrome\\Application',
    }),
    program('ProvideX ODBC Driver', 'PVX Plus Technologies Ltd.', '4.41.0000', { installedOn: '2025-12-03' }),
  ]
}

function serviceList(): Service[] {
  return inServiceOrder([
    ...windowsServices(machine.language, domainMemberChanges),
    ...domainControllerServices(machine.language),
    ...guestTools().services,
    sageService('Advanced', sageUser),
    ...erpDriverServices(syncUser),
  ])
}

function accountFacts(): Pick<Facts, 'local-users' | 'local-groups' | 'account-groups' | 'user-rights' | 'account-policy'> {
  const member = (name: keyof typeof users): Member => userMember(machine, name, users[name])
  const common = ['S-1-1-0', 'S-1-5-32-545', 'S-1-5-32-554', 'S-1-5-11', 'S-1-5-15', 'S-1-18-1']
  return {
    'local-users': { users: userList(), lookedFor: ['websitepipeline', 'erpsync'] },
    'local-groups': {
      groups: [
        ...builtInGroups(machine, {
          544: [
            userMember(machine, 'Administrator', 500),
            groupMember('Domain Admins', 512),
            groupMember('Enterprise Admins', 519),
            member('svc-sage'),
          ],
          545: [groupMember('Domain Users', 513)],
          555: [member('websitepipeline')],
        }),
        domainGroup('Domain Admins', 512, [userMember(machine, 'Administrator', 500), member('tspecimen'), member('erpsync')]),
        domainGroup('Schema Admins', 518, [userMember(machine, 'Administrator', 500)]),
        domainGroup('Enterprise Admins', 519, [userMember(machine, 'Administrator', 500)]),
      ],
    },
    'account-groups': {
      accounts: [
        {
          name: syncUser.account,
          sid: syncUser.accountSid,
          groups: [localSid(machine, 513), localSid(machine, 512), 'S-1-5-32-544', ...common],
          complete: true,
        },
        { name: sageUser.account, sid: sageUser.accountSid, groups: [localSid(machine, 513), 'S-1-5-32-544', ...common], complete: true },
      ],
    },
    'user-rights': userRights(
      machine.language,
      {
        SeServiceLogonRight: [
          { sid: syncUser.accountSid, name: syncUser.account },
          { sid: sageUser.accountSid, name: sageUser.account },
        ],
        SeBatchLogonRight: [{ sid: localSid(machine, 500), name: 'SPECIMEN\\Administrator' }],
      },
      'domain-controller',
    ),
    'account-policy': {
      minPasswordLength: 10,
      minPasswordAgeDays: 1,
      passwordHistory: 24,
      maxPasswordAgeDays: 42,
      lockoutThreshold: 10,
      lockoutMinutes: 10,
    },
  }
}

function groupMember(name: string, relativeId: number): Member {
  return { name: `SPECIMEN\\${name}`, sid: localSid(machine, relativeId), kind: 'group' }
}

function domainGroup(name: string, relativeId: number, members: readonly Member[]): LocalGroup {
  return { name, sid: localSid(machine, relativeId), members }
}

function userList(): Facts['local-users']['users'] {
  const named = builtInUsers(machine, {
    enabled: true,
    passwordLastSet: '2024-07-30T16:08:12Z',
    lastLogon: '2026-11-12T23:30:00Z',
    passwordExpires: false,
  })
  return [
    ...named.filter((user) => user.name === 'Administrator' || user.name === 'Guest'),
    madeUser(machine, users.erpsync, {
      name: 'erpsync',
      fullName: 'ERP Sync',
      comment: 'ERP Driver services',
      passwordLastSet: '2025-12-04T10:14:26Z',
      lastLogon: '2026-10-18T23:13:44Z',
    }),
    madeUser(machine, users['svc-sage'], {
      name: 'svc-sage',
      fullName: 'Sage 100 Server',
      passwordLastSet: '2025-12-03T18:40:51Z',
      lastLogon: '2026-10-18T23:13:40Z',
    }),
    madeUser(machine, users.tspecimen, {
      name: 'tspecimen',
      fullName: 'Taylor Specimen',
      passwordExpires: true,
      passwordLastSet: '2026-10-12T06:55:00Z',
      lastLogon: '2026-11-13T12:21:29Z',
    }),
    madeUser(machine, users.websitepipeline, {
      name: 'websitepipeline',
      fullName: 'Website Pipeline',
      comment: 'Vendor sign-in for the deployment in December',
      enabled: false,
      passwordLastSet: '2025-12-01T14:22:10Z',
      lastLogon: '2025-12-19T20:16:33Z',
    }),
  ]
}

function networkFacts(): Pick<Facts, 'listeners' | 'firewall' | 'remote-desktop'> {
  const lsass = 'C:\\Windows\\System32\\lsass.exe'
  const dns = 'C:\\Windows\\System32\\dns.exe'
  const directory = [88, 389, 464, 636, 3268, 3269].map((port) => listener('tcp', port, lsass))
  return {
    listeners: listeners('192.0.2.2', [
      ...directory,
      listener('udp', 88, lsass),
      listener('udp', 389, lsass),
      listener('tcp', 53, dns, '192.0.2.2'),
      listener('udp', 53, dns, '192.0.2.2'),
      listener('tcp', 9389, 'C:\\Windows\\ADWS\\Microsoft.ActiveDirectory.WebServices.exe'),
      listener('tcp', 9712, sageServer),
    ]),
    firewall: {
      profiles: firewallProfilesOn,
      inboundAllow: inboundRules(machine.language, { remoteDesktop: 'LocalSubnet', remoteManagement: 'any' }, [
        inboundRule('Active Directory Domain Controller - LDAP (TCP-In)', 'TCP', '389', { program: 'C:\\Windows\\System32\\lsass.exe' }),
        inboundRule('Active Directory Domain Controller - Secure LDAP (TCP-In)', 'TCP', '636', {
          program: 'C:\\Windows\\System32\\lsass.exe',
        }),
        inboundRule('Kerberos Key Distribution Center (TCP-In)', 'TCP', '88', { program: 'C:\\Windows\\System32\\lsass.exe' }),
        inboundRule('DNS (TCP, Incoming)', 'TCP', '53', { program: 'C:\\Windows\\System32\\dns.exe', service: 'dns' }),
        inboundRule('DNS (UDP, Incoming)', 'UDP', '53', { program: 'C:\\Windows\\System32\\dns.exe', service: 'dns' }),
        inboundRule('Sage 100 Application Server', 'TCP', '9712', { remoteAddresses: 'LocalSubnet', program: sageServer }),
      ]),
    },
    'remote-desktop': { enabled: true, port: 3389, networkLevelAuthentication: true, remoteAssistance: false, setByPolicy: [] },
  }
}
