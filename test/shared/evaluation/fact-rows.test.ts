import { describe, expect, it } from 'vitest'
import type { FactChange } from '#shared/evaluation/drift.ts'
import { type Facts, probeIds } from '#shared/facts/index.ts'
import { changes, comparedInstance, comparedLogin, comparedUser, type SomeFacts, sql, users } from '../../support/compared.ts'

type Service = Facts['services']['services'][number]

const [user, login, instance] = [comparedUser, comparedLogin, comparedInstance]
const service: Service = {
  name: 'WSPSync',
  displayName: 'Sync',
  account: '.\\svc',
  accountSid: user.sid,
  executable: 'C:\\Sync\\sync.exe',
  state: 'running',
  startMode: 'auto',
}
const services = (...list: readonly Service[]): SomeFacts => ({ services: { services: list } })
const firewallRule = { name: 'RDP', protocol: 'TCP', localPorts: '3389', remoteAddresses: 'any', program: null, service: null }
const program = {
  name: 'Tool',
  publisher: 'P',
  version: '1',
  installedOn: null,
  location: null,
  uninstallCommand: null,
  scope: 'machine' as const,
}
const task = { path: '\\Nightly', account: 'svc', accountSid: null, enabled: true, elevated: false, storesPassword: true, command: 'a.exe' }
const remoteDesktop = { enabled: true, port: 3389, networkLevelAuthentication: true, remoteAssistance: false, setByPolicy: ['x'] }
const policy = { minPasswordLength: 7, passwordHistory: 0, maxPasswordAgeDays: null, lockoutThreshold: 0, lockoutMinutes: null }
const endpoint = {
  url: 'https://crm.example.com',
  reachable: true,
  error: null,
  protocol: 'TLSv1.3',
  acceptedLegacyProtocols: [],
  certificate: null,
  plainHttp: 'redirects' as const,
  hsts: true,
}
const certificate = {
  subject: 'CN=crm.example.com',
  issuer: 'CN=CA',
  validFrom: '2026-01-01T00:00:00Z',
  validTo: '2027-01-01T00:00:00Z',
  keyType: 'RSA',
  keyBits: 2048,
  trusted: true,
  hostnameMatches: true,
}
const connector = { product: 'SIA', location: 'C:\\SIA', keys: [], reachability: [] }

