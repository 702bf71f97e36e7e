import { describe, expect, it } from 'vitest'

import { type AccountPorts, createAccountHands } from '#electron/rotation/server/accounts.ts'
import { secretText } from '#electron/rotation/server/secret-text.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import type { UserAccount } from '#electron/win32/user-accounts.ts'
import { done, failed, noSignIn } from '../../../support/acted.ts'

const SID = 'S-1-5-21-1-2-3-1004'
const MARK = 'ERP Sync Security Checkup: '

const ACCOUNT: UserAccount = {
  name: 'sync',
  sid: SID,
  fullName: '',
  comment: '',
  flags: 0x10201,
  passwordAgeSeconds: 86_400,
  passwordExpired: false,
  lastLogonSeconds: 0,
  badPasswordCount: 0,
}

interface World {
  /** what looking at the user gives, look by look; the last one stays */
  readonly looks?: readonly (Partial<UserAccount> | null | number)[]
  /** codes with which the calls refuse */
  readonly refusals?: Readonly<Record<string, number>>
  readonly created?: { readonly comment?: string; readonly flags?: number; readonly administrator?: boolean }
  readonly signedIn?: Win32Result<string>
  readonly computer?: Win32Result<string>
  /** clock at each reading, in milliseconds */
  readonly clock?: readonly number[]
}

/** Hands on a made server, with every call that it saw; passwords as the text that lay there. */
function handsOn({
  looks = [{}],
  refusals = {},
  created = {},
  signedIn = succeeded(SID),
  computer = succeeded('ERP01'),
  clock = [0],
}: World) {
  const calls: (readonly unknown[])[] = []
  let look = 0
  let tick = 0
  const call = (name: string, ...args: readonly unknown[]): Win32Result<null> => {
    calls.push([name, ...args.map((argument) => (Buffer.isBuffer(argument) ? argument.toString('utf16le') : argument))])
    const code = refusals[name]
    return code === undefined ? succeeded(null) : refused(name, code)
  }
  const ports: AccountPorts = {
    system: { computerName: () => computer },
    users: {
      account: () => {
        const seen = looks[Math.min(look++, looks.length - 1)]
        if (typeof seen === 'number') return refused('NetUserGetInfo', seen)
        return succeeded(seen == null ? null : { ...ACCOUNT, ...seen })
      },
    },
    changes: {
      changePassword: (...args) => call('change', ...args),
      setPassword: (...args) => call('set', ...args),
      setFlags: (...args) => call('flags', ...args),
      add: (...args) => call('add', ...args),
      remove: (...args) => call('remove', ...args),
      created: () => succeeded({ comment: `${MARK}for the sync`, flags: 0x10201, administrator: false, ...created }),
    },
    logOn: {
      signIn: async (...args) => {
        call('logOn', ...args)
        return signedIn
      },
    },
    elapsedMs: () => clock[Math.min(tick++, clock.length - 1)] ?? 0,
  }
  return { calls, hands: createAccountHands(ports) }
}

const [old, next] = [secretText('old one'), secretText('new one')]

