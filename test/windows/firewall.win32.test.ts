import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { compare, missingFrom, powershell, readFacts, uniqueName } from './support.ts'

const PROGRAM = 'C:\\Program Files\\erpchk\\sync.exe'
const BLOCKED_PROGRAM = 'C:\\Program Files\\erpchk\\blocked.exe'

/** Rules by the end of their name: what New-NetFirewallRule is told, and what must be seen; null: nothing may be seen. */
const RULES = {
  ports: {
    told: "-Action Allow -Protocol TCP -LocalPort '45001', '46000-46010' -RemoteAddress '192.0.2.0/24', 'LocalSubnet'",
    seen: {
      protocol: 'TCP',
      localPorts: expect.stringMatching(/^(?:45001,46000-46010|46000-46010,45001)$/),
      remoteAddresses: expect.stringMatching(/^(?=.*192\.0\.2\.0\/)(?=.*LocalSubnet).*$/),
      program: null,
      service: null,
    },
  },
  program: {
    told: `-Action Allow -Protocol UDP -Program '${PROGRAM}'`,
    seen: { protocol: 'UDP', localPorts: 'any', remoteAddresses: 'any', program: PROGRAM, service: null },
  },
  service: {
    told: "-Action Allow -Protocol TCP -LocalPort 45002 -Service 'Spooler' -Profile Private",
    seen: { protocol: 'TCP', localPorts: '45002', remoteAddresses: 'any', program: null, service: expect.stringMatching(/^spooler$/i) },
  },
  any: { told: `-Action Allow -Program '${PROGRAM}'`, seen: { protocol: 'any', localPorts: 'any', remoteAddresses: 'any' } },
  blocking: { told: `-Action Block -Program '${BLOCKED_PROGRAM}'`, seen: null },
  blocked: { told: `-Action Allow -Protocol TCP -LocalPort 45003 -Program '${BLOCKED_PROGRAM}'`, seen: null },
  off: { told: '-Action Allow -Protocol TCP -LocalPort 45004 -Enabled False', seen: null },
} as const

interface Profile {
  readonly name: string
  readonly enabled: boolean
  readonly inboundDefault: string
}

describeWith('Windows', 'firewall of a real Windows', () => {
  const base = uniqueName()

  beforeAll(async () => {
    const made = Object.entries({ ...RULES, out: { told: '-Action Allow -Protocol TCP -RemotePort 45005' } }).map(
      ([name, { told }]) =>
        `New-NetFirewallRule -Name "$($env:CHECKUP_BASE)-${name}" -DisplayName "$($env:CHECKUP_BASE) ${name} Zürich ✓" -Direction ${name === 'out' ? 'Outbound' : 'Inbound'} ${told} | Out-Null`,
    )
    await powershell(made.join('\n'), { CHECKUP_BASE: base })
  })

  afterAll(async () => {
    await powershell("Remove-NetFirewallRule -Name ($env:CHECKUP_BASE + '-*') -ErrorAction SilentlyContinue", { CHECKUP_BASE: base })
  })

  it.each(Object.entries(RULES))('sees rule "%s" as it lets in, or not at all', async (name, { seen }) => {
    const { inboundAllow } = await readFacts('firewall')
    const found = inboundAllow.filter((rule) => rule.name === `${base} ${name} Zürich ✓`)
    expect(found).toEqual(seen === null ? [] : [expect.objectContaining(seen)])
  })

  it('leaves out what goes out', async () => {
    const { inboundAllow } = await readFacts('firewall')
    expect(inboundAllow.filter((rule) => rule.name.startsWith(`${base} out`))).toEqual([])
  })

  it('has the profiles that are in force', async () => {
    const told = await powershell<Profile>(`Get-NetFirewallProfile -PolicyStore ActiveStore | ForEach-Object { [pscustomobject]@{
      name = $_.Name.ToLowerInvariant(); enabled = [string]$_.Enabled -eq 'True'
      inboundDefault = $(if ([string]$_.DefaultInboundAction -eq 'Allow') { 'allow' } else { 'block' }) } }`)
    const { profiles } = await readFacts('firewall')
    const byName = (left: { name: string }, right: { name: string }): number => (left.name < right.name ? -1 : 1)
    expect([...profiles].sort(byName)).toEqual([...told].sort(byName))
  })

  it('has the rules that Windows lists, by their names in its language', async () => {
    const ask = () =>
      powershell<{ name: string }>(`Get-NetFirewallRule -PolicyStore PersistentStore -Direction Inbound -Action Allow -Enabled True |
        ForEach-Object { [pscustomobject]@{ name = $_.DisplayName } }`)
    const { seen, lasting } = await compare(ask, () => readFacts('firewall'))
    const names = seen.inboundAllow.map(({ name }) => name)
    // Names of store apps of another user cannot be resolved, and the rule that is blocked altogether is not listed.
    const unresolved = names.filter((name) => name.startsWith('@')).length
    const missing = missingFrom(
      names,
      lasting.map(({ name }) => name),
    ).filter((name) => !name.startsWith('@') && name !== `${base} blocked zürich ✓`)
    expect(lasting.length).toBeGreaterThan(1)
    expect(missing.length, `missing: ${missing.join(', ')}`).toBeLessThanOrEqual(unresolved)
    expect(names.length).toBeGreaterThanOrEqual(lasting.length - 1)
  })
})
