import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/windows-user-designated/definition.ts'
import { rule } from '#shared/checks/windows-user-designated/rule.ts'
import type { Facts } from '#shared/facts/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import { type FactsGiven, judge, localUser, program, type Situation, service, testHost } from '../../support/world.ts'

const check = pair(definition, rule)

const MACHINE = 'S-1-5-21-111-222-333'
const syncUser = localUser('wspsync', { sid: `${MACHINE}-1101` })
const otherUser = localUser('backup', { sid: `${MACHINE}-1102` })
const syncService = service('WSPSync', String.raw`.\wspsync`, { executable: String.raw`C:\WSP\Sync\WSPSync.exe` })
const administrators = (...members: readonly { name: string; sid: string }[]): Facts['local-groups'] => ({
  groups: [{ name: 'Administratoren', sid: 'S-1-5-32-544', members: members.map((member) => ({ ...member, kind: 'user' as const })) }],
})
const tool = { name: 'ERP Driver' }
const domainHost = { ...testHost, membership: 'domain' as const, domain: 'corp.example', netbiosDomain: 'CORP' }
const remote = (at: string, account = String.raw`ERP01\wspsync`, kind: 'rdp' | 'remote-assistance' = 'rdp') => ({
  account,
  accountSid: null,
  at,
  kind,
  from: '10.0.0.5',
})

const good: FactsGiven = {
  host: testHost,
  services: { services: [syncService, service('Spooler', 'LocalSystem')] },
  'local-users': { users: [syncUser, otherUser] },
  'local-groups': administrators({ name: String.raw`ERP01\backup`, sid: otherUser.sid }),
  'scheduled-tasks': { tasks: [] },
  logons: { since: '2025-01-01T00:00:00Z', remote: [], sessions: [] },
  'account-groups': { accounts: [] },
}

const messages = (item: CheckupItem): string[] =>
  [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('windows-user-designated/', ''))

const withFacts = (facts: FactsGiven, profile: Partial<Profile> = { syncTools: [tool] }): Situation => ({
  facts: { ...good, ...facts },
  profile,
})
const services = (...more: Facts['services']['services']): FactsGiven => ({ services: { services: [syncService, ...more] } })
const runsAs = (account: string, accountSid: string | null = null): FactsGiven => ({
  services: { services: [{ ...syncService, account, accountSid }] },
})
const task = (more: Partial<Facts['scheduled-tasks']['tasks'][number]>): FactsGiven => ({
  'scheduled-tasks': {
    tasks: [
      {
        path: String.raw`\Backup\Nightly`,
        account: String.raw`ERP01\wspsync`,
        accountSid: null,
        enabled: true,
        elevated: false,
        storesPassword: true,
        command: String.raw`C:\Backup\run.exe`,
        ...more,
      },
    ],
  },
})
const logons = (more: Partial<Facts['logons']>): FactsGiven => ({
  logons: { since: '2025-01-01T00:00:00Z', remote: [], sessions: [], ...more },
})
const session = { account: String.raw`ERP01\WSPSYNC`, accountSid: null, kind: 'console' as const, state: 'active' as const }

