import { Button } from '@fluentui/react-components'

import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { useTexts } from '../texts/text-context.tsx'

/** Asks Windows for administrator rights; who refuses goes on as before. The window that gets them is a new one. */
export function RestartElevatedButton() {
  const core = useCore()
  const { language, text } = useTexts()
  const { busy, failure, run } = useAct()
  const restart = async (): Promise<void> => {
    await core.app.restartElevated({ language })
  }
  return (
    <>
      <Button size="small" disabledFocusable={busy} onClick={() => run(restart)}>
        {text('common/restart-elevated')}
      </Button>
      {failure === null ? null : <span role="alert">{failure.line}</span>}
    </>
  )
}
