import type { Checkup } from '../formats/checkup.ts'

/** The checkup as it is, for scripts and archives: two spaces, keys in the order in which they were built, a newline at the end. */
export function jsonReport(checkup: Checkup): string {
  return `${JSON.stringify(checkup, null, 2)}\n`
}
