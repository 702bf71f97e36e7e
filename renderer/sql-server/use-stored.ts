import { useCallback } from 'react'

import type { StoredSqlLogins } from '#shared/contract/index.ts'
import { useCore } from '../client/core-context.tsx'
import { useQuestion } from '../client/use-question.ts'
import { useTexts } from '../texts/text-context.tsx'

/** What the keychain can do for a sign-in. */
export interface Keychain {
  readonly logins: Extract<StoredSqlLogins, { kind: 'stored' }>['logins']
  readonly canKeep: boolean
  /** null: nothing is wrong with it, or nobody knows yet */
  readonly problem: Extract<StoredSqlLogins, { kind: 'problem' }> | null
}

/** Help, not more: until it is known, and where it cannot be had, passwords are typed and not kept. */
export function useStored(): Keychain {
  const core = useCore()
  const { language } = useTexts()
  const { found } = useQuestion(useCallback(() => core.scan.sqlStored({ language }), [core, language]))
  if (found?.kind === 'stored') return { logins: found.logins, canKeep: found.canKeep, problem: null }
  return { logins: [], canKeep: false, problem: found }
}
