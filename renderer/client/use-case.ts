import { useCallback, useEffect, useState } from 'react'

import type { CaseView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import { type Failure, failureOf } from './core-client.ts'
import { useCore } from './core-context.tsx'

export interface CaseState {
  /** null while it is loaded, and where that failed */
  readonly view: CaseView | null
  readonly failure: Failure | null
  /** puts in the view that a call has returned */
  readonly replace: (view: CaseView) => void
  readonly reload: () => void
}

/** One case in the words of the language; it is read again when the language changes, and the old words stay until then. */
export function useCase(id: string): CaseState {
  const core = useCore()
  const { language, text } = useTexts()
  const [view, setView] = useState<CaseView | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [round, setRound] = useState(0)
  const fallback = text('common/fault')

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another reading
  useEffect(() => {
    let wanted = true
    setFailure(null)
    core.cases.view({ id, language }).then(
      (found) => {
        if (wanted) setView(found)
      },
      (error: unknown) => {
        if (wanted) setFailure(failureOf(error, fallback))
      },
    )
    return () => {
      wanted = false
    }
  }, [core, id, language, fallback, round])

  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { view: view?.id === id ? view : null, failure, replace: setView, reload }
}
