import { describe, expect, it } from 'vitest'
import type { AccountHands } from '#electron/rotation/server/accounts.ts'
import type { DomainAccountHands } from '#electron/rotation/server/accounts-domain.ts'
import { acted, notDone } from '#electron/rotation/server/acted.ts'
import { secretText } from '#electron/rotation/server/secret-text.ts'
import { createWindowsLogins } from '#electron/rotation/server/windows-logins.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { PlannedLogin } from '#shared/rotation/plan.ts'
import { windowsLogin } from '../../../support/rotation-plans.ts'

/** Notes what was asked of the accounts of this machine. */
function underTest({ existsInDomain = true, age = null }: { existsInDomain?: boolean | null; age?: number | null } = {}) {
  const calls: string[] = []
  const note = (name: string) => async (user: string) => {
    calls.push(`${name} ${user}`)
    return acted
  }
  const accounts: AccountHands = {
    changePassword: note('change'),
    resetPassword: note('reset'),
    createUser: note('create'),
    removeUser: note('remove'),
    disableUser: note('disable'),
    exists: async (user) => {
      calls.push(`exists ${user}`)
      return true
    },
    passwordAge: async () => null,
    signIn: async (user, _password, kind) => {
      calls.push(`sign in ${user} as ${kind}`)
      return acted
    },
  }
  const domainAccounts: DomainAccountHands = {
    exists: async (name) => {
      calls.push(`exists in its domain ${name}`)
      return existsInDomain
    },
    passwordAge: async () => age,
    signIn: async (name, password, kind) => {
      const text = password.use((bytes) => bytes.toString('utf16le'))
      calls.push(`sign in ${name} of a domain as ${kind} with ${text.slice(0, -1)}`)
      return acted
    },
  }
  const right =
    (name: string) =>
    async (account: string, right = '') => {
      calls.push(`${name} ${right} ${account}`.replace('  ', ' '))
      return acted
    }
  const hands = createWindowsLogins({
    accounts,
    domainAccounts,
    rights: {
      holds: async (_account, name) => name === 'SeBatchLogonRight',
      grant: right('grant'),
      denyRemoteDesktop: right('deny'),
      revoke: right('revoke'),
    },
    secretOf: async (login, generation) =>
      generation === 7 ? { ok: false, problem: { kind: 'locked' } } : { ok: true, secret: secretText(`${login} ${generation}`) },
    whichPassword: async ({ question, passwordSetAt, signIn }) => {
      const setAt = await passwordSetAt()
      const result = await signIn(1)
      calls.push(`set at ${setAt?.getTime() ?? 'no time'}, signed in: ${result.kind}`)
      return { about: 'password', login: question.login, holds: null }
    },
    mark: 'this change',
    now: () => new Date(0),
  })
  return { calls, hands }
}

const intentOf = (login: PlannedLogin, more: Partial<Intent>): Intent =>
  ({ login: login.key, generation: 1, check: 'sign-in', ...more }) as Intent

const moved = windowsLogin({
  change: {
    kind: 'new-user',
    newKey: 'windows:ERP01\\svc-sync',
    newName: 'svc-sync',
    rights: ['SeServiceLogonRight', 'SeBatchLogonRight'],
  },
})

describe('Windows logins', () => {
  it('changes with the old password where the plan says so, and resets elsewhere', async () => {
    const { calls, hands } = underTest()
    const login = windowsLogin()
    await hands.setPassword(login, intentOf(login, { how: 'change' }))
    await hands.setPassword(login, intentOf(login, { how: 'reset' }))
    expect(calls).toEqual(['change erpsync', 'reset erpsync'])
  })

  it('does nothing where the keychain gives no password, and says so', async () => {
    const { calls, hands } = underTest()
    const login = windowsLogin()
    expect(await hands.setPassword(login, intentOf(login, { how: 'reset', generation: 7 }))).toEqual({
      kind: 'failed',
      code: 'keychain-locked',
      outcome: 'not-done',
    })
    expect(calls).toEqual([])
  })

  it('makes, equips and removes the new user, and disables the old one', async () => {
    const { calls, hands } = underTest()
    await hands.create(moved, intentOf(moved, {}))
    await hands.grantRights(moved)
    await hands.denyRemoteDesktop(moved)
    await hands.retire(moved)
    await hands.remove(moved)
    expect(calls).toEqual(['create svc-sync', 'grant SeServiceLogonRight svc-sync', 'deny svc-sync', 'disable erpsync', 'remove svc-sync'])
  })

  it.each([
    { name: 'a service', holders: windowsLogin().holders, kind: 'service' },
    { name: 'a task', holders: windowsLogin().holders.filter(({ kind }) => kind === 'scheduled-task'), kind: 'batch' },
    { name: 'something else', holders: [], kind: 'network' },
  ])('signs in as $name does', async ({ holders, kind }) => {
    const { calls, hands } = underTest()
    const login = windowsLogin({ holders })
    await hands.verify(login, intentOf(login, {}))
    expect(calls).toEqual([`sign in erpsync as ${kind}`])
  })

  it('only looks at the account where a sign-in could lock it', async () => {
    const { calls, hands } = underTest()
    const login = windowsLogin()
    expect(await hands.verify(login, intentOf(login, { check: 'account-read-back' }))).toEqual(acted)
    expect(calls).toEqual(['exists erpsync'])
  })

  describe('of a domain', () => {
    const login = windowsLogin({ key: 'windows:CORP\\erpsync', account: 'domain', changedBy: 'you' })
    const principal = windowsLogin({ ...login, key: 'windows:erpsync@corp.example' })
    const question = { about: 'password', login: login.key, by: 'password-age-and-sign-in' } as const

    it.each([login, principal])('are signed in as by their full names: $key', async (planned) => {
      const { calls, hands } = underTest()
      expect(await hands.verify(planned, intentOf(planned, {}))).toEqual(acted)
      const name = planned.key.slice('windows:'.length)
      expect(calls).toEqual([`sign in ${name} of a domain as service with ${planned.key} 1`])
    })

    it.each([
      { name: 'is there', existsInDomain: true, answer: acted },
      { name: 'is gone', existsInDomain: false, answer: notDone('windows-2221') },
      { name: 'cannot be asked for, so that its services prove it', existsInDomain: null, answer: acted },
    ])('are only looked at where a sign-in could lock them: one that $name', async ({ existsInDomain, answer }) => {
      const { calls, hands } = underTest({ existsInDomain })
      expect(await hands.verify(login, intentOf(login, { check: 'account-read-back' }))).toEqual(answer)
      expect(await hands.exists(login)).toBe(existsInDomain)
      expect(calls).toEqual(['exists in its domain CORP\\erpsync', 'exists in its domain CORP\\erpsync'])
    })

    it.each([
      { name: 'a service', holders: login.holders, age: 60, result: 'done' },
      { name: 'the network, long after the change', holders: [], age: 3601, result: 'done' },
      { name: 'the network, where the password before would do as well', holders: [], age: 3600, result: 'no-sign-in' },
      { name: 'the network, nobody knows how long after', holders: [], age: null, result: 'no-sign-in' },
    ])('tell which password holds by a sign-in through $name', async ({ holders, age, result }) => {
      const { calls, hands } = underTest({ age })
      await hands.whichPassword({ ...login, holders: [...holders] }, question)
      expect(calls.at(-1)).toBe(`set at ${age === null ? 'no time' : -1000 * age}, signed in: ${result}`)
      expect(calls).toHaveLength(2)
    })
  })
})
