import { expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { powershellRow, readFacts, readProbe, realContext } from './support.ts'

interface Told {
  readonly name: string
  readonly booted: string
  readonly build: string
  readonly kind: number
  readonly joined: boolean
  readonly domain: string
  readonly role: number
  readonly product: string
  readonly revision: number
  readonly autologon: string | null
}

const TOLD = `$system = Get-CimInstance Win32_OperatingSystem
$computer = Get-CimInstance Win32_ComputerSystem
$version = Get-Item -LiteralPath 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
$logon = Get-Item -LiteralPath 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon'
[pscustomobject]@{
  name = [Environment]::MachineName; booted = $system.LastBootUpTime.ToUniversalTime().ToString('o'); build = $system.BuildNumber
  kind = $system.ProductType; joined = $computer.PartOfDomain; domain = $computer.Domain; role = $computer.DomainRole
  product = $version.GetValue('ProductName'); revision = $version.GetValue('UBR'); autologon = $logon.GetValue('AutoAdminLogon') }`

/** The clock of a virtual machine is set right after it has started. */
const CLOCK_TOLERANCE_MS = 10 * 60_000

/** Win32_OperatingSystem.ProductType and Win32_ComputerSystem.DomainRole. */
const WORKSTATION = 1
const FIRST_CONTROLLER_ROLE = 4

describeWith('Windows', 'host of a real Windows', () => {
  it('is what Windows tells of itself', async () => {
    const told = await powershellRow<Told>(TOLD)
    const facts = await readFacts('host')
    expect(facts).toMatchObject({
      name: told.name,
      membership: told.role >= FIRST_CONTROLLER_ROLE ? 'domain-controller' : told.joined ? 'domain' : 'workgroup',
      domain: told.joined ? told.domain : null,
      os: { product: told.product, build: `${told.build}.${told.revision}`, server: told.kind !== WORKSTATION },
      autologonConfigured: told.autologon?.trim() === '1',
    })
    expect(facts.netbiosDomain === null).toBe(!told.joined)
    expect(Math.abs(Date.parse(facts.bootedAt ?? '') - Date.parse(told.booted))).toBeLessThan(CLOCK_TOLERANCE_MS)
  })

  it('is read whole', async () => {
    expect(await readProbe('host')).not.toHaveProperty('incomplete')
  })

  it('is read with all rights, which a runner gives', () => {
    expect(realContext().windows.token.elevated()).toEqual({ ok: true, value: true })
  })
})
