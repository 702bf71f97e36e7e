import { afterAll, beforeAll, expect, it } from 'vitest'

import { done, failed, noSignIn } from '../support/acted.ts'
import { describeWith } from '../support/needs.ts'
import { type AccountActs, openAccountActs } from './account-acts.ts'
import type { Step } from './programs/act-on-accounts.ts'

/** Libraries to compile, with their definitions. */
const LIBRARIES = {
  'users.dll': [],
  'pretending.dll': ['-DPRETEND'],
  'administering.dll': ['-DADMINISTER'],
  'policy.dll': ['-DREFUSE=2245'],
  'denied.dll': ['-DREFUSE=5'],
  'cut.dll': ['-DREFUSE=1726'],
  'domain.dll': ['-DDOMAIN'],
  'domain-unfound.dll': ['-DDOMAIN', '-DUNFOUND'],
  'domain-closed.dll': ['-DDOMAIN', '-DCLOSED'],
} as const

const OLD = 'Winter-Old-2024'
const NEXT = 'Grüße~→New-2026'
const MARK = 'ERP Sync Security Checkup: for the sync'

describeWith('wine', 'accounts-hands', () => {
  let acts: AccountActs

  beforeAll(async () => {
    acts = await openAccountActs()
  })

  afterAll(async () => {
    await acts?.workspace.close()
  })

  const act = (library: keyof typeof LIBRARIES | null, ...steps: readonly Step[]) =>
    acts.act(library === null ? {} : { 'netapi32.dll': library, 'advapi32.dll': library, 'kernel32.dll': library }, ...steps)

  it('believe nothing of a Windows that only pretends', async () => {
    const { results } = await act(
      null,
      ['changePassword', 'sync', OLD, NEXT],
      ['createUser', 'sync', NEXT, 'for the sync'],
      ['disableUser', 'sync'],
      ['signIn', 'sync', 'wrong', 'network'],
    )
    expect(results).toHaveLength(4)
    expect(results).not.toContainEqual(done)
    expect(results).not.toContainEqual(expect.objectContaining({ proves: 'wrong-password' }))
  })

  it('know nothing of a domain that this Windows does not find', async () => {
    const { results } = await act(
      null,
      ['domain-exists', 'NOWHERE\\sync'],
      ['domain-passwordAge', 'NOWHERE\\sync'],
      ['domain-signIn', 'NOWHERE\\sync', 'wrong', 'network'],
      ['domain-read', 'NOWHERE\\sync'],
    )
    expect(results).toEqual([
      null,
      null,
      expect.objectContaining({ kind: 'failed', outcome: 'not-done' }),
      { status: expect.stringMatching(/^(?:failed|unsupported)$/), reason: expect.stringContaining('DsGetDcNameW for NOWHERE') },
    ])
  })

  describeWith('mingw-w64', 'on made users', () => {
    beforeAll(() => acts.compile('users-made.c', LIBRARIES))

    it('change a password with the old one, which then signs in no more', async () => {
      const { results, calls } = await act(
        'users.dll',
        ['passwordAge', 'sync'],
        ['changePassword', 'sync', OLD, NEXT],
        ['passwordAge', 'sync'],
        ['signIn', 'sync', NEXT, 'service'],
        ['signIn', 'sync', OLD, 'service'],
      )
      expect(results).toEqual([40 * 86_400, done, expect.toBeOneOf([0, 1]), done, noSignIn('windows-1326', 'wrong-password')])
      expect(calls).toEqual([
        `NetUserChangePassword here sync ${OLD} ${NEXT}`,
        `LogonUserW here sync ${NEXT} 5 0`,
        `LogonUserW here sync ${OLD} 5 0`,
      ])
    })

    it('reset a password as an administrator', async () => {
      const { results, calls } = await act('users.dll', ['resetPassword', 'sync', NEXT], ['signIn', 'sync', NEXT, 'network'])
      expect(results).toEqual([done, done])
      expect(calls).toEqual([`NetUserSetInfo here sync 1003 ${NEXT}`, `LogonUserW here sync ${NEXT} 3 0`])
    })

    it.each([
      { name: 'an old password that is wrong', step: ['changePassword', 'sync', 'wrong', NEXT], result: failed('windows-86', 'not-done') },
      { name: 'one that was used before', step: ['changePassword', 'sync', OLD, OLD], result: { kind: 'refused', code: 'windows-2245' } },
      { name: 'one that is too short', step: ['resetPassword', 'sync', 'short'], result: { kind: 'refused', code: 'windows-2245' } },
      { name: 'a user who is locked', step: ['changePassword', 'locked', OLD, NEXT], result: failed('windows-1909', 'not-done') },
      { name: 'a user who is not there', step: ['resetPassword', 'nobody', NEXT], result: failed('windows-2221', 'not-done') },
    ] as const)('tell $name', async ({ step, result }) => {
      expect((await act('users.dll', step)).results).toEqual([result])
    })

    it.each([
      { library: 'policy.dll', password: { kind: 'refused', code: 'windows-2245' }, other: { kind: 'refused', code: 'windows-2245' } },
      { library: 'denied.dll', password: failed('windows-5', 'not-done'), other: failed('windows-5', 'not-done') },
      { library: 'cut.dll', password: failed('windows-1726', 'unknown'), other: failed('windows-1726', 'unknown') },
    ] as const)('pass on what every call refuses with ($library)', async ({ library, password, other }) => {
      const { results } = await act(
        library,
        ['changePassword', 'sync', OLD, NEXT],
        ['resetPassword', 'sync', NEXT],
        ['createUser', 'sync2', NEXT, 'for the sync'],
        ['disableUser', 'sync'],
      )
      expect(results).toEqual([password, password, password, other])
    })

    it('notice that nothing was changed although every call said so', async () => {
      const { results } = await act(
        'pretending.dll',
        ['changePassword', 'sync', OLD, NEXT],
        ['resetPassword', 'sync', NEXT],
        ['createUser', 'sync2', NEXT, 'for the sync'],
        ['disableUser', 'sync'],
      )
      expect(results).toEqual([
        failed('password-age-unchanged', 'unknown'),
        failed('password-age-unchanged', 'unknown'),
        failed('windows-2221', 'unknown'),
        failed('user-still-enabled', 'unknown'),
      ])
    })

    it('create an ordinary user, find it again, and remove it and no other', async () => {
      const { results, calls } = await act(
        'users.dll',
        ['exists', 'neu'],
        ['createUser', 'neu', NEXT, 'for the sync'],
        ['exists', 'neu'],
        ['createUser', 'neu', `${NEXT}!`, 'for the sync'],
        ['signIn', 'neu', `${NEXT}!`, 'network'],
        ['createUser', 'sync', NEXT, 'for the sync'],
        ['removeUser', 'sync'],
        ['removeUser', 'neu'],
        ['removeUser', 'neu'],
        ['exists', 'neu'],
      )
      const refusedOnes = [failed('windows-2224', 'not-done'), failed('user-not-made-here', 'not-done')]
      expect(results).toEqual([false, done, true, done, done, ...refusedOnes, done, done, false])
      expect(calls).toEqual([
        `NetUserAdd here 1 neu|${NEXT}|0|1|-|${MARK}|0x10201|-`,
        `NetUserSetInfo here neu 1003 ${NEXT}!`,
        `LogonUserW here neu ${NEXT}! 3 0`,
        'NetUserDel here neu',
      ])
    })

    it('tell that a new user came out as an administrator', async () => {
      const { results } = await act('administering.dll', ['createUser', 'neu', NEXT, 'for the sync'])
      expect(results).toEqual([failed('new-user-is-administrator', 'unknown')])
    })

    it('disable a user by the one flag', async () => {
      const { results, calls } = await act(
        'users.dll',
        ['disableUser', 'sync'],
        ['disableUser', 'sync'],
        ['signIn', 'sync', OLD, 'network'],
      )
      expect(results).toEqual([done, done, noSignIn('windows-1331')])
      expect(calls).toEqual(['NetUserSetInfo here sync 1008 0x10203'])
    })

    it.each([
      { name: 'without the right for that kind', step: ['signIn', 'sync', OLD, 'batch'], result: noSignIn('windows-1385') },
      { name: 'with a password that has expired', step: ['signIn', 'expired', OLD, 'network'], result: noSignIn('windows-1330') },
      { name: 'with a wrong password', step: ['signIn', 'sync', 'wrong', 'network'], result: noSignIn('windows-1326', 'wrong-password') },
    ] as const)('are told what a sign-in $name proves', async ({ step, result }) => {
      const { results, calls } = await act('users.dll', step)
      expect(results).toEqual([result])
      expect(calls).toHaveLength(1)
    })

    it.each([
      { name: 'locked', user: 'locked', code: 'windows-1909' },
      { name: 'disabled', user: 'off', code: 'windows-1331' },
      { name: 'not there', user: 'nobody', code: 'windows-2221' },
    ])('try no sign-in as a user who is $name', async ({ user, code }) => {
      const { results, calls } = await act('users.dll', ['signIn', user, 'wrong', 'network'])
      expect(results).toEqual([noSignIn(code)])
      expect(calls).toEqual([])
    })

    const CONTROLLER = '\\\\dc1.acme.example'
    const FOUND = 'DsGetDcNameW none ACME none none 0x80'
    const looked = (user: string) => [FOUND, `NetUserGetInfo ${CONTROLLER} ${user} 4`]

    it('ask the controller that leads a domain of its account, and nobody else', async () => {
      const { results, calls } = await act(
        'domain.dll',
        ['domain-exists', 'ACME\\sync'],
        ['domain-passwordAge', 'ACME\\sync'],
        ['domain-exists', 'ACME\\nobody'],
        ['domain-read', 'ACME\\expired'],
      )
      const account = { enabled: true, lockedOut: false, badPasswords: 3, expiresAt: '2026-03-01T08:00:00.000Z' }
      expect(results).toEqual([true, 40 * 86_400, false, { status: 'read', value: { lockoutThreshold: 10, account }, gaps: [] }])
      expect(calls).toEqual([
        ...[...looked('sync'), ...looked('sync'), ...looked('nobody')],
        ...[...looked('expired'), `NetUserModalsGet ${CONTROLLER} 3`],
      ])
    })

    it('sign in once to a domain, by either form of a name', async () => {
      const { results, calls } = await act(
        'domain.dll',
        ['domain-signIn', 'ACME\\sync', OLD, 'service'],
        ['domain-signIn', 'acme.example\\sync', 'wrong', 'network'],
        ['domain-signIn', 'sync@sales.example', OLD, 'service'],
      )
      expect(results).toEqual([done, noSignIn('windows-1326', 'wrong-password'), done])
      expect(calls).toEqual([
        ...[...looked('sync'), `LogonUserW ACME sync ${OLD} 5 0`],
        ...['DsGetDcNameW none acme.example none none 0x80', `NetUserGetInfo ${CONTROLLER} sync 4`],
        'LogonUserW acme.example sync wrong 3 0',
        ...['LookupAccountNameW none sync@sales.example', ...looked('sync'), `LogonUserW none sync@sales.example ${OLD} 5 0`],
      ])
    })

    it.each([
      { name: 'without the right for that kind', user: 'sync', kind: 'batch', result: noSignIn('windows-1385'), calls: 3 },
      { name: 'with a password that has expired', user: 'expired', kind: 'network', result: noSignIn('windows-1330'), calls: 3 },
      { name: 'of a locked account', user: 'locked', kind: 'network', result: noSignIn('windows-1909'), calls: 2 },
      { name: 'of a disabled account', user: 'off', kind: 'network', result: noSignIn('windows-1331'), calls: 2 },
      { name: 'of nobody', user: 'nobody', kind: 'network', result: noSignIn('windows-2221'), calls: 2 },
    ] as const)('are told what a sign-in to a domain proves $name', async ({ user, kind, result, calls }) => {
      const acted = await act('domain.dll', ['domain-signIn', `ACME\\${user}`, OLD, kind])
      expect(acted.results).toEqual([result])
      expect(acted.calls).toHaveLength(calls)
    })

    it.each([
      { library: 'domain-unfound.dll', code: 'windows-1355', status: 'failed', calls: [FOUND] },
      { library: 'domain-closed.dll', code: 'windows-5', status: 'denied', calls: looked('sync') },
    ] as const)('try no sign-in where no controller tells of the account ($library)', async ({ library, code, status, calls }) => {
      const acted = await act(
        library,
        ['domain-signIn', 'ACME\\sync', OLD, 'service'],
        ['domain-exists', 'ACME\\sync'],
        ['domain-read', 'ACME\\sync'],
      )
      expect(acted.results).toEqual([failed(code, 'not-done'), null, { status, reason: expect.any(String) }])
      expect(acted.calls).toEqual([...calls, ...calls, ...calls])
    })
  })
})
