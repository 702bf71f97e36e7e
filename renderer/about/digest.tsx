import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'

import { CopyButton } from '../components/copy-button.tsx'
import { useTexts } from '../texts/text-context.tsx'

/** Enough to tell two catalogues apart by eye. */
const SHORT_LENGTH = 12

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  digest: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})

/** The beginning of a digest, the whole of it on demand. */
export function Digest({ hex, what }: { readonly hex: string; readonly what: string }) {
  const { text } = useTexts()
  const styles = useStyles()
  const [isWhole, setWhole] = useState(false)
  return (
    <span className={styles.row}>
      <code className={styles.digest}>{isWhole ? hex : `${hex.slice(0, SHORT_LENGTH)}…`}</code>
      <Button size="small" appearance="subtle" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {text(isWhole ? 'about/digest-short' : 'about/digest-whole')}
      </Button>
      <CopyButton content={hex} what={what} />
    </span>
  )
}
