/** Of a longer password only the beginning is estimated: the time grows much faster than the length. */
export const ESTIMATED_CHARACTERS = 64

/** What an attacker's word lists would find in a password. */
export const passwordPatterns = ['known-password', 'word', 'context', 'keyboard', 'repeat', 'sequence', 'date'] as const

export type PasswordPattern = (typeof passwordPatterns)[number]

/** How hard a password is to guess, without anything of it but its kind and its length. */
export interface StrengthEstimate {
  /** decimal logarithm of the number of guesses */
  readonly guessesLog10: number
  /** how many characters were looked at */
  readonly characters: number
  /** how many of them belong to a pattern */
  readonly patternedCharacters: number
  readonly patterns: readonly PasswordPattern[]
}

/**
 * What is written in every second password of such a server: products and words of this trade.
 *
 * An attacker who knows what the server does tries them first.
 */
export const contextWords: readonly string[] = [
  'sage',
  'sage50',
  'sage100',
  'sage300',
  'mas90',
  'mas200',
  'cimcloud',
  'erp',
  'erpsync',
  'sync',
  'driver',
  'connector',
  'sqlserver',
  'mssql',
  'windows',
  'server',
]

/** Ten thousand million guesses: where the estimate stops telling passwords apart that resist a stolen hash. */
const GUESSES_LOG10 = 10

/**
 * Where at least half of a password is words, names, dates or rows of keys.
 *
 * The estimate takes an attacker for poorer in words than he is: it finds `Tr0ub4dour&3` very strong. What is built on patterns therefore has
 * to be worth 14 characters of which nothing can be guessed.
 */
const PATTERNED_GUESSES_LOG10 = 14

export function isGuessable(estimate: StrengthEstimate): boolean {
  const isPatterned = estimate.patternedCharacters * 2 >= estimate.characters
  return estimate.guessesLog10 < (isPatterned ? PATTERNED_GUESSES_LOG10 : GUESSES_LOG10)
}
