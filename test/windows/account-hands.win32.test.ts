import { afterAll, beforeAll, expect, it } from 'vitest'

import { openAccountHands } from '#electron/rotation/server/accounts.ts'
import { secretText } from '#electron/rotation/server/secret-text.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { done, failed, noSignIn } from '../support/acted.ts'
import { describeWith } from '../support/needs.ts'
import { powershell, powershellRow, readFacts, runTool, tryTool, uniqueName, uniquePassword } from './support.ts'

/** Whole seconds of two clocks' readings, and a slow runner between them. */
const FRESH_SECONDS = 60

interface Told {
  readonly enabled: boolean
  readonly expires: boolean
  readonly required: boolean
  readonly comment: string
  readonly groups: readonly string[]
}

/** Each step goes on with what the one before left. */
describeWith('Windows', 'users that a password change makes and changes, on a real Windows', () => {
  const hands = openAccountHands(createNativeAccess(koffiSource))
  const name = uniqueName()
  const foreign = `${name}own`
  const passwords = { made: uniquePassword(), changed: uniquePassword(), reset: uniquePassword(), wrong: uniquePassword() }
  const secret = (which: keyof typeof passwords) => secretText(passwords[which])

  const told = (): Promise<Told> =>
    powershellRow(
      `$user = Get-LocalUser -Name $env:CHECKUP_NAME
      $groups = Get-LocalGroup | Where-Object {
        ([ADSI]('WinNT://./' + $_.Name + ',group')).Invoke('Members') | Where-Object {
          ([ADSI]$_).Path -like ('*/' + $env:CHECKUP_NAME) } } | ForEach-Object { $_.SID.Value }
      [pscustomobject]@{ enabled = $user.Enabled; expires = $null -ne $user.PasswordExpires; required = $user.PasswordRequired
        comment = $user.Description; groups = @($groups) }`,
      { CHECKUP_NAME: name },
    )

  beforeAll(async () => {
    await powershell(
      '$password = ConvertTo-SecureString $env:CHECKUP_PASSWORD -AsPlainText -Force; New-LocalUser -Name $env:CHECKUP_NAME -Password $password | Out-Null',
      { CHECKUP_NAME: foreign, CHECKUP_PASSWORD: passwords.made },
    )
  })

  afterAll(async () => {
    for (const user of [name, foreign]) await tryTool('net.exe', 'user', user, '/delete')
  })

  it('creates an ordinary user of no privileged group', async () => {
    expect(await hands.exists(name)).toBe(false)
    expect(await hands.createUser(name, secret('made'), 'test')).toEqual(done)
    expect(await hands.exists(name)).toBe(true)
    const { groups, ...user } = await told()
    expect(user).toEqual({ enabled: true, expires: false, required: true, comment: 'ERP Sync Security Checkup: test' })
    // Users, if anything.
    expect(groups.filter((sid) => sid !== 'S-1-5-32-545')).toEqual([])
  })

  it('signs in with the password and with no other', async () => {
    expect(await hands.signIn(name, secret('made'), 'network')).toEqual(done)
    expect(await hands.signIn(name, secret('wrong'), 'network')).toEqual(noSignIn('windows-1326', 'wrong-password'))
  })

  it('is not signed in as a service without the right, which proves nothing', async () => {
    expect(await hands.signIn(name, secret('made'), 'service')).toEqual(noSignIn('windows-1385'))
  })

  it('changes the password with the old one', async () => {
    expect(await hands.changePassword(name, secret('wrong'), secret('changed'))).toEqual(failed('windows-86', 'not-done'))
    expect(await hands.changePassword(name, secret('made'), secret('changed'))).toEqual(done)
    expect(await hands.passwordAge(name)).toBeLessThan(FRESH_SECONDS)
    expect(await hands.signIn(name, secret('made'), 'network')).toEqual(noSignIn('windows-1326', 'wrong-password'))
    expect(await hands.signIn(name, secret('changed'), 'network')).toEqual(done)
  })

  it('resets the password as an administrator', async () => {
    expect(await hands.resetPassword(name, secret('reset'))).toEqual(done)
    expect(await hands.signIn(name, secret('changed'), 'network')).toEqual(noSignIn('windows-1326', 'wrong-password'))
    expect(await hands.signIn(name, secret('reset'), 'network')).toEqual(done)
  })

  it('gives the user that is there the password when it is made again', async () => {
    expect(await hands.createUser(name, secret('made'), 'test')).toEqual(done)
    expect(await hands.signIn(name, secret('made'), 'network')).toEqual(done)
  })

  it('tells a password that has to be changed from one that is wrong', async () => {
    // Of a user whose password never expires it never has to be changed either.
    await runTool('net.exe', 'user', foreign, '/logonpasswordchg:yes')
    const right = await hands.signIn(foreign, secret('made'), 'network')
    expect(right).toEqual(noSignIn(expect.toBeOneOf(['windows-1907', 'windows-1330'])))
    expect(await hands.signIn(foreign, secret('wrong'), 'network')).toEqual(noSignIn('windows-1326', 'wrong-password'))
    expect(await hands.passwordAge(foreign)).toBeNull()
    await runTool('net.exe', 'user', foreign, '/logonpasswordchg:no')
  })

  it('takes the refusal of a password for what it is', async () => {
    const { minPasswordLength } = await readFacts('account-policy')
    await runTool('net.exe', 'accounts', '/minpwlen:14')
    try {
      expect(await hands.resetPassword(name, secretText('Aa1!short'))).toEqual({ kind: 'refused', code: 'windows-2245' })
      expect(await hands.changePassword(name, secret('made'), secretText('Aa1!short'))).toEqual({ kind: 'refused', code: 'windows-2245' })
    } finally {
      await runTool('net.exe', 'accounts', `/minpwlen:${minPasswordLength}`)
    }
  })

  it('disables the user by nothing but that', async () => {
    const before = await told()
    expect(await hands.disableUser(name)).toEqual(done)
    expect(await hands.disableUser(name)).toEqual(done)
    expect(await told()).toEqual({ ...before, enabled: false })
    expect(await hands.signIn(name, secret('made'), 'network')).toEqual(noSignIn('windows-1331'))
  })

  it('leaves a user alone that somebody else made', async () => {
    expect(await hands.createUser(foreign, secret('changed'), 'test')).toEqual(failed('windows-2224', 'not-done'))
    expect(await hands.removeUser(foreign)).toEqual(failed('user-not-made-here', 'not-done'))
    expect(await hands.signIn(foreign, secret('made'), 'network')).toEqual(done)
  })

  it('removes the user that it made', async () => {
    expect(await hands.removeUser(name)).toEqual(done)
    expect(await hands.removeUser(name)).toEqual(done)
    expect(await hands.exists(name)).toBe(false)
    expect(await hands.resetPassword(name, secret('reset'))).toEqual(failed('windows-2221', 'not-done'))
  })
})
