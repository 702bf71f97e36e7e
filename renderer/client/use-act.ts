import { useCallback, useState } from 'react'

import { useTexts } from '../texts/text-context.tsx'
import { type Failure, failureOf } from './core-client.ts'

export interface Act {
  readonly busy: boolean
  /** of the last run; null while one is under way and after a good one */
  readonly failure: Failure | null
  readonly run: (work: () => Promise<void>) => void
}

/** Runs what a person asked for, one thing at a time: a second press while the first is under way does nothing. */
export function useAct(): Act {
  const { text } = useTexts()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const fallback = text('common/fault')
  const run = useCallback(
    (work: () => Promise<void>) => {
      if (busy) return
      setBusy(true)
      setFailure(null)
      work()
        .catch((error: unknown) => setFailure(failureOf(error, fallback)))
        .finally(() => setBusy(false))
    },
    [busy, fallback],
  )
  return { busy, failure, run }
}
