import { expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { powershell, powershellRow, readFacts } from './support.ts'

const DEFENDER = 'Microsoft Defender Antivirus'

interface Defender {
  readonly mode: string
  readonly antivirus: boolean
  readonly service: boolean
  readonly realTime: boolean
  readonly updated: string | null
}

/** Nothing where Defender is not installed or its service does not run. */
const DEFENDER_STATUS = `$status = $(try { Get-MpComputerStatus } catch { $null })
if ($status) { [pscustomobject]@{
  mode = [string]$status.AMRunningMode; antivirus = $status.AntivirusEnabled; service = $status.AMServiceEnabled
  realTime = $status.RealTimeProtectionEnabled
  updated = $(if ($status.AntivirusSignatureLastUpdated) { $status.AntivirusSignatureLastUpdated.ToUniversalTime().ToString('o') } else { $null }) } }`

/** Packages of cumulative updates that are in use, and the two marks of a restart that is due. */
const UPDATE_STATE = `$base = 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion'
[pscustomobject]@{
  servicing = Test-Path -LiteralPath ($base + '\\Component Based Servicing\\RebootPending')
  windowsUpdate = Test-Path -LiteralPath ($base + '\\WindowsUpdate\\Auto Update\\RebootRequired') }`

/** Days of the updates that Windows says it installed, of whatever kind. */
const HOTFIXES = `Get-CimInstance Win32_QuickFixEngineering | Where-Object { $_.InstalledOn } | ForEach-Object {
  [pscustomobject]@{ on = $_.InstalledOn.ToString('yyyy-MM-dd') } }`

const DAY_MS = 86_400_000

describeWith('Windows', 'antivirus and updates of a real Windows', () => {
  it('tells of Defender what its own status tells, or that it does not run', async () => {
    const [told] = await powershell<Defender>(DEFENDER_STATUS)
    const services = await powershell<{ status: string }>(
      'Get-Service -Name WinDefend -ErrorAction SilentlyContinue | ForEach-Object { [pscustomobject]@{ status = [string]$_.Status } }',
    )
    const { products } = await readFacts('antivirus')
    const found = products.find(({ name }) => name === DEFENDER)
    if (services.length === 0) return expect(found).toBeUndefined()
    if (told === undefined) return expect(found).toMatchObject({ enabled: false, realTime: false })
    expect(found).toMatchObject({
      enabled: told.antivirus && told.service && told.mode.toLowerCase() === 'normal',
      realTime: told.realTime,
    })
    const updated = found?.signaturesUpdatedAt ?? null
    if (told.updated === null || updated === null) return expect(updated).toBe(told.updated)
    expect(Math.abs(Date.parse(updated) - Date.parse(told.updated))).toBeLessThan(1000)
  })

  it('knows no other product on a server, which has no Security Center', async () => {
    const { products } = await readFacts('antivirus')
    expect(products.filter(({ name }) => name !== DEFENDER)).toEqual([])
  })

  it('tells whether a restart is due', async () => {
    const told = await powershellRow<{ servicing: boolean; windowsUpdate: boolean }>(UPDATE_STATE)
    const { rebootPending } = await readFacts('updates')
    expect(rebootPending).toBe(told.servicing || told.windowsUpdate)
  })

  it('tells a cumulative update that Windows lists among its updates of that day', async () => {
    const days = (await powershell<{ on: string }>(HOTFIXES)).map(({ on }) => Date.parse(on))
    const { lastInstalledAt } = await readFacts('updates')
    // An image that was made with its updates in it has none of its own.
    if (lastInstalledAt === null) return
    const installed = Date.parse(lastInstalledAt)
    expect(installed).toBeLessThanOrEqual(Date.now())
    // Windows tells a day without its time zone.
    if (days.length > 0) expect(days.some((day) => Math.abs(day - installed) <= 2 * DAY_MS)).toBe(true)
  })
})
