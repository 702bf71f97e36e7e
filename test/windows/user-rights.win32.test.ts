import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { exportedTemplate, holderSids, setHolders } from './security-template.ts'
import { powershell, powershellRow, readFacts, uniqueName, uniquePassword } from './support.ts'

/** A right that takes nothing from anybody but the users of this test. */
const RIGHT = 'SeDenyRemoteInteractiveLogonRight'
const SECTION = 'Privilege Rights'

describeWith('Windows', 'user rights of a real Windows', () => {
  const base = uniqueName()
  const variables = { CHECKUP_BASE: base, CHECKUP_PASSWORD: uniquePassword() }
  /** Null: not known yet, so nothing is put back. */
  let formerHolders: readonly string[] | null = null
  let sids: { readonly stays: string; readonly gone: string }

  beforeAll(async () => {
    const former = (await exportedTemplate('USER_RIGHTS')).get(SECTION)?.get(RIGHT) ?? ''
    const holders = former.split(',').filter((holder) => holder !== '')
    formerHolders = holders
    sids = await powershellRow(
      `$password = ConvertTo-SecureString $env:CHECKUP_PASSWORD -AsPlainText -Force
      $users = @('stays', 'gone' | ForEach-Object { New-LocalUser -Name ($env:CHECKUP_BASE + $_) -Password $password })
      [pscustomobject]@{ stays = $users[0].SID.Value; gone = $users[1].SID.Value }`,
      variables,
    )
    await setHolders(RIGHT, [...holders, `*${sids.stays}`, `*${sids.gone}`])
    await powershell("Remove-LocalUser -Name ($env:CHECKUP_BASE + 'gone')", variables)
  })

  afterAll(async () => {
    if (formerHolders !== null) await setHolders(RIGHT, formerHolders)
    await powershell("Get-LocalUser | Where-Object { $_.Name -like ($env:CHECKUP_BASE + '*') } | Remove-LocalUser", variables)
  })

  it('are read with the name of a user, and without one where the user is gone', async () => {
    const { rights } = await readFacts('user-rights')
    const computer = (process.env.COMPUTERNAME ?? '').toUpperCase()
    expect(rights[RIGHT]).toEqual(
      expect.arrayContaining([
        { sid: sids.stays, name: `${computer}\\${base}stays` },
        { sid: sids.gone, name: null },
      ]),
    )
  })

  it('have the holders that a security template names', async () => {
    const exported = await holderSids((await exportedTemplate('USER_RIGHTS')).get(SECTION) ?? new Map())
    const { rights } = await readFacts('user-rights')
    expect(Object.keys(exported).length).toBeGreaterThan(0)
    const seen = Object.keys(exported).map((right) => [right, rights[right]?.map(({ sid }) => sid).sort()])
    expect(Object.fromEntries(seen)).toEqual(exported)
  })

  it('are gone again once they are taken away', async () => {
    const former = formerHolders ?? []
    await setHolders(RIGHT, former)
    const { rights } = await readFacts('user-rights')
    const holders = rights[RIGHT]?.map(({ sid }) => sid)
    expect(holders).not.toContain(sids.stays)
    expect(holders).not.toContain(sids.gone)
    expect(holders).toHaveLength(former.length)
  })
})
