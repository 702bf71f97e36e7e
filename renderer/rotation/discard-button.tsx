import { Button, useRestoreFocusTarget } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'

import { useToast } from '../app/announce.tsx'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { useAsked } from '../components/use-asked.ts'
import { useTexts } from '../texts/text-context.tsx'

/** Removes a rehearsal once that is confirmed. */
export function DiscardButton(props: {
  readonly run: string
  /** id of what says which one */
  readonly describedBy?: string
  readonly size?: 'small' | 'medium'
  readonly onDiscarded: () => void
}) {
  const { run: rehearsal, describedBy, size = 'medium', onDiscarded } = props
  const core = useCore()
  const toast = useToast()
  const { language, text } = useTexts()
  const { asked, ask, forget } = useAsked<true>()
  const { busy, failure, run } = useAct()
  const restoreFocus = useRestoreFocusTarget()
  const discard = () =>
    run(async () => {
      await core.rotation.discard({ run: rehearsal, language })
      toast(text('rotation/discarded'))
      // The button that was pressed goes with its rehearsal.
      document.querySelector<HTMLElement>('h1')?.focus()
      onDiscarded()
    })
  return (
    <>
      <Button
        {...restoreFocus}
        size={size}
        icon={<DeleteRegular />}
        disabledFocusable={busy}
        aria-describedby={describedBy}
        onClick={() => ask(true)}
      >
        {text('rotation/discard')}
      </Button>
      {failure === null ? null : <span role="alert">{failure.line}</span>}
      {asked === null ? null : (
        <ConfirmDialog
          open
          title={text('rotation/discard-title')}
          body={text('rotation/discard-body')}
          confirm={text('rotation/discard')}
          onCancel={forget}
          onConfirm={() => {
            forget()
            discard()
          }}
        />
      )}
    </>
  )
}
