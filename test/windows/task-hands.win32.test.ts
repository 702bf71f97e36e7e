import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { openAccountHands } from '#electron/rotation/server/accounts.ts'
import { secretText } from '#electron/rotation/server/secret-text.ts'
import { saysTheSame } from '#electron/rotation/server/task-definition.ts'
import { openTaskHands } from '#electron/rotation/server/tasks.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { done, failed } from '../support/acted.ts'
import { describeWith } from '../support/needs.ts'
import { powershell, powershellRow, uniqueName, uniquePassword } from './support.ts'

/** Users of the group may log on as a batch job, which a task with a stored password asks for. */
const BATCH_GROUP = 'S-1-5-32-559'

/** A runner starts a task within seconds; more is only lost when it never does. */
const RUN_LIMIT_MS = 60_000

/** Its action ends with a status that nothing else ends with. */
const STATUS = 77
const DEFINITION = `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Aufträge &amp; Lieferscheine → täglich</Description></RegistrationInfo>
  <Triggers>
    <CalendarTrigger><StartBoundary>2099-02-28T02:00:00</StartBoundary><ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger>
  </Triggers>
  <Principals><Principal id="Author"><UserId>ACCOUNT</UserId><LogonType>Password</LogonType></Principal></Principals>
  <Settings><Enabled>ENABLED</Enabled><DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries></Settings>
  <Actions Context="Author"><Exec><Command>C:\\Windows\\System32\\cmd.exe</Command><Arguments>/d /c exit ${STATUS}</Arguments></Exec></Actions>
</Task>`

interface Told {
  readonly definition: string
  readonly result: number
  readonly state: string
}

/** Each step goes on with what the one before left. */
describeWith('Windows', 'tasks that a password change updates, on a real Windows', () => {
  const native = createNativeAccess(koffiSource)
  const [accounts, hands] = [openAccountHands(native), openTaskHands(native)]
  const base = uniqueName()
  const users = { first: base, second: `${base}b` }
  const passwords = { old: uniquePassword(), next: uniquePassword(), wrong: uniquePassword() }
  const paths = { on: `\\${base}\\Aufträge`, off: `\\${base}\\aus` }
  const variables = { CHECKUP_BASE: base, CHECKUP_PASSWORD: passwords.old, CHECKUP_GROUP: BATCH_GROUP }
  const secret = (which: keyof typeof passwords) => secretText(passwords[which])

  const told = (which: keyof typeof paths): Promise<Told> =>
    powershellRow(
      `$service = New-Object -ComObject Schedule.Service; $service.Connect()
      $task = $service.GetFolder('\\').GetTask($env:CHECKUP_PATH)
      [pscustomobject]@{ definition = $task.Xml; result = $task.LastTaskResult; state = [string]$task.State }`,
      { CHECKUP_PATH: paths[which] },
    )

  /** Starts the task with what is stored and waits until it ran to its end. */
  const runs = async (): Promise<void> => {
    await powershell("Start-ScheduledTask -TaskPath ('\\' + $env:CHECKUP_BASE + '\\') -TaskName 'Aufträge'", variables)
    await vi.waitFor(async () => expect(await told('on')).toMatchObject({ result: STATUS, state: '3' }), {
      timeout: RUN_LIMIT_MS,
      interval: 1000,
    })
  }

  beforeAll(async () => {
    await powershell(
      `$password = ConvertTo-SecureString $env:CHECKUP_PASSWORD -AsPlainText -Force
      foreach ($name in $env:CHECKUP_BASE, ($env:CHECKUP_BASE + 'b')) {
        New-LocalUser -Name $name -Password $password | Out-Null
        Add-LocalGroupMember -SID $env:CHECKUP_GROUP -Member $name
      }
      $user = $env:COMPUTERNAME + '\\' + $env:CHECKUP_BASE
      foreach ($task in @(@('Aufträge', 'true'), @('aus', 'false'))) {
        $xml = $env:CHECKUP_DEFINITION.Replace('ACCOUNT', $user).Replace('ENABLED', $task[1])
        Register-ScheduledTask -TaskPath ('\\' + $env:CHECKUP_BASE + '\\') -TaskName $task[0] -Xml $xml -User $user -Password $env:CHECKUP_PASSWORD | Out-Null
      }`,
      { ...variables, CHECKUP_DEFINITION: DEFINITION },
    )
  })

  afterAll(async () => {
    await powershell(
      `Get-ScheduledTask -TaskPath ('\\' + $env:CHECKUP_BASE + '\\') -ErrorAction SilentlyContinue | Unregister-ScheduledTask -Confirm:$false
      $service = New-Object -ComObject Schedule.Service; $service.Connect()
      try { $service.GetFolder('\\').DeleteFolder($env:CHECKUP_BASE, 0) } catch { }
      Get-LocalUser | Where-Object { $_.Name -like ($env:CHECKUP_BASE + '*') } | Remove-LocalUser`,
      variables,
    )
  })

  it('refuses a password that is not the account’s, and changes nothing', async () => {
    const before = await told('on')
    expect(await hands.updateTask(paths.on, users.first, secret('wrong'))).toEqual(failed('windows-1326', 'not-done'))
    expect(await told('on')).toEqual(before)
  })

  it.each(['on', 'off'] as const)('gives a task that is switched %s its new password, and changes nothing else', async (which) => {
    const before = await told(which)
    expect(await accounts.resetPassword(users.first, secret('next'))).toEqual(done)
    expect(await hands.updateTask(paths[which], users.first, secret('next'))).toEqual(done)
    const { definition, ...after } = await told(which)
    expect({ ...after, definition: before.definition }).toEqual(before)
    expect(saysTheSame(before.definition, definition)).toBe(true)
  })

  it('leaves who may use the task as it was', async () => {
    const security = (): Promise<{ readonly sddl: string }> =>
      powershellRow(
        `$service = New-Object -ComObject Schedule.Service; $service.Connect()
        [pscustomobject]@{ sddl = $service.GetFolder('\\').GetTask($env:CHECKUP_PATH).GetSecurityDescriptor(4) }`,
        { CHECKUP_PATH: paths.on },
      )
    const before = await security()
    expect(await hands.updateTask(paths.on, users.first, secret('next'))).toEqual(done)
    expect(await security()).toEqual(before)
  })

  it('lets the task run with what is stored', async () => {
    await runs()
  })

  it('moves the task to another account, under which it runs', async () => {
    const before = await told('on')
    expect(await hands.updateTask(paths.on, users.second, secret('old'))).toEqual(done)
    expect(saysTheSame(before.definition, (await told('on')).definition)).toBe(true)
    const account = await hands.accountOf(paths.on)
    const { sid } = await powershellRow<{ sid: string }>(
      "[pscustomobject]@{ sid = (Get-LocalUser -Name ($env:CHECKUP_BASE + 'b')).SID.Value }",
      variables,
    )
    expect(account).toBe(sid)
    await runs()
  })

  it('knows a task that is not there', async () => {
    expect(await hands.updateTask(`${paths.on}x`, users.first, secret('next'))).toEqual(failed('task-not-there', 'not-done'))
    expect(await hands.accountOf(`${paths.on}x`)).toBeNull()
  })
})