describe('accounts: setting a password', () => {
  it('changes it with the old one, on this computer by its name', async () => {
    const { calls, hands } = handsOn({ looks: [{ passwordAgeSeconds: 0 }] })
    expect(await hands.changePassword('sync', old, next)).toEqual(done)
    expect(calls).toEqual([['change', '\\\\ERP01', 'sync', 'old one\0', 'new one\0']])
  })

  it('resets it as an administrator', async () => {
    const { calls, hands } = handsOn({ looks: [{ passwordAgeSeconds: 1 }] })
    expect(await hands.resetPassword('sync', next)).toEqual(done)
    expect(calls).toEqual([['set', '\\\\ERP01', 'sync', 'new one\0']])
  })

  it.each(['', 'ACME\\sync', 'sync@acme.example', '\\\\OTHER/sync'])(
    'touches nothing for the name "%s", which is not one of this computer',
    async (name) => {
      const { calls, hands } = handsOn({})
      const answers = [
        await hands.changePassword(name, old, next),
        await hands.resetPassword(name, next),
        await hands.createUser(name, next, 'x'),
        await hands.removeUser(name),
        await hands.disableUser(name),
        await hands.signIn(name, next, 'network'),
      ]
      expect(answers).toEqual(answers.map(() => failed('account-not-local', 'not-done')))
      expect(calls).toEqual([])
    },
  )

  it.each([
    { name: 'refuses to tell its name', computer: refused('GetComputerNameExW', 5), code: 'windows-5' },
    { name: 'has no name', computer: succeeded(''), code: 'account-not-local' },
  ])('touches nothing on a computer that $name', async ({ computer, code }) => {
    const { calls, hands } = handsOn({ computer })
    expect(await hands.changePassword('sync', old, next)).toEqual(failed(code, 'not-done'))
    expect(calls).toEqual([])
  })

  it.each([
    { code: 2245, answer: { kind: 'refused', code: 'windows-2245' } },
    { code: 2203, answer: { kind: 'refused', code: 'windows-2203' } },
    { code: 1324, answer: { kind: 'refused', code: 'windows-1324' } },
    { code: 1325, answer: { kind: 'refused', code: 'windows-1325' } },
    { code: 86, answer: failed('windows-86', 'not-done') },
    { code: 5, answer: failed('windows-5', 'not-done') },
    { code: 2221, answer: failed('windows-2221', 'not-done') },
    { code: 1909, answer: failed('windows-1909', 'not-done') },
    { code: 1727, answer: failed('windows-1727', 'not-done') },
    { code: 1722, answer: failed('windows-1722', 'unknown') },
    { code: 1726, answer: failed('windows-1726', 'unknown') },
    { code: 2140, answer: failed('windows-2140', 'unknown') },
    { code: 59, answer: failed('windows-59', 'unknown') },
  ])('says of error $code only what it means: $answer.kind', async ({ code, answer }) => {
    const { hands } = handsOn({ refusals: { change: code, set: code } })
    expect(await hands.changePassword('sync', old, next)).toEqual(answer)
    expect(await hands.resetPassword('sync', next)).toEqual(answer)
  })

  it.each([
    { name: 'as old as the call', age: 7, answer: done },
    { name: 'older than the call', age: 8, answer: failed('password-age-unchanged', 'unknown') },
    { name: 'as old as before', age: 86_400, answer: failed('password-age-unchanged', 'unknown') },
  ])('believes a success only by an age that fits: one $name', async ({ age, answer }) => {
    // The call took five seconds.
    const { hands } = handsOn({ looks: [{ passwordAgeSeconds: age }], clock: [1000, 6000] })
    expect(await hands.changePassword('sync', old, next)).toEqual(answer)
  })

  it.each([
    { name: 'cannot be read', look: 1722, code: 'windows-1722' },
    { name: 'is of a user who is gone', look: null, code: 'password-age-unchanged' },
    {
      name: 'is none, because the password has to be changed',
      look: { passwordAgeSeconds: 0, passwordExpired: true },
      code: 'password-age-unchanged',
    },
  ])('leaves open what happened where the age $name', async ({ look, code }) => {
    expect(await handsOn({ looks: [look] }).hands.resetPassword('sync', next)).toEqual(failed(code, 'unknown'))
  })
})

