import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Facts } from '#shared/facts/index.ts'
import { describeWith } from '../support/needs.ts'
import { exportedTemplate } from './security-template.ts'
import { powershell, readFacts, runTool, tryTool, uniqueName, uniquePassword } from './support.ts'

/** Clocks that count whole seconds, and the time between two readings. */
const TOLERANCE_MS = 10_000

const FULL_NAME = 'ERP-Abgleich für Zürich №1 ✓'
const COMMENT = 'Prüfung der Anmeldung'

const ORDINARY = {
  enabled: true,
  lockedOut: false,
  passwordRequired: true,
  passwordExpires: true,
  cannotChangePassword: false,
  fullName: FULL_NAME,
  comment: COMMENT,
  lastLogon: null,
}

/** Users by the end of their name: how they are made, what `net user` then changes, and what must be seen. */
const USERS = {
  plain: { switches: '', change: null, seen: ORDINARY },
  off: { switches: '-Disabled', change: null, seen: { ...ORDINARY, enabled: false } },
  fixed: {
    switches: '-PasswordNeverExpires -UserMayNotChangePassword',
    change: null,
    seen: { ...ORDINARY, passwordExpires: false, cannotChangePassword: true },
  },
  must: { switches: '', change: '/logonpasswordchg:yes', seen: { ...ORDINARY, passwordLastSet: null } },
  free: { switches: '', change: '/passwordreq:no', seen: { ...ORDINARY, passwordRequired: false } },
} as const

type User = Facts['local-users']['users'][number]
type UserFlags = Omit<User, 'passwordLastSet' | 'lastLogon' | 'badPasswordCount'>

