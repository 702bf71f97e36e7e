import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import type { ReactNode } from 'react'

import { useTexts } from '../texts/text-context.tsx'

/** Asks before something that cannot simply be undone; Escape and *Cancel* leave everything as it is. */
export function ConfirmDialog(props: {
  readonly open: boolean
  readonly title: string
  readonly body: ReactNode
  /** the act itself, e.g. "Remove the case" */
  readonly confirm: string
  /** leaves everything as it is; without it *Cancel* */
  readonly dismiss?: string
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}) {
  const { open, title, body, confirm, dismiss, busy = false, onConfirm, onCancel } = props
  const { text } = useTexts()
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_event, { open: wanted }) => (wanted ? undefined : onCancel())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{body}</DialogContent>
          <DialogActions>
            <Button onClick={onCancel}>{dismiss ?? text('common/cancel')}</Button>
            <Button appearance="primary" disabled={busy} onClick={onConfirm}>
              {confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
