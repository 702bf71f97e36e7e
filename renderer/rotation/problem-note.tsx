import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'

import type { RunAnswer } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'

/** Why a change cannot be begun or gone on with. */
export type Problem = Extract<RunAnswer, { kind: 'problem' }>

/** What stands in the way, and what to do about it. It is announced at once. */
export function ProblemNote({ problem, retry }: { readonly problem: Problem; readonly retry?: () => void }) {
  const { text } = useTexts()
  return (
    <div role="alert">
      <MessageBar intent="error" layout="multiline" politeness="polite">
        <MessageBarBody>
          <MessageBarTitle>{problem.line}</MessageBarTitle> {problem.next}
        </MessageBarBody>
        {retry === undefined ? null : (
          <MessageBarActions>
            <Button onClick={retry}>{text('common/retry')}</Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  )
}
