import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useState } from 'react'

import type { SecretRef } from '#shared/contract/index.ts'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { useFocusBack } from '../components/use-focus-back.ts'
import { useTexts } from '../texts/text-context.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { Progress } from './progress.tsx'
import { useHandOver } from './use-hand-over.ts'
import { WaysHere } from './ways-here.tsx'

/** Hands the password of a login over without drawing it in this window; closing the dialog takes everything back. */
export function HandOverDialog(props: { readonly secret: SecretRef; readonly login: string; readonly onClose: () => void }) {
  const { login, onClose } = props
  const { text } = useTexts()
  const [secret] = useState(props.secret)
  const handOver = useHandOver(secret)
  const { ways, failure, running, told, lookAgain } = handOver
  useFocusBack()
  return (
    // A click beside it takes nothing back by mistake.
    <Dialog open onOpenChange={(_event, { open, type }) => (open || type === 'backdropClick' ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('hand-over/title', { login })}</DialogTitle>
          <DialogContent>
            {ways === null ? failure === null && <StateLoading /> : null}
            {ways?.kind === 'elsewhere' ? <Elsewhere ways={ways} /> : null}
            {ways?.kind === 'here' ? <WaysHere ways={ways} handOver={handOver} /> : null}
            <Progress told={told} isRunning={running !== null} />
            {failure === null ? null : <StateFailure failure={failure} retry={lookAgain} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text('common/close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
