import { describe, expect, it } from 'vitest'
import type { AccountHands } from '#electron/rotation/server/accounts.ts'
import { acted } from '#electron/rotation/server/acted.ts'
import { secretText } from '#electron/rotation/server/secret-text.ts'
import { createWindowsLogins } from '#electron/rotation/server/windows-logins.ts'
import type { Intent } from '#shared/rotation/intent.ts'
import type { PlannedLogin } from '#shared/rotation/plan.ts'
import { windowsLogin } from '../../../support/rotation-plans.ts'

/** Notes what was asked of the accounts of this machine. */
function underTest() {
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
  const right =
    (name: string) =>
    async (account: string, right = '') => {
      calls.push(`${name} ${right} ${account}`.replace('  ', ' '))
      return acted
    }
  const hands = createWindowsLogins({
    accounts,
    rights: {
      holds: async (_account, name) => name === 'SeBatchLogonRight',
      grant: right('grant'),
      denyRemoteDesktop: right('deny'),
      revoke: right('revoke'),
    },
    secretOf: async (login, generation) =>
      generation === 7 ? { ok: false, problem: { kind: 'locked' } } : { ok: true, secret: secretText(`${login} ${generation}`) },
    whichPassword: async ({ question }) => ({ about: 'password', login: question.login, holds: null }),
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

  it('takes no account of a domain for one of this machine', async () => {
    const { calls, hands } = underTest()
    const login = windowsLogin({ key: 'windows:CORP\\erpsync', account: 'domain', changedBy: 'you' })
    expect(await hands.verify(login, intentOf(login, {}))).toEqual(acted)
    expect(await hands.exists(login)).toBeNull()
    expect(calls).toEqual([])
  })
})
