import { describe, expect, it } from 'vitest'

import { createDomainAccountHands, type DomainAccountPorts } from '#electron/rotation/server/accounts-domain.ts'
import { secretText } from '#electron/rotation/server/secret-text.ts'
import type { DomainAccount } from '#electron/win32/domain-accounts.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import { done, failed, noSignIn } from '../../../support/acted.ts'
import { domainAccount } from '../../../support/domain-account.ts'

const { sid: SID } = domainAccount()
const NAME = 'ACME\\svc_erp'

interface Domain {
  readonly place?: Awaited<ReturnType<DomainAccountPorts['accounts']['place']>>
  readonly account?: Partial<DomainAccount> | null | number
  readonly signedIn?: Win32Result<string>
}

function handsOn({ place = succeeded({ controller: '\\\\dc1', user: 'svc_erp' }), account = {}, signedIn = succeeded(SID) }: Domain) {
  const calls: unknown[] = []
  const hands = createDomainAccountHands({
    accounts: {
      place: async () => place,
      account: async ({ controller, user }) => {
        calls.push(['look', controller, user])
        if (typeof account === 'number') return refused('NetUserGetInfo', account)
        return succeeded(account === null ? null : domainAccount(account))
      },
    },
    logOn: {
      signIn: async (domain, user, password, kind) => {
        calls.push(['logOn', domain, user, Buffer.from(password).toString('utf16le'), kind])
        return signedIn
      },
    },
  })
  return { calls, hands }
}

const secret = secretText('new one')

describe('accounts of a domain: looking', () => {
  it.each([
    { name: 'is there', world: {}, exists: true, age: 3600 },
    { name: 'is not there', world: { account: null }, exists: false, age: null },
    { name: 'is of no domain that anybody knows', world: { place: succeeded(null) }, exists: false, age: null },
    { name: 'has to change its password', world: { account: { passwordAgeSeconds: 0, passwordExpired: true } }, exists: true, age: null },
    { name: 'cannot be read', world: { account: 5 }, exists: null, age: null },
    { name: 'has no controller', world: { place: refused('DsGetDcNameW', 1355) }, exists: null, age: null },
  ] as const)('tells of one that $name', async ({ world, exists, age }) => {
    const { hands } = handsOn(world)
    expect(await hands.exists(NAME)).toBe(exists)
    expect(await hands.passwordAge(NAME)).toBe(age)
  })
})

describe('accounts of a domain: a sign-in', () => {
  it.each([
    { account: NAME, domain: 'ACME', user: 'svc_erp' },
    { account: 'acme.example\\svc_erp', domain: 'acme.example', user: 'svc_erp' },
    { account: 'erp@sales.example', domain: null, user: 'erp@sales.example' },
  ])('is done once, after a look at the account: $account', async ({ account, domain, user }) => {
    const { calls, hands } = handsOn({})
    expect(await hands.signIn(account, secret, 'service')).toEqual(done)
    expect(calls).toEqual([
      ['look', '\\\\dc1', 'svc_erp'],
      ['logOn', domain, user, 'new one\0', 'service'],
    ])
  })

  it.each([
    { name: 'is locked', account: { flags: 0x10210 }, answer: noSignIn('windows-1909') },
    { name: 'is disabled', account: { flags: 0x10202 }, answer: noSignIn('windows-1331') },
    { name: 'is not there', account: null, answer: noSignIn('windows-2221') },
    { name: 'cannot be read', account: 5, answer: failed('windows-5', 'not-done') },
    { name: 'is on a controller that does not answer', account: 1722, answer: failed('windows-1722', 'not-done') },
  ])('is not tried with an account that $name', async ({ account, answer }) => {
    const { calls, hands } = handsOn({ account })
    expect(await hands.signIn(NAME, secret, 'service')).toEqual(answer)
    expect(calls).toHaveLength(1)
  })

  it('is not tried without a controller, where Windows would take the password that it remembers', async () => {
    const { calls, hands } = handsOn({ place: refused('DsGetDcNameW', 1355) })
    expect(await hands.signIn(NAME, secret, 'service')).toEqual(failed('windows-1355', 'not-done'))
    expect(calls).toEqual([])
  })

  it.each([1311, 1327, 1328, 1329, 1330, 1331, 1385, 1788, 1793, 1907, 1909])(
    'that is refused with error %i proves nothing',
    async (code) => {
      const { hands } = handsOn({ signedIn: refused('LogonUserW', code) })
      expect(await hands.signIn(NAME, secret, 'batch')).toEqual(noSignIn(`windows-${code}`))
    },
  )

  it.each([
    { name: 'the one code that says so', signedIn: refused('LogonUserW', 1326), answer: noSignIn('windows-1326', 'wrong-password') },
    { name: 'nobody else who was signed in', signedIn: succeeded('S-1-5-21-9-9-9-501'), answer: noSignIn('signed-in-as-other') },
  ])('proves a wrong password by $name', async ({ signedIn, answer }) => {
    expect(await handsOn({ signedIn }).hands.signIn(NAME, secret, 'network')).toEqual(answer)
  })
})
