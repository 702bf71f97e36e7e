import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useCallback, useState } from 'react'

import { useCore } from '../client/core-context.tsx'
import { useQuestion } from '../client/use-question.ts'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { useFocusBack } from '../components/use-focus-back.ts'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '52rem' },
  text: {
    maxHeight: '60vh',
    overflowY: 'auto',
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
})

/** The licences of everything inside, as long as they are; the text is scrolled by keyboard too. */
export function LicensesDialog() {
  const { text } = useTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text('about/licenses-show')}</Button>
      {/* Not a trigger of the dialog's: that puts stops of Tab around the page that a person cannot see. */}
      {isOpen ? <OpenDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const { text } = useTexts()
  const core = useCore()
  const { found, failure, reload } = useQuestion(useCallback(() => core.app.licenses({}), [core]))
  const styles = useStyles()
  useFocusBack()
  return (
    <Dialog open onOpenChange={(_event, { open }) => (open ? undefined : onClose())}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{text('about/licenses')}</DialogTitle>
          <DialogContent>
            {failure !== null ? (
              <StateFailure failure={failure} retry={reload} />
            ) : found === null ? (
              <StateLoading />
            ) : found.text === '' ? (
              text('about/licenses-absent')
            ) : (
              <section aria-label={text('about/licenses')}>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
                <pre className={styles.text} tabIndex={0}>
                  {found.text}
                </pre>
              </section>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {text('common/close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
