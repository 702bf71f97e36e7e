import { useCallback } from 'react'

import type { SqlProblem } from '#shared/contract/index.ts'
import { useCore } from '../client/core-context.tsx'
import { useQuestion } from '../client/use-question.ts'
import { useTexts } from '../texts/text-context.tsx'

const NONE: readonly SqlProblem[] = []

/** What went wrong when this case was read last; nothing where there is none, or it cannot be had. */
export function useKnownProblems(id: string | null): readonly SqlProblem[] {
  const core = useCore()
  const { language } = useTexts()
  const ask = useCallback(async () => (id === null ? NONE : (await core.cases.view({ id, language })).sqlProblems), [core, id, language])
  return useQuestion<readonly SqlProblem[]>(ask).found ?? NONE
}
