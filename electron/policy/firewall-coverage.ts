import { type AddressRange, parseAddressRange } from './address-range.ts'
import type { FirewallRule } from './firewall-rule.ts'

/** Says of an allow rule whether a block rule takes everything back that it lets in. */
export type IsBlocked = (rule: FirewallRule) => boolean

/** A list made comparable once: words and single texts by themselves, numbers as ranges. */
interface Scope<Range> {
  /** nothing is named: everything is meant */
  readonly any: boolean
  readonly ranges: readonly Range[]
  readonly words: ReadonlySet<string>
  /** the only port or address, or word for them, where there is but one; otherwise empty */
  readonly sole: string
}

interface PortRange {
  readonly first: number
  readonly last: number
}

interface Prepared {
  readonly rule: FirewallRule
  readonly ports: Scope<PortRange>
  readonly addresses: Scope<AddressRange>
}

const ANY_WORDS: ReadonlySet<string> = new Set(['*', 'any'])

/**
 * Finds the allow rules that have no effect, because Windows lets a rule that blocks win.
 *
 * Only a block rule that is at least as wide in every respect – program, service, protocol, ports, addresses, profiles and every other
 * condition – counts; where the two overlap in part, the allow rule still opens the rest. What cannot be compared is not covered.
 * A rule that bypasses is never blocked. Block rules are looked up by program, protocol, and the one port or address that most of them
 * name, so thousands of them cost little.
 */
export function createBlockedCheck(rules: readonly FirewallRule[]): IsBlocked {
  const blocks = new Map<string, Prepared[]>()
  for (const rule of rules.filter(({ action }) => action === 'block')) {
    const block = prepare(rule)
    const key = keyOf(rule.program, rule.protocol, block.ports.sole, block.addresses.sole)
    const others = blocks.get(key)
    if (others === undefined) blocks.set(key, [block])
    else others.push(block)
  }
  return (rule) => {
    if (rule.action !== 'allow' || blocks.size === 0) return false
    const allowed = prepare(rule)
    return keysOf(allowed).some((key) => (blocks.get(key) ?? []).some((block) => covers(block, allowed)))
  }
}

/** What a block rule that covers this one may be kept under: each part is the same, or not named. */
function keysOf({ rule, ports, addresses }: Prepared): readonly string[] {
  const keys = [rule.program, null].flatMap((program) =>
    [rule.protocol, null].flatMap((protocol) =>
      [ports.sole, ''].flatMap((port) => [addresses.sole, ''].map((address) => keyOf(program, protocol, port, address))),
    ),
  )
  return [...new Set(keys)]
}

function keyOf(program: string | null, protocol: number | null, port: string, address: string): string {
  return `${protocol ?? ''}|${port}|${address}|${program?.toLowerCase() ?? ''}`
}

function prepare(rule: FirewallRule): Prepared {
  return { rule, ports: scopeOf(rule.localPorts, parsePorts), addresses: scopeOf(rule.remoteAddresses, parseAddressRange) }
}

function scopeOf<Range extends PortRange | AddressRange>(values: readonly string[], parse: (value: string) => Range | null): Scope<Range> {
  const lower = values.map((value) => value.trim().toLowerCase())
  const ranges = lower.flatMap((value) => parse(value) ?? [])
  const words = new Set(lower.filter((value) => parse(value) === null))
  const any = lower.length === 0 || lower.some((value) => ANY_WORDS.has(value))
  const [range = null, word = ''] = lower.length === 1 && !any ? [ranges[0], words.values().next().value] : []
  const sole = range === null ? word : range.first === range.last ? nameOf(range) : ''
  return { any, ranges, words, sole }
}

function nameOf(range: PortRange | AddressRange): string {
  return 'family' in range ? `${range.family}:${range.first}` : String(range.first)
}

function parsePorts(value: string): PortRange | null {
  const match = /^(\d+)(?:-(\d+))?$/.exec(value)
  return match === null ? null : { first: Number(match[1]), last: Number(match[2] ?? match[1]) }
}

/** Program and protocol are equal or not named by the block rule: they are a part of its key. */
function covers(block: Prepared, allowed: Prepared): boolean {
  if (!includes(block.ports, allowed.ports, isPortWithin) || !includes(block.addresses, allowed.addresses, isAddressWithin)) return false
  const { service, conditions } = block.rule
  if (service !== null && service.toLowerCase() !== allowed.rule.service?.toLowerCase()) return false
  return [...conditions].every(([field, values]) => includesAll(values, allowed.rule.conditions.get(field)))
}

function isPortWithin(outer: PortRange, inner: PortRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last
}

function isAddressWithin(outer: AddressRange, inner: AddressRange): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last
}

function includesAll(wide: readonly string[], narrow: readonly string[] | undefined): boolean {
  if (narrow === undefined || narrow.length === 0) return false
  const lower = new Set(wide.map((value) => value.toLowerCase()))
  return narrow.every((value) => lower.has(value.toLowerCase()))
}

function includes<Range>(wide: Scope<Range>, narrow: Scope<Range>, isWithin: (outer: Range, inner: Range) => boolean): boolean {
  if (wide.any) return true
  if (narrow.any) return false
  for (const word of narrow.words) if (!wide.words.has(word)) return false
  for (const inner of narrow.ranges) if (!wide.ranges.some((outer) => isWithin(outer, inner))) return false
  return true
}
