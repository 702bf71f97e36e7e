import { makeStyles, tokens } from '@fluentui/react-components'

import { useTexts } from '../texts/text-context.tsx'

/** The element that holds the screen. */
export const MAIN_ID = 'main'

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalS,
    insetBlockStart: '-10rem',
    zIndex: 1001,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    ':focus': { insetBlockStart: tokens.spacingVerticalS },
  },
})

/** Focus moves by script: a fragment in the address would become a step of the history. */
export function SkipLink() {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <a
      href={`#${MAIN_ID}`}
      className={styles.skip}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(MAIN_ID)?.focus()
      }}
    >
      {text('frame/skip')}
    </a>
  )
}
