import { useState } from 'react'

import type { StoredPassword, VaultProblemLines } from '#shared/contract/index.ts'
import { useToast } from '../app/announce.tsx'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { useTexts } from '../texts/text-context.tsx'

/** Deletes what a person has confirmed. `problem`: why the keychain did not, until `retry`; what was changed meanwhile stays. */
export function useDelete(reload: () => void) {
  const core = useCore()
  const toast = useToast()
  const { language, text } = useTexts()
  const { busy, failure, run } = useAct()
  const [problem, setProblem] = useState<VaultProblemLines | null>(null)
  const remove = ({ generation, state, login }: StoredPassword) =>
    run(async () => {
      setProblem(null)
      const outcome = await core.vault.remove({ generation, state, language })
      if (outcome.kind === 'problem') {
        setProblem(outcome)
        return
      }
      toast(outcome.kind === 'removed' ? text('stored-passwords/deleted', { login }) : text('stored-passwords/changed'))
      reload()
      // The button that was pressed goes with its entry.
      document.querySelector<HTMLElement>('h1')?.focus()
    })
  const retry = () => {
    setProblem(null)
    reload()
  }
  return { busy, failure, problem, remove, retry }
}