describe('accounts: a new user', () => {
  const wanted = { name: 'sync', comment: `${MARK}for the sync`, flags: 0x10201 }

  it('is created with a mark, and looked at afterwards', async () => {
    const { calls, hands } = handsOn({ looks: [null] })
    expect(await hands.createUser('sync', next, 'for the sync')).toEqual(done)
    expect(calls).toEqual([['add', '\\\\ERP01', wanted, 'new one\0']])
  })

  it('gets the password where it is left of an interrupted run', async () => {
    const { calls, hands } = handsOn({ looks: [{ comment: wanted.comment }] })
    expect(await hands.createUser('sync', next, 'for the sync')).toEqual(done)
    expect(calls).toEqual([['set', '\\\\ERP01', 'sync', 'new one\0']])
  })

  it.each(['', 'for the sync', `${MARK}of another change`])('is not taken for one that is there with the comment "%s"', async (comment) => {
    const { calls, hands } = handsOn({ looks: [{ comment }] })
    expect(await hands.createUser('sync', next, 'for the sync')).toEqual(failed('windows-2224', 'not-done'))
    expect(calls).toEqual([])
  })

  it('is not created where nobody knows whether it is there', async () => {
    const { calls, hands } = handsOn({ looks: [5] })
    expect(await hands.createUser('sync', next, 'for the sync')).toEqual(failed('windows-5', 'not-done'))
    expect(calls).toEqual([])
  })

  it.each([
    { name: 'an administrator', created: { administrator: true }, code: 'new-user-is-administrator' },
    { name: 'disabled', created: { flags: 0x10203 }, code: 'new-user-not-as-wanted' },
    { name: 'in need of no password', created: { flags: 0x10221 }, code: 'new-user-not-as-wanted' },
    { name: 'with a password that expires', created: { flags: 0x201 }, code: 'new-user-not-as-wanted' },
    { name: 'without its mark', created: { comment: '' }, code: 'new-user-not-as-wanted' },
  ])('does not count as created when it is $name', async ({ created, code }) => {
    expect(await handsOn({ looks: [null], created }).hands.createUser('sync', next, 'for the sync')).toEqual(failed(code, 'unknown'))
  })

  it('can be refused for its password, or because somebody was faster', async () => {
    const refusedBy = (add: number) => handsOn({ looks: [null], refusals: { add } }).hands.createUser('sync', next, 'x')
    expect(await refusedBy(2245)).toEqual({ kind: 'refused', code: 'windows-2245' })
    expect(await refusedBy(2224)).toEqual(failed('windows-2224', 'not-done'))
  })

  it('has a comment that Windows can keep', async () => {
    const comment = `${MARK}${'x'.repeat(300)}`.slice(0, 256)
    const { calls, hands } = handsOn({ looks: [null], created: { comment } })
    expect(await hands.createUser('sync', next, 'x'.repeat(300))).toEqual(done)
    expect(calls[0]?.[2]).toMatchObject({ comment })
  })
})

describe('accounts: the end of a user', () => {
  const made = { comment: `${MARK}for the sync` }

  it.each([
    { name: 'is removed', looks: [made, null], removed: true, answer: done },
    { name: 'is gone already', looks: [null], removed: false, answer: done },
    {
      name: 'stays where it was not made here',
      looks: [{ comment: 'ERP' }],
      removed: false,
      answer: failed('user-not-made-here', 'not-done'),
    },
    { name: 'stays where it cannot be read', looks: [5], removed: false, answer: failed('windows-5', 'not-done') },
    { name: 'is not believed while it is still there', looks: [made, made], removed: true, answer: failed('user-still-there', 'unknown') },
    { name: 'is not known to be gone', looks: [made, 1722], removed: true, answer: failed('windows-1722', 'unknown') },
  ])('of one that was made here: $name', async ({ looks, removed, answer }) => {
    const { calls, hands } = handsOn({ looks })
    expect(await hands.removeUser('sync')).toEqual(answer)
    expect(calls).toEqual(removed ? [['remove', '\\\\ERP01', 'sync']] : [])
  })

  it('is told when Windows refuses, and when somebody was faster', async () => {
    expect(await handsOn({ looks: [made], refusals: { remove: 5 } }).hands.removeUser('sync')).toEqual(failed('windows-5', 'not-done'))
    expect(await handsOn({ looks: [made, null], refusals: { remove: 2221 } }).hands.removeUser('sync')).toEqual(done)
  })

  it.each([
    {
      name: 'adds the one flag to those that are there',
      looks: [{ flags: 0x10241 }, { flags: 0x10243 }],
      set: 0x10243,
      answer: done,
    },
    { name: 'leaves one that is disabled', looks: [{ flags: 0x10203 }], set: null, answer: done },
    { name: 'lets a lock end by itself', looks: [{ flags: 0x10211 }, { flags: 0x10203 }], set: 0x10213, answer: done },
    { name: 'finds no user', looks: [null], set: null, answer: failed('windows-2221', 'not-done') },
    { name: 'cannot read the flags', looks: [5], set: null, answer: failed('windows-5', 'not-done') },
    { name: 'is not believed', looks: [{ flags: 0x10201 }], set: 0x10203, answer: failed('user-still-enabled', 'unknown') },
    {
      name: 'loses another flag',
      looks: [{ flags: 0x10241 }, { flags: 0x10203 }],
      set: 0x10243,
      answer: failed('user-flags-changed', 'unknown'),
    },
    { name: 'cannot be read again', looks: [{}, 1722], set: 0x10203, answer: failed('windows-1722', 'unknown') },
  ])('by being disabled: $name', async ({ looks, set, answer }) => {
    const { calls, hands } = handsOn({ looks })
    expect(await hands.disableUser('sync')).toEqual(answer)
    expect(calls).toEqual(set === null ? [] : [['flags', '\\\\ERP01', 'sync', set]])
  })
})

