import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'

import type { VaultProblemLines } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'

/** Why the keychain cannot be used, and what to do. */
export function KeychainProblem({ problem, retry }: { readonly problem: VaultProblemLines; readonly retry: () => void }) {
  const { text } = useTexts()
  return (
    <div role="alert">
      <MessageBar intent="warning" layout="multiline" politeness="polite">
        <MessageBarBody>
          <MessageBarTitle>{text('stored-passwords/unavailable')}</MessageBarTitle>
          <p>{problem.line}</p>
          <p>{problem.next}</p>
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={retry}>{text('common/retry')}</Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  )
}
