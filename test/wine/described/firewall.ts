import type { Facts } from '#shared/facts/index.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { constant, textTable } from './c-source.ts'
import { factsOf } from './facts-of.ts'
import type { RegistryKey } from './registry.ts'

type Rule = Facts['firewall']['inboundAllow'][number]

const LOCAL_STORE = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy'
const POLICY_STORE = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall'

/** The private profile is the standard one of older Windows, and keeps that name in the registry. */
const PROFILE_KEYS = { domain: 'DomainProfile', private: 'StandardProfile', public: 'PublicProfile' } as const

/** Number of the first text of a rule in the library that holds them. */
const FIRST_RULE_TEXT = 25_000

/** Windows' own rules have their names in a library, all others have them in the rule itself. */
function isOwnRule(rule: Rule): boolean {
  return rule.program === 'System' || rule.service !== null
}

/** What the library of the firewall holds. */
export function firewallTexts(snapshot: Snapshot): readonly string[] {
  const names = factsOf(snapshot, 'firewall').inboundAllow.map(({ name }) => name)
  return [constant('FIRST_RULE_TEXT', FIRST_RULE_TEXT), textTable('rule_texts', names)]
}

/** Rules that open nothing: one that is off, one about what leaves, one that blocks what nobody allowed. */
const IDLE_RULES = {
  'Described-Off': 'v2.30|Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=23|Name=Telnet|',
  'Described-Out': 'v2.30|Action=Allow|Active=TRUE|Dir=Out|Protocol=6|RPort=443|Name=Web|',
  'Described-Block': 'v2.30|Action=Block|Active=TRUE|Dir=In|Protocol=6|LPort=21|Name=No FTP|',
}

/** Every third rule comes from a policy. */
export function firewallKeys(snapshot: Snapshot): readonly RegistryKey[] {
  const { profiles, inboundAllow } = factsOf(snapshot, 'firewall')
  const rules = inboundAllow.map((rule, index) => [`Described-${index}`, ruleText(rule, index)] as const)
  return [
    ...profiles.map(({ name, enabled, inboundDefault }) => ({
      path: `${LOCAL_STORE}\\${PROFILE_KEYS[name]}`,
      values: { EnableFirewall: Number(enabled), DefaultInboundAction: Number(inboundDefault === 'block') },
    })),
    {
      path: `${LOCAL_STORE}\\FirewallRules`,
      values: { ...Object.fromEntries(rules.filter((_, index) => index % 3 !== 0)), ...IDLE_RULES },
    },
    { path: `${POLICY_STORE}\\FirewallRules`, values: Object.fromEntries(rules.filter((_, index) => index % 3 === 0)) },
  ]
}

const PROTOCOL_NUMBERS: Readonly<Record<string, string>> = { TCP: '6', UDP: '17' }

function ruleText(rule: Rule, index: number): string {
  const fields = [
    'v2.31|Action=Allow|Active=TRUE|Dir=In',
    ...(rule.protocol === 'any' ? [] : [`Protocol=${PROTOCOL_NUMBERS[rule.protocol] ?? rule.protocol}`]),
    ...listOf(rule.localPorts).map((port) => (/^\d+$/.test(port) ? `LPort=${port}` : `LPort2_10=${port}`)),
    ...listOf(rule.remoteAddresses).flatMap(addressFields),
    ...(rule.program === null ? [] : [`App=${rule.program.replace('C:\\Windows\\', '%SystemRoot%\\')}`]),
    ...(rule.service === null ? [] : [`Svc=${rule.service}`]),
    `Name=${isOwnRule(rule) ? `@FirewallAPI.dll,-${FIRST_RULE_TEXT + index}` : rule.name}`,
  ]
  return `${fields.join('|')}|`
}

/** A word such as LocalSubnet stands once for each kind of address. */
function addressFields(address: string): readonly string[] {
  if (/^[a-z]+$/i.test(address)) return [`RA4=${address}`, `RA6=${address}`]
  return [address.includes(':') ? `RA6=${address}` : `RA4=${address}`]
}

function listOf(written: string): readonly string[] {
  return written === 'any' ? [] : written.split(',').map((part) => part.trim())
}
