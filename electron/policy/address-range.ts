import { isIPv4, isIPv6 } from 'node:net'

/** Addresses of one family from the first to the last. */
export interface AddressRange {
  readonly family: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

const BITS = { 4: 32, 6: 128 } as const

/**
 * Addresses as a firewall rule has them: one, `first-last`, or a subnet by prefix or (IPv4) by mask.
 *
 * Null: a word such as `LocalSubnet`, or what is no address.
 */
export function parseAddressRange(text: string): AddressRange | null {
  const [start = '', end, ...rest] = text.trim().split('-')
  if (rest.length > 0) return null
  const [address = '', mask, ...more] = start.split('/')
  const first = parseAddress(address)
  if (first === null || more.length > 0 || (mask !== undefined && end !== undefined)) return null
  if (mask !== undefined) return subnetOf(first, mask)
  if (end === undefined) return { family: first.family, first: first.value, last: first.value }
  const last = parseAddress(end)
  if (last === null || last.family !== first.family || last.value < first.value) return null
  return { family: first.family, first: first.value, last: last.value }
}

interface Address {
  readonly family: 4 | 6
  readonly value: bigint
}

function subnetOf({ family, value }: Address, mask: string): AddressRange | null {
  const bits = BITS[family]
  const prefix = /^\d{1,3}$/.test(mask) ? Number(mask) : prefixOf(family, mask)
  if (prefix === null || prefix > bits) return null
  const size = 1n << BigInt(bits - prefix)
  const first = (value / size) * size
  return { family, first, last: first + size - 1n }
}

/** 16 of 255.255.0.0; null: no mask, or one with holes. */
function prefixOf(family: 4 | 6, mask: string): number | null {
  const address = family === 4 ? parseAddress(mask) : null
  if (address?.family !== 4) return null
  const binary = address.value.toString(2).padStart(BITS[4], '0')
  return /^1*0*$/.test(binary) ? binary.replaceAll('0', '').length : null
}

function parseAddress(text: string): Address | null {
  if (isIPv4(text)) return { family: 4, value: text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n) }
  if (!isIPv6(text) || text.includes('%')) return null
  const [head = '', tail] = withHexadecimalEnd(text).split('::')
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')]
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return { family: 6, value: [...before, ...zeros, ...after].reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n) }
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':')
}

/** `::ffff:10.1.2.3` with its end as two groups. */
function withHexadecimalEnd(text: string): string {
  const match = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text)
  if (match === null) return text
  const [, head = '', ...parts] = match
  const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number)
  return `${head}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}