describeWith('Windows', 'accounts of a real Windows', () => {
  const base = uniqueName()
  const nameOf = (key: keyof typeof USERS): string => `${base}${key}`
  const group = `${base}group`
  const service = `${base}service`
  const password = uniquePassword()
  const variables = { CHECKUP_BASE: base, CHECKUP_PASSWORD: password, CHECKUP_FULL_NAME: FULL_NAME, CHECKUP_COMMENT: COMMENT }

  beforeAll(async () => {
    const made = Object.entries(USERS).map(
      ([key, { switches }]) =>
        `New-LocalUser -Name ($env:CHECKUP_BASE + '${key}') -Password $password -FullName $env:CHECKUP_FULL_NAME -Description $env:CHECKUP_COMMENT ${switches} | Out-Null`,
    )
    const script = [
      '$password = ConvertTo-SecureString $env:CHECKUP_PASSWORD -AsPlainText -Force',
      ...made,
      "New-LocalGroup -Name ($env:CHECKUP_BASE + 'group') -Description $env:CHECKUP_COMMENT | Out-Null",
      "Add-LocalGroupMember -Group ($env:CHECKUP_BASE + 'group') -Member ($env:CHECKUP_BASE + 'plain'), 'S-1-5-4', 'S-1-5-20'",
      // A member that is deleted: Windows may keep its SID.
      "New-LocalUser -Name ($env:CHECKUP_BASE + 'gone') -Password $password | Out-Null",
      "Add-LocalGroupMember -Group ($env:CHECKUP_BASE + 'group') -Member ($env:CHECKUP_BASE + 'gone')",
      "Remove-LocalUser -Name ($env:CHECKUP_BASE + 'gone')",
    ]
    await powershell(script.join('\n'), variables)
    for (const [key, { change }] of Object.entries(USERS)) if (change !== null) await runTool('net.exe', 'user', `${base}${key}`, change)
    const account = ['obj=', `.\\${nameOf('plain')}`, 'password=', password]
    await runTool('sc.exe', 'create', service, 'binPath=', 'C:\\erpchk\\service.exe', 'start=', 'demand', ...account)
  })

  afterAll(async () => {
    await tryTool('sc.exe', 'delete', service)
    await powershell(
      `Get-LocalGroup | Where-Object { $_.Name -like ($env:CHECKUP_BASE + '*') } | Remove-LocalGroup
      Get-LocalUser | Where-Object { $_.Name -like ($env:CHECKUP_BASE + '*') } | Remove-LocalUser`,
      variables,
    )
  })

  it.each(Object.keys(USERS) as (keyof typeof USERS)[])('sees user "%s" with its flags', async (key) => {
    const { users } = await readFacts('local-users')
    expect(users.find((user) => user.name === nameOf(key))).toMatchObject({ ...USERS[key].seen, badPasswordCount: 0 })
  })

  it('sees the users that WMI lists, flag by flag', async () => {
    const listed = await powershell<UserFlags>(`Get-CimInstance Win32_UserAccount -Filter 'LocalAccount = TRUE' | ForEach-Object {
      [pscustomobject]@{ name = $_.Name; sid = $_.SID; fullName = [string]$_.FullName; comment = [string]$_.Description
        enabled = -not $_.Disabled; lockedOut = $_.Lockout; passwordRequired = $_.PasswordRequired
        passwordExpires = $_.PasswordExpires; cannotChangePassword = -not $_.PasswordChangeable } }`)
    const bySid = (left: { sid: string }, right: { sid: string }): number => (left.sid < right.sid ? -1 : 1)
    const { users } = await readFacts('local-users')
    const seen = users.map(({ passwordLastSet: _set, lastLogon: _logon, badPasswordCount: _count, ...flags }) => flags)
    expect([...seen].sort(bySid)).toEqual([...listed].sort(bySid))
  })

  it('tells the times that Get-LocalUser tells', async () => {
    const times = await powershell<{ sid: string; set: string | null; logon: string | null }>(`Get-LocalUser | ForEach-Object {
      [pscustomobject]@{ sid = $_.SID.Value
        set = $(if ($_.PasswordLastSet) { $_.PasswordLastSet.ToUniversalTime().ToString('o') } else { $null })
        logon = $(if ($_.LastLogon) { $_.LastLogon.ToUniversalTime().ToString('o') } else { $null }) } }`)
    const { users } = await readFacts('local-users')
    const apart = users.flatMap((user) => {
      const told = times.find(({ sid }) => sid === user.sid)
      // Of a password that has to be changed, only this side says that its time is not known.
      const isSame =
        told !== undefined && (user.name === nameOf('must') || isNear(user.passwordLastSet, told.set)) && isNear(user.lastLogon, told.logon)
      return isSame ? [] : [{ user, told }]
    })
    expect(apart).toEqual([])
  })

  it('sees the groups and the members that Windows lists', async () => {
    const listed = await powershell<{ name: string; sid: string; members: string[] }>(GROUP_MEMBERS)
    const { groups } = await readFacts('local-groups')
    const seen = groups.map(({ name, sid, members }) => ({ name, sid, members: members.map((member) => member.sid).sort() }))
    const byName = (left: { name: string }, right: { name: string }): number => (left.name < right.name ? -1 : 1)
    expect(seen.sort(byName)).toEqual(listed.map(({ members, ...rest }) => ({ ...rest, members: members.sort() })).sort(byName))
  })

  it('tells people from what Windows itself defines and from who is gone', async () => {
    const { groups } = await readFacts('local-groups')
    const members = groups.find(({ name }) => name === group)?.members ?? []
    const known = members.filter(({ kind }) => kind !== 'unknown')
    expect(known.map(({ sid, kind }) => (kind === 'user' ? kind : `${sid} ${kind}`)).sort()).toEqual([
      'S-1-5-20 well-known',
      'S-1-5-4 well-known',
      'user',
    ])
    expect(members.filter(({ sid, name, kind }) => kind === 'unknown' && name !== sid)).toEqual([])
  })

  it('knows every group of the account that a service runs under', async () => {
    const [{ accounts }, { groups }, { users }] = await Promise.all([
      readFacts('account-groups'),
      readFacts('local-groups'),
      readFacts('local-users'),
    ])
    const sid = users.find(({ name }) => name === nameOf('plain'))?.sid
    const found = accounts.find((account) => account.sid === sid)
    expect(found).toMatchObject({ name: `.\\${nameOf('plain')}`, complete: true })
    expect(found?.groups).toContain(groups.find(({ name }) => name === group)?.sid)
  })

  it('tells the account policy that a security template tells', async () => {
    const access = (await exportedTemplate('SECURITYPOLICY')).get('System Access') ?? new Map<string, string>()
    const number = (key: string): number => Number(access.get(key))
    const policy = await readFacts('account-policy')
    expect(policy).toMatchObject({
      minPasswordLength: number('MinimumPasswordLength'),
      minPasswordAgeDays: number('MinimumPasswordAge'),
      maxPasswordAgeDays: number('MaximumPasswordAge') === -1 ? null : number('MaximumPasswordAge'),
      passwordHistory: number('PasswordHistorySize'),
      lockoutThreshold: number('LockoutBadCount'),
    })
    if (policy.complexity !== undefined) expect(policy.complexity).toBe(access.get('PasswordComplexity') === '1')
    // A template has no duration where nothing ever locks.
    const minutes = access.get('LockoutDuration')
    if (minutes !== undefined) expect(policy.lockoutMinutes).toBe(minutes === '-1' ? null : Number(minutes))
  })

  it('sees a password length and a history that are changed', async () => {
    const before = await readFacts('account-policy')
    const changed = { minPasswordLength: before.minPasswordLength === 9 ? 8 : 9, passwordHistory: before.passwordHistory === 3 ? 4 : 3 }
    const set = async (policy: typeof changed): Promise<void> => {
      await runTool('net.exe', 'accounts', `/minpwlen:${policy.minPasswordLength}`, `/uniquepw:${policy.passwordHistory}`)
    }
    try {
      await set(changed)
      expect(await readFacts('account-policy')).toEqual({ ...before, ...changed })
    } finally {
      await set(before)
    }
    expect(await readFacts('account-policy')).toEqual(before)
  })
})

function isNear(seen: string | null, told: string | null): boolean {
  if (seen === null || told === null) return seen === told
  return Math.abs(Date.parse(seen) - Date.parse(told)) <= TOLERANCE_MS
}

/** Get-LocalGroupMember gives up at the first member that has no name; the older interface gives its SID. */
const GROUP_MEMBERS = `Get-LocalGroup | ForEach-Object {
  $entry = [ADSI]('WinNT://' + $env:COMPUTERNAME + '/' + $_.Name + ',group')
  $members = @(@($entry.psbase.Invoke('Members')) | ForEach-Object {
    $member = $_
    try { [Security.Principal.SecurityIdentifier]::new([byte[]]$member.GetType().InvokeMember('objectSid', 'GetProperty', $null, $member, $null), 0).Value }
    catch { [string]$member.GetType().InvokeMember('Name', 'GetProperty', $null, $member, $null) }
  })
  [pscustomobject]@{ name = $_.Name; sid = $_.SID.Value; members = $members }
}`
