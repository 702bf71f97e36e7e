import type { Outcome } from '#electron/core/outcome.ts'
import type { Say } from '../speech.ts'

/** One of the words that an option takes. */
export function choose<Word extends string>(say: Say, option: string, given: string, known: readonly Word[]): Outcome<Word> {
  const found = known.find((word) => word === given)
  if (found !== undefined) return { ok: true, value: found }
  return { ok: false, line: say('cli/error/choice', { option, given, known: known.join(', ') }) }
}
