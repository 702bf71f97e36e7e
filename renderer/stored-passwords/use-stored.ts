import { useCallback } from 'react'

import { useCore } from '../client/core-context.tsx'
import { useQuestion } from '../client/use-question.ts'
import { useTexts } from '../texts/text-context.tsx'

/** Names and times of what lies in the keychain, or why that cannot be told. */
export function useStored() {
  const core = useCore()
  const { language } = useTexts()
  return useQuestion(useCallback(() => core.vault.list({ language }), [core, language]))
}

/** The last answer of the core about what is stored. */
export type Stored = NonNullable<ReturnType<typeof useStored>['found']>
