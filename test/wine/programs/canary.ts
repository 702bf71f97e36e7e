// A secret that stands in no file of the program: each character is one more than its own.
const WRITTEN = 'Dbobsz.85\u2714%~|\ud83d\udd12'

/** The secret that is handed over; what a program writes is searched for it. */
export function canary(): string {
  return [...WRITTEN].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 1)).join('')
}
