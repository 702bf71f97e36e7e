/** A time as the format writes it, to the second or finer. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

/**
 * A value in a form in which two readings of the same server are equal.
 *
 * Lists are sorted because the format orders none, instants are written to the millisecond, and the time that a probe took is left out.
 */
export function comparable(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map(comparable)
      .map((item) => [JSON.stringify(item), item] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))
      .map(([, item]) => item)
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([name, field]) => name !== 'durationMs' && field !== undefined)
    return Object.fromEntries(fields.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, field]) => [name, comparable(field)]))
  }
  return typeof value === 'string' && INSTANT.test(value) ? new Date(value).toISOString() : value
}
