import { EXCLUDED_SPECIALS, isAcceptable } from './rules.ts'

/**
 * The worst case, the longest password that must not hold either of two names of one letter each, needs about 3,500 attempts.
 *
 * Far beyond that the rules contradict each other.
 */
const MOST_ATTEMPTS = 200_000

export interface GenerateRequest {
  /** characters, within the policy */
  readonly length: number
  /** names of login and server that it must not contain, see `namesOf` */
  readonly names: readonly string[]
}

/** What the generator is told; it writes into what it is given, so each attempt has its own. */
interface GeneratorSettings {
  length: number
  lowercase: boolean
  uppercase: boolean
  numbers: boolean
  symbols: boolean
  exclude: string
  strict: boolean
}

/** A source of random passwords of these settings, all equally likely. */
export type Generator = (settings: GeneratorSettings) => string

/**
 * A random password of letters, digits and the safe specials, each class at least once.
 *
 * The generator draws without modulo bias and throws whole passwords away until every class is there; our rules do the same with what it
 * gives, so that all passwords that remain are equally likely.
 */
export function drawPassword({ length, names }: GenerateRequest, generate: Generator): string {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    // `symbols` stays a flag: the generator puts a text of one's own unescaped into a pattern.
    const password = generate({
      length,
      lowercase: true,
      uppercase: true,
      numbers: true,
      symbols: true,
      exclude: EXCLUDED_SPECIALS,
      strict: true,
    })
    if (isAcceptable(password, names)) return password
  }
  throw new Error(`no password of ${length} characters met the rules in ${MOST_ATTEMPTS} attempts`)
}
