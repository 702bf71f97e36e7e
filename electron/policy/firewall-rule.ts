/** One rule of the Windows Firewall as its string has it. */
export interface FirewallRule {
  /** `bypass`: lets in what authenticates, also against a rule that blocks */
  readonly action: 'allow' | 'bypass' | 'block'
  /** IP protocol; null: any */
  readonly protocol: number | null
  /** numbers, ranges (`5000-5010`) and words (`RPC`) as written; empty: any */
  readonly localPorts: readonly string[]
  /** addresses, ranges, subnets and words (`LocalSubnet`) as written; empty: any */
  readonly remoteAddresses: readonly string[]
  /** as written, variables included; null: any */
  readonly program: string | null
  /** null: any */
  readonly service: string | null
  /** a text or a reference to one such as `@FirewallAPI.dll,-28775`; null: none is given */
  readonly name: string | null
  /** Every other field that narrows the rule, by its name in lower case, e.g. `profile`, `rport`, `ifType`. */
  readonly conditions: ReadonlyMap<string, readonly string[]>
}

/** `idle`: switched off, or about what leaves the server. */
export type ParsedFirewallRule =
  | { readonly kind: 'inbound'; readonly rule: FirewallRule }
  | { readonly kind: 'idle' }
  | { readonly kind: 'malformed'; readonly reason: string }

const VERSION = /^v\d{1,4}\.\d{1,4}$/

/** Fields that explain the rule or treat what it lets in; they change nothing about whom it lets in to what. */
const EXPLANATORY = ['desc', 'embedctxt', 'edge', 'defer', 'skipver', 'ttk']

const ACTIONS = new Map((['allow', 'bypass', 'block'] as const).map((action) => [action as string, action]))
const INBOUND: ReadonlyMap<string, boolean> = new Map([
  ['in', true],
  ['out', false],
])
const ACTIVE: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])

/** Stands for any protocol (FW_RULE of [MS-FASP]). */
const ANY_PROTOCOL = 256
const MAX_PORT = 65_535

/**
 * Parses a value of a FirewallRules key.
 *
 * Samples (Server 2022, English; a rule of an installer; a German policy):
 * `v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|App=%SystemRoot%\system32\svchost.exe|Svc=termservice|Name=@FirewallAPI.dll,-28775|`
 * `v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=17|Profile=Private|Profile=Public|App=D:\Acme\sync.exe|Name=Acme Sync|`
 * `v2.10|Action=Block|Active=TRUE|Dir=In|Protocol=6|LPort2_10=5000-5010|RA4=10.1.0.0/255.255.0.0|RA6=LocalSubnet|Name=Büro`
 *
 * Fields repeat, and each repetition widens the rule. A rule that does not say what it does, in which direction and whether it is on,
 * or says it in a way that is not known here, is malformed: Windows may or may not apply it. The last field need not end with a bar.
 */
export function parseFirewallRule(text: string): ParsedFirewallRule {
  const [version = '', ...parts] = text.split('|')
  if (!VERSION.test(version)) return malformed('it does not begin with a version')
  const fields = new Map<string, string[]>()
  for (const part of parts) {
    if (part === '') continue
    const equals = part.indexOf('=')
    if (equals <= 0) return malformed('a field has no name')
    const field = part.slice(0, equals).toLowerCase()
    const values = fields.get(field)
    if (values === undefined) fields.set(field, [part.slice(equals + 1)])
    else values.push(part.slice(equals + 1))
  }
  const action = single(fields, 'action', ACTIONS)
  const inbound = single(fields, 'dir', INBOUND)
  const active = single(fields, 'active', ACTIVE)
  if (action === undefined || inbound === undefined || active === undefined) return malformed('action, direction or state is not told')
  if (!active || !inbound) return { kind: 'idle' }
  const protocol = readProtocol(take(fields, ['protocol']))
  if (protocol === undefined) return malformed('its protocol is none')
  const localPorts = take(fields, ['lport', 'lport2_10', 'lport2_20', 'lport2_24', 'lport2_29'])
  if (!localPorts.every(isPort)) return malformed('one of its ports is none')
  const remoteAddresses = take(fields, ['ra4', 'ra6', 'ra42', 'ra62'])
  if (remoteAddresses.some((address) => address.trim() === '')) return malformed('one of its addresses is empty')
  const [program, service, name] = [take(fields, ['app']), take(fields, ['svc']), take(fields, ['name'])]
  if (program.length > 1 || service.length > 1) return malformed('it names two programs or services')
  for (const field of EXPLANATORY) fields.delete(field)
  const described = { program: program[0] || null, service: service[0] || null, name: name[0]?.trim() || null }
  return { kind: 'inbound', rule: { action, protocol, localPorts, remoteAddresses, ...described, conditions: fields } }
}

function malformed(reason: string): ParsedFirewallRule {
  return { kind: 'malformed', reason }
}

/** Takes the values of these fields out, each once. */
function take(fields: Map<string, string[]>, names: readonly string[]): readonly string[] {
  const values = names.flatMap((name) => fields.get(name) ?? [])
  for (const name of names) fields.delete(name)
  return [...new Set(values)]
}

/** The meaning of a field that may be said once; undefined: it is missing, said differently twice, or not known. */
function single<Value>(fields: Map<string, string[]>, name: string, meanings: ReadonlyMap<string, Value>): Value | undefined {
  const [value, ...others] = take(fields, [name])
  return value === undefined || others.length > 0 ? undefined : meanings.get(value.toLowerCase())
}

/** Null: any; undefined: no protocol. */
function readProtocol(values: readonly string[]): number | null | undefined {
  const [value, ...others] = values
  if (value === undefined || value.toLowerCase() === 'any') return null
  if (others.length > 0 || !/^\d{1,3}$/.test(value) || Number(value) > ANY_PROTOCOL) return undefined
  return Number(value) === ANY_PROTOCOL ? null : Number(value)
}

/** A number, a range that does not run backwards, or a word such as `RPC-EPMap`. */
function isPort(value: string): boolean {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(value)
  if (match === null) return /^[a-z][\w-]*$/i.test(value)
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])]
  return first <= last && last <= MAX_PORT
}
