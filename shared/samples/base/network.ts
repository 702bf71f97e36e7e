import type { Facts } from '../../facts/index.ts'
import type { Language } from './machine.ts'
import { remoteDesktopFirewallRows, remoteManagementFirewallRows, windowsFirewallRows, windowsListenerRows } from './network.data.ts'

type Listener = Facts['listeners']['listeners'][number]
type FirewallRule = Facts['firewall']['inboundAllow'][number]

/** Sockets of Windows itself, and of Remote Desktop on its usual port where it is on; `added` are those of what else runs here. */
export function listeners(address: string, added: readonly Listener[] = [], remoteDesktop: 'on' | 'off' = 'on'): Facts['listeners'] {
  const own = windowsListenerRows.map(([protocol, at, port, process]) => ({ protocol, address: at, port, process }))
  const netbios = [listener('tcp', 139, 'System', address), listener('udp', 137, 'System', address)]
  return { listeners: [...own, ...netbios, ...(remoteDesktop === 'on' ? remoteDesktopListeners : []), ...added] }
}

const remoteDesktopListeners: readonly Listener[] = ['0.0.0.0', '::'].flatMap((address) =>
  (['tcp', 'udp'] as const).map((protocol) => ({ protocol, address, port: 3389, process: 'C:\\Windows\\System32\\svchost.exe' })),
)

export function listener(protocol: 'tcp' | 'udp', port: number, process: string, address = '0.0.0.0'): Listener {
  return { protocol, address, port, process }
}

/** Whom the rules of remote administration let in, as a rule has it; null: they are off. */
interface AdministeredFrom {
  readonly remoteDesktop: string | null
  readonly remoteManagement: string
}

/** The default rules of Windows, and `added` ones. */
export function inboundRules(language: Language, from: AdministeredFrom, added: readonly FirewallRule[] = []): FirewallRule[] {
  const fromRow = ([
    english,
    german,
    protocol,
    localPorts,
    remoteAddresses,
    program,
    service,
  ]: (typeof windowsFirewallRows)[number]): FirewallRule => ({
    name: language === 'de' ? german : english,
    protocol,
    localPorts,
    remoteAddresses,
    program,
    service,
  })
  const remoteDesktop = from.remoteDesktop === null ? [] : openTo(remoteDesktopFirewallRows.map(fromRow), from.remoteDesktop)
  const remoteManagement = openTo(remoteManagementFirewallRows.map(fromRow), from.remoteManagement)
  return [...windowsFirewallRows.map(fromRow), ...remoteManagement, ...remoteDesktop, ...added]
}

function openTo(rules: readonly FirewallRule[], remoteAddresses: string): FirewallRule[] {
  return rules.map((rule) => ({ ...rule, remoteAddresses }))
}

/** A rule that a product's installer or a person added. */
export function inboundRule(name: string, protocol: string, localPorts: string, rule: Partial<FirewallRule> = {}): FirewallRule {
  return { name, protocol, localPorts, remoteAddresses: 'any', program: null, service: null, ...rule }
}

/** All three profiles on and closed by default. */
export const firewallProfilesOn: Facts['firewall']['profiles'] = [
  { name: 'domain', enabled: true, inboundDefault: 'block' },
  { name: 'private', enabled: true, inboundDefault: 'block' },
  { name: 'public', enabled: true, inboundDefault: 'block' },
]
