import { useCallback } from 'react'

import type { CaseLine } from '#shared/contract/index.ts'
import { useCore } from '../client/core-context.tsx'
import { type Question, useQuestion } from '../client/use-question.ts'
import { useTexts } from '../texts/text-context.tsx'

export type HistoryState = Question<{ readonly cases: readonly CaseLine[]; readonly damaged: readonly string[] }>

/** Every case that is kept here. */
export function useCases(): HistoryState {
  const core = useCore()
  const { language } = useTexts()
  return useQuestion(useCallback(() => core.cases.list({ language }), [core, language]))
}