describe('windows-user-designated', () => {
  const cases: readonly (readonly [name: string, situation: Situation, verdict: string, said: readonly string[]])[] = [
    ['a local account of its own', withFacts({}), 'pass', ['designated']],
    ['nothing known at all', { ...withFacts({ services: { services: [] } }), profile: null }, 'attention', ['account-unknown']],
    ['a named tool without services and account', withFacts({ services: { services: [] } }), 'attention', ['account-unknown']],
    [
      'a blank account in the profile',
      withFacts({ services: { services: [] } }, { syncTools: [{ ...tool, windowsAccount: ' ' }] }),
      'attention',
      ['account-unknown'],
    ],
    [
      'a tool that only its program shows',
      withFacts({ services: { services: [] }, programs: { programs: [program('ERP Driver')] } }, { syncTools: [] }),
      'attention',
      ['account-unknown'],
    ],
    [
      'one of two tools without an account',
      withFacts({ services: { services: [] } }, { syncTools: [{ ...tool, windowsAccount: 'wspsync' }, { name: 'Second' }] }),
      'attention',
      ['account-unknown'],
    ],
    [
      'an account that only the profile names',
      withFacts({ services: { services: [] } }, { syncTools: [{ ...tool, windowsAccount: 'wspsync' }] }),
      'pass',
      ['designated'],
    ],
    [
      'the same account in two spellings',
      withFacts({}, { syncTools: [{ ...tool, windowsAccount: String.raw`ERP01\WspSync` }] }),
      'pass',
      ['designated'],
    ],
    [
      'another account in the profile',
      withFacts({}, { syncTools: [{ ...tool, windowsAccount: 'backup' }] }),
      'fail',
      ['administrator', 'accounts-differ'],
    ],
    ['an account that does not exist', withFacts(runsAs(String.raw`.\gone`)), 'attention', ['no-such-account']],
    [
      'an account that does not exist and has tasks',
      withFacts({ ...runsAs(String.raw`.\gone`), ...task({ account: String.raw`.\gone` }) }),
      'attention',
      ['no-such-account'],
    ],
    [
      'a connector that names no account',
      withFacts({ services: { services: [] } }, { syncTools: [{ name: 'Advisor', kind: 'connector' }] }),
      'not-applicable',
      ['not-asked'],
    ],
    [
      'a connector that names an account',
      withFacts({ services: { services: [] } }, { syncTools: [{ name: 'Advisor', kind: 'connector', windowsAccount: 'backup' }] }),
      'fail',
      ['administrator'],
    ],
    ['LocalSystem', withFacts(runsAs('LocalSystem')), 'fail', ['built-in']],
    [
      'LocalSystem, with other services',
      withFacts(services(service('WSPMore', 'LocalSystem'), service('Spooler', 'LocalSystem'))),
      'fail',
      ['built-in'],
    ],
    ['NetworkService by SID', withFacts(runsAs('whatever', 'S-1-5-20')), 'fail', ['built-in']],
    ['the administrator of Windows', withFacts({ ...runsAs('.\\Chef', `${MACHINE}-500`), 'local-users': { users: [localUser('Chef', { sid: `${MACHINE}-500` })] } }), 'fail', ['windows-administrator']],
    [
      'an account whose number only begins with 500',
      withFacts({ ...runsAs('.\\x', `${MACHINE}-5001`), 'local-users': { users: [localUser('x', { sid: `${MACHINE}-5001` })] } }),
      'pass',
      ['designated'],
    ],
    ['a member of Administrators', withFacts({ 'local-groups': administrators(syncUser) }), 'fail', ['administrator']],
    [
      'a managed account in Administrators',
      withFacts({
        host: domainHost,
        ...runsAs(String.raw`CORP\gmsa$`, 'S-1-5-21-9-9-9-1200'),
        'local-groups': administrators({ name: String.raw`CORP\gmsa$`, sid: 'S-1-5-21-9-9-9-1200' }),
      }),
      'fail',
      ['administrator'],
    ],
    [
      'a virtual account in Administrators',
      withFacts({
        ...runsAs(String.raw`NT SERVICE\WSPSync`, 'S-1-5-80-1-2'),
        'local-groups': administrators({ name: String.raw`NT SERVICE\WSPSync`, sid: 'S-1-5-80-1-2' }),
      }),
      'fail',
      ['administrator'],
    ],
    [
      'a domain administrator by account-groups',
      withFacts({
        host: domainHost,
        ...runsAs(String.raw`CORP\sync`, 'S-1-5-21-9-9-9-1300'),
        'account-groups': {
          accounts: [{ name: String.raw`CORP\sync`, sid: 'S-1-5-21-9-9-9-1300', groups: ['S-1-5-21-9-9-9-512'], complete: true }],
        },
      }),
      'fail',
      ['administrator'],
    ],
    ['a managed account', withFacts({ host: domainHost, ...runsAs(String.raw`CORP\gmsa$`) }), 'pass', ['designated']],
    ['a virtual account', withFacts(runsAs(String.raw`NT SERVICE\WSPSync`)), 'pass', ['designated']],
    ['a domain account', withFacts({ host: domainHost, ...runsAs(String.raw`CORP\sync`) }), 'attention', ['groups-not-visible']],
    [
      'a domain account whose groups are known',
      withFacts({
        host: domainHost,
        ...runsAs(String.raw`CORP\sync`),
        'account-groups': { accounts: [{ name: String.raw`CORP\sync`, sid: 'S-1-5-21-9-9-9-1300', groups: [], complete: true }] },
      }),
      'pass',
      ['designated'],
    ],
    [
      'a domain account whose groups are partly known',
      withFacts({
        host: domainHost,
        ...runsAs(String.raw`CORP\sync`),
        'account-groups': { accounts: [{ name: String.raw`CORP\sync`, sid: 'S-1-5-21-9-9-9-1300', groups: [], complete: false }] },
      }),
      'attention',
      ['groups-not-visible'],
    ],
    ['a remote-access user', withFacts({}, { syncTools: [tool], remoteAccessUsers: ['cim', ' WSPSync '] }), 'fail', ['remote-access-user']],
    [
      'a remote-access user with its computer',
      withFacts({}, { syncTools: [tool], remoteAccessUsers: [String.raw`ERP01\wspsync`] }),
      'fail',
      ['remote-access-user'],
    ],
    ['other remote-access users', withFacts({}, { syncTools: [tool], remoteAccessUsers: ['cim'] }), 'pass', ['designated']],
    [
      'a bare remote-access user that bears the name of the domain account',
      withFacts(
        {
          host: domainHost,
          ...runsAs(String.raw`CORP\sync`),
          'account-groups': { accounts: [{ name: String.raw`CORP\sync`, sid: 'S-1-5-21-9-9-9-1300', groups: [], complete: true }] },
        },
        { syncTools: [tool], remoteAccessUsers: ['sync'] },
      ),
      'pass',
      ['designated'],
    ],
    [
      'a remote-access user by its domain name',
      withFacts({ host: domainHost, ...runsAs(String.raw`CORP\sync`) }, { syncTools: [tool], remoteAccessUsers: ['sync@corp.example'] }),
      'fail',
      ['remote-access-user'],
    ],
    [
      'no password needed',
      withFacts({ 'local-users': { users: [{ ...syncUser, passwordRequired: false }] } }),
      'fail',
      ['no-password-required'],
    ],
    ['another service', withFacts(services(service('Backup', String.raw`ERP01\wspsync`))), 'fail', ['other-services']],
    [
      'another service that is disabled',
      withFacts(services(service('Backup', String.raw`.\WSPSYNC`, { startMode: 'disabled', state: 'stopped' }))),
      'fail',
      ['other-services'],
    ],
    [
      'another service known by the SID',
      withFacts(services(service('Backup', 'whoever', { accountSid: syncUser.sid }))),
      'fail',
      ['other-services'],
    ],
    [
      "another sync tool's service",
      withFacts(services(service('Advisor', String.raw`.\wspsync`)), {
        syncTools: [tool, { name: 'Connector', kind: 'connector', service: 'advisor', windowsAccount: 'wspsync' }],
      }),
      'fail',
      ['other-services'],
    ],
    ['a second service of the same tool', withFacts(services(service('WSPMore', String.raw`.\wspsync`))), 'pass', ['designated']],
    ['an enabled task', withFacts(task({})), 'fail', ['tasks']],
    ['an enabled task that stores no password', withFacts(task({ storesPassword: false })), 'fail', ['tasks']],
    ['a disabled task that stores the password', withFacts(task({ enabled: false })), 'attention', ['disabled-tasks']],
    ['a disabled task that stores no password', withFacts(task({ enabled: false, storesPassword: false })), 'pass', ['designated']],
    ['a task of Windows', withFacts(task({ path: String.raw`\MICROSOFT\Windows\Defrag` })), 'pass', ['designated']],
    ['a task that only sounds like Windows', withFacts(task({ path: String.raw`\MicrosoftBackup\x` })), 'fail', ['tasks']],
    ['a task of the tool itself', withFacts(task({ command: String.raw`"c:\wsp\sync\Clean.exe" /all` })), 'pass', ['designated']],
    ['a task beside the tool', withFacts(task({ command: String.raw`C:\WSP\Sync2\Clean.exe` })), 'fail', ['tasks']],
    ['a task of somebody else', withFacts(task({ account: String.raw`ERP01\backup` })), 'pass', ['designated']],
    ['a task known by the SID', withFacts(task({ account: 'whoever', accountSid: syncUser.sid })), 'fail', ['tasks']],
    ['a session', withFacts(logons({ sessions: [session] })), 'attention', ['session']],
    ['a session of somebody else', withFacts(logons({ sessions: [{ ...session, account: 'backup' }] })), 'pass', ['designated']],
    ['a remote sign-in 30 days ago', withFacts(logons({ remote: [remote('2026-01-30T08:00:00Z')] })), 'attention', ['remote-sign-in']],
    ['a remote sign-in before that', withFacts(logons({ remote: [remote('2026-01-30T07:59:59Z')] })), 'pass', ['designated']],
    [
      'a remote sign-in of somebody else',
      withFacts(logons({ remote: [remote('2026-02-28T08:00:00Z', 'backup')] })),
      'pass',
      ['designated'],
    ],
    [
      'a domain account with a session',
      withFacts({
        host: domainHost,
        ...runsAs(String.raw`CORP\sync`),
        ...logons({ sessions: [{ ...session, account: String.raw`CORP\sync` }] }),
      }),
      'attention',
      ['session'],
    ],
    [
      'everything at once',
      withFacts({
        'local-users': { users: [{ ...syncUser, passwordRequired: false }] },
        'local-groups': administrators(syncUser),
        ...services(service('Backup', String.raw`.\wspsync`)),
        ...task({}),
        ...logons({ sessions: [session], remote: [remote('2026-02-20T08:00:00Z')] }),
      }),
      'fail',
      ['administrator', 'no-password-required', 'other-services', 'tasks', 'session', 'remote-sign-in'],
    ],
  ]
  it.each(cases)('%s', (_name, situation, verdict, said) => {
    const item = judge(check, situation)
    expect([item.verdict, messages(item)]).toEqual([verdict, said])
  })

  it('names both sides where profile and services differ', () => {
    const item = judge(check, withFacts({}, { syncTools: [{ ...tool, windowsAccount: 'backup' }] }))
    expect(item.also?.[0]?.params).toEqual({ tool: 'ERP Driver', named: ['backup'], used: [String.raw`.\wspsync`] })
    expect(item.evidence).toContainEqual(expect.objectContaining({ probe: 'services', subject: 'ERP Driver', kind: 'accounts-differ' }))
  })

  it('names every tool whose account is not known', () => {
    const situation = withFacts({ services: { services: [] } }, { syncTools: [tool, { name: 'Second', kind: 'erp-driver' }] })
    expect(judge(check, situation).because).toBe('Under which Windows accounts ERP Driver and Second run is not known.')
  })

  it('lists every other service by both of its names', () => {
    const item = judge(
      check,
      withFacts(
        services(
          service('Bkp', String.raw`.\wspsync`, { displayName: 'Backup' }),
          service('Plain', String.raw`.\wspsync`),
          service('Bare', String.raw`.\wspsync`, { displayName: '' }),
        ),
      ),
    )
    expect(item.message.params).toEqual({ services: ['Backup (Bkp)', 'Plain', 'Bare'], account: 'wspsync' })
    expect(item.evidence[0]).toMatchObject({
      probe: 'services',
      subject: 'Bkp',
      kind: 'other-service',
      detail: String.raw`service “Backup” logs on as .\wspsync`,
    })
  })

  it('lists tasks with their command', () => {
    const item = judge(check, withFacts(task({})))
    expect(item.because).toBe(String.raw`A scheduled task of something else runs as wspsync: \Backup\Nightly.`)
    expect(item.evidence[0]).toMatchObject({
      probe: 'scheduled-tasks',
      subject: String.raw`\Backup\Nightly`,
      kind: 'task',
      detail: String.raw`enabled task, runs as ERP01\wspsync: C:\Backup\run.exe`,
    })
    expect(judge(check, withFacts(task({ enabled: false }))).evidence[0]).toMatchObject({ kind: 'disabled-task' })
  })

  it.each([
    ['by name', { name: 'Sage 100 Service' }],
    ['by display name', { displayName: 'SAGE100 Application Server' }],
    ['by folder', { executable: String.raw`D:\ERP\MAS90\Home\pvxwin32.exe` }],
    ['as MAS 90', { displayName: 'MAS 90 Server' }],
    ['as MAS 200', { displayName: 'MAS_200 Server' }],
    ['as MAS200', { displayName: 'mas200' }],
  ])('adds that only the Sage service needs the right, known %s', (_name, more) => {
    const sage = service('Sage', String.raw`.\wspsync`, more)
    const item = judge(check, withFacts({ ...services(sage), 'local-groups': administrators(syncUser) }))
    expect(messages(item)).toEqual(['administrator-for-sage', 'other-services'])
    expect(item.because).toContain('a right that only the Sage service under the same account needs')
  })

  it.each([
    ['Sage 100 Contractor', service('SageC', String.raw`.\wspsync`, { displayName: 'Sage 100 Contractor Service' })],
    ['another number', service('SageX', String.raw`.\wspsync`, { displayName: 'Sage 1000' })],
    ['another word', service('Dumas90', String.raw`.\wspsync`)],
    ['another MAS', service('MAS900', String.raw`.\wspsync`)],
    ['another account', service('Sage 100', String.raw`.\backup`)],
    ["the sync tool's own service", service('WSPMore', String.raw`.\wspsync`, { displayName: 'ERP Driver for Sage 100' })],
  ])('does not speak of Sage for %s', (_name, other) => {
    const item = judge(check, withFacts({ ...services(other), 'local-groups': administrators(syncUser) }))
    expect(messages(item)).not.toContain('administrator-for-sage')
    expect(messages(item)).toContain('administrator')
  })

  const record = (changedAt: string) => ({
    credentials: [
      { login: 'wspsync', kind: 'windows' as const, grade: 'best' as const, unique: true, changedAt, storedIn: 'keychain' as const },
    ],
  })
  const signedIn = withFacts(logons({ remote: [remote('2026-02-20T08:00:00Z')], sessions: [session] }))

  it('leaves sign-ins before the newest password out', () => {
    const item = judge(check, { ...signedIn, answers: record('2026-02-20T08:00:01Z') })
    expect(messages(item)).toEqual(['session'])
  })
  it('counts a sign-in at the moment of the change', () => {
    const item = judge(check, { ...signedIn, answers: record('2026-02-20T08:00:00Z') })
    expect(messages(item)).toEqual(['session', 'remote-sign-in'])
  })
  it('counts from 30 days ago where the password is older', () => {
    const situation = withFacts(logons({ remote: [remote('2026-01-29T08:00:00Z')] }))
    expect(judge(check, { ...situation, answers: record('2025-06-01T00:00:00Z') }).verdict).toBe('pass')
  })
  it('counts a session at the moment of the snapshot, and not one from before the password', () => {
    const situation = withFacts(logons({ sessions: [session] }))
    expect(judge(check, { ...situation, answers: record('2026-03-01T08:00:00Z') }).verdict).toBe('attention')
    expect(judge(check, { ...situation, answers: record('2026-03-01T08:00:01Z') }).verdict).toBe('pass')
  })
  it("takes no notice of somebody else's password", () => {
    const answers = { credentials: [{ ...record('2026-02-25T00:00:00Z').credentials[0]!, login: 'backup' }] }
    expect(messages(judge(check, { ...signedIn, answers }))).toEqual(['session', 'remote-sign-in'])
  })
  it('says how often and when last, whatever the order', () => {
    const times = ['2026-02-20T08:00:00Z', '2026-02-22T08:00:00Z', '2026-02-21T08:00:00Z']
    const item = judge(check, withFacts(logons({ remote: times.map((at) => remote(at)) })))
    expect(item.because).toBe('People signed in remotely as wspsync 3 times, last on 2026-02-22.')
    expect(item.evidence).toHaveLength(3)
    expect(item.evidence[0]).toMatchObject({
      probe: 'logons',
      subject: 'wspsync',
      kind: 'remote-sign-in',
      detail: 'Remote Desktop, 2026-02-20T08:00:00Z, from 10.0.0.5',
    })
  })
  it('tells Remote Assistance and an unknown origin', () => {
    const logon = { ...remote('2026-02-20T08:00:00Z', 'wspsync', 'remote-assistance'), from: null }
    expect(judge(check, withFacts(logons({ remote: [logon] }))).evidence[0]?.detail).toBe('Remote Assistance, 2026-02-20T08:00:00Z, from –')
  })
  it('tells the kind of session', () => {
    const item = judge(check, withFacts(logons({ sessions: [session, { ...session, kind: 'rdp' }] })))
    expect(item.evidence.map((piece) => [piece.subject, piece.kind])).toEqual([
      ['wspsync', 'session-console'],
      ['wspsync', 'session-rdp'],
    ])
  })

  describe('without a probe', () => {
    const without = (probe: keyof FactsGiven, more: FactsGiven = {}, profile?: Partial<Profile>): CheckupItem =>
      judge(check, withFacts({ ...more, [probe]: undefined }, profile))
    it.each(['services', 'local-users', 'local-groups', 'host'] as const)('is unknown without %s', (probe) => {
      expect(without(probe).verdict).toBe('unknown')
    })
    it.each(['scheduled-tasks', 'logons', 'account-groups'] as const)('passes without %s', (probe) => {
      expect(without(probe).verdict).toBe('pass')
    })
    it('still fails on what the others show', () => {
      const named = { syncTools: [{ ...tool, windowsAccount: 'wspsync' }] }
      expect(without('services', { 'local-groups': administrators(syncUser) }, named).verdict).toBe('fail')
      expect(without('local-groups', services(service('Backup', String.raw`.\wspsync`))).verdict).toBe('fail')
      expect(without('local-users', services(service('Backup', String.raw`.\wspsync`))).verdict).toBe('fail')
    })
    it('does not take a connector for all there is', () => {
      const item = without('services', {}, { syncTools: [{ name: 'Advisor', kind: 'connector' }] })
      expect(item.verdict).toBe('unknown')
    })
    it('does not judge tasks where the folders of the tool are not known', () => {
      const named = { syncTools: [{ ...tool, windowsAccount: 'wspsync' }] }
      expect(without('services', task({}), named).verdict).toBe('unknown')
    })
  })
})
