import { useCallback, useEffect, useState } from 'react'

import { useTexts } from '../texts/text-context.tsx'
import { type Failure, failureOf } from './core-client.ts'

export interface Question<Answer> {
  /** null while it is asked first, and where that failed; the last one stays while it is asked again */
  readonly found: Answer | null
  readonly failure: Failure | null
  readonly reload: () => void
}

/** Asks the core whenever `ask` is another function: the caller keeps it with `useCallback`. An answer that comes too late is dropped. */
export function useQuestion<Answer>(ask: () => Promise<Answer>): Question<Answer> {
  const { text } = useTexts()
  const [found, setFound] = useState<Answer | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [round, setRound] = useState(0)
  const fallback = text('common/fault')

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks once more
  useEffect(() => {
    let wanted = true
    setFailure(null)
    ask().then(
      (answer) => {
        if (wanted) setFound(answer)
      },
      (error: unknown) => {
        if (wanted) setFailure(failureOf(error, fallback))
      },
    )
    return () => {
      wanted = false
    }
  }, [ask, fallback, round])

  return { found, failure, reload: useCallback(() => setRound((before) => before + 1), []) }
}
