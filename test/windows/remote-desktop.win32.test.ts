import { expect, it, onTestFinished } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { powershellRow, readFacts, runTool, tryTool } from './support.ts'

const POLICY_KEY = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services'

/** Values in force, by name; null: it is nowhere. The policy value comes first. */
const IN_FORCE = `function Read-Value($name, $paths) {
  foreach ($path in $paths) {
    $key = Get-Item -LiteralPath $path -ErrorAction SilentlyContinue
    if ($key -and $key.GetValueNames() -contains $name) { return $key.GetValue($name) }
  }
  return $null
}
$policy = 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services'
$server = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server'
$help = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Remote Assistance'
[pscustomobject]@{
  deny = Read-Value 'fDenyTSConnections' @($policy, $server)
  port = Read-Value 'PortNumber' @("$server\\WinStations\\RDP-Tcp")
  authentication = Read-Value 'UserAuthentication' @($policy, "$server\\WinStations\\RDP-Tcp")
  help = Read-Value 'fAllowToGetHelp' @($policy, $help)
  unsolicited = Read-Value 'fAllowUnsolicited' @($policy)
}`

type InForce = Readonly<Record<'deny' | 'port' | 'authentication' | 'help' | 'unsolicited', number | null>>

interface Former {
  readonly hadKey: boolean
  readonly value: number | null
}

/** Sets a value as a policy does and puts back what was there, whatever becomes of the test. */
async function setPolicy(name: string, number: number): Promise<void> {
  const former = await powershellRow<Former>(
    `$key = Get-Item -LiteralPath ('Registry::' + $env:CHECKUP_KEY) -ErrorAction SilentlyContinue
    $has = $key -and $key.GetValueNames() -contains $env:CHECKUP_NAME
    [pscustomobject]@{ hadKey = [bool]$key; value = $(if ($has) { $key.GetValue($env:CHECKUP_NAME) } else { $null }) }`,
    { CHECKUP_KEY: POLICY_KEY.replace('HKLM', 'HKEY_LOCAL_MACHINE'), CHECKUP_NAME: name },
  )
  const write = (value: number) =>
    runTool('reg.exe', 'add', POLICY_KEY, '/v', name, '/t', 'REG_DWORD', '/d', String(value), '/f', '/reg:64')
  onTestFinished(async () => {
    if (former.value !== null) await write(former.value)
    else if (former.hadKey) await tryTool('reg.exe', 'delete', POLICY_KEY, '/v', name, '/f', '/reg:64')
    else await tryTool('reg.exe', 'delete', POLICY_KEY, '/f', '/reg:64')
  })
  await write(number)
}

describeWith('Windows', 'remote desktop of a real Windows', () => {
  it('is as the registry has it', async () => {
    const inForce = await powershellRow<InForce>(IN_FORCE)
    const facts = await readFacts('remote-desktop')
    expect(facts).toMatchObject({
      enabled: inForce.deny === 0,
      port: inForce.port,
      networkLevelAuthentication: inForce.authentication !== 0,
      remoteAssistance: inForce.help === 1 || inForce.unsolicited === 1,
    })
  })

  // Only what makes a server stricter, and Remote Assistance, which nobody uses on it: the service itself is never touched.
  it.each([
    { name: 'UserAuthentication', number: 1, seen: { networkLevelAuthentication: true } },
    { name: 'fAllowToGetHelp', number: 1, seen: { remoteAssistance: true } },
    { name: 'fAllowUnsolicited', number: 1, seen: { remoteAssistance: true } },
  ])('sees $name, which a policy sets', async ({ name, number, seen }) => {
    const before = await readFacts('remote-desktop')
    await setPolicy(name, number)
    const facts = await readFacts('remote-desktop')
    expect(facts).toMatchObject(seen)
    expect(facts.setByPolicy).toContain(name)
    expect([facts.enabled, facts.port]).toEqual([before.enabled, before.port])
  })

  it('believes a policy that forbids help more than the setting of the machine', async () => {
    await setPolicy('fAllowUnsolicited', 0)
    await setPolicy('fAllowToGetHelp', 0)
    const facts = await readFacts('remote-desktop')
    expect(facts.remoteAssistance).toBe(false)
    expect(facts.setByPolicy).toEqual(expect.arrayContaining(['fAllowToGetHelp', 'fAllowUnsolicited']))
  })
})
