/** Language that a sample's Windows was installed in: it decides what groups, services and firewall rules are called. */
export type Language = 'en' | 'de'

/** Who a sample server is: everything that its accounts, groups and paths are derived from. */
export interface Machine {
  readonly name: string
  readonly language: Language
  readonly membership: 'workgroup' | 'domain' | 'domain-controller'
  /** SID of the machine's own account database; on a domain controller that of the domain */
  readonly machineSid: string
  readonly domain: { readonly dns: string; readonly netbios: string; readonly sid: string } | null
}

/** SID of an account of the machine's own database. */
export function localSid(machine: Machine, relativeId: number): string {
  return `${machine.machineSid}-${relativeId}`
}

/** SID of an account of the domain; a sample without a domain has no such account. */
export function domainSid(machine: Machine, relativeId: number): string {
  if (machine.domain === null) throw new Error(`${machine.name} is not in a domain`)
  return `${machine.domain.sid}-${relativeId}`
}

/** The part before the backslash of a local account's full name: the domain's on a domain controller. */
export function localAuthority(machine: Machine): string {
  return machine.membership === 'domain-controller' && machine.domain !== null ? machine.domain.netbios : machine.name
}
