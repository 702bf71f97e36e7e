import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { compare, ownAccount, powershell, powershellRow, readFacts, readProbe, uniqueName, uniquePassword } from './support.ts'

/** ShellWindows, which every Windows has; the task is never started. */
const CLASS_ID = '{9BA05972-F6A8-11CF-A442-00A0C90A8F39}'

/** Users of the group may log on as a batch job, which a task with a stored password asks for. */
const BATCH_GROUP = 'S-1-5-32-559'

const EXECUTE =
  '<Exec><Command>C:\\Program Files\\erpchk\\sync.exe</Command><Arguments>--site Zürich✓ --password hunter2</Arguments></Exec>'
const COMMAND = 'C:\\Program Files\\erpchk\\sync.exe --site Zürich✓ --password ***'

interface Wanted {
  readonly principal: string
  readonly enabled: boolean
  readonly action: string
}

function definition({ principal, enabled, action }: Wanted): string {
  return [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    `<Principals><Principal id="Author">${principal}</Principal></Principals>`,
    `<Settings><Enabled>${enabled}</Enabled></Settings>`,
    `<Actions Context="Author">${action}</Actions>`,
    '</Task>',
  ].join('\n')
}

interface Told {
  readonly path: string
  readonly enabled: boolean
  readonly elevated: boolean
  readonly storesPassword: boolean
}

describeWith('Windows', 'scheduled tasks of a real Windows', () => {
  const base = uniqueName()
  const password = uniquePassword()
  let own: { readonly name: string; readonly sid: string }
  let storedSid: string

  /** Tasks of ours by name, with what must be seen. */
  const tasks = () => ({
    group: {
      definition: definition({ principal: '<GroupId>S-1-5-32-545</GroupId>', enabled: true, action: EXECUTE }),
      seen: { accountSid: 'S-1-5-32-545', enabled: true, elevated: false, storesPassword: false, command: COMMAND },
    },
    passwordless: {
      definition: definition({
        principal: `<UserId>${own.sid}</UserId><LogonType>S4U</LogonType><RunLevel>HighestAvailable</RunLevel>`,
        enabled: false,
        action: EXECUTE,
      }),
      seen: { accountSid: own.sid, enabled: false, elevated: true, storesPassword: false, command: COMMAND },
    },
    handler: {
      definition: definition({
        principal: '<UserId>S-1-5-19</UserId>',
        enabled: true,
        action: `<ComHandler><ClassId>${CLASS_ID}</ClassId></ComHandler>`,
      }),
      seen: { accountSid: 'S-1-5-19', enabled: true, elevated: false, storesPassword: false, command: `COM handler ${CLASS_ID}` },
    },
    stored: {
      definition: definition({
        principal: `<UserId>${storedSid}</UserId><LogonType>Password</LogonType>`,
        enabled: true,
        action: EXECUTE,
      }),
      seen: { accountSid: storedSid, enabled: true, elevated: false, storesPassword: true, command: COMMAND },
    },
  })
  type Name = keyof ReturnType<typeof tasks>
  const NAMES: readonly Name[] = ['group', 'passwordless', 'handler', 'stored']

  beforeAll(async () => {
    own = await ownAccount()
    const variables = { CHECKUP_BASE: base, CHECKUP_PASSWORD: password, CHECKUP_GROUP: BATCH_GROUP }
    const made = await powershellRow<{ sid: string }>(
      `$password = ConvertTo-SecureString $env:CHECKUP_PASSWORD -AsPlainText -Force
      $user = New-LocalUser -Name $env:CHECKUP_BASE -Password $password
      Add-LocalGroupMember -SID $env:CHECKUP_GROUP -Member $env:CHECKUP_BASE
      [pscustomobject]@{ sid = $user.SID.Value }`,
      variables,
    )
    storedSid = made.sid
    for (const [name, task] of Object.entries(tasks())) {
      const credentials = name === 'stored' ? "-User ($env:COMPUTERNAME + '\\' + $env:CHECKUP_BASE) -Password $env:CHECKUP_PASSWORD" : ''
      await powershell(
        `Register-ScheduledTask -TaskPath ('\\' + $env:CHECKUP_BASE + '\\') -TaskName $env:CHECKUP_TASK -Xml $env:CHECKUP_XML ${credentials} | Out-Null`,
        { ...variables, CHECKUP_TASK: name, CHECKUP_XML: task.definition },
      )
    }
  })

  afterAll(async () => {
    await powershell(
      `Get-ScheduledTask -TaskPath ('\\' + $env:CHECKUP_BASE + '\\') -ErrorAction SilentlyContinue | Unregister-ScheduledTask -Confirm:$false
      $scheduler = New-Object -ComObject Schedule.Service
      $scheduler.Connect()
      try { $scheduler.GetFolder('\\').DeleteFolder($env:CHECKUP_BASE, 0) } catch { }
      Get-LocalUser | Where-Object { $_.Name -eq $env:CHECKUP_BASE } | Remove-LocalUser`,
      { CHECKUP_BASE: base },
    )
  })

  it.each(NAMES)('are seen as they were registered: %s', async (name) => {
    const { tasks: found } = await readFacts('scheduled-tasks')
    expect(found.find(({ path }) => path === `\\${base}\\${name}`)).toMatchObject(tasks()[name].seen)
  })

  it('never show the password of a command', async () => {
    const reading = await readProbe('scheduled-tasks')
    expect(JSON.stringify(reading)).not.toContain('hunter2')
    expect(JSON.stringify(reading)).not.toContain(password)
  })

  it('are those that Windows lists, with their state, run level and logon type', async () => {
    const ask = () =>
      powershell<Told>(`Get-ScheduledTask | ForEach-Object { [pscustomobject]@{
        path = $_.TaskPath + $_.TaskName; enabled = [string]$_.State -ne 'Disabled'
        elevated = [string]$_.Principal.RunLevel -eq 'Highest'
        storesPassword = [string]$_.Principal.LogonType -in 'Password', 'InteractiveOrPassword' } }`)
    const { seen, lasting } = await compare(ask, () => readFacts('scheduled-tasks'))
    const byPath = new Map(seen.tasks.map((task) => [task.path.toLowerCase(), task]))
    const apart = lasting.flatMap((told) => {
      const task = byPath.get(told.path.toLowerCase())
      const { enabled, elevated, storesPassword } = task ?? {}
      const agrees = enabled === told.enabled && elevated === told.elevated && storesPassword === told.storesPassword
      return agrees ? [] : [{ told, task }]
    })
    expect(lasting.length).toBeGreaterThan(NAMES.length)
    expect(apart).toEqual([])
  })
})
