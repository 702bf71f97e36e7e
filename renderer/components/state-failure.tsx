import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'

import type { Failure } from '../client/core-client.ts'
import { useTexts } from '../texts/text-context.tsx'

/** What went wrong, in one line, and the way on. It is announced at once. */
export function StateFailure({ failure, retry }: { readonly failure: Failure; readonly retry?: () => void }) {
  const { text } = useTexts()
  return (
    <div role="alert">
      <MessageBar intent="error" layout="multiline" politeness="polite">
        <MessageBarBody>{failure.line}</MessageBarBody>
        {retry === undefined ? null : (
          <MessageBarActions>
            <Button onClick={retry}>{text('common/retry')}</Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  )
}
