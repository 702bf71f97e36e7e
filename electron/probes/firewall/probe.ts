import type { Facts } from '#shared/facts/index.ts'
import type { Probe } from '../probe.ts'
import { createNotebook, refusal } from '../reading.ts'
import { FIREWALL_SERVICE, readFirewallService } from './firewall-service.ts'
import { readProfiles } from './profiles.ts'
import { createRuleNames } from './rule-names.ts'
import { readOpeningRules, type StoredRule } from './rules.ts'
import { LOCAL_STORE, storeKey } from './store.ts'

type InboundRule = Facts['firewall']['inboundAllow'][number]

const PROTOCOL_NAMES: ReadonlyMap<number, string> = new Map([
  [6, 'TCP'],
  [17, 'UDP'],
])

/**
 * Windows Firewall as it is in force.
 *
 * Source: the service list, the FirewallPolicy key of this machine and the WindowsFirewall key of policy. While the service is stopped
 * nothing filters and every profile is told as off. A Windows without that service is not one that this probe can tell about. A
 * profile, store or rule that cannot be read is named and the record is incomplete; a rule only for some profiles is listed as any
 * other. The name of a rule that stands in a library is in the language of this process, and as written where it cannot be resolved.
 */
export const firewallProbe: Probe<'firewall'> = {
  id: 'firewall',
  area: 'host',
  read: ({ windows, environment }) => {
    const notebook = createNotebook()
    const service = readFirewallService(windows.services, notebook)
    if (service === 'absent') return { status: 'unsupported', reason: `this Windows has no firewall service (${FIREWALL_SERVICE})` }
    const store = windows.registry.key(storeKey(LOCAL_STORE), () => null)
    if (!store.ok) return refusal(store.failure)
    const profiles = readProfiles(windows.registry, notebook)
    const rules = readOpeningRules({ registry: windows.registry, environment, profiles }, notebook)
    const nameOf = createRuleNames(windows.indirectStrings, notebook)
    return notebook.reading<Facts['firewall']>({
      profiles: profiles.map(({ name, enabled, inboundDefault }) => {
        return { name, enabled: enabled && service !== 'stopped', inboundDefault }
      }),
      inboundAllow: rules.map((stored) => describeRule(stored, nameOf(stored))),
    })
  },
}

function describeRule({ rule }: StoredRule, name: string): InboundRule {
  return {
    name,
    protocol: rule.protocol === null ? 'any' : (PROTOCOL_NAMES.get(rule.protocol) ?? String(rule.protocol)),
    localPorts: rule.localPorts.join(',') || 'any',
    remoteAddresses: rule.remoteAddresses.join(',') || 'any',
    program: rule.program,
    service: rule.service,
  }
}
