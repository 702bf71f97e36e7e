import { comparablePath } from '../../catalogue/install-path.ts'
import type { Facts } from '../../facts/index.ts'
import { liesUnder } from '../../sync-tool/patterns.ts'

type Firewall = Facts['firewall']
type InboundRule = Firewall['inboundAllow'][number]

/** What a way in answers on: comparable paths of its programs, its folders, its ports. */
export interface Target {
  readonly programs: readonly string[]
  readonly folders: readonly string[]
  readonly ports: readonly number[]
}

const anyAddress: ReadonlySet<string> = new Set(['', '*', 'any', '0.0.0.0/0', '::/0', '0.0.0.0-255.255.255.255'])

/** Protocols that have ports: ICMP and the like let nobody in to a program. */
const protocolsWithPorts: ReadonlySet<string> = new Set(['any', '*', '', 'tcp', 'udp', '6', '17'])

/** Names of the enabled inbound rules that let any address in to the target. */
export function openingRules(firewall: Firewall, target: Target): readonly string[] {
  return firewall.inboundAllow.filter((rule) => fromAnywhere(rule) && concerns(rule, target)).map((rule) => rule.name)
}

/** No profile filters: each is off or lets everything in that no rule forbids. */
export function filtersNothing(firewall: Firewall): boolean {
  return firewall.profiles.length > 0 && firewall.profiles.every((profile) => !profile.enabled || profile.inboundDefault === 'allow')
}

function fromAnywhere(rule: InboundRule): boolean {
  const addresses = rule.remoteAddresses.split(',').map((address) => address.trim().toLowerCase())
  return addresses.some((address) => anyAddress.has(address)) && protocolsWithPorts.has(rule.protocol.trim().toLowerCase())
}

function concerns(rule: InboundRule, { programs, folders, ports }: Target): boolean {
  const program = rule.program === null ? null : comparablePath(rule.program)
  if (program !== null && (programs.includes(program) || folders.some((folder) => liesUnder(program, folder)))) return true
  if (namesNoPort(rule)) return program === null && rule.service === null
  return ports.some((port) => portRanges(rule).some(([first, last]) => first <= port && port <= last))
}

function namesNoPort(rule: InboundRule): boolean {
  return ['', '*', 'any'].includes(rule.localPorts.trim().toLowerCase())
}

/** `80,443,5000-5010`; words such as `RPC` stand for ports that change and are no range. */
function portRanges(rule: InboundRule): readonly (readonly [number, number])[] {
  return rule.localPorts.split(',').flatMap((part) => {
    const match = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part)
    return match === null ? [] : [[Number(match[1]), Number(match[2] ?? match[1])] as const]
  })
}
