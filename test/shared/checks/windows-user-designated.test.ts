import { describe, expect, it } from 'vitest'

import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import { type FactsGiven, judge, localUser, program, type Situation, service } from '../../support/world.ts'
import {
  administrators,
  check,
  domainHost,
  logons,
  MACHINE,
  messages,
  remote,
  runsAs,
  services,
  session,
  syncUser,
  task,
  tool,
  withFacts,
} from './windows-user-designated/situation.ts'

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
    [
      'the administrator of Windows',
      withFacts({ ...runsAs('.\\Chef', `${MACHINE}-500`), 'local-users': { users: [localUser('Chef', { sid: `${MACHINE}-500` })] } }),
      'fail',
      ['windows-administrator'],
    ],
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

  it.each([
    ['account-unknown', withFacts({ services: { services: [] } }), 'services', 'ERP Driver'],
    ['no-such-account', withFacts(runsAs(String.raw`.\gone`)), 'local-users', String.raw`.\gone`],
    ['built-in', withFacts(runsAs('LocalSystem')), 'services', 'LocalSystem'],
    [
      'windows-administrator',
      withFacts({ ...runsAs('.\\Chef', `${MACHINE}-500`), 'local-users': { users: [localUser('Chef', { sid: `${MACHINE}-500` })] } }),
      'local-users',
      'Chef',
    ],
    ['remote-access-user', withFacts({}, { syncTools: [tool], remoteAccessUsers: ['wspsync'] }), 'profile', 'wspsync'],
    ['no-password-required', withFacts({ 'local-users': { users: [{ ...syncUser, passwordRequired: false }] } }), 'local-users', 'wspsync'],
    ['groups-not-visible', withFacts({ host: domainHost, ...runsAs(String.raw`CORP\sync`) }), 'account-groups', String.raw`CORP\sync`],
    ['designated', withFacts({}), 'services', 'wspsync'],
  ] as const)('says of %s where it was seen and of what', (kind, situation, probe, subject) => {
    const item = judge(check, situation)
    expect(item.evidence).toEqual([expect.objectContaining({ probe, subject, kind })])
    expect(Object.values(item.message.params)).toEqual([[subject]])
  })

  it('names the groups that make it an administrator', () => {
    const groups = (facts: FactsGiven): unknown => judge(check, withFacts(facts)).evidence[0]
    expect(groups({ 'local-groups': administrators(syncUser) })).toMatchObject({
      probe: 'local-groups',
      subject: 'wspsync',
      kind: 'administrator',
      detail: 'member of Administratoren, directly or through other groups',
    })
    const account = {
      name: String.raw`.\wspsync`,
      sid: syncUser.sid,
      groups: ['S-1-5-32-544', 'S-1-5-21-9-9-9-519', 'S-1-5-32-545'],
      complete: true,
    }
    expect(groups({ 'local-groups': { groups: [] }, 'account-groups': { accounts: [account] } })).toMatchObject({
      message: { params: { groups: ['S-1-5-21-9-9-9-519', 'S-1-5-32-544'] } },
    })
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
