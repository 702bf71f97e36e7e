import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/other-remote-access-removed/definition.ts'
import { rule } from '#shared/checks/other-remote-access-removed/rule.ts'
import type { Facts, ProbeId } from '#shared/facts/index.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import { judge, type Situation, service } from '../../../support/world.ts'

export const check = pair(definition, rule)

export type Process = Facts['processes']['processes'][number]
export type Service = Facts['services']['services'][number]
export type Listener = Facts['listeners']['listeners'][number]
export type FirewallRule = Facts['firewall']['inboundAllow'][number]

export function running(name: string, path: string | null = null): Process {
  return { name, path, account: null, accountSid: null }
}

export function local(name: string, more: Partial<Service> = {}): Service {
  return service(name, 'LocalSystem', { executable: `C:\\Other\\${name}.bin`, ...more })
}

export function listener(port: number, address = '0.0.0.0', process: string | null = null): Listener {
  return { protocol: 'tcp', address, port, process }
}

export function allow(more: Partial<FirewallRule>): FirewallRule {
  return { name: 'Rule', protocol: 'TCP', localPorts: 'any', remoteAddresses: 'any', program: null, service: null, ...more }
}

export interface Seen {
  readonly services?: readonly Service[]
  readonly programs?: Facts['programs']['programs']
  readonly processes?: readonly Process[]
  readonly files?: Facts['remote-access-files']['present']
  readonly remoteDesktop?: Partial<Facts['remote-desktop']>
  readonly listeners?: readonly Listener[]
  readonly rules?: readonly FirewallRule[]
  readonly profiles?: Facts['firewall']['profiles']
}

const off: Facts['remote-desktop'] = {
  enabled: false,
  port: 3389,
  networkLevelAuthentication: true,
  remoteAssistance: false,
  setByPolicy: [],
}

export function situation(seen: Seen): Situation {
  return {
    facts: {
      services: { services: seen.services ?? [] },
      programs: { programs: seen.programs ?? [] },
      processes: { processes: seen.processes ?? [] },
      'remote-access-files': { present: seen.files ?? [] },
      'remote-desktop': { ...off, ...seen.remoteDesktop },
      listeners: { listeners: seen.listeners ?? [] },
      firewall: { profiles: seen.profiles ?? [{ name: 'domain', enabled: true, inboundDefault: 'block' }], inboundAllow: seen.rules ?? [] },
    },
  }
}

export function without(probe: ProbeId, seen: Seen): CheckupItem {
  const full = situation(seen)
  return judge(check, { ...full, facts: { ...full.facts, [probe]: undefined } })
}

export function said(item: CheckupItem): string[] {
  return [item.message, ...(item.also ?? [])]
    .filter(({ id }) => id.startsWith('other-remote-access-removed/'))
    .map(({ id, params }) => [id.replace('other-remote-access-removed/', ''), ...Object.values(params).flat()].join(': '))
}

export interface Row extends Seen {
  readonly name: string
  readonly verdict: string
  readonly says: readonly string[]
}

export const teamViewer = local('TeamViewer', { executable: 'C:\\Program Files\\TeamViewer\\TeamViewer_Service.exe' })
export const idle = local('TeamViewer', { state: 'stopped' })
