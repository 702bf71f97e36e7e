/** Entries are a few levels deep; a file that nests without end must not exhaust the stack. */
const DEPTH_LIMIT = 64

/**
 * The one text of a JSON value: no spaces, keys in the order of their UTF-16 units, numbers and escapes as JavaScript writes them (RFC 8785).
 *
 * Keys without a value are left out. Throws for what JSON cannot hold, such as NaN, a date or a function.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > DEPTH_LIMIT) throw new TypeError('the value is nested too deeply')
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`
  if (!isPlainObject(value)) throw new TypeError('only JSON values have a canonical form')
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, depth + 1)}`).join(',')}}`
}

function isPlainObject(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