describe('accounts: looking', () => {
  it.each([
    { name: 'is there', look: {}, exists: true },
    { name: 'is not there', look: null, exists: false },
    { name: 'cannot be read', look: 5, exists: null },
  ])('tells whether a user $name', async ({ look, exists }) => {
    expect(await handsOn({ looks: [look] }).hands.exists('sync')).toBe(exists)
  })

  it.each([
    { name: 'an age', look: { passwordAgeSeconds: 3600 }, age: 3600 },
    { name: 'the age of this very second', look: { passwordAgeSeconds: 0 }, age: 0 },
    { name: 'no age where it has to be changed', look: { passwordAgeSeconds: 0, passwordExpired: true }, age: null },
    { name: 'no age where Windows knows none', look: { passwordAgeSeconds: 0xffffffff }, age: null },
    { name: 'no age of a user who is not there', look: null, age: null },
    { name: 'no age that cannot be read', look: 5, age: null },
  ])('tells $name of a password', async ({ look, age }) => {
    expect(await handsOn({ looks: [look] }).hands.passwordAge('sync')).toBe(age)
  })
})

describe('accounts: a sign-in', () => {
  it('is done as this computer’s own user', async () => {
    const { calls, hands } = handsOn({})
    expect(await hands.signIn('sync', next, 'service')).toEqual(done)
    expect(calls).toEqual([['logOn', 'ERP01', 'sync', 'new one\0', 'service']])
  })

  it.each([
    { name: 'is locked', look: { flags: 0x10211 }, code: 'windows-1909' },
    { name: 'is disabled', look: { flags: 0x10203 }, code: 'windows-1331' },
    { name: 'is not there', look: null, code: 'windows-2221' },
    { name: 'cannot be read', look: 5, code: 'windows-5' },
  ])('is not tried with an account that $name', async ({ look, code }) => {
    const { calls, hands } = handsOn({ looks: [look] })
    expect(await hands.signIn('sync', next, 'network')).toEqual(noSignIn(code))
    expect(calls).toEqual([])
  })

  it.each([1327, 1328, 1330, 1331, 1385, 1793, 1907, 1909, 1722])('that is refused with error %i proves nothing', async (code) => {
    const { hands } = handsOn({ signedIn: refused('LogonUserW', code) })
    expect(await hands.signIn('sync', next, 'batch')).toEqual(noSignIn(`windows-${code}`))
  })

  it('proves a wrong password by the one code that says so, of an account that could sign in', async () => {
    const { hands } = handsOn({ signedIn: refused('LogonUserW', 1326) })
    expect(await hands.signIn('sync', next, 'network')).toEqual(noSignIn('windows-1326', 'wrong-password'))
  })

  it.each([
    { name: 'somebody else, such as a guest', signedIn: succeeded('S-1-5-21-1-2-3-501'), code: 'signed-in-as-other' },
    { name: 'nobody knows whom', signedIn: refused('GetTokenInformation', 1326), code: 'windows-1326' },
  ])('proves nothing as $name', async ({ signedIn, code }) => {
    expect(await handsOn({ signedIn }).hands.signIn('sync', next, 'network')).toEqual(noSignIn(code))
  })
})
