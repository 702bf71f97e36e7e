/** Entries in rows of so many columns, read row by row; the last row is filled up with nothing. */
export function rowsOf<T>(entries: readonly T[], columns: number): (T | undefined)[][] {
  const count = Math.ceil(entries.length / columns)
  return Array.from({ length: count }, (_, row) => Array.from({ length: columns }, (__, column) => entries[row * columns + column]))
}
