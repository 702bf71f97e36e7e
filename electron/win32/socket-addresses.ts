/** Bytes that an IPv6 address begins with which carries an IPv4 one (RFC 4291, 2.5.5.2). */
const MAPPED_PREFIX = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff])

/** `192.0.2.1` of four bytes in network order. */
export function ipv4Text(bytes: Uint8Array): string {
  return [...bytes].join('.')
}

/**
 * Canonical text (RFC 5952) of sixteen bytes in network order: `::`, `::1`, `2001:db8::1`, `::ffff:127.0.0.1`.
 *
 * Without a zone: it is the number of a network interface, which may change with every start, and decides nothing.
 */
export function ipv6Text(bytes: Uint8Array): string {
  if (MAPPED_PREFIX.equals(bytes.subarray(0, MAPPED_PREFIX.byteLength))) return `::ffff:${ipv4Text(bytes.subarray(12))}`
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const groups = Array.from({ length: 8 }, (_, index) => view.getUint16(index * 2))
  const { start, length } = longestZeros(groups)
  const text = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':')
  return length < 2 ? text(groups) : `${text(groups.slice(0, start))}::${text(groups.slice(start + length))}`
}

/** The first of the longest runs of zero groups. */
function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 }
  let length = 0
  for (const [index, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0
    if (length > longest.length) longest = { start: index + 1 - length, length }
  }
  return longest
}
