import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { EyeRegular } from '@fluentui/react-icons/svg/eye'
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off'
import { useState } from 'react'

import { useTexts } from '../texts/text-context.tsx'

const BULLET = '•'

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  secret: {
    minHeight: tokens.lineHeightBase500,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere',
    wordBreak: 'break-all',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
})

/** A made password, hidden until a person asks for it: hidden, nothing of it but its length is in the page. */
export function MadePassword({ password, onCopy }: { readonly password: string; readonly onCopy: () => void }) {
  const { text } = useTexts()
  const styles = useStyles()
  const [isShown, setShown] = useState(false)
  return (
    <div className={styles.area}>
      <div className={styles.secret} translate="no">
        {isShown ? (
          <code>{password}</code>
        ) : (
          <>
            <span aria-hidden>{BULLET.repeat(password.length)}</span>
            <span className={styles.unseen}>{text('passwords/hidden', { length: password.length })}</span>
          </>
        )}
      </div>
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<CopyRegular />} onClick={onCopy}>
          {text('common/copy')}
        </Button>
        <Button icon={isShown ? <EyeOffRegular /> : <EyeRegular />} onClick={() => setShown(!isShown)}>
          {text(isShown ? 'passwords/hide' : 'passwords/show')}
        </Button>
      </div>
      <p className={styles.note}>{text('passwords/show-note')}</p>
    </div>
  )
}
