import type { Snapshot } from '../../formats/snapshot.ts'
import { antivirusOf, erpDriverProgram, erpDriverServices, guestTools, sagePrograms, sageService } from '../base/erp.ts'
import { domainSid, localSid, type Machine } from '../base/machine.ts'
import { listener, listeners } from '../base/network.ts'
import { processes, withoutRights } from '../base/processes.ts'
import { commonPrograms, program, sqlPrograms } from '../base/programs.ts'
import { domainMemberChanges, inServiceOrder, type Service, windowsServices } from '../base/services.ts'
import { collected, denied, partly, snapshot as snapshotOf } from '../base/snapshot.ts'
import { sqlServices } from '../base/sql-server.ts'

const machine: Machine = {
  name: 'ERP-SRV02',
  language: 'en',
  membership: 'domain',
  machineSid: 'S-1-5-21-3312890471-754120936-1499380215',
  domain: { dns: 'placeholder.test', netbios: 'PLACEHOLDER', sid: 'S-1-5-21-1163940728-3047718266-590221347' },
}
const syncUser = { account: '.\\erpdriver', accountSid: localSid(machine, 1003) } as const
const sageUser = { account: 'PLACEHOLDER\\svc-sage', accountSid: domainSid(machine, 1143) } as const
const reader = { account: 'PLACEHOLDER\\aexample', accountSid: domainSid(machine, 1128) } as const
const sqlServer = 'C:\\Program Files\\Microsoft SQL Server\\MSSQL16.MSSQLSERVER\\MSSQL\\Binn\\sqlservr.exe'

export function snapshot(): Snapshot {
  const services = serviceList()
  const running = processes(machine, services, [{ ...reader, programs: ['C:\\Users\\aexample\\Downloads\\erp-checkup-portable.exe'] }])
  return snapshotOf(
    '2026-11-19T08:41:57Z',
    { elevated: false, userSid: reader.accountSid },
    {
      ...refused(),
      host: collected(
        {
          name: machine.name,
          membership: 'domain',
          domain: 'placeholder.test',
          netbiosDomain: 'PLACEHOLDER',
          os: { product: 'Windows Server 2022 Standard', build: '20348.5139', server: true },
          bootedAt: '2026-11-14T22:08:15Z',
          session: { kind: 'rdp', client: 'LAPTOP-14' },
          autologonConfigured: false,
        },
        4,
      ),
      services: collected({ services }, 102),
      programs: collected({ programs: programList() }, 44),
      processes: partly(withoutRights(running, reader.accountSid), 61, [
        'owner and path of processes of other accounts were refused (OpenProcess, error 5): run as administrator',
      ]),
      'remote-access-files': partly({ present: [] }, 187, [
        'C:\\Users: the folders of other users were refused (error 5): run as administrator',
      ]),
      listeners: collected(listenerFacts(), 8),
      'remote-desktop': collected(
        { enabled: true, port: 3389, networkLevelAuthentication: true, remoteAssistance: false, setByPolicy: ['UserAuthentication'] },
        3,
      ),
      antivirus: collected(antivirusOf('2026-11-19T05:40:31Z'), 377),
      updates: collected({ lastInstalledAt: '2026-11-14T22:01:00Z', rebootPending: false }, 1402),
    },
  )
}

/** What Windows and SQL Server keep from an ordinary user. */
function refused(): Snapshot['probes'] {
  return {
    'local-users': denied('NetUserEnum level 4: access denied (error 5): run as administrator', 2),
    'local-groups': denied('NetLocalGroupGetMembers: access denied (error 5): run as administrator', 3),
    'account-groups': denied('AuthzInitializeContextFromSid: access denied (error 5): run as administrator', 6),
    'user-rights': denied(
      'LsaOpenPolicy: access denied (STATUS_ACCESS_DENIED 0xC0000022), POLICY_VIEW_LOCAL_INFORMATION is missing: run as administrator',
      1,
    ),
    'scheduled-tasks': denied('ITaskFolder.GetTasks: access denied (E_ACCESSDENIED 0x80070005): run as administrator', 12),
    firewall: denied('INetFwPolicy2.Rules: access denied (E_ACCESSDENIED 0x80070005): run as administrator', 5),
    'account-policy': denied('NetUserModalsGet level 0: access denied (error 5): run as administrator', 1),
    logons: denied(
      'EvtQuery of Microsoft-Windows-TerminalServices-LocalSessionManager/Operational: access denied (error 5): run as administrator or as a member of S-1-5-32-573',
      4,
    ),
    'sql-server': denied(
      'ERP-SRV02: sign-in refused (18456) for the Windows account of this session: it needs a login with VIEW ANY DEFINITION',
      640,
    ),
    connector: denied('C:\\ProgramData: access control lists of key files could not be read (error 5): run as administrator', 9),
  }
}

function serviceList(): Service[] {
  return inServiceOrder([
    ...windowsServices(machine.language, domainMemberChanges),
    ...guestTools().services,
    ...sqlServices(16),
    sageService('Premium', sageUser),
    ...erpDriverServices(syncUser),
  ])
}

function programList() {
  return [
    ...commonPrograms(),
    ...sqlPrograms('2022'),
    ...sagePrograms('Premium', '2026-05-09'),
    ...guestTools().programs,
    erpDriverProgram('2026-05-12'),
    program('Greenshot 1.2.10.6', 'Greenshot', '1.2.10.6', {
      installedOn: '2025-02-11',
      location: 'C:\\Users\\aexample\\AppData\\Local\\Programs\\Greenshot\\',
      uninstallCommand: '"C:\\Users\\aexample\\AppData\\Local\\Programs\\Greenshot\\unins000.exe"',
      scope: 'user',
      user: reader.account,
    }),
  ]
}

function listenerFacts() {
  return listeners('192.0.2.34', [
    listener('tcp', 1433, sqlServer),
    listener('tcp', 1434, sqlServer, '127.0.0.1'),
    listener('tcp', 9820, 'D:\\Sage\\Sage 100 Premium\\MAS90\\Home\\pvxwin32.exe'),
  ])
}
