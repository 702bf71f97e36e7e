/** What a password is for. */
export const passwordTargets = ['windows', 'sql-server', 'erp'] as const

export type PasswordTarget = (typeof passwordTargets)[number]

/** Characters; fewer are never Good. */
export const MINIMUM_LENGTH = 12

/** Characters; fewer are never Best. */
export const BEST_LENGTH = 25

/**
 * The shortest that is Best.
 *
 * 25 characters out of 66 are 151 bits, which no more length makes safer; but the fields of an ERP or a sync tool often end at 30 or 32.
 */
export const DEFAULT_LENGTH = 25

/**
 * The most UTF-16 code units that a target takes; null: none is known.
 *
 * SQL Server documents 128. The sign-in windows of Windows take 127, although its calls take more. What an ERP or a sync tool takes
 * depends on the product and stands in no one place, so nothing is refused on a guess: a person asks the vendor and lowers the length.
 */
const limits: { readonly [Target in PasswordTarget]: number | null } = { windows: 127, 'sql-server': 128, erp: null }

/** The most characters that a password for this target is made with; null: one that fits every target, which is also what an ERP gets. */
export function longestFor(target: PasswordTarget | null): number {
  const known = passwordTargets.flatMap((name) => limits[name] ?? [])
  return (target === null ? null : limits[target]) ?? Math.min(...known)
}

/** The most characters that a target takes; null: none is known, so none is held against a password. */
export function limitOf(target: PasswordTarget | null): number | null {
  return target === null ? null : limits[target]
}
