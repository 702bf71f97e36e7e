import { type PasswordPattern, passwordPatterns, type StrengthEstimate } from './estimate.ts'

/** Word lists take a third of a second to load and the worst 64 characters less than half of one; an old server may be ten times slower. */
export const ESTIMATE_LIMIT_MS = 15_000

/** What the thread that estimates is told. */
export interface StrengthQuestion {
  readonly password: string
  /** words that an attacker of this server would try */
  readonly words: readonly string[]
}

/** A fault is told by its kind alone: its message could quote the password. */
export type StrengthReply = { readonly estimate: StrengthEstimate } | { readonly fault: string }

/** What the library recognised in a part of a password. */
interface Match {
  readonly pattern: string
  readonly token: string
  readonly dictionaryName?: string
}

/** What the library says of a password. */
interface Guesses {
  readonly guessesLog10: number
  readonly sequence: readonly Match[]
}

interface WordLists {
  [name: string]: (string | number)[]
}

/** One set of word lists: the German ones have the names of the English ones of older versions, and one of each name is kept. */
export function joinWordLists(lists: { readonly common: WordLists; readonly english: WordLists; readonly german: WordLists }): WordLists {
  const german = Object.fromEntries(Object.entries(lists.german).map(([name, list]) => [`${name}-de`, list]))
  return { ...lists.common, ...lists.english, ...german }
}

/** Answers one question in a thread of its own; `guess` asks the library. */
export function answerStrength(
  { password, words }: StrengthQuestion,
  guess: (password: string, words: string[]) => Guesses,
): StrengthReply {
  try {
    return { estimate: estimateOf(password, guess(password, [...words])) }
  } catch (error) {
    // SECURITY: a message may quote what the library choked on.
    return { fault: error instanceof Error ? error.name : typeof error }
  }
}

function estimateOf(password: string, { guessesLog10, sequence }: Guesses): StrengthEstimate {
  const matches = sequence.flatMap((match) => {
    const pattern = patternOf(match)
    return pattern === null ? [] : [{ pattern, length: match.token.length }]
  })
  const found = new Set(matches.map((match) => match.pattern))
  return {
    guessesLog10,
    characters: password.length,
    patternedCharacters: matches.reduce((sum, match) => sum + match.length, 0),
    patterns: passwordPatterns.filter((pattern) => found.has(pattern)),
  }
}

/** Null: characters that nothing was recognised in. */
function patternOf({ pattern, dictionaryName }: Match): PasswordPattern | null {
  switch (pattern) {
    case 'bruteforce':
    case 'separator':
      return null
    case 'dictionary':
      if (dictionaryName === 'userInputs') return 'context'
      return dictionaryName?.startsWith('passwords') === true ? 'known-password' : 'word'
    case 'spatial':
      return 'keyboard'
    case 'repeat':
    case 'sequence':
      return pattern
    case 'date':
    case 'regex':
      return 'date'
    default:
      return 'word'
  }
}
