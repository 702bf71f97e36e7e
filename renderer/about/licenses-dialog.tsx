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
import { useEffect, useRef, useState } from 'react'

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
export function LicensesDialog({ licenses }: { readonly licenses: string }) {
  const { text } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return (
    <>
      <Button ref={button} onClick={() => setOpen(true)}>
        {text('about/licenses-show')}
      </Button>
      {/* Not a trigger of the dialog's: that puts stops of Tab around the page that a person cannot see. */}
      {isOpen ? <OpenDialog licenses={licenses} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function OpenDialog({ licenses, onClose }: { readonly licenses: string; readonly onClose: () => void }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <Dialog open onOpenChange={(_event, { open }) => (open ? undefined : onClose())}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{text('about/licenses')}</DialogTitle>
          <DialogContent>
            {licenses === '' ? (
              text('about/licenses-absent')
            ) : (
              <section aria-label={text('about/licenses')}>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
                <pre className={styles.text} tabIndex={0}>
                  {licenses}
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
