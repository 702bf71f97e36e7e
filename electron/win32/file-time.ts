/** FILETIME counts in these per millisecond, from 1601 on. */
const TICKS_PER_MS = 10_000n
const MS_FROM_1601_TO_1970 = 11_644_473_600_000n

/** Milliseconds since 1970, UTC, of a FILETIME. */
export const millisecondsOf = (fileTime: bigint): number => Number(fileTime / TICKS_PER_MS - MS_FROM_1601_TO_1970)
