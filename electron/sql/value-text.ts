/** Types of the client library that hold a date, and which part of an ISO 8601 text they fill; others with a date have no zone. */
const DATE_PARTS: Readonly<Record<string, (iso: string) => string>> = {
  Date: (iso) => iso.slice(0, 'YYYY-MM-DD'.length),
  Time: (iso) => iso.slice('YYYY-MM-DDT'.length, -1),
  DateTimeOffset: (iso) => iso,
}

/**
 * The text of a value, as `SqlRow` promises it.
 *
 * `bit` is `0` or `1`; whole numbers are decimal; binary is `0x…` in upper case, as CONVERT with style 1 has it; dates and times are
 * ISO 8601 to the millisecond, with `Z` where the type has a zone and without one where it has none; `char` keeps its blanks. Numbers
 * with a fraction come with the precision of a double, so that nothing here asks for them.
 */
export function valueText(value: unknown, typeName: string): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex').toUpperCase()}`
  if (value instanceof Date) return dateText(value, typeName)
  return String(value as string | number | bigint)
}

function dateText(value: Date, typeName: string): string | null {
  // The library makes a date of whatever bytes came, one that no calendar has among them.
  if (Number.isNaN(value.getTime())) return null
  const iso = value.toISOString()
  return (DATE_PARTS[typeName] ?? ((text) => text.slice(0, -1)))(iso)
}
