import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { secretText } from '#electron/rotation/server/secret-text.ts'
import { openServiceArea } from '#electron/rotation/server/services-open.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createServiceManager } from '#electron/win32/service-manager.ts'
import { describeWith } from '../support/needs.ts'
import { powershell, powershellRow, readFacts, runTool, SERVICE_SOURCE, tryTool, uniqueName, uniquePassword } from './support.ts'

const RIGHT = 'SeServiceLogonRight'
const DENY = 'SeDenyRemoteInteractiveLogonRight'
const done = { kind: 'done' }

describeWith('Windows', 'hands on services of a real Windows', () => {
  const base = uniqueName()
  const service = `${base}sync`
  const needing = `${base}needing`
  const user = `${base}user`
  const password = uniquePassword()
  const folder = join(process.env.ProgramData ?? 'C:\\ProgramData', base)
  const program = join(folder, `${base}.exe`)
  const variables = { CHECKUP_PROGRAM: program, CHECKUP_USER: user, CHECKUP_PASSWORD: password }

  const native = createNativeAccess(koffiSource)
  const { services, rights, watch } = openServiceArea(native, {
    policyRights: async () => ({ status: 'read', value: [], gaps: [] }),
    logins: [{ key: `windows:${user}`, name: `.\\${user}` }],
    now: () => new Date(),
    wait: (durationMs, signal) => sleep(durationMs, undefined, { signal }).catch(() => undefined),
  })
  const never = new AbortController().signal

  beforeAll(async () => {
    await mkdir(folder, { recursive: true })
    await powershell(SERVICE_SOURCE, variables)
    const make =
      'New-LocalUser -Name $env:CHECKUP_USER -Password (ConvertTo-SecureString $env:CHECKUP_PASSWORD -AsPlainText -Force) | Out-Null'
    await powershell(make, variables)
    const start = ['binPath=', `"${program}"`, 'start=', 'delayed-auto']
    await runTool('sc.exe', 'create', service, ...start, 'obj=', `.\\${user}`, 'password=', password)
    await runTool('sc.exe', 'create', needing, 'binPath=', `"${program}"`, 'start=', 'demand', 'depend=', service)
  })

  afterAll(async () => {
    for (const name of [needing, service]) {
      await services.stop(name, AbortSignal.timeout(30_000))
      await tryTool('sc.exe', 'delete', name)
    }
    for (const right of [RIGHT, DENY]) await rights.revoke(user, right)
    await powershell('Remove-LocalUser -Name $env:CHECKUP_USER', variables)
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 })
  })

  const configuration = () => {
    const connected = createServiceManager(native).connect((manager) => manager.configuration(service))
    return connected.ok && connected.value.ok ? connected.value.value : null
  }

  it('know why a service may not sign in, give it the right, and see it in what Windows says', async () => {
    // Tools that create services may grant it on the way.
    expect(await rights.revoke(user, RIGHT)).toEqual(done)
    expect(await rights.holds(user, RIGHT)).toBe(false)
    expect(await services.start(service, never)).toEqual({ kind: 'no-sign-in', code: 'service-1385', proves: 'nothing' })
    for (const _time of [1, 2]) expect(await rights.grant(`.\\${user}`, RIGHT)).toEqual(done)
    expect(await rights.denyRemoteDesktop(user)).toEqual(done)
    const { sid } = await powershellRow<{ sid: string }>(
      '[pscustomobject]@{ sid = (Get-LocalUser -Name $env:CHECKUP_USER).SID.Value }',
      variables,
    )
    const held = (await readFacts('user-rights')).rights
    for (const right of [RIGHT, DENY]) expect(held[right]?.map((holder) => holder.sid)).toContain(sid)
    expect(await rights.revoke(user, DENY)).toEqual(done)
    expect(await rights.holds(user, DENY)).toBe(false)
  })

  it('start and stop it, and see what runs', async () => {
    for (const _time of [1, 2]) expect(await services.start(service, never)).toEqual(done)
    expect(await services.look(service)).toEqual({ state: 'running', startMode: 'auto' })
    expect(await services.processesLeft([service], [])).toEqual([`${base}.exe`])
    expect(await services.processesLeft([], [folder.toUpperCase()])).toEqual([`${base}.exe`])
    for (const _time of [1, 2]) expect(await services.stop(service, never)).toEqual(done)
    expect(await services.processesLeft([service], [join(folder, 'elsewhere')])).toEqual([])
  })

  it('leave a service alone that another one needs', async () => {
    expect(await services.start(needing, never)).toEqual(done)
    expect(await services.stop(service, never)).toEqual({ kind: 'failed', code: 'service-1051', outcome: 'not-done' })
    expect(await services.stop(needing, never)).toEqual(done)
    expect(await services.stop(service, never)).toEqual(done)
  })

  it('disable it and restore its delayed start exactly', async () => {
    const before = configuration()
    expect(before).toMatchObject({ startMode: 'auto', delayedStart: true, account: `.\\${user}` })
    expect(await services.disable(service)).toEqual(done)
    expect(await services.start(service, never)).toEqual({ kind: 'failed', code: 'service-1058', outcome: 'not-done' })
    expect(await services.restoreStartMode(service, 'auto', false)).toEqual(done)
    expect(configuration()).toMatchObject({ startMode: 'auto', delayedStart: false })
    expect(await services.restoreStartMode(service, 'auto', true)).toEqual(done)
    expect(configuration()).toEqual(before)
  })

  it('know a wrong password, and set the right one', async () => {
    const beforeFailure = new Date()
    expect(await services.setAccount(service, user, secretText(uniquePassword()))).toEqual(done)
    expect(await services.start(service, never)).toEqual({ kind: 'no-sign-in', code: 'service-1326', proves: 'wrong-password' })
    expect(await services.setAccount(service, `${process.env.COMPUTERNAME}\\${user}`, secretText(password))).toEqual(done)
    expect(await services.accountOf(service)).toBe(`.\\${user}`)
    expect(await services.start(service, never)).toEqual(done)
    // What is a second old may be in the log only now.
    expect(await watch.watch([service], new Date(), beforeFailure, never)).toMatchObject({ code: 'service-1326', unread: [] })
  })

  it('watch it run, and see it stop', async () => {
    const since = new Date()
    expect(await watch.watch([service], new Date(Date.now() + 5000), since, never)).toEqual({ ...done, unread: [], login: null })
    const watched = watch.watch([service], new Date(Date.now() + 60_000), since, never)
    await services.stop(service, never)
    expect(await watched).toMatchObject({ kind: 'failed', code: 'service-not-running' })
  })

  it('never give a service an account of Windows itself', async () => {
    const refusal = { kind: 'failed', code: 'service-account-not-ours', outcome: 'not-done' }
    for (const account of ['LocalSystem', `NT SERVICE\\${service}`]) {
      expect(await services.setAccount(service, account, secretText(password))).toEqual(refusal)
    }
    expect(await services.accountOf(service)).toBe(`.\\${user}`)
  })
})