describe('factRows', () => {
  const host: Facts['host'] = {
    name: 'ERP01',
    membership: 'workgroup',
    domain: null,
    netbiosDomain: null,
    os: { product: 'Windows Server 2022', build: '20348.1', server: true },
    bootedAt: '2026-02-01T00:00:00Z',
  }
  const group = { name: 'Administrators', sid: 'S-1-5-32-544', members: [] }
  const member = { name: 'ERP01\\svc', sid: user.sid, kind: 'user' as const }
  const right = 'SeDenyRemoteInteractiveLogonRight'

  const cases: readonly [string, SomeFacts, SomeFacts, readonly FactChange[]][] = [
    ['nothing', users(user), users(user), []],
    ['a new user', users(), users(user), [{ probe: 'local-users', subject: 'svc', change: 'added' }]],
    ['a user that is gone', users(user), users(), [{ probe: 'local-users', subject: 'svc', change: 'removed' }]],
    [
      'a user that was disabled',
      users(user),
      users({ ...user, enabled: false }),
      [{ probe: 'local-users', subject: 'svc', change: 'changed', field: 'enabled', before: true, after: false }],
    ],
    [
      'a user that was made anew under the same name',
      users(user),
      users({ ...user, sid: 'S-1-5-21-1-2-3-1002' }),
      [
        { probe: 'local-users', subject: 'svc', change: 'added' },
        { probe: 'local-users', subject: 'svc', change: 'removed' },
      ],
    ],
    ['a logon of a user as no change', users(user), users({ ...user, lastLogon: '2026-02-28T00:00:00Z' }), []],
    ['a time that is off by seconds as no change', users(user), users({ ...user, passwordLastSet: '2026-01-01T00:00:04.5Z' }), []],
    [
      'a new password',
      users(user),
      users({ ...user, passwordLastSet: '2026-02-01T00:00:00Z' }),
      [
        {
          probe: 'local-users',
          subject: 'svc',
          change: 'changed',
          field: 'passwordLastSet',
          before: '2026-01-01T00:00:00Z',
          after: '2026-02-01T00:00:00Z',
        },
      ],
    ],
    ['another start as no change', { host }, { host: { ...host, bootedAt: null } }, []],
    [
      'a renamed server',
      { host },
      { host: { ...host, name: 'ERP02' } },
      [{ probe: 'host', subject: 'host', change: 'changed', field: 'name', before: 'ERP01', after: 'ERP02' }],
    ],
    [
      'a new member of a group',
      { 'local-groups': { groups: [group] } },
      { 'local-groups': { groups: [{ ...group, members: [member] }] } },
      [{ probe: 'local-groups', subject: 'ERP01\\svc in Administrators', change: 'added' }],
    ],
    [
      'groups of a service account, whatever their order',
      { 'account-groups': { accounts: [{ name: 'svc', sid: user.sid, groups: ['S-1-5-32-544', 'S-1-5-32-545'], complete: true }] } },
      { 'account-groups': { accounts: [{ name: 'svc', sid: user.sid, groups: ['S-1-5-32-545', 'S-1-5-32-544'], complete: true }] } },
      [],
    ],
    [
      'a right that was taken away',
      { 'user-rights': { rights: { [right]: [{ sid: user.sid, name: 'ERP01\\svc' }] } } },
      { 'user-rights': { rights: { [right]: [] } } },
      [{ probe: 'user-rights', subject: `${right}: ERP01\\svc`, change: 'removed' }],
    ],
    [
      'account, state and start mode of a service',
      services(service),
      services({ ...service, account: 'LocalSystem', state: 'stopped', startMode: 'disabled' }),
      [
        { probe: 'services', subject: 'WSPSync', change: 'changed', field: 'account', before: '.\\svc', after: 'LocalSystem' },
        { probe: 'services', subject: 'WSPSync', change: 'changed', field: 'state', before: 'running', after: 'stopped' },
        { probe: 'services', subject: 'WSPSync', change: 'changed', field: 'startMode', before: 'auto', after: 'disabled' },
      ],
    ],
    ['a name in other letters as no change', services(service), services({ ...service, name: 'wspsync' }), []],
    [
      'an updated program',
      { programs: { programs: [program] } },
      { programs: { programs: [{ ...program, version: '2' }] } },
      [{ probe: 'programs', subject: 'Tool', change: 'changed', field: 'version', before: '1', after: '2' }],
    ],
    [
      'a second version beside the first',
      { programs: { programs: [program] } },
      { programs: { programs: [{ ...program, version: '2' }, program] } },
      [{ probe: 'programs', subject: 'Tool', change: 'added' }],
    ],
    [
      'a program of one user',
      { programs: { programs: [] } },
      { programs: { programs: [{ ...program, scope: 'user', user: 'ERP01\\anna' }] } },
      [{ probe: 'programs', subject: 'Tool (ERP01\\anna)', change: 'added' }],
    ],
    [
      'a process once, however often it runs',
      { processes: { processes: [{ name: 'a.exe', path: 'C:\\a.exe', account: 'svc', accountSid: null }] } },
      { processes: { processes: [{ name: 'b.exe', path: null, account: null, accountSid: null }] } },
      [
        { probe: 'processes', subject: 'b.exe', change: 'added' },
        { probe: 'processes', subject: 'C:\\a.exe (svc)', change: 'removed' },
      ],
    ],
    [
      'a folder of a remote-access tool',
      { 'remote-access-files': { present: [] } },
      { 'remote-access-files': { present: [{ tool: 'anydesk', path: 'C:\\AnyDesk' }] } },
      [{ probe: 'remote-access-files', subject: 'C:\\AnyDesk', change: 'added' }],
    ],
    [
      'a new listener',
      { listeners: { listeners: [] } },
      { listeners: { listeners: [{ protocol: 'tcp', address: '::', port: 22, process: 'sshd.exe' }] } },
      [{ probe: 'listeners', subject: 'tcp [::]:22', change: 'added' }],
    ],
    [
      'the account of a task',
      { 'scheduled-tasks': { tasks: [task] } },
      { 'scheduled-tasks': { tasks: [{ ...task, account: 'SYSTEM' }] } },
      [{ probe: 'scheduled-tasks', subject: '\\Nightly', change: 'changed', field: 'account', before: 'svc', after: 'SYSTEM' }],
    ],
    [
      'Remote Desktop',
      { 'remote-desktop': remoteDesktop },
      { 'remote-desktop': { ...remoteDesktop, enabled: false, setByPolicy: [] } },
      [
        { probe: 'remote-desktop', subject: 'remote-desktop', change: 'changed', field: 'enabled', before: true, after: false },
        { probe: 'remote-desktop', subject: 'remote-desktop', change: 'changed', field: 'setByPolicy', before: ['x'], after: [] },
      ],
    ],
    [
      'a firewall that lets in more',
      { firewall: { profiles: [{ name: 'domain', enabled: true, inboundDefault: 'block' }], inboundAllow: [] } },
      { firewall: { profiles: [{ name: 'domain', enabled: false, inboundDefault: 'block' }], inboundAllow: [firewallRule] } },
      [
        { probe: 'firewall', subject: 'RDP', change: 'added' },
        { probe: 'firewall', subject: 'domain profile', change: 'changed', field: 'enabled', before: true, after: false },
      ],
    ],
    [
      'the password policy',
      { 'account-policy': policy },
      { 'account-policy': { ...policy, minPasswordLength: 14 } },
      [{ probe: 'account-policy', subject: 'account-policy', change: 'changed', field: 'minPasswordLength', before: 7, after: 14 }],
    ],
    [
      'a role of a login and a new right in a database',
      sql(instance),
      sql({
        ...instance,
        logins: [
          { ...login, serverRoles: ['sysadmin'], databases: [{ ...login.databases[0]!, permissions: ['INSERT ON OBJECT::dbo.X'] }] },
        ],
      }),
      [
        {
          probe: 'sql-server',
          subject: 'sync on ERP01 in MAS_ABC',
          change: 'changed',
          field: 'permissions',
          before: [],
          after: ['INSERT ON OBJECT::dbo.X'],
        },
        { probe: 'sql-server', subject: 'sync on ERP01', change: 'changed', field: 'serverRoles', before: [], after: ['sysadmin'] },
      ],
    ],
    [
      'antivirus that was switched off',
      { antivirus: { products: [{ name: 'Defender', enabled: true, realTime: true, signaturesUpdatedAt: null }] } },
      { antivirus: { products: [{ name: 'Defender', enabled: false, realTime: null, signaturesUpdatedAt: null }] } },
      [
        { probe: 'antivirus', subject: 'Defender', change: 'changed', field: 'enabled', before: true, after: false },
        { probe: 'antivirus', subject: 'Defender', change: 'changed', field: 'realTime', before: true, after: null },
      ],
    ],
    [
      'updates',
      { updates: { lastInstalledAt: null, rebootPending: false } },
      { updates: { lastInstalledAt: null, rebootPending: true } },
      [{ probe: 'updates', subject: 'updates', change: 'changed', field: 'rebootPending', before: false, after: true }],
    ],
    [
      'a renewed certificate',
      { 'tls-endpoints': { endpoints: [{ ...endpoint, certificate }] } },
      { 'tls-endpoints': { endpoints: [{ ...endpoint, certificate: { ...certificate, validTo: '2028-01-01T00:00:00Z' } }] } },
      [
        {
          probe: 'tls-endpoints',
          subject: 'https://crm.example.com',
          change: 'changed',
          field: 'certificate.validTo',
          before: '2027-01-01T00:00:00Z',
          after: '2028-01-01T00:00:00Z',
        },
      ],
    ],
    [
      'a key file that more can read',
      {
        connector: {
          installations: [
            { ...connector, keys: [{ path: 'C:\\SIA\\key.pem', kind: 'private', algorithm: 'RSA', bits: 2048, readableBy: [] }] },
          ],
        },
      },
      {
        connector: {
          installations: [
            {
              ...connector,
              keys: [
                { path: 'C:\\SIA\\key.pem', kind: 'private', algorithm: 'RSA', bits: 2048, readableBy: [{ sid: 'S-1-1-0', name: null }] },
              ],
            },
          ],
        },
      },
      [{ probe: 'connector', subject: 'C:\\SIA\\key.pem', change: 'changed', field: 'readableBy', before: [], after: ['S-1-1-0'] }],
    ],
  ]
  it.each(cases)('reports %s', (_name, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected)
  })

  it('has a case for every probe', () => {
    const covered = new Set(cases.flatMap(([, before, after]) => [...Object.keys(before), ...Object.keys(after)]))
    expect(probeIds.filter((probe) => !covered.has(probe) && probe !== 'logons')).toEqual([])
  })
})
